"""Ids that a heading had before, as in `## Whom to call { #call aliases="help" }`: an empty element has each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import unused

_KEY = "aliases="
_LINE = re.compile(
    r"^(?P<lead>[ \t>]*(?:#{1,6}(?!#)[ \t]*)?)(?P<text>[^\n]*?[^\s\n][^\n]*?)"
    r"(?P<open>[ \t]*\{:?)(?P<before>[^{}\n]*?)(?P<blank>[ \t]*)(?<![\w-])aliases=(?:\"(?P<two>[^\"{}\n]*)\""
    r"|'(?P<one>[^'{}\n]*)'|(?P<bare>[^\s\"'{}]+))(?P<after>[^{}\n]*)\}",
    re.M,
)


@dataclass(frozen=True, slots=True)
class HeadingAliases:
    """The old ids of one heading, and where its line begins and its list of attributes ends in the text."""

    ids: tuple[str, ...]
    start: int
    end: int
    written: str
    """What takes its place."""


def find_heading_aliases(text: str, settings: MarkdownSettings) -> Iterator[HeadingAliases]:
    """Find the headings of a text that say what their ids were; elsewhere such a word is any attribute."""
    found = list(_LINE.finditer(text)) if _KEY in text else []
    if not found:
        return
    token, pieces, last = unused(text), list[str](), 0
    for number, match in enumerate(found):
        pieces += [text[last : match.end("lead")], f"{token}{number}z"]
        last = match.end("lead")
    output = render(tame("".join(pieces) + text[last:]), settings)
    for heading in re.finditer(rf"<h[1-6]\b[^>]*\saliases=[^>]*>(?:(?!</h[1-6]).)*?{token}([0-9]+)z", output, re.S):
        match = found[int(heading[1])]
        ids = tuple((match["two"] or match["one"] or match["bare"] or "").replace(",", " ").split())
        kept = f"{match['before'].rstrip()} {match['after'].strip()}".strip()
        attributes = f"{match['open']} {kept} }}" if kept else ""
        anchors = "".join(f'<span class="jb-alias" id="{escape(id.lstrip("#"))}"></span>' for id in ids)
        written = f"{match['lead']}{anchors}{match['text']}{attributes}"
        yield HeadingAliases(tuple(id.lstrip("#") for id in ids), match.start(), match.end(), written)


def with_heading_aliases(text: str, settings: MarkdownSettings) -> str:
    """Give a text in which an empty element before the words of a heading has each id that it had before."""
    for one in sorted(find_heading_aliases(text, settings), key=lambda one: -one.start):
        text = text[: one.start] + one.written + text[one.end :]
    return text
