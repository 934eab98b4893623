"""Whether the addresses in written pages land, and whether anything of ours is left over that no browser knows.

Pages are looked at as they are written, after the last plugin and hook. Whole pages are searched, not parsed, for that
costs next to nothing; only where something seems wrong is it looked for among the page's tags.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from journeybook.markdown.output import tags
from journeybook.markdown.references import KINDS

_ADDRESS = re.compile(r'\s(?:href|src)="([^"#?]+)')
_ELSEWHERE = re.compile(r"/|[A-Za-z][A-Za-z0-9+.-]*:")
_OURS = re.compile(rf"(?:{'|'.join(KINDS)}):(?!//)")
_PLACEHOLDER = re.compile(r"<(?:div|span|figure) data-jb-(?:slot|late|figure)=")
_ATTRIBUTES = ("href", "src")


@dataclass(frozen=True, order=True)
class Leftover:
    """What a page should not have: an address as it stands there, or a placeholder. `page` is the path of the HTML."""

    page: str
    written: str


@dataclass(frozen=True, order=True)
class Dead(Leftover):
    """An address with nothing at the path in the site that it leads to; `in_content` tells frame and content apart."""

    target: str
    in_content: bool


@dataclass
class Landing:
    """The addresses of the pages of one build, each with the first page of every folder that has it."""

    leftovers: list[Leftover] = field(default_factory=list)
    _seen: dict[str, dict[str, str]] = field(default_factory=dict)

    def look(self, page: str, html: str) -> None:
        """Look at a page that is written to a path."""
        if found := _PLACEHOLDER.search(html):
            self.leftovers.append(Leftover(page, found[0]))
        seen = self._seen.setdefault(posixpath.dirname(page), {})
        for address in set(_ADDRESS.findall(html)) - seen.keys():
            if _OURS.match(address):
                self.leftovers += [Leftover(page, address)] if _has(html, address) else []
            else:
                seen[address] = page

    def dead(self, site: Path) -> Iterator[Dead]:
        """Find the addresses that land nowhere in a site, once all of it is written."""
        for folder, seen in self._seen.items():
            for address, page in seen.items():
                target = _target(folder, address)
                if target is not None and not _is_there(site, target):
                    html = (site / page).read_text("utf-8", "replace") if (site / page).is_file() else ""
                    _, _, content = html.partition("<article")
                    if _has(html, address):
                        yield Dead(page, address, target, _has(content.partition("</article>")[0], address))


def _target(folder: str, address: str) -> str | None:
    """Give the path in the site that a relative address leads to, None for other addresses and paths out of it."""
    if _ELSEWHERE.match(address):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(unescape(address))))
    return None if path.startswith("..") else path


def _is_there(site: Path, target: str) -> bool:
    place = os.path.join(site, target)  # noqa: PTH118
    # Not pathlib, which fails at a name that is too long for a file.
    return os.path.isfile(os.path.join(place, "index.html")) or os.path.isfile(place)  # noqa: PTH113, PTH118


def _has(html: str, address: str) -> bool:
    """Tell whether a tag of a page has an address: the text of a page may show one, too."""
    read = unescape(address)
    return any(tag.attributes.get(name, "").startswith(read) for tag in tags(html, address) for name in _ATTRIBUTES)


def sources(leftovers: Iterable[Leftover]) -> str:
    """Name the first pages and what they have, for a message."""
    named = [f"{leftover.page} ({leftover.written})" for leftover in sorted(leftovers)]
    return ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")
