"""Show what a label, a choice or a row of a handout means that has its line, its box or its cells typed into it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.model.handout import Handout, HandoutField
from journeybook.model.misread import Told
from journeybook.problems import Path, say
from journeybook.source.quotes import in_quotes

_LINE = re.compile(r"(?P<label>[^_…]*?[^\s_….])\s*(?:_{3,}|\.{4,}|…{2,})\s*")
_BOX = re.compile(r"[☐□▢◻⬜]")
_BOX_BEFORE = re.compile(r"(?:[☐□▢◻⬜☑○◯]|\[[ _xX]?\]|\([ _]?\))\s*(?P<label>\S.*)")
_TITLE = re.compile(r"[^\W\d_][\w’/-]*(?: [\w’/-]+){0,4}")
_LINES_IN_INTRO = re.compile(
    r"^[ \t]*(?:[-*+] +|\d+[.)] +)?(?P<label>[^\W_][^_\n|]*?)[ \t]*(?P<line>_{4,}|\.{6,}|…{3,})", re.M
)
_AT_THE_TOP = {
    **dict.fromkeys(("name", "your name", "my name", "full name", "ihr name", "dein name", "nom", "nombre"), "Name"),
    **dict.fromkeys(("date", "today’s date", "today's date", "datum", "fecha"), "Date"),
}
"""Labels of what every sheet has at its top."""
_SHOWN = 8
"""Signs of a line that are shown."""
_CELLS = re.compile(r"\s*[|;\t]\s*")


def typed_places(field: HandoutField) -> Iterator[tuple[Path, Told]]:
    """Give what is typed into a field that pages draw by themselves: the path within the field, and what to write."""
    message = say("a place to write is drawn here, and the label has one typed as well")
    if (line := _LINE.fullmatch(field.label)) and "...." not in line["label"]:
        yield (), (message, say("write `{label}` alone", label=line["label"]))
    elif not field.choices and len(parts := _boxes(field.label)) > 2 and all(parts[1:]):
        shown = f"{{label: {parts[0] or '…'}, choices: [{', '.join(parts[1:])}]}}"
        yield (), (message, say("write `{shown}`", shown=shown))
    for place, choice in enumerate(field.choices or ()):
        if box := _BOX_BEFORE.fullmatch(choice):
            told = say("a box is drawn before each choice, and this one has a second one typed")
            yield ("choices", place), (told, say("write `{label}` alone", label=box["label"]))
    yield from _rows(field)


def beside_fields(sheet: Handout) -> Iterator[tuple[Path, Told]]:
    """Give what is wrong with a handout beside its fields: a title alone, lines in its introduction, a name twice."""
    intro = (sheet.intro or "").strip()
    if not (sheet.fields or intro or sheet.solution):
        message = say("this handout is a title alone, and no sheet to write on")
        yield ("title",), (message, say("write `fields:` below it, and what people write into as its items"))
    elif line := _LINES_IN_INTRO.search(intro):
        message = say("‘{line}’ is typed into a text: on a screen nobody can write there", line=line["line"][:_SHOWN])
        label = line["label"].strip(" :*")
        hint = say(
            "write a field in its place, such as `fields: [{label}]`",
            label=label if _TITLE.fullmatch(label) else in_quotes(label),
        )
        yield ("intro",), (message, hint)
    yield from _named_twice(sheet)


def _named_twice(sheet: Handout) -> Iterator[tuple[Path, Told]]:
    """Give the first fields that ask for what the top of every sheet asks for."""
    for place, field in enumerate(sheet.fields):
        top = _AT_THE_TOP.get(field.label.casefold().strip(" :"))
        if top is None or field.hint or field.kinds != ["lines"] or (field.lines or 1) > 1:
            return
        message = say("every sheet has a line for the name and one for the date at its top")
        yield ("fields", place), (message, say("take it out; or say whose or which it is, such as `Name of …`"))


def several_in_one(field: HandoutField) -> Iterator[tuple[Path, Told]]:
    """Give the only heading or choice of a field that is a number, or several of them in one text, and what is meant.

    Several have a capital letter each: `Wish, First step`; or a bar between them.
    """
    columns = field.table.columns if field.table else ()
    if len(columns) == 1 and (parts := several_titles(columns[0])):
        message = say("this is read as one column, and not as {number}", number=len(parts))
        yield ("table", "columns"), (message, say("write `[{words}]`", words=", ".join(parts)))
    if field.choices and len(field.choices) == 1 and field.choices[0].isdigit():
        message = say("‘{text}’ would be all that there is to choose", text=field.choices[0])
        yield ("choices",), (message, say("write the choices, such as `choices: [Yes, No]`"))


def several_titles(text: str) -> list[str]:
    """Part a text with several labels or headings in it; none where it is one."""
    parts = [part.strip() for part in re.split(r"\s*[|;,]\s*", text.strip("| "))]
    are_titles = all(part[:1].isupper() and _TITLE.fullmatch(part) for part in parts)
    return parts if len(parts) > 1 and are_titles else []


def _boxes(label: str) -> list[str]:
    return [part.strip() for part in _BOX.split(label)]


def _rows(field: HandoutField) -> Iterator[tuple[Path, Told]]:
    columns = len(field.table.columns) if field.table else 0
    for place, row in enumerate(field.table.rows if field.table else ()):
        cells = _cells(row[0]) if len(row) == 1 and columns > 1 else []
        if 1 < len(cells) <= columns:
            told = say("this row is one text, and fills its first cell alone")
            shown = ", ".join(cell if re.fullmatch(r"[^\W\d_][\w ’-]*", cell) else in_quotes(cell) for cell in cells)
            yield ("table", "rows", place), (told, say("write `- [{cells}]`", cells=shown))


def _cells(text: str) -> list[str]:
    """Part a row at signs that stand between cells; at commas only where a part behind them reads like one.

    `Monday, 14 January` and `Oslo, Norway` are one cell.
    """
    cells = _CELLS.split(text.strip("| "))
    if len(cells) == 1 and not re.search(r"\d", text):
        parts = text.split(", ")
        reads_so = all(part[:1].isupper() for part in parts) and any(" " in part for part in parts[1:])
        cells = parts if reads_so else cells
    return cells if all(cells) else []
