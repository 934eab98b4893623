"""The pages of activities."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from journeybook.handbook import Entry
from journeybook.model import Activity
from journeybook.pages.addresses import path_of
from journeybook.pages.clock_line import rooms
from journeybook.pages.facts import activity_facts
from journeybook.pages.neighbours import neighbours
from journeybook.pages.page import Make, Page, of_entry
from journeybook.pages.site import Site

_NAMES = {"title", "number", "chapter", "language", "status", "review_by", "tags"}
"""The fields that say how an activity is called and kept, and nothing of what one does."""


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each activity."""
    return ((path_of(entry), partial(_page, entry=entry)) for entry in site.book.activities)


def _page(site: Site, entry: Entry[Activity]) -> Page:
    return of_entry(site, "activity", entry, partial(_values, entry=entry), contents=True)


def _values(site: Site, entry: Entry[Activity]) -> dict[str, Any]:
    """Give an activity, the clock of its steps, where it is used and its neighbours in the chapter."""
    book, model = site.book, entry.model
    previous, following = neighbours(book.toolkit(model.chapter), entry)
    starts = [step.begins for step in model.steps]
    return {
        "chapter": book.chapters.get(model.chapter or ""),
        "facts": activity_facts(model, site.words),
        "rooms": rooms(starts, model.ends),
        "clock": model.is_timed,
        "only_title": not any(getattr(model, name) for name in type(model).model_fields if name not in _NAMES),
        "total": model.minutes,
        "stage_uses": book.stage_uses.get(entry.id, []),
        "workshop_uses": book.workshop_uses.get(entry.id, []),
        "leads_to": book.prerequisite_of.get(entry.id, []),
        "previous": previous,
        "following": following,
    }
