"""Bound what unclosed and deeply nested brackets, and very deep lists, cost.

Python-Markdown looks for the partner of every `[`, and of the `(` of a link, to the end of the paragraph: 8,000 of them
in a row took ten seconds (seen), and the time grows with the square. It calls itself for every level of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

MOST_OPEN = 32
"""How many `[` of a paragraph may be inside each other, and how many may have no `]`; further ones are text.

So for `(`.
"""

MOST_EXCESS = 1000
"""How many brackets more than that a chapter, which its author's builder renders as it is, may have."""

_MARK = re.compile(r"\\.|\[|\]\(|\(|\]|\)|(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n])")
_FURTHER = re.compile(r"^((?: {4}| {0,3}\t){60})[ \t]+", re.MULTILINE)
"""The part of a line's indentation that is beyond sixty levels."""
_DEEP_LIST = re.compile(r"^(?: {4}| {0,3}\t){60}[ \t]*(?:[-*+]|[0-9]+\.)[ \t]", re.MULTILINE)


def tame(text: str, instead: str = "(") -> str:
    """Put `instead` for every `[` that is one too many, and a backslash before such a `(` of a link.

    Lines are indented by sixty levels at most. Almost always, the text comes back as it was.
    """
    text = _FURTHER.sub(r"\1", text)
    if text.count("[") <= MOST_OPEN:
        return text
    pieces = []
    done = 0
    for place in sorted(_excess(text)):
        pieces += [text[done:place], instead if text[place] == "[" else r"\("]
        done = place + 1
    return "".join(pieces) + text[done:]


def strained(text: str) -> int | None:
    """Find where Python-Markdown could take minutes for a text, or break at it; None for all that is sane."""
    deep = _DEEP_LIST.search(text)
    many = next(islice(_excess(text), MOST_EXCESS, None), None) if text.count("[") > MOST_EXCESS else None
    found = [place for place in (deep.start() if deep else None, many) if place is not None]
    return min(found, default=None)


def _excess(text: str) -> Iterator[int]:
    square: list[tuple[int, bool]] = []
    round: list[tuple[int, bool]] = []
    for match in _MARK.finditer(text):
        found = match[0]
        if found[0] == "\\":  # a bracket behind it is a text already; another backslash would make it a bracket again
            continue
        if "[" in found or "]" in found:
            square.append((match.start(), found == "["))
        if "(" in found or ")" in found:
            round.append((match.end() - 1, "(" in found))
        if found[-1] not in "[]()":
            yield from _too_many(square)
            yield from _of_links(text, round)
            square.clear()
            round.clear()
    yield from _too_many(square)
    yield from _of_links(text, round)


def _of_links(text: str, paragraph: list[tuple[int, bool]]) -> Iterator[int]:
    """Give those parentheses that are too many of the ones that a link would begin with."""
    return (place for place in _too_many(paragraph) if text[place - 1 : place] == "]")


def _too_many(paragraph: list[tuple[int, bool]]) -> Iterator[int]:
    """Find the brackets without a partner, then those nested too deeply, of one kind (place, whether it opens)."""
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
