"""JB305 and JB309: workshop days that do not add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.handbook.timetable import day_minutes, day_span, end_of, minute_of, slots, untimed
from journeybook.model import Workshop
from journeybook.model.workshop import Day
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB305",
        means=(
            "A workshop’s day runs past its end, past midnight or into the next part of the day, ends before it "
            "begins, or comes before the day above; or a block cannot begin at its `start`."
        ),
        remedy=(
            "Shorten it by the minutes that are named, end or begin later, make two days of it, or put the days "
            "in order."
        ),
        example=Example(
            wrong=(
                "title: A day to begin\n"
                "days:\n"
                '  start: "09:30"\n'
                '  end: "10:00"\n'
                "  blocks: {title: Welcome, minutes: 45}\n"
            ),
            right=(
                "title: A day to begin\n"
                "days:\n"
                '  start: "09:30"\n'
                '  end: "10:15"\n'
                "  blocks: {title: Welcome, minutes: 45}\n"
            ),
            file="toolkit/workshops/start.yaml",
        ),
    ),
    Code(
        "JB309",
        means=(
            "A workshop’s activity has no duration, or one that no clock can take (days, one without an end, a note), "
            "and the block no minutes."
        ),
        remedy="Write `minutes:` in the block, or `duration:` in the activity.",
        example=Example(
            wrong='title: A day to begin\ndays:\n  start: "09:30"\n  blocks: {activity: talk}\n',
            right='title: A day to begin\ndays:\n  start: "09:30"\n  blocks: {activity: talk, minutes: 45}\n',
            file="toolkit/workshops/start.yaml",
            beside={"toolkit/talk.yaml": "title: A first talk\n"},
        ),
    ),
)

_MORNING = 6
"""Up to this hour, an end may be meant as that of a night."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report days that run past their end, midnight or the next part, and blocks of unknown length or too late."""
    for workshop in book.workshops:
        for number in range(len(workshop.model.days)):
            yield from _blocks(book, workshop, number)
            yield from _length(book, workshop, number)
            yield from _order(book, workshop, number)


def _blocks(book: Handbook, workshop: Entry[Workshop], number: int) -> Iterator[Problem]:
    day = workshop.model.days[number]
    for place in untimed(book, day):
        path = ("days", number, "blocks", place)
        message, hint = _untimed(book, day.blocks[place].activity)
        yield workshop.problem("JB309", message, hint, path=path)
    for place, slot in enumerate(slots(book, day)):
        if slot.late:
            message = say("this block cannot begin then: the blocks before it end {over} minutes later", over=slot.late)
            hint = say("take {over} minutes out before it, or let it begin later", over=slot.late)
            start = minute_of(day.blocks[place].start or day.start)
            later = start + 12 * 60  # 1:00 of somebody who means one in the afternoon
            if slot.late <= 12 * 60 and start < minute_of(day.start) and later < 24 * 60:
                hint = say('write a later time, such as "{time}"', time=f"{later // 60}:{later % 60:02}")
            yield workshop.problem("JB305", message, hint, path=("days", number, "blocks", place, "start"))


def _untimed(book: Handbook, id: str | None) -> tuple[Text, Text]:
    """Say why a block has no minutes, and what to write."""
    activity = book.activities.get(id)
    duration = activity.model.duration if activity else None
    hint = say("write `minutes: …` here, as many as it takes on this day")
    if duration is None:
        return say("nobody knows how long this takes: the activity has no duration"), hint
    message = say("nobody knows how many minutes this takes: the activity takes ‘{said}’", said=str(duration))
    if duration.least:
        return message, say("write `minutes: {least}` here, or as many as there are", least=duration.least)
    return message, hint


def _length(book: Handbook, workshop: Entry[Workshop], number: int) -> Iterator[Problem]:
    day = workshop.model.days[number]
    planned, span = day_minutes(book, day), day_span(day)
    if span is not None and span <= 0:
        message = say("this day ends before it begins")
        later = minute_of(day.end) + 12 * 60 if day.end else 0  # 1:00 of somebody who means one in the afternoon
        hint = say("write a later time")
        if minute_of(day.start) < later < 24 * 60:
            hint = say('write a later time, such as "{time}"', time=f"{later // 60}:{later % 60:02}")
        elif day.end and day.end.hour < _MORNING:
            hint = say('write "23:59" at the latest, or make two days of it: a day ends at midnight')
        yield workshop.problem("JB305", message, hint, path=("days", number, "end"))
    elif span is not None and planned > span:
        message = say(
            "the blocks of this day take {planned} minutes, {over} more than there are from start to end",
            planned=planned,
            over=planned - span,
        )
        hint = say('take {over} minutes out, or end at "{until}"', over=planned - span, until=_end(book, day))
        if minute_of(day.start) + planned >= 24 * 60:
            hint = say("take {over} minutes out, or make two days of it: a day ends at midnight", over=planned - span)
        yield workshop.problem("JB305", message, hint, path=("days", number, "end"))
    elif span is None and minute_of(day.start) + planned > 24 * 60:
        message = say("the blocks of this day run past midnight")
        yield workshop.problem("JB305", message, say("make two days of it"), path=("days", number, "start"))


def _order(book: Handbook, workshop: Entry[Workshop], number: int) -> Iterator[Problem]:
    """Compare a day with the one above: parts of one date must not overlap, and dates do not go back."""
    day = workshop.model.days[number]
    before = workshop.model.days[number - 1] if number else None
    if before is None or before.date is None or day.date is None:
        return
    over = minute_of(before.start) + day_minutes(book, before) - minute_of(day.start)
    if day.date < before.date:
        message = say("this day is before the one above it")
        yield workshop.problem("JB305", message, say("put the days in order"), path=("days", number, "date"))
    elif day.date == before.date and over > 0 and minute_of(day.start) <= minute_of(before.start):
        message = say("this day has the date of the one above it, and begins before that ends")
        following = (day.date + dt.timedelta(1)).isoformat()
        hint = say(
            'write its own date, such as {date}; or begin at "{start}"', date=following, start=_end(book, before)
        )
        yield workshop.problem("JB305", message, hint, path=("days", number, "date"))
    elif day.date == before.date and over > 0:
        message = say("this part begins {over} minutes before the part above it ends", over=over)
        hint = say('begin at "{until}", or shorten the part above', until=_end(book, before))
        yield workshop.problem("JB305", message, hint, path=("days", number, "start"))


def _end(book: Handbook, day: Day) -> str:
    return end_of(book, day).strftime("%H:%M")
