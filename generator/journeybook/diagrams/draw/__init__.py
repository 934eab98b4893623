"""From a journey and a view to its drawings, many at a time, each drawn once."""
