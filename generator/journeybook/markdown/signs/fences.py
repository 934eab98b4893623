"""Fences of code: where each begins and ends, in time that grows with the text alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_OPENS = re.compile(r"^[ ]*(?P<signs>`{3,}+|~{3,}+)[^\n`]*+\n", re.M)
_CLOSES = re.compile(r"^[ ]*(?P<signs>`{3,}+|~{3,}+)[ ]*$", re.M)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence that is closed: its lines from `start` to `end`, its signs from `at` to `info`, and its code."""

    signs: str
    start: int
    at: int
    info: int
    code: int
    below: int
    end: int


def fences(text: str) -> Iterator[Fence]:
    """Give the fences of a text that have an end, each with the next line of its own signs alone for it.

    What may end one is looked for once: of many that nobody has closed, each would be followed to the text's end.
    """
    ends = defaultdict[str, list[tuple[int, int]]](list)
    for line in _CLOSES.finditer(text):
        ends[line["signs"]].append(line.span())
    at = 0
    while opens := _OPENS.search(text, at):
        closing = ends[opens["signs"]]
        number = bisect_left(closing, (opens.end(), 0))
        at = opens.end()
        if number < len(closing):
            below, at = closing[number]
            yield Fence(opens["signs"], opens.start(), *opens.span("signs"), opens.end(), below, at)
