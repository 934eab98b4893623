"""Addresses of pages as a book has them: to its own parts, to the web, or nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from journeybook.export.form import FinishedPage
from journeybook.export.markup import tag


class BookLinks:
    """Where the addresses of pages lead in a book, whose `places` are by the addresses of the pages in the site.

    `address` is the handbook's own on the web; empty where it has none.
    """

    def __init__(self, places: Mapping[str, str], address: str) -> None:
        self._places = places
        self._address = address

    def mend(self, body: ET.Element, page: FinishedPage) -> None:
        """Let the links of a page lead where they lead in the book; those that lead nowhere become plain words."""
        for link in body.iter(tag("a")):
            found = self.place_of(link.get("href", ""), page)
            for name in ("href", "target", "rel", "download", "title"):
                link.attrib.pop(name, None)
            if found:
                link.set("href", found)
            else:
                link.tag = tag("span")

    def place_of(self, href: str, page: FinishedPage) -> str:
        """Give where an address on a page leads; empty where that is nowhere."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return href if parts.scheme in ("http", "https", "mailto", "tel") else ""
        target = site_path(parts.path, page)
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        for path in (target, posixpath.join(target, "index.html")):
            if path in self._places:
                is_top = parts.fragment.casefold() == "top"  # of any page, as browsers have it: nothing is called so
                return self._places[path] + ("" if is_top else fragment)
        written = target.removesuffix("index.html")
        return urljoin(self._address, written) + fragment if self._address and not target.startswith("..") else ""


def site_path(path: str, page: FinishedPage) -> str:
    """Give the path in the site to which a relative one on a page leads."""
    if not path:
        return page.address
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page.address), unquote(path)))
    return posixpath.join(found, "index.html") if path.endswith("/") else found
