"""A handbook and templates in, artifacts out."""
