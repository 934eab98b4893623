"""JB411: a workshop's block that is too short for its activity."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Problem, say


def check(book: Handbook) -> Iterator[Problem]:
    """The minutes of a block against the least time of its activity; more than its most is nobody's loss."""
    for workshop in book.workshops:
        for number, day in enumerate(workshop.model.days):
            for place, block in enumerate(day.blocks):
                activity = book.activities.get(block.activity)
                duration = activity.model.duration if activity else None
                if activity and duration and block.minutes is not None and block.minutes < duration.min:
                    message = say(
                        "‘{title}’ takes {least} minutes at least, {short} more than this block has",
                        title=activity.title,
                        least=duration.min,
                        short=duration.min - block.minutes,
                    )
                    hint = say("write `minutes: {least}`, or leave the minutes out", least=duration.min)
                    path = ("days", number, "blocks", place, "minutes")
                    yield workshop.problem("JB411", message, hint, path=path)
