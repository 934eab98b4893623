"""What addresses lead to something that an edition leaves out: an address alone would tell of it."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from journeybook.handbook.editions import ACTIVITIES, JOURNEYS, WORKSHOPS

_ENDING = re.compile(r"(?:/|(?:/?(?:index|readme))?\.(?:md|html))$", re.I)

_SLASHES = re.compile(r"(?<=^https:)/{3,}|(?<=^http:)/{3,}", re.I)
"""Browsers take any number of them for two."""
_VALUE = re.compile(r"[\w-]+")
_TOKEN = re.compile(r"[^\s\"'<>()\[\]{},]*[^\s\"'<>()\[\]{},.;:!]")
_FILE = re.compile(r"\.\w{1,5}(?:[#?]|$)")
_OUR_LINK = re.compile(r"(?<![\w-])(?P<kind>activity|journey|workshop):(?P<id>\w[\w-]*)")
_FOLDERS = {"activity": ACTIVITIES, "journey": JOURNEYS, "workshop": WORKSHOPS}
_INDEXES = frozenset(_FOLDERS.values())
"""Folders whose first page we make: it may be gone, and a page of an author's below it be there."""


class LeftOut:
    """What an edition lacks, by `paths` among the chapters; `address` is the site's own.

    They are pages and files; behind a `#` stands the id of something on a page that the edition has.
    """

    def __init__(self, paths: Iterable[str], address: str = "") -> None:
        named = [path.partition("#") for path in paths]
        self._paths = {_folded(path) for path, _, id in named if not id} - {"", "index"}
        self._ids = {(_at_home(_folded(path)), id.casefold()) for path, _, id in named if id}
        self._home = urlsplit(address)
        self._root = self._home.path.rstrip("/") + "/"
        self._known = dict[str, bool]()

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self._paths or self._ids)

    def has(self, path: str) -> bool:
        """Tell whether a path from the folder of all chapters, or an address from the site's root, is one of them."""
        if path not in self._known:  # the navigation asks the same on each page
            place = PurePosixPath(_folded(posixpath.normpath(path)))
            around = (one.as_posix() for one in place.parents)
            below = any(one in self._paths for one in around if one not in _INDEXES)
            self._known[path] = below or place.as_posix() in self._paths
        return self._known[path]

    def has_id(self, path: str, fragment: str) -> bool:
        """Tell whether a part of a page, by the page's path or address and what stands behind its `#`, is one."""
        id = unquote(fragment).casefold()
        return bool(id and self._ids) and (_at_home(_folded(posixpath.normpath(path))), id) in self._ids

    def within(self, value: str) -> str | None:
        """Give the path in an address: from the site's root where it names that, else as it is; None elsewhere."""
        try:
            parts = urlsplit(_SLASHES.sub("//", value.strip().replace("\\", "/")))
            other = (parts.hostname or "").removeprefix("www.") != (self._home.hostname or "").removeprefix("www.")
        except ValueError:
            return None
        path = unquote(unquote(parts.path))
        if parts.scheme not in ("", "http", "https") or (parts.netloc and other):
            return None
        if not parts.netloc and not path.startswith("/"):
            return path
        return "/" + posixpath.normpath(path.casefold()).lstrip("/").removeprefix(self._root.casefold().lstrip("/"))

    def leads_there(self, value: str, url: str) -> bool:
        """Tell whether an address in HTML leads to one of them, seen from a page's address below the site's root."""
        path = self.within(value)
        if path is None:
            return False
        place = urljoin(f"/{url}", path).lstrip("/") if path else url
        return (bool(path) and self.has(place)) or any(self.has_id(place, id) for id in asked_for(value))

    def named_in(self, text: str) -> re.Match[str] | None:
        """Find the first path or address in a text, such as a value of mkdocs.yml, that leads to one of them."""
        return next((one for one in _TOKEN.finditer(text) if self._is_named(one[0])), None)

    def _is_named(self, token: str) -> bool:
        if "=" in token and self._is_named(token.rpartition("=")[2]):  # an attribute, without quotes
            return True
        here = (self._home.hostname or "").removeprefix("www.")
        if here and re.match(rf"(?:www\.)?{re.escape(here)}/", token, re.I):
            token = f"https://{token}"
        return ("/" in token or bool(_FILE.search(token))) and self.leads_there(token.rstrip("*"), "")


def entries_left_out(text: str, left_out: LeftOut) -> Iterator[str]:
    """Give the links of ours in a text, such as `activity:pairs`, whose entries an edition leaves out."""
    for found in _OUR_LINK.finditer(text):
        if left_out.has(f"{_FOLDERS[found['kind']]}/{found['id']}"):
            yield found[0]


def asked_for(address: str) -> list[str]:
    """Give what an address asks of its page: the id behind `#`, and the values of a filter, as in `?chapter=guide`."""
    before, _, fragment = address.partition("#")
    query = before.partition("?")[2]
    asked = "&".join(unquote(one) for one in (query, fragment) if "=" in one)
    return [fragment, *_VALUE.findall(asked)] if fragment or asked else []


def without_addresses_of(paths: Iterable[str], others: Iterable[str]) -> set[str]:
    """Give those of some paths that have not the address of another page, as `a.md` has that of `a/index.md`."""
    known = {_folded(other) for other in others}
    return {path for path in paths if _folded(path) not in known}


def at_addresses_of(paths: Iterable[str], others: Iterable[str]) -> dict[str, str]:
    """Give those of some paths that have the address of another page, each with that page."""
    known = {_folded(other): other for other in sorted(others)}
    return {path: known[_folded(path)] for path in paths if _folded(path) in known}


def _at_home(place: str) -> str:
    """Write the first page as its address is, of which nothing is left once its name is gone."""
    return "" if place in (".", "index") else place


def _folded(path: str) -> str:
    """Write a page and its address alike, in any capitals and either form of letters with signs."""
    return unicodedata.normalize("NFC", _ENDING.sub("", path)).casefold()
