"""Tables that are none, and cells that are on no page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, Unseen
from journeybook.problems import say

_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*$")
_RULE_ROW = re.compile(r"[ ]{0,3}\|?(?:[ ]*:?-+:?[ ]*\|)*[ ]*:?-+:?[ ]*\|?[ ]*$")
_MOST_COLUMNS = 30
"""Columns of a table that are shown."""
_FIRST_CELL = re.compile(r"(?!(?:\d{1,3}|\w)[.):]?$)\w")
"""A cell that begins a row: a number or a letter alone numbers an item."""
_BAR = re.compile(r"(?<!\\)\|")


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find rows that readers see with their bars or tabs, and cells that they do not see."""
    for level in levels(text) if "|" in text or "\t" in text else ():
        if level.is_box and extensions is None:  # there is no box in a field
            continue
        above: list[str] = []
        for lines in level.paragraphs():
            yield from _no_table(lines)
            yield from _lost_cells(lines)
            yield from _with_tabs(lines)
            rows = [line for _, line in lines]
            if _is_table(above) and all(map(_ROW.match, rows)) and not _is_table(rows):
                message = say("this row is no longer part of the table above: readers see the bars")
                yield Sign(lines[0][0], rows[0].strip(), message, say("take the empty line above it out"))
            above = rows


def _is_table(lines: list[str]) -> bool:
    return len(lines) > 1 and "|" in lines[0] and bool(_RULE_ROW.match(lines[1]))


def _no_table(lines: list[Line]) -> Iterator[Sign]:
    rows = [place for place, (_, line) in enumerate(lines) if _ROW.match(line)]
    if len(rows) < 2 or rows[1] != rows[0] + 1:
        return
    at, first = lines[rows[0]]
    rule = _rule(_cells(first))
    if rows[0]:
        hint = say("leave the line above it empty")
    elif len(lines) > 1 and _RULE_ROW.match(lines[1][1]):
        hint = say("write `{rule}` below the first line: as many columns as it has", rule=rule)
    else:
        hint = say("write `{rule}` below the first line", rule=rule)
    yield Sign(at, first.strip(), say("this is no table here: readers see the bars"), hint)


def _rule(cells: list[str]) -> str:
    return "|" + "---|" * min(len(cells), _MOST_COLUMNS)


def _with_tabs(lines: list[Line]) -> Iterator[Sign]:
    """Find the rows of a spreadsheet, whose cells have tabs between them; a word stands in each of the first column."""
    rows = [line.rstrip(" ").split("\t") for _, line in lines]
    columns = len(rows[0])
    begin_so = all(_FIRST_CELL.match(row[0]) and len(row) == columns for row in rows)
    if len(rows) < 2 or columns < 2 or not begin_so or not any(rows[0][1:]):
        return
    message = say("readers see these rows in one paragraph, and no table: there are tabs between the columns")
    cells = [cell.strip() for cell in rows[0]][:_MOST_COLUMNS]
    hint = say(
        "write `{row}`, `{rule}` below it, and so the other rows", row=f"| {' | '.join(cells)} |", rule=_rule(cells)
    )
    yield Sign(lines[0][0], lines[0][1], message, hint)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]


def _lost_cells(lines: list[Line]) -> Iterator[Sign]:
    """Find cells beyond the columns of the first row."""
    if len(lines) < 3 or not _is_table([line for _, line in lines]):
        return
    columns = len(_cells(lines[0][1]))
    for at, line in lines[2:]:
        if beyond := [cell for cell in _cells(line)[columns:] if cell]:
            message = say("readers do not see ‘{cell}’: the first line has no column for it", cell=beyond[0])
            hint = say("give the first two lines as many columns, or write `{code}` for a bar", code=r"\|")
            margin = len(line) - len(line.lstrip())
            yield Unseen(at + line.rfind(beyond[0]) - margin, "", message, hint, beyond[0])
