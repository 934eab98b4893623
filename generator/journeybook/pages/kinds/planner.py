"""The planner, in which readers plan workshops of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeybook.pages import plandata
from journeybook.pages.addresses import PLANNER
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site

NAV = 4


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, where there is an activity to plan with."""
    if site.book.activities_in_order:
        yield PLANNER, _page


def _page(site: Site) -> Page:
    return index("planner", site.words("Planner"), _values)


def _values(site: Site) -> dict[str, Any]:
    """Give the planner the addresses of the data that its script fetches."""
    return {"data": plandata.PATH, "steps": plandata.STEPS_PATH, "language": site.words.language}
