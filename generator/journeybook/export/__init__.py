"""A handbook, or parts of it, as one file to hand on."""
