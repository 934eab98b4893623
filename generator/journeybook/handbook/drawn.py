"""Find what pages show of journeys."""

from __future__ import annotations

from journeybook.handbook.book import Handbook


def drawn_on_pages(book: Handbook, view: str) -> frozenset[str]:
    """Give the ids of the journeys that a page asks to have drawn in a view."""
    return frozenset(
        one.target
        for page in book.pages.values()
        for one in page.references
        if one.embed and one.kind == "journey" and ("view", view) in one.query
    )
