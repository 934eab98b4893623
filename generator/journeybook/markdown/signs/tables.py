"""Tables that are none, and cells that are on no page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.paragraphs import paragraphs
from journeybook.markdown.signs.sign import Sign, Unseen
from journeybook.problems import say

_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*$")
_RULE_ROW = re.compile(r"[ ]{0,3}\|?(?:[ ]*:?-+:?[ ]*\|)*[ ]*:?-+:?[ ]*\|?[ ]*$")
_MOST_COLUMNS = 30
"""Columns of a table that are shown."""
_BAR = re.compile(r"(?<!\\)\|")


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find rows that readers see with their bars, and cells that they do not see."""
    above: list[str] = []
    for start, lines in paragraphs(text):
        yield from _no_table(start, lines)
        yield from _lost_cells(start, lines)
        if _is_table(above) and all(map(_ROW.match, lines)) and not _is_table(lines):
            hint = say("take the empty line above it out")
            yield Sign(
                start, lines[0], say("this row is no longer part of the table above: readers see the bars"), hint
            )
        above = lines


def _is_table(lines: list[str]) -> bool:
    return len(lines) > 1 and "|" in lines[0] and bool(_RULE_ROW.match(lines[1]))


def _no_table(start: int, lines: list[str]) -> Iterator[Sign]:
    rows = [place for place, line in enumerate(lines) if _ROW.match(line)]
    if len(rows) < 2 or rows[1] != rows[0] + 1:
        return
    first = lines[rows[0]]
    at = start + sum(len(line) + 1 for line in lines[: rows[0]])
    rule = "|" + "---|" * min(len(_cells(first)), _MOST_COLUMNS)
    if rows[0]:
        hint = say("leave the line above it empty")
    elif len(lines) > 1 and _RULE_ROW.match(lines[1]):
        hint = say("write `{rule}` below the first line: as many columns as it has", rule=rule)
    else:
        hint = say("write `{rule}` below the first line", rule=rule)
    yield Sign(at, first, say("this is no table here: readers see the bars"), hint)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]


def _lost_cells(start: int, lines: list[str]) -> Iterator[Sign]:
    """Find cells beyond the columns of the first row."""
    if len(lines) < 3 or "|" not in lines[0] or not _RULE_ROW.match(lines[1]):
        return
    columns = len(_cells(lines[0]))
    at = start + len(lines[0]) + len(lines[1]) + 2
    for line in lines[2:]:
        if beyond := [cell for cell in _cells(line)[columns:] if cell]:
            message = say("readers do not see ‘{cell}’: the first line has no column for it", cell=beyond[0])
            hint = say("give the first two lines as many columns, or write `{code}` for a bar", code=r"\|")
            yield Unseen(at + line.rfind(beyond[0]), "", message, hint, beyond[0])
        at += len(line) + 1
