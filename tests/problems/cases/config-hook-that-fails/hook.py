"""A hook."""

raise ValueError("nothing works")
