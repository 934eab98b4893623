"""The policy that a site's server is to send with its pages (Content Security Policy, level 3), as a text.

Inline scripts are allowed by their hashes. Those come from pages of the theme that have nothing of the handbook in
them, so no text of an author's can get one.
"""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html.parser import HTMLParser

from journeybook.builders.config.listener import log
from journeybook.model.policy import NONE, Policy

NAME = "csp.txt"
"""The file in the site, which has one line: the value of the header `Content-Security-Policy`."""

_SELF = "'self'"
_BASE: Mapping[str, tuple[str, ...]] = {
    "default-src": (_SELF,),
    "script-src": (_SELF,),
    "style-src": (_SELF,),
    "style-src-attr": ("'unsafe-inline'",),
    "img-src": (_SELF, "data:"),
    "object-src": ("'none'",),
    "base-uri": (_SELF,),
    "form-action": (_SELF,),
}
_SHOWN = 3  # pages in a message
_BEGIN = "<script"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL)
_ELSEWHERE = re.compile(r"\ssrc\s*=")
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s]*)""")


def policy_text(blank: Iterable[str], added: Policy, *, any_style: bool = False) -> str:
    """Write the policy of a site whose theme writes these blank pages, with what the handbook adds to it.

    With `any_style` it allows all inline styles: hashes would be of no use, where a script of the theme makes some.
    """
    scripts, styles = set[str](), set[str]()
    for page in blank:
        inline = Inline(page)
        scripts.update(map(hash_of, inline.scripts))
        styles.update(map(hash_of, inline.styles))
    hashes = {"script-src": sorted(scripts), "style-src": ["'unsafe-inline'"] if any_style else sorted(styles)}
    given = added.added()
    directives = [*_BASE, *(name for name in given if name not in _BASE)]

    def sources(name: str) -> Iterable[str]:
        if given.get(name) == (NONE,):
            return (NONE,)
        # A directive that is named does not fall back on `default-src`.
        return dict.fromkeys((*_BASE.get(name, (_SELF,)), *hashes.get(name, ()), *given.get(name, ())))

    return "; ".join(" ".join((name, *sources(name))) for name in directives) + "\n"


def hash_of(text: str) -> str:
    """Give the source that stands for an inline script or style of this text, its line ends as browsers read them."""
    return f"'sha256-{b64encode(sha256(_as_read(text).encode()).digest()).decode()}'"


def _as_read(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Inline(HTMLParser):
    """The texts of a page's inline scripts, data blocks left out, and of its style elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._into: list[str] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note which list a text belongs to."""
        given = dict(attrs)
        if tag == "style":
            self._begin(self.styles)
        elif tag == "script" and "src" not in given and not _is_data(given.get("type") or ""):
            self._begin(self.scripts)

    def _begin(self, into: list[str]) -> None:
        into.append("")
        self._into = into

    def handle_endtag(self, tag: str) -> None:
        """Note that a text is whole."""
        if tag in ("script", "style"):
            self._into = None

    def handle_data(self, data: str) -> None:
        """Take a part of a text."""
        if self._into is not None:
            self._into[-1] += data


def _is_data(kind: str) -> bool:
    """Tell whether a script of this type is data, which nothing runs and no policy stops."""
    kind = kind.strip().lower()
    return "/" in kind and not re.fullmatch(r"(?:application|text)/(?:x-)?(?:java|ecma)script", kind)


def inline_scripts(page: str) -> Iterator[str]:
    """Find the texts of a page's inline scripts, fast: whatever authors write, this may be one too many or too few."""
    at = page.find(_BEGIN)
    while at >= 0:
        found = _SCRIPT.match(page, at)
        if found and found[2].strip() and not _ELSEWHERE.search(found[1]) and not _is_data(_type_of(found[1])):
            yield found[2]
        at = page.find(_BEGIN, found.end() if found else at + 1)


def _type_of(attributes: str) -> str:
    found = _TYPE.search(attributes)
    return found[1] if found else ""


def tell_left_out(policy: str, found: Mapping[str, str], *, asked: bool) -> None:
    """Report pages with inline scripts that a policy does not allow; `found` has a page for each script.

    It is a warning where the handbook has asked for the policy by the option `csp`.
    """
    pages = list(dict.fromkeys(page for script, page in found.items() if hash_of(script) not in policy))
    if pages:
        more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
        level = logging.WARNING if asked else logging.INFO
        log.log(level, "%s does not allow the inline scripts of %s%s", NAME, ", ".join(pages[:_SHOWN]), more)
