"""The pages of journeys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from journeybook.handbook import Entry
from journeybook.model import Journey
from journeybook.pages.addresses import path_of
from journeybook.pages.facts import journey_facts
from journeybook.pages.neighbours import neighbours
from journeybook.pages.page import Make, Page, of_entry
from journeybook.pages.site import Site


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each journey."""
    return ((path_of(entry), partial(_page, entry=entry)) for entry in site.book.journeys)


def _page(site: Site, entry: Entry[Journey]) -> Page:
    return of_entry(site, "journey", entry, partial(_values, entry=entry))


def _values(site: Site, entry: Entry[Journey]) -> dict[str, Any]:
    """Give a journey, its facts, the people in it and its neighbours."""
    book = site.book
    previous, following = neighbours(book.journeys_in_order, entry)
    return {
        "chapter": book.chapters.get(entry.model.chapter or ""),
        "facts": journey_facts(entry.model, site.words),
        "people": [actor for actor in entry.model.actors if actor.needs or actor.quote],
        "parents": book.parents.get(entry.id, []),
        "previous": previous,
        "following": following,
    }
