"""The index of journeys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from journeybook.handbook import Entry
from journeybook.model import Journey
from journeybook.pages.addresses import JOURNEYS
from journeybook.pages.attention import SHOWN, needy_stages
from journeybook.pages.groups import ChapterGroup
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site

NAV = 1


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, where there is a journey to list."""
    if site.book.journeys_in_order:
        yield JOURNEYS, _page


def _page(site: Site) -> Page:
    return index("journeys", site.words("Journeys"), _values)


def _values(site: Site) -> dict[str, Any]:
    """Give the journeys by chapter, and the stages that need attention first."""
    book = site.book

    def chapter_of(entry: Entry[Journey]) -> str:
        return entry.model.chapter if entry.model.chapter in book.chapters else ""

    found = groupby(book.journeys_in_order, key=chapter_of)
    needy = needy_stages(site)
    return {
        "groups": [ChapterGroup(book.chapters.get(id), list(entries)) for id, entries in found],
        "needy": needy[:SHOWN],
        "needy_too": needy[SHOWN:],
    }
