"""The pages of workshops."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeybook.handbook import Entry
from journeybook.model import Workshop
from journeybook.pages.addresses import path_of
from journeybook.pages.page import Make, Page, of_entry
from journeybook.pages.site import Site
from journeybook.pages.workshop_pages import workshop


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each workshop."""
    return ((path_of(entry), partial(_page, entry=entry)) for entry in site.book.workshops)


def _page(site: Site, entry: Entry[Workshop]) -> Page:
    return of_entry(site, "workshop", entry, partial(workshop, entry=entry))
