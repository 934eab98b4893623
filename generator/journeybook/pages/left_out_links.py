"""Which plain links of an author's page lead to what an edition leaves out: the address alone would tell of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from journeybook.handbook.left_out import LeftOut, asked_for, entries_left_out
from journeybook.pages.site import Site

_A_PAGE = re.compile(r"(?:/|\.(?:md|html))$")
_UP = re.compile(r"^(?:\.\./|\./)+")


def leads_out(site: Site, page: str, value: str) -> bool:
    """Tell whether a link on a page, given by its path, leads to something that the edition leaves out.

    It may be written as a path among the chapters, as MkDocs has it, or as an address within the site. Of a page that
    there is in part it may lead to a heading that is left out.
    """
    left_out = _known(site.book.left_out, site.address)
    within = left_out.within(value)
    if any(entries_left_out(unquote(value), left_out)):  # one of ours, whose colon is written in other signs
        return True
    if within is None:
        return False
    paths = list(_meant(site, page, within)) if within else [page]
    ids = asked_for(value)
    return any((within and left_out.has(path)) or any(left_out.has_id(path, id) for id in ids) for path in paths)


@lru_cache(maxsize=8)
def _known(paths: frozenset[str], address: str) -> LeftOut:
    return LeftOut(paths, address)


def _meant(site: Site, page: str, path: str) -> Iterator[str]:
    """Give the paths that one in a destination may mean, from the folder of all chapters."""
    if path.startswith("/"):
        yield path.lstrip("/")
        return
    here = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    yield here
    if here not in site.book.pages and _A_PAGE.search(path):  # a snippet's, written for a page of another folder
        yield _UP.sub("", path)
    if not path.endswith(".md"):  # an address, seen from the page's own, which is a folder
        yield posixpath.normpath(posixpath.join(page.removesuffix(".md").removesuffix("index"), path))
