"""JB411: a workshop's block that is too short for its activity."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB411",
        means="A workshop’s block is shorter than the least time of its activity.",
        remedy="Give it the minutes that are named, or leave `minutes` out.",
        example=Example(
            wrong='title: A day to begin\ndays:\n  start: "09:30"\n  blocks: {activity: talk, minutes: 20}\n',
            right='title: A day to begin\ndays:\n  start: "09:30"\n  blocks: {activity: talk, minutes: 30}\n',
            file="toolkit/workshops/start.yaml",
            beside={"toolkit/talk.yaml": "title: A first talk\nduration: 30–45 min\n"},
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report blocks with fewer minutes than their activity's least; more than its most is nobody's loss.

    An activity of days has no least in minutes.
    """
    for workshop in book.workshops:
        for number, day in enumerate(workshop.model.days):
            for place, block in enumerate(day.blocks):
                activity = book.activities.get(block.activity)
                duration = activity.model.duration if activity else None
                if activity and duration and block.minutes is not None and duration.is_too_short(block.minutes):
                    message = say(
                        "‘{title}’ takes {least} minutes at least, {short} more than this block has",
                        title=activity.title,
                        least=duration.least,
                        short=duration.least - block.minutes,
                    )
                    hint = say("write `minutes: {least}`", least=duration.least)
                    if duration.minutes is not None:
                        hint = say("write `minutes: {least}`, or leave the minutes out", least=duration.least)
                    path = ("days", number, "blocks", place, "minutes")
                    yield workshop.problem("JB411", message, hint, path=path)
