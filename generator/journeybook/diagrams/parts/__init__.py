"""What shapes are made of: heads, bands, lanes, roads, rings."""
