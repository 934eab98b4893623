"""Decks of cards, made from the same source as the pages: for the browser's own print, and as sheets in PDF."""
