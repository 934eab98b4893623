"""Parts a Markdown text into what stands at its margin, and what stands in each box, tab and quotation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

Line = tuple[int, str]
"""A line without what is around it, tabs before it as blanks, and the place of its first letter."""

_BOX = re.compile(r"[ ]*(?:!!!|\?\?\?\+?|===[!+]{0,2})[ ]+\S")
_QUOTATION = re.compile(r"[ ]{0,3}>[ ]?")
_ALERT = re.compile(r"[ ]{0,3}>[ ]?\[!")
"""What begins a box at GitHub, of which others tell."""
_BOX_LEVEL = 4
_MOST_LEVELS = 30


@dataclass(frozen=True, slots=True)
class Level:
    """Lines of one level, and whether a box or a tab, or a quotation, is around them.

    Where another level was, they are empty; `parts` are the places where one begins, with the blanks before it.
    """

    lines: list[Line]
    is_box: bool = False
    is_quotation: bool = False
    parts: Mapping[int, int] = field(default_factory=dict)

    def paragraphs(self) -> Iterator[list[Line]]:
        """Give each run of lines without an empty one."""
        run: list[Line] = []
        for at, line in [*self.lines, (0, "")]:
            if line.strip():
                run.append((at, line))
            elif run:
                yield run
                run = []


@lru_cache(maxsize=2)  # several kinds of signs ask for those of one text
def levels(text: str) -> tuple[Level, ...]:
    """Give the lines of a text in boxes, tabs and quotations, and last those outside of all."""
    return tuple(_within(Level(_placed(text)), 0))


def _placed(text: str) -> list[Line]:
    at = 0
    lines = []
    for line in text.split("\n"):
        margin = len(line) - len(line.lstrip())
        lines.append((at + margin, line[:margin].replace("\t", " " * _BOX_LEVEL) + line[margin:]))
        at += len(line) + 1
    return lines


def _within(level: Level, depth: int) -> Iterator[Level]:
    lines, place = level.lines, 0
    outside: list[Line] = []
    parts: dict[int, int] = {}
    while place < len(lines):
        at, line = lines[place]
        end, inner = _block(lines, place) if depth < _MOST_LEVELS else (place, None)
        if inner is None:
            outside.append((at, line))
            place += 1
            continue
        parts[at] = len(line) - len(line.lstrip())
        outside += [(at, "") for at, _ in lines[place:end]]
        yield from _within(inner, depth + 1)
        place = end
    yield Level(outside, level.is_box, level.is_quotation, parts)


def _block(lines: list[Line], place: int) -> tuple[int, Level | None]:
    """Give the end of the box, tab or quotation that begins with a line, and what is in it; None where none does."""
    line = lines[place][1]
    if _BOX.match(line):
        margin = len(line) - len(line.lstrip()) + _BOX_LEVEL
        end = _end(lines, place + 1, lambda other: not other.strip() or other.startswith(" " * margin))
        return end, Level([(at, inner[margin:]) for at, inner in lines[place + 1 : end]], is_box=True)
    if _QUOTATION.match(line) and not _ALERT.match(line):
        end = _end(lines, place + 1, lambda other: bool(other.strip()))  # further lines need no sign
        return end, Level([_quoted(*one) for one in lines[place:end]], is_quotation=True)
    return place, None


def _end(lines: list[Line], place: int, is_in: Callable[[str], bool]) -> int:
    while place < len(lines) and is_in(lines[place][1]):
        place += 1
    return place


def _quoted(at: int, line: str) -> Line:
    found = _QUOTATION.match(line)
    if found is None:
        return at, line
    rest = line[found.end() :]
    behind_sign = found.end() - (len(line) - len(line.lstrip()))
    return at + behind_sign + len(rest) - len(rest.lstrip()), rest
