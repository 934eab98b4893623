"""Signs at the start of lines that make no list for Markdown: bullets, letters, numbers in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, as_read, short
from journeybook.problems import Text, say

NO_LIST = say("readers see this in one paragraph, and no list")
_BULLET = re.compile(r"[•‣◦▪▫●○■□∙➢➤►✓✔❖·\uf0a7\uf0b7\uf0d8][ \t\u00a0]*(?P<item>(?:\*{1,2}|__?|\[)?\w.*)")
_LIKE_ITEMS = (
    re.compile(r"[-*+](?P<item>[^\W\d_].*)"),
    re.compile(r"[-*+]\u00a0\s*(?P<item>\S.*)"),
    re.compile(r"(?P<number>\d{1,2}\.)\u00a0\s*(?P<item>\S.*)"),
    re.compile(r"(?:[–—]|o)[ \t\u00a0]+(?P<item>\S.*)"),
    re.compile(r"(?P<number>\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\))[ \t\u00a0]*(?P<item>(?:\*{1,2}|__?|\[)?\w.*)"),
    re.compile(r"(?P<number>(?:[a-z]|[ivx]{1,4})\.)[ \t\u00a0]+(?P<item>(?:\*{1,2}|__?|\[)?\w.*)"),
    re.compile(r"(?P<number>\d{1,2}\.)(?P<item>[^\W\d_].*)"),
    re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+\.?)[ \t\u00a0]+(?P<item>[^\W\d_].*)"),
    re.compile(r"[→⇒➔➜✅☑✔👉⭐][\ufe0f \t\u00a0]*(?P<item>(?:\*{1,2}|__?|\[)?\w.*)"),
    re.compile(r"(?P<number>[①-⑳])[ \t\u00a0]*(?P<item>(?:\*{1,2}|__?|\[)?\w.*)"),
    re.compile(r"(?P<number>\d{1,2}(?:\.\)|/))[ \t\u00a0]+(?P<item>(?:\*{1,2}|__?|\[)?[^\W\d_].*)"),
    re.compile(r"(?P<number>\d{1,2})[ ][-–—][ ](?P<item>(?:\*{1,2}|__?|\[)?[^\W\d_].*)"),
    re.compile(r"(?P<number>(?:No|Nr)\.[ ]?\d{1,2}[:.)])[ \t\u00a0]+(?P<item>(?:\*{1,2}|__?|\[)?[^\W\d_].*)"),
    re.compile(r"[§Øüð][ \t\u00a0]+(?P<item>(?:\*{1,2}|__?|\[)?[^\W\d_].*)"),  # bullets of Word, in another font
    re.compile(r"»[ \t\u00a0]+(?P<item>(?:\*{1,2}|__?|\[)?[^\W\d_][^«]*)$"),
)
"""What begins items for people; of one of these, two lines right below each other have to begin."""

_REAL = re.compile(r"(?P<margin>[ ]*)(?P<sign>[-*+]|\d{1,9}\.)[ \t]+\S")
_GLUED = re.compile(
    r"(?P<margin>[ ]*)(?:(?P<sign>[-+])|(?P<star>\*)(?!.*\*)|(?P<number>\d{1,2}\.))"
    r"(?:\u00a0\s*|(?=[^\W\d_]))(?P<item>\S.*)"
)
"""What is an item but for the blank behind its sign; stars may be around words."""


_FLOWING = (
    _BULLET,
    re.compile(r"[–—☐☑☒✅→⇒⇨▸➔➜👉⭐][\ufe0f \t\u00a0]+(?P<item>\S.*)"),
    re.compile(r"(?P<number>\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\))[ \t\u00a0]+(?P<item>\S.*)"),
    re.compile(r"(?P<number>(?:[a-z]|[ivx]{1,4})\.)[ \t\u00a0]+(?P<item>\S.*)"),
    re.compile(r"(?P<number>[①-⑳])[ \t\u00a0]*(?P<item>\S.*)"),
)
"""What begins items for people, and is no Markdown: where lines flow into one, two with the same kind are a list."""


def flowing_items(lines: list[str]) -> list[str]:
    """Give the lines that begin as items do for people, two below each other at least, each as Markdown has it."""
    for form in _FLOWING:
        found = [form.match(line.strip()) for line in lines]
        if any(map(all, pairwise(found))):
            sign = "1." if "number" in form.groupindex else "-"
            return [f"{sign} {item['item']}" for item in found if item]
    return []


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find the first such line of each paragraph."""
    for level in levels(text):
        for lines in level.paragraphs():
            yield from _items(lines)
            yield from _glued(lines)


def is_glued(line: str, other: str) -> bool:
    """Tell whether a line would be an item like another one, had it a blank behind its sign."""
    glued, real = _GLUED.match(line), _REAL.match(other)
    if glued is None or real is None or glued["margin"] != real["margin"]:
        return False
    return real["sign"][-1] == "." if glued["number"] else real["sign"] == (glued["sign"] or glued["star"])


def _glued(lines: list[Line]) -> Iterator[Sign]:
    """Find lines that are part of the item above or below them for want of a blank."""
    real = ""
    for (at, line), (_, below) in zip_longest(lines, lines[1:], fillvalue=(0, "")):
        if _REAL.match(line):
            real = line
        elif (found := _GLUED.match(line)) and (is_glued(line, real) or is_glued(line, below)):
            message = say("this is no item: there is no blank behind its sign")
            code = short(f"{found['number'] or found['sign'] or found['star']} {found['item']}")
            yield Sign(at, _as_seen(found).strip(), message, say("write `{item}`", item=code))


def _items(lines: list[Line]) -> Iterator[Sign]:
    """Find the first line of a paragraph that begins like an item, and is none."""
    for (at, line), (_, below) in zip_longest(lines, lines[1:], fillvalue=(0, "")):
        bare = line.strip()
        if found := _BULLET.match(bare):
            yield Sign(at, _as_seen(found), NO_LIST, _as_item(found["item"], "-"))
            return
        for pattern in _LIKE_ITEMS:
            if (found := pattern.match(bare)) and pattern.match(below.strip()):
                sign = "1." if "number" in pattern.groupindex else "-"
                yield Sign(at, _as_seen(found), NO_LIST, _as_item(found["item"], sign))
                return


def _as_seen(item: re.Match[str]) -> str:
    """Give a line as readers see it: with its sign, which is no beginning of slanted words."""
    begin = item.start("item")
    return item.string[:begin] + as_read(item.string[begin:])


def _as_item(item: str, sign: str) -> Text:
    return say("write `{item}`, with an empty line above the list", item=f"{sign} {short(item)}")
