"""The clock times of a workshop's day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.model import Activity
from journeybook.model.workshop import Block, Day


@dataclass(frozen=True)
class Slot:
    """One block of a day: when it begins, how many minutes it takes, and its activity where it has one."""

    block: Block
    start: dt.time
    minutes: int
    activity: Entry[Activity] | None


def minutes_of(book: Handbook, block: Block) -> int | None:
    """A block's minutes: its own, else the most of its activity's duration; None where neither is known."""
    if block.minutes is not None:
        return block.minutes
    activity = book.activities.get(block.activity)
    return activity.model.duration.max if activity and activity.model.duration else None


def untimed(book: Handbook, day: Day) -> list[int]:
    """The places of blocks whose activity can be read and has no duration."""
    return [
        place
        for place, block in enumerate(day.blocks)
        if block.activity in book.activities and minutes_of(book, block) is None
    ]


def day_minutes(book: Handbook, day: Day) -> int:
    """The minutes of all blocks of a day."""
    return sum(minutes_of(book, block) or 0 for block in day.blocks)


def day_span(day: Day) -> int | None:
    """The minutes from a day's start to its end, None where no end is given; an end before the start is none at all."""
    return None if day.end is None else _minute(day.end) - _minute(day.start)


def slots(book: Handbook, day: Day) -> list[Slot]:
    """The blocks of a day in clock times."""
    found, minute = [], _minute(day.start)
    for block in day.blocks:
        minutes = minutes_of(book, block) or 0
        found.append(Slot(block, at(minute), minutes, book.activities.get(block.activity)))
        minute += minutes
    return found


def end_of(book: Handbook, day: Day) -> dt.time:
    """When the last block of a day ends."""
    return at(_minute(day.start) + day_minutes(book, day))


def at(minute: int) -> dt.time:
    """The time of day a number of minutes after midnight."""
    hour, rest = divmod(minute % (24 * 60), 60)
    return dt.time(hour, rest)


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute
