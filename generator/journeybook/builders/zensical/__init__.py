"""Zensical, of a plain folder."""
