"""Which plain links of an author's page lead to what an edition leaves out: the address alone would tell of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from journeybook.pages.site import Site

_ENDING = re.compile(r"(?:/|(?:/?(?:index|README))?\.(?:md|html))$")


def leads_out(site: Site, page: str, value: str) -> bool:
    """Tell whether a link on a page, given by its path, leads to a page or a file that the edition leaves out.

    It may be written as a path among the chapters, as MkDocs has it, or as an address within the site.
    """
    return any(_folded(path) in _left_out(site) for path in _meant(site, page, value))


def _left_out(site: Site) -> set[str]:
    return {_folded(path) for path in site.book.left_out}


def _folded(path: str) -> str:
    """Write a page and its address alike."""
    return _ENDING.sub("", path)


def _meant(site: Site, page: str, value: str) -> Iterator[str]:
    """Give the paths that a destination may mean, from the folder of all chapters."""
    parts, home = urlsplit(value.strip()), urlsplit(site.address)
    path, root = unquote(parts.path), home.path.rstrip("/") + "/"
    if parts.scheme or parts.netloc:
        if parts.netloc == home.netloc and path.startswith(root):
            yield path.removeprefix(root)
    elif path.startswith("/"):
        yield path.removeprefix(root).lstrip("/")
    elif path:
        here = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        yield here
        if here not in site.book.pages and _ENDING.search(path):  # a snippet's, written for a page of another folder
            yield re.sub(r"^(?:\.\./|\./)+", "", path)
        if not path.endswith(".md"):  # an address, seen from the page's own, which is a folder
            yield posixpath.normpath(posixpath.join(_folded(page), path))
