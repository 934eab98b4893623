"""Signs at the start of lines that make no list for Markdown: bullets, letters, numbers in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, short
from journeybook.problems import Text, say

NO_LIST = say("readers see this in one paragraph, and no list")
_BULLET = re.compile(r"[•‣◦▪▫●○■□∙➢➤►✓✔❖·\uf0a7\uf0b7\uf0d8][ \t\u00a0]*(?P<item>\w.*)")
_LIKE_ITEMS = (
    re.compile(r"[-*+](?P<item>[^\W\d_].*)"),
    re.compile(r"(?:[–—]|o)[ \t\u00a0]+(?P<item>\S.*)"),
    re.compile(r"(?P<number>\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\))[ \t\u00a0]*(?P<item>\w.*)"),
    re.compile(r"(?P<number>(?:[a-z]|[ivx]{1,4})\.)[ \t\u00a0]+(?P<item>\w.*)"),
    re.compile(r"(?P<number>\d{1,2}\.)(?P<item>[^\W\d_].*)"),
    re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+\.?)[ \t\u00a0]+(?P<item>[^\W\d_].*)"),
    re.compile(r"[→⇒➔➜✅☑✔👉⭐][\ufe0f \t\u00a0]*(?P<item>\w.*)"),
    re.compile(r"(?P<number>[①-⑳])[ \t\u00a0]*(?P<item>\w.*)"),
)
"""What begins items for people; of one of these, two lines right below each other have to begin."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find the first such line of each paragraph."""
    for level in levels(text):
        for lines in level.paragraphs():
            yield from _items(lines)


def _items(lines: list[Line]) -> Iterator[Sign]:
    """Find the first line of a paragraph that begins like an item, and is none."""
    for (at, line), (_, below) in zip_longest(lines, lines[1:], fillvalue=(0, "")):
        bare = line.strip()
        if found := _BULLET.match(bare):
            yield Sign(at, bare, NO_LIST, _as_item(found["item"], "-"))
            return
        for pattern in _LIKE_ITEMS:
            if (found := pattern.match(bare)) and pattern.match(below.strip()):
                sign = "1." if "number" in pattern.groupindex else "-"
                yield Sign(at, bare, NO_LIST, _as_item(found["item"], sign))
                return


def _as_item(item: str, sign: str) -> Text:
    return say("write `{item}`, with an empty line above the list", item=f"{sign} {short(item)}")
