"""The pages of workshops’ run sheets: all that a facilitator needs in the room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeybook.handbook import Entry
from journeybook.model import Workshop
from journeybook.pages.addresses import run_sheet_of
from journeybook.pages.page import Make, Page, beside
from journeybook.pages.run_sheet import run_sheet
from journeybook.pages.site import Site


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each workshop."""
    return ((run_sheet_of(entry), partial(_page, entry=entry)) for entry in site.book.workshops)


def _page(site: Site, entry: Entry[Workshop]) -> Page:
    title = site.words("Run sheet: {title}", title=entry.title)
    return beside(site, "run-sheet", entry, title, partial(run_sheet, entry=entry), found=False)
