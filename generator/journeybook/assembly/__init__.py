"""One run for one handbook: read, check, draw, and every page and file of it."""
