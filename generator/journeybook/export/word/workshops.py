"""The agenda and the run sheet of a workshop in Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from journeybook.export.word.writer import WordWriter
from journeybook.handbook import Entry
from journeybook.model import Workshop
from journeybook.pages.run_sheet import SheetBlock, SheetDay, run_sheet
from journeybook.pages.workshop_pages import AgendaDay, agenda

_OF_AGENDA = (0.16, 0.66, 0.18)
_OF_RUN_SHEET = (0.09, 0.07, 0.38, 0.2, 0.16, 0.1)
_NOTES = 4
"""Lines for what is to be done in another way next time."""


def write_agenda(writer: WordWriter, entry: Entry[Workshop]) -> None:
    """Write what participants need."""
    words, sheet, model = writer.words, writer.sheet, entry.model
    shown = agenda(writer.site, entry)
    sheet.text(model.title, "Title")
    writer.ours.text(words("Agenda"), "Subtitle")
    if model.summary:
        sheet.text(model.summary)
    writer.facts(shown["facts"])
    if model.objectives:
        writer.ours.text(words("By the end:")).paragraph_format.keep_with_next = True
        writer.bullets(model.objectives)
    for day in shown["days"]:
        _agenda_day(writer, day, len(shown["days"]) > 1)


def _agenda_day(writer: WordWriter, day: AgendaDay, is_one_of_several: bool) -> None:
    words = writer.words
    _heading(writer, day.title, day.date if is_one_of_several else None)
    rows = [[words.clock(slot.start), slot.title, words.minutes(slot.minutes)] for slot in day.slots]
    rows.append([words.clock(day.end), words("End"), ""])
    headings = [words("Start"), words("What happens"), words("Time")]
    writer.sheet.table(headings, rows, day.title, shares=_OF_AGENDA, heads=writer.ours)


def write_run_sheet(writer: WordWriter, entry: Entry[Workshop]) -> None:
    """Write all that a facilitator needs in the room."""
    words, sheet = writer.words, writer.sheet
    shown = run_sheet(writer.site, entry)
    sheet.text(entry.model.title, "Title")
    writer.ours.text(words("Run sheet for facilitators"), "Subtitle")
    writer.facts(shown["facts"])
    for day in shown["days"]:
        _day(writer, day, len(shown["days"]) > 1)
    if shown["before"]:
        writer.ours.text(words("Before people arrive"), "Heading 1")
        writer.ticks(f"{line} ({note})" for line, note in shown["before"])
    if shown["materials"]:
        writer.ours.text(words("To pack"), "Heading 1")
        writer.ticks(
            f"{words.number(line.number)} {line.title}" if line.number is not None else line.title
            for line in shown["materials"]
        )
    writer.ours.text(words("Notes for next time"), "Heading 1")
    sheet.lines(_NOTES, words("Notes for next time"), "notes")
    told = [row for day in shown["days"] for row in day.rows if row.told]
    if told:
        writer.ours.text(words("Step by step"), "Heading 1")
        for row in told:
            _told(writer, row)


def _heading(writer: WordWriter, title: str, date: dt.date | None) -> None:
    writer.sheet.text(title, "Heading 1")
    if date:
        words = writer.words
        line = words("{day}, {date}", day=words.weekday(date), date=words.date(date))
        writer.ours.text(line).paragraph_format.keep_with_next = True


def _day(writer: WordWriter, day: SheetDay, is_one_of_several: bool) -> None:
    """Write the table of a day."""
    words, plan = writer.words, day.plan
    _heading(writer, plan.title, plan.date if is_one_of_several else None)
    headings = [
        *(words("Start"), words("Min"), words("What happens")),
        *(words("Have ready"), words("Lead"), words("Done")),
    ]
    rows: list[tuple[list[str], SheetBlock | None]] = []
    for row in day.rows:
        slot = row.slot
        if slot.free:
            free = words("Free until {time}", time=words.clock(slot.start))
            rows.append((["", words.number(slot.free), free, "", "", ""], None))
        texts = [words.clock(slot.start), words.number(slot.minutes), slot.title, "", slot.block.lead or "", ""]
        rows.append((texts, row))
    rows.append(([words.clock(plan.end), "", plan.closing, "", "", ""], None))
    table = writer.sheet.table(
        headings, [texts for texts, _ in rows], plan.title, shares=_OF_RUN_SHEET, heads=writer.ours
    )
    for line, (_, block) in zip(table.rows[1:], rows, strict=True):
        if block:
            _block(writer, line.cells, block)


def _block(writer: WordWriter, cells: Sequence[Any], block: SheetBlock) -> None:
    """Write what a block has besides its time and its title: its text, its steps, what must lie ready."""
    words, slot = writer.words, block.slot
    inside = writer.sheet.within(cells[2])
    for run in cells[2].paragraphs[0].runs:
        run.bold = True
    if slot.block.text:
        writer.field(slot.block.text.text, inside)
    for line in block.steps:
        if line.step.title:
            start = f"{words.clock(line.start)} " if line.start is not None else ""
            inside.text(f"{start}{line.step.title}")
    writer.fill(cells[3], block.ready)
    cell = writer.sheet.within(cells[5])
    cell.tick(cells[5].paragraphs[0], words("Done: {title}", title=slot.title))


def _told(writer: WordWriter, block: SheetBlock) -> None:
    """Write an activity step by step."""
    words, sheet, slot = writer.words, writer.sheet, block.slot
    assert slot.activity
    model = slot.activity.model
    sheet.text(slot.title, "Heading 2")
    when = words("{start} to {end}", start=words.clock(slot.start), end=words.clock(slot.end))
    number = slot.activity.number
    what = words("Activity {number}", number=number) if number else words("Activity")
    lead = [words("led by {lead}", lead=slot.block.lead)] if slot.block.lead else []
    writer.ours.text(" · ".join([when, what, *lead])).paragraph_format.keep_with_next = True
    if block.over:
        writer.ours.text(
            words(
                "The steps take {steps}, the block has {block}.",
                steps=words.minutes(slot.minutes + block.over),
                block=words.minutes(slot.minutes),
            )
        )
    for line in block.steps:
        step = line.step
        times = [words.clock(line.start) if line.start is not None else ""]
        times.append(words.minutes(step.minutes) if step.minutes else "")
        said = " · ".join(text for text in times if text)
        heading = ": ".join(text for text in (said, step.title or "") if text)
        if heading:
            sheet.text(heading, "Heading 3")
        writer.field(step.text)
        writer.illustration(slot.activity, step.picture)
    for heading, passage in (
        (words("For the facilitator"), model.facilitator_notes),
        (words("Take care"), model.cautions),
        (words("Debrief"), model.debrief),
    ):
        if passage:
            writer.ours.text(heading, "Heading 3")
            writer.field(passage.text)
