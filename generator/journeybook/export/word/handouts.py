"""A handout in Word: a form to fill in on the screen or by pen, and to edit."""

from __future__ import annotations

from journeybook.export.word.writer import WordWriter
from journeybook.handbook import Entry
from journeybook.model import Activity
from journeybook.model.handout import Handout, Height
from journeybook.pages.handouts import WritingPlace, places

_HIGH = {Height.SMALL: 42, Height.MEDIUM: 76, Height.LARGE: 122}
"""Millimetres, as on the page when it is printed."""


def write_handout(writer: WordWriter, entry: Entry[Activity], handout: Handout) -> None:
    """Write a handout, and its worked example, where the edition has it, on a page of its own."""
    words, sheet = writer.words, writer.sheet
    sheet.text(handout.title, "Title")
    writer.ours.text(
        words("Handout for toolkit activity {number}, {title}", number=entry.number, title=entry.title)
        if entry.number
        else words("Handout for {title}", title=entry.title),
        "Subtitle",
    )
    writer.field(handout.intro)
    writer.ours.blanks([words("Name"), words("Date")])
    for place in places(handout):
        _place(writer, place, f"{entry.id}/{handout.id}/{place.key}")
    if handout.solution:
        sheet.break_page()
        writer.ours.text(words("A worked example, for the facilitator"), "Heading 1")
        writer.field(handout.solution.text)


def _place(writer: WordWriter, place: WritingPlace, key: str) -> None:
    sheet, field = writer.sheet, place.field
    sheet.text(field.label, "Heading 1")
    if field.hint:
        sheet.text(field.hint).paragraph_format.keep_with_next = True
    if field.table:
        _table(writer, place)
    elif field.box:
        sheet.box(_HIGH[field.box], field.label, key)
    elif field.scale:
        ends = (field.scale.least or "", field.scale.most or "")
        sheet.marks([writer.words.number(mark) for mark in field.scale.marks], ends, field.label)
    elif field.choices:
        for choice in field.choices:
            line = sheet.choice(choice, f"{field.label}: {choice}")
            line.paragraph_format.keep_with_next = choice is not field.choices[-1]
    else:
        sheet.lines(place.lines, field.label, key)


def _table(writer: WordWriter, place: WritingPlace) -> None:
    """Write a table to write in; its rows have numbers where nothing else tells them apart."""
    table = place.field.table
    assert table
    headings, rows = [*table.columns], place.rows
    if place.numbered:
        headings = ["", *headings]
        rows = [[writer.words.number(number), *row] for number, row in enumerate(rows, 1)]
        first = 0.07
        shares = [first, *[(1 - first) / (len(headings) - 1)] * (len(headings) - 1)]
    else:
        shares = []
    writer.sheet.table(headings, rows, place.field.label, shares=shares, is_form=True)
