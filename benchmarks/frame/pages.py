"""Pages of a built site by their kind, and what their navigation weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_NAV = re.compile(rb"<nav\b[^>]*>|</nav>")
_LISTS = {
    "home": "",
    "list of journeys": "journeys/",
    "catalogue of activities": "toolkit/",
    "list of workshops": "toolkit/workshops/",
    "planner": "toolkit/planner/",
    "question bank": "questions/",
    "cards of questions": "questions/cards/",
    "cards of activities": "toolkit/cards/",
}


def addresses(site: Path) -> Mapping[str, str]:
    """Give one address of each kind of page, below the site's."""
    found = dict(_LISTS)
    kinds = {
        "journey": "journeys/*/",
        "activity": "toolkit/*/",
        "handout": "toolkit/*/sheet/",
        "workshop": "toolkit/workshops/*/",
        "run sheet": "toolkit/workshops/*/run-sheet/",
        "chapter": "[a-z]*-and-*/",
        "section": "[a-z]*-and-*/section-1/",
    }
    for kind, pattern in kinds.items():
        pages = sorted(page.parent.relative_to(site).as_posix() + "/" for page in site.glob(f"{pattern}index.html"))
        if own := [address for address in pages if address not in _LISTS.values()]:
            found[kind] = own[0]
    return {kind: address for kind, address in found.items() if (site / address / "index.html").is_file()}


def activity_pages(site: Path) -> list[Path]:
    """Give the pages of all activities."""
    lists = {site / address / "index.html" for address in _LISTS.values()}
    return sorted(path for path in site.glob("toolkit/*/index.html") if path not in lists)


def navigation_bytes(page: bytes) -> int:
    """Count the bytes of a page's navigation: Material's tabs and the tree beside the page, with the lists inside."""
    depth, begin, found = 0, 0, 0
    for tag in _NAV.finditer(page):
        if not depth and b"md-nav--primary" not in tag[0] and b"md-tabs" not in tag[0]:
            continue
        begin = begin if depth else tag.start()
        depth += 1 if tag[0] != b"</nav>" else -1
        found += 0 if depth else tag.end() - begin
    return found
