"""Non-breaking spaces, which some keyboards make in place of blanks, where Markdown looks for blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.levels import levels
from journeybook.markdown.signs.sign import Sign, as_read
from journeybook.problems import say

_ITEM = re.compile(r"[ \t]*\u00a0[ \t\u00a0]*(?P<item>(?:[-*+]|\d{1,2}\.)[ \t]+\S.*)")
_REAL = re.compile(r"[ ]*(?:[-*+]|\d{1,9}\.)[ ]+\S")
_NEARLY_EMPTY = re.compile(r"(?<=[^\n\s\\])\n(?P<line>[ \t]*\u00a0[ \t\u00a0]*)(?=\n[^\n\s])")
"""A line between two texts with such spaces alone in it; behind a line that ends in two blanks it may be meant."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such spaces before an item below another one, and in a line that is to part two paragraphs."""
    if "\u00a0" not in text:
        return
    for level in levels(text):
        for lines in level.paragraphs():
            has_item = False
            for at, line in lines:
                has_item = has_item or bool(_REAL.match(line))
                if has_item and (found := _ITEM.fullmatch(line)):
                    message = say("this is no item: non-breaking spaces (U+00A0) stand before it")
                    yield Sign(at, as_read(found["item"]), message, say("write blanks in their place"))
    for found in _NEARLY_EMPTY.finditer(text) if extensions is not None else ():
        message = say("this line is not empty: a non-breaking space (U+00A0) is in it, and makes one paragraph of both")
        yield Sign(found.start("line"), "", message, say("delete what stands in it"))
