"""Tables that are none, and cells that are on no page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, Unseen, as_read, short
from journeybook.problems import Text, say

_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*$")
_RULE_ROW = re.compile(r"[ ]{0,3}\|?(?:[ ]*:?-+:?[ ]*\|)*[ ]*:?-+:?[ ]*\|?[ ]*$")
_CODE = 4
"""Blanks that make code of what stands behind them."""
_MOST_COLUMNS = 30
"""Columns of a table that are shown."""
_FIRST_CELL = re.compile(r"(?!(?:\d{1,3}|\w)[.):]?$)\w")
"""A cell that begins a row: a number or a letter alone numbers an item."""
_SHORT = re.compile(r"[ ]*(?:[^\W\d_]|\d+(?:[.,:]\d+)*)[ ]*%?[ ]*")
"""A letter or a number alone."""
_COLUMNS_OF_ITEMS = 2
"""Columns that items have whose number stands before a tab."""
_COLUMNS = ("|", "\t", ";")
"""What stands between columns, in pages and in what spreadsheets write."""
_APART = "   "
"""Blanks that nobody types between two words of a sentence."""
_APART_CELLS = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_ENDS = (".", "!", "?", ":", ",", ";")
"""What a cell does not end in where the blanks behind it are those of a sentence."""
_FEWEST_WITH_SEMICOLONS = 3
_NO_COLUMNS = re.compile(r";[ ]|&\w+;")
"""Semicolons of sentences, and of signs of HTML."""
_MARKUP = re.compile(r"[*_`\[\]<>~=\\:&]")
_NO_TEXT = re.compile(r"\s*(?:[{<]|\[[^\]]+\]:|\*\[|[-–—]+8<)")
"""What begins attributes, HTML, a note, an abbreviation or a snippet, and is in no table."""
_IN_TICKS = re.compile(r"(?<![`\\])(`{1,3})(?!`)(?P<code>[^`\n]+)\1(?!`)")
_ESCAPED_BAR = r"\|"
_SEARCHED = re.compile(r"\b(?:grep|sed|awk|regex)\b")
"""Programs in whose code a backslash before a bar has a meaning of its own."""
_GRID = re.compile(r"[ ]{0,3}\+(?:[-=:]{2,}\+)+[ ]*$")
"""A line of a table as Pandoc draws it."""
_BAR = re.compile(r"(?<!\\)\|")


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find rows that readers see with their bars or tabs, and cells that they do not see."""
    for level in levels(text) if any(sign in text for sign in (*_COLUMNS, _APART)) else ():
        if level.is_box and extensions is None:  # there is no box in a field
            continue
        above: list[str] = []
        for lines in level.paragraphs():
            yield from _no_table(lines)
            yield from _lost_cells(lines)
            yield from _of_spreadsheet(lines)
            yield from _with_blanks(lines)
            yield from _without_ends(lines)
            yield from _of_pandoc(lines)
            yield from _as_code(lines)
            yield from _broken_rows(lines)
            yield from _text_below(lines)
            yield from _second_table(lines)
            rows = [line for _, line in lines]
            if _is_table(above) and all(map(_ROW.match, rows)) and not _is_table(rows):
                message = say("this row is no longer part of the table above: readers see the bars")
                yield Sign(lines[0][0], as_read(rows[0]), message, say("take the empty line above it out"))
            if len(above) == len(rows) == 1 and _are_head_and_rule(above[0], rows[0]):
                message = say("an empty line stands in this table: readers see its bars")
                yield Sign(lines[0][0], as_read(rows[0]), message, say("take the empty lines between its rows out"))
            above = rows


def find_in_code(text: str, bare: str) -> Iterator[Sign]:
    """Find backslashes before bars in code of cells, where readers see them; `bare` is the text without its code."""
    for level in levels(bare) if "`" in text and _ESCAPED_BAR in text else ():
        for lines in level.paragraphs():
            if _is_table([line for _, line in lines]):
                yield from _barred(text, lines)


def _barred(text: str, lines: list[Line]) -> Iterator[Sign]:
    for at, _ in lines:
        end = text.find("\n", at)
        for found in _IN_TICKS.finditer(text, at, end if end >= 0 else len(text)):
            if _ESCAPED_BAR in found["code"] and not _SEARCHED.search(found[0]):
                message = say("readers see the backslash of ‘{code}’", code=short(found["code"]))
                meant = found["code"].replace(_ESCAPED_BAR, "|")
                hint = say("write `{code}` in its place: in code, a bar parts no cells", code=short(meant))
                yield Sign(found.start(), "", message, hint)


def _is_table(lines: list[str]) -> bool:
    return len(lines) > 1 and "|" in lines[0] and bool(_RULE_ROW.match(lines[1]))


def _no_table(lines: list[Line]) -> Iterator[Sign]:
    rows = [place for place, (_, line) in enumerate(lines) if _ROW.match(line)]
    if len(rows) < 2 or rows[1] != rows[0] + 1:
        return
    at, first = lines[rows[0]]
    rule = _rule(_cells(first))
    if rows[0] == 0 and "-" in first and _RULE_ROW.match(first):
        hint = say("write the line with the headings of the columns above it, as `{row}`", row=_headings(_cells(first)))
    elif rows[0]:
        hint = say("leave the line above it empty")
    elif len(lines) > 1 and _RULE_ROW.match(lines[1][1]):
        hint = say("write `{rule}` below the first line: as many columns as it has", rule=rule)
    else:
        hint = _below_first(_cells(first))
    yield Sign(at, as_read(first), say("this is no table here: readers see the bars"), hint)


def _rule(cells: list[str]) -> str:
    return "|" + "---|" * min(len(cells), _MOST_COLUMNS)


def _headings(cells: list[str]) -> str:
    return "|" + " … |" * min(len(cells), _MOST_COLUMNS)


def _of_spreadsheet(lines: list[Line]) -> Iterator[Sign]:
    """Find the rows of a spreadsheet, with tabs or semicolons; a word stands in each of the first column."""
    for sign, message in (
        ("\t", say("readers see these rows in one paragraph, and no table: there are tabs between the columns")),
        (";", say("readers see these rows in one paragraph, and no table: there are semicolons between the columns")),
    ):
        rows = [line.rstrip(" ").split(sign) for _, line in lines]
        if _are_rows(rows) and (sign == "\t" or _are_of_semicolons(lines, len(rows[0]))):
            cells = [cell.strip() for cell in rows[0]][:_MOST_COLUMNS]
            row = f"| {' | '.join(cells)} |"
            hint = say("write `{row}`, `{rule}` below it, and so the other rows", row=row, rule=_rule(cells))
            yield Sign(lines[0][0], as_read(lines[0][1]), message, hint)


def _with_blanks(lines: list[Line]) -> Iterator[Sign]:
    """Find rows whose cells stand below each other with blanks between them, as in a letter of fixed width."""
    rows = [line.rstrip() for _, line in lines]
    if not all(_APART_CELLS.search(row) for row in rows) or any(_MARKUP.search(row) or "|" in row for row in rows):
        return
    begins = [[cell.end() for cell in _APART_CELLS.finditer(row)] for row in rows]
    is_even = len(rows) > 1 and all(places == begins[0] for places in begins)
    cells = [_APART_CELLS.split(row) for row in rows]
    if is_even and any(_APART in row for row in rows) and not any(cell.endswith(_ENDS) for cell in cells[0]):
        message = say("readers see these rows in one paragraph, and no table: there are blanks between the columns")
        row = f"| {' | '.join(cells[0][:_MOST_COLUMNS])} |"
        hint = say("write `{row}`, `{rule}` below it, and so the other rows", row=row, rule=_rule(cells[0]))
        yield Sign(lines[0][0], as_read(lines[0][1]), message, hint)


def _without_ends(lines: list[Line]) -> Iterator[Sign]:
    """Find rows with bars between their cells, and none at their ends, that have no rule."""
    rows = [_cells(line) for _, line in lines]
    is_plain = all("|" in line and not _MARKUP.search(line) and not _RULE_ROW.match(line) for _, line in lines)
    is_even = len(rows) > 1 and all(len(row) == len(rows[0]) and all(row) for row in rows)
    if is_plain and is_even and not any("|" in (line.strip()[:1], line.strip()[-1:]) for _, line in lines):
        message = say("this is no table here: readers see the bars")
        yield Sign(lines[0][0], as_read(lines[0][1]), message, _below_first(rows[0]))


def _of_pandoc(lines: list[Line]) -> Iterator[Sign]:
    """Find the first line of a table that is drawn with signs."""
    if len(lines) > 1 and _GRID.match(lines[0][1]) and _ROW.match(lines[1][1]):
        message = say("this is no table here: readers see its signs")
        hint = say("take the lines with + out, and write `{rule}` below the first row", rule=_rule(_cells(lines[1][1])))
        yield Sign(lines[0][0], as_read(lines[0][1]), message, hint)


def _below_first(cells: list[str]) -> Text:
    return say("write `{rule}` below the first line", rule=_rule(cells))


def _are_rows(rows: list[list[str]]) -> bool:
    columns = len(rows[0])
    is_even = all(re.match(r"\w", row[0]) and len(row) == columns for row in rows)
    begin_so = _FIRST_CELL.match(rows[0][0]) or columns > _COLUMNS_OF_ITEMS or _are_short(rows)
    return len(rows) > 1 and columns > 1 and is_even and bool(begin_so) and any(rows[0][1:])


def _are_short(rows: list[list[str]]) -> bool:
    """Tell whether letters and figures stand in all cells, so that the first ones number no items."""
    return all(_SHORT.fullmatch(cell) for row in rows for cell in row)


def _are_of_semicolons(lines: list[Line], columns: int) -> bool:
    """Tell whether semicolons part columns: three of them, or three rows, and none is of a sentence."""
    return max(columns, len(lines)) >= _FEWEST_WITH_SEMICOLONS and not any(
        _NO_COLUMNS.search(line) for _, line in lines
    )


def _as_code(lines: list[Line]) -> Iterator[Sign]:
    """Find tables that four blanks make code of; in items they make none, and readers see the cells."""
    bare = [line[_CODE:] for _, line in lines]
    is_indented = all(line.startswith(" " * _CODE) for _, line in lines)
    if is_indented and _is_table(bare) and _ROW.match(bare[0]) and not _MARKUP.search(bare[0]):
        message = say("this table is shown as code, for four blanks stand before it")
        hint = say("begin each of its lines at the start of the line")
        yield Unseen(lines[0][0], "", message, hint, " ".join(" ".join(_cells(bare[0])).split()))


def _broken_rows(lines: list[Line]) -> Iterator[Sign]:
    """Find rows of a table, with bars at both ends, that go on in the next line."""
    if _is_table([line for _, line in lines]) and _ROW.match(lines[0][1]):
        for (at, line), (_, below) in pairwise(lines[2:]):
            row, rest = line.strip(), below.strip()
            if row.startswith("|") and not row.endswith("|") and rest.endswith("|") and not rest.startswith("|"):
                message = say("this row goes on in the next line: readers see two rows")
                yield Sign(at, "", message, say("write it on one line, with `<br>` where a new line is meant"))


def _text_below(lines: list[Line]) -> Iterator[Sign]:
    """Find the first line below a table with bars at both ends that has none, and is a row to Markdown."""
    if not _is_table([line for _, line in lines]) or not _ROW.match(lines[0][1]):
        return
    for (_, above), (at, line) in pairwise(lines[1:]):
        if not _BAR.search(line) and not _NO_TEXT.match(line) and above.rstrip().endswith("|"):
            message = say("readers see this line as a row of the table above it")
            yield Sign(at, "", message, say("leave the line above this empty"))
            return


def _second_table(lines: list[Line]) -> Iterator[Sign]:
    """Find the first line of a table right below another one, of which its lines are rows to Markdown."""
    if not _is_table([line for _, line in lines]):
        return
    for place, ((at, head), (below, rule)) in enumerate(pairwise(lines[2:])):
        if _are_head_and_rule(head, rule) and not place:  # between the rows of one table
            yield Sign(below, "", say("readers see the hyphens of this line"), say("take the line out"))
            return
        if _are_head_and_rule(head, rule):
            message = say("readers see this table as rows of the one above it")
            yield Sign(at, "", message, say("leave the line above this empty"))
            return


def _are_head_and_rule(head: str, rule: str) -> bool:
    """Tell whether two lines begin a table; dots in the cells of a row, as `-`, are no rule."""
    is_rule = _ROW.match(rule) and _RULE_ROW.match(rule) and "--" in rule
    return bool(is_rule and _ROW.match(head) and not _RULE_ROW.match(head)) and len(_cells(head)) == len(_cells(rule))


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
