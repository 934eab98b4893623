"""Gives templates more than MkDocs does."""
