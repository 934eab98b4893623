"""The print pages of the decks, and the PDF sheets beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from journeybook.cards.deck import NAMES, DeckName, Decks
from journeybook.cards.pdf import deck_pdf
from journeybook.cards.view import values
from journeybook.pages.artifact import FileArtifact
from journeybook.pages.page import Make, Page, shown
from journeybook.pages.site import Site

MOST = 240
"""Cards on one page; a multiple of what a sheet holds. More would make a page of several megabytes."""
_FOLDERS: dict[DeckName, str] = {"activities": "toolkit/cards", "questions": "questions/cards"}
_FILES: dict[DeckName, str] = {"activities": "toolkit/activity-cards", "questions": "questions/question-cards"}


def deck_pages(decks: Decks) -> Iterator[tuple[str, Make]]:
    """Give the path and the maker of a page of each deck that has cards, and of further ones where it has many."""
    for name in NAMES:
        for place, path in enumerate(_paths(name, decks.count(name))):
            yield path, partial(_page, decks=decks, name=name, place=place)


def _paths(name: DeckName, count: int) -> tuple[str, ...]:
    return tuple(page_path(name, number) for number in range(1, (count - 1) // MOST + 2))


def _page(site: Site, decks: Decks, name: DeckName, place: int) -> Page:
    """Make a page of cards, left out of search: what cards say is found where it comes from.

    The cards are asked for here, while the page is made: so it is made again when one of them is another.
    """
    deck = decks.deck(name)
    count, first = len(deck.cards), place * MOST
    some = replace(deck, cards=deck.cards[first : first + MOST])
    parts = _paths(name, count) if count > MOST else ()
    meta = {"title": shown(deck.title), "jb": "cards", "hide": ["toc"], "search": {"exclude": True}}

    def all_values(site: Site) -> Mapping[str, Any]:
        return {**values(site, some), "web": True, "advice": "", "count": count, "parts": parts}

    return Page("cards", meta, all_values)


def page_path(name: DeckName, number: int = 1) -> str:
    """Give the path of a deck's page; later ones carry their number."""
    return f"{_FOLDERS[name]}/index.md" if number == 1 else f"{_FOLDERS[name]}/{number}/index.md"


def card_links(site: Site, decks: Decks, name: DeckName) -> dict[str, Any] | None:
    """Give the path of a deck's page, and label and path of each of its PDF files; None for a deck without cards."""
    if not decks.has_cards(name):
        return None
    files = [(_PAPER_NAMES[paper], file_path(name, paper)) for paper in site.cards]
    return {"page": page_path(name), "files": files}


def file_path(name: DeckName, paper: str) -> str:
    """Give the path of a deck's PDF file for a paper."""
    return f"{_FILES[name]}-{paper}.pdf"


def card_files(site: Site, decks: Decks) -> Iterator[FileArtifact]:
    """Make the sheets on the papers that the handbook wants, for printers that turn them on the long edge."""
    for name in NAMES:
        deck = decks.deck(name) if site.cards else None
        if deck and deck.cards:
            for paper in site.cards:
                made = site.results.get(("sheets", deck, paper), partial(deck_pdf, site, deck, paper))
                yield FileArtifact(file_path(name, paper), content=made)


_PAPER_NAMES = {"a4": "A4", "letter": "Letter"}
