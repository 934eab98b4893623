"""The index of workshops."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.pages.addresses import WORKSHOPS
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site

NAV = 3


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, where there is a workshop to list."""
    if site.book.workshops_in_order:
        yield WORKSHOPS, _page


def _page(site: Site) -> Page:
    return index("workshops", site.words("Workshops"), lambda site: {})
