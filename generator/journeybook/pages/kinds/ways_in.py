"""The pages of roles: what is for each of them, in reading order, and the list of these pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from journeybook.handbook.ways_in import WayIn
from journeybook.pages.addresses import WAYS_IN, way_in_of
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site
from journeybook.pages.ways_in import title, titles

NAV = 7


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each role for which there is something, and above them one that lists them."""
    if site.book.ways_in:
        yield WAYS_IN, _list
    for way in site.book.ways_in:
        yield way_in_of(way.role), partial(_page, way=way)


def _list(site: Site) -> Page:
    return index("ways-in", site.words("For whom"), lambda site: {"titles": titles(site)}, template="ways_in")


def _page(site: Site, way: WayIn) -> Page:
    made = index("way-in", title(site, way.role), lambda site: _values(site, way), template="way_in")
    return replace(made, in_nav=False)


def _values(site: Site, way: WayIn) -> dict[str, Any]:
    """Give what is for the role of the handbook as it is now: the page may be made anew for a word in it."""
    now = next((one for one in site.book.ways_in if one.role == way.role), way)
    return {"way": now, "name": title(site, way.role)}
