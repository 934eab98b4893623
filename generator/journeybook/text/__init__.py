"""How wide text is, and where a line of it may break."""
