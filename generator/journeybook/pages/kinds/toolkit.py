"""The index of activities, which readers filter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeybook.pages import bank, catalogue
from journeybook.pages.addresses import TOOLKIT
from journeybook.pages.groups import ChapterGroup
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site

NAV = 2


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, where there is an activity to list."""
    if site.book.activities_in_order:
        yield TOOLKIT, _page


def _page(site: Site) -> Page:
    return index("toolkit", site.words("Toolkit"), _values)


def _values(site: Site) -> dict[str, Any]:
    """Give the activities by chapter, and what they are filtered by."""
    entries = site.book.activities_in_order
    found = catalogue.catalogue(site, entries)
    return {
        "groups": [ChapterGroup(chapter, of_chapter) for chapter, of_chapter in site.book.toolkits()],
        "finder": found,
        "facts": dict(zip((entry.id for entry in entries), found.facts, strict=True)),
        "times": catalogue.times(entries),
        "days": catalogue.days(entries),
        "people": catalogue.people(entries),
        "questions": bank.has_questions(site.book),
    }
