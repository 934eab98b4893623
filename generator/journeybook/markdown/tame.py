"""Bounds what unclosed and deeply nested brackets cost.

Python-Markdown looks for the partner of every `[` to the end of the paragraph: 8,000 of them in a row took ten seconds
(seen), and the time grows with the square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_OPEN = 32
"""How many `[` of a paragraph may be inside each other, and how many may have no `]`; further ones are text."""

_MARK = re.compile(r"\[|\]|(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n])")


def tame(text: str, instead: str = "(") -> str:
    """`text` with `instead` for every `[` that is one too many; almost always `text` itself."""
    if text.count("[") <= MOST_OPEN:
        return text
    pieces = []
    done = 0
    for place in sorted(_excess(text)):
        pieces += [text[done:place], instead]
        done = place + 1
    return "".join(pieces) + text[done:]


def _excess(text: str) -> Iterator[int]:
    paragraph: list[tuple[int, bool]] = []
    for match in _MARK.finditer(text):
        if match[0] in "[]":
            paragraph.append((match.start(), match[0] == "["))
        else:
            yield from _too_many(paragraph)
            paragraph.clear()
    yield from _too_many(paragraph)


def _too_many(paragraph: list[tuple[int, bool]]) -> Iterator[int]:
    """Of a paragraph's brackets (place, whether it opens): those without a partner, then those nested too deeply."""
    if len(paragraph) <= MOST_OPEN:
        return
    stack: list[int] = []
    for place, opens in paragraph:
        if opens:
            stack.append(place)
        elif stack:
            stack.pop()
    lonely = set(stack)
    yield from stack[MOST_OPEN:]
    depth = 0
    for place, opens in paragraph:
        if place in lonely:
            continue
        depth = depth + 1 if opens else max(depth - 1, 0)
        if opens and depth > MOST_OPEN:
            yield place
