"""The pages on which a journey as it should become is compared with the same as it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeybook.handbook import Entry
from journeybook.model import Journey
from journeybook.pages.addresses import compare_of
from journeybook.pages.comparing import Comparing
from journeybook.pages.page import Make, Page, beside
from journeybook.pages.site import Site


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each journey that is compared."""
    for entry in site.book.journeys:
        if (as_is := site.book.as_is_of(entry)) is not None:
            yield compare_of(entry), partial(_page, entry=entry, as_is=as_is)


def _page(site: Site, entry: Entry[Journey], as_is: Entry[Journey]) -> Page:
    title = site.words("{title}, compared with today", title=entry.title)
    summary = site.words("What stays, what is new, what has changed and what is gone, stage by stage.")
    return beside(site, "compare", entry, title, lambda site: Comparing(site, entry, as_is).values(), summary=summary)
