"""JB305 and JB309: workshop days that do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.handbook.timetable import day_minutes, day_span, end_of, untimed
from journeybook.problems import Problem, say


def check(book: Handbook) -> Iterator[Problem]:
    """Days that run past their end or past midnight, and activities of unknown length."""
    for workshop in book.workshops:
        for number, day in enumerate(workshop.model.days):
            for place in untimed(book, day):
                path = ("days", number, "blocks", place)
                message = say("nobody knows how long this takes: the activity has no duration")
                yield workshop.problem("JB309", message, say("write `minutes: 30` here"), path=path)
            planned, span = day_minutes(book, day), day_span(day)
            if span is not None and span <= 0:
                message = say("this day ends before it begins")
                yield workshop.problem("JB305", message, say("write a later time"), path=("days", number, "end"))
            elif span is not None and planned > span:
                message = say(
                    "the blocks of this day take {planned} minutes, {over} more than there are from start to end",
                    planned=planned,
                    over=planned - span,
                )
                until = end_of(book, day).strftime("%H:%M")
                hint = say('take {over} minutes out, or end at "{until}"', over=planned - span, until=until)
                yield workshop.problem("JB305", message, hint, path=("days", number, "end"))
            elif span is None and day.start.hour * 60 + day.start.minute + planned > 24 * 60:
                message = say("the blocks of this day run past midnight")
                yield workshop.problem("JB305", message, say("make two days of it"), path=("days", number, "start"))
