"""Compute the clock times of a workshop, and what its days come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.model import Activity, Workshop
from journeybook.model.workshop import Block, Day


@dataclass(frozen=True)
class Slot:
    """One block of a day: when it begins, how many minutes it takes, and its activity where it has one.

    `free` are the minutes between the end of the block before and a start that is fixed; `late` those by which that
    start has passed before the block can begin; `gap` those before all of it of which nothing is to be told.
    """

    block: Block
    start: dt.time
    minutes: int
    activity: Entry[Activity] | None
    free: int = 0
    late: int = 0
    gap: int = 0

    @property
    def title(self) -> str:
        """What the block is called on this day."""
        block = self.block
        return block.break_ or block.title or (self.activity.title if self.activity else block.activity or "")

    @property
    def end(self) -> dt.time:
        """When the block ends."""
        return at(minute_of(self.start) + self.minutes)


@dataclass(frozen=True)
class Totals:
    """Minutes of work and of breaks, and how many breaks have a name.

    Breaks have the free time between parts and blocks, and the time of blocks of which nothing is to be told.
    """

    work: int
    breaks: int
    pauses: int

    @property
    def altogether(self) -> int:
        """The minutes from the first start to the last end."""
        return self.work + self.breaks

    def __add__(self, other: Totals) -> Totals:
        return Totals(self.work + other.work, self.breaks + other.breaks, self.pauses + other.pauses)


def minutes_of(book: Handbook, block: Block) -> int | None:
    """Give a block's minutes: its own, else the most of its activity's duration.

    None where neither is known; an activity of days, or without an end, has no minutes for a block.
    """
    if block.minutes is not None:
        return block.minutes
    activity = book.activities.get(block.activity)
    return activity.model.duration.minutes if activity and activity.model.duration else None


def untimed(book: Handbook, day: Day) -> list[int]:
    """Find the blocks, by their places, that have no minutes, and whose activity can be read and says none."""
    return [
        place
        for place, block in enumerate(day.blocks)
        if block.activity in book.activities and minutes_of(book, block) is None
    ]


def slots(book: Handbook, day: Day) -> list[Slot]:
    """Give the blocks of a day in clock times: each begins when the one before ends, or later at its own start."""
    found, minute = [], minute_of(day.start)
    for block in day.blocks:
        minute += block.gap
        asked = minute if block.start is None else minute_of(block.start)
        free, late = max(0, asked - minute), max(0, minute - asked)
        minutes, activity = minutes_of(book, block) or 0, book.activities.get(block.activity)
        found.append(Slot(block, at(minute + free), minutes, activity, free, late, block.gap))
        minute += free + minutes
    return found


def day_minutes(book: Handbook, day: Day) -> int:
    """Give the minutes from a day's start to the end of its last block."""
    return sum(slot.gap + slot.free + slot.minutes for slot in slots(book, day))


def day_span(day: Day) -> int | None:
    """Give the minutes from a day's start to its end; None without an end, less than 0 where it is before the start."""
    return None if day.end is None else minute_of(day.end) - minute_of(day.start)


def end_of(book: Handbook, day: Day) -> dt.time:
    """Give the time at which the last block of a day ends."""
    return at(minute_of(day.start) + day_minutes(book, day))


def by_date(workshop: Workshop) -> list[list[int]]:
    """Give the places of a workshop's days; parts of one date, which follow each other, stand together."""
    found: dict[int, list[int]] = {}
    for place, day in enumerate(workshop.days):
        found.setdefault(day.number, []).append(place)
    return list(found.values())


def totals(book: Handbook, parts: Iterable[Day]) -> Totals:
    """Add up the parts of one date; the time between them counts as a break."""
    found, ended = Totals(0, 0, 0), None
    for part in parts:
        plan, begun = slots(book, part), minute_of(part.start)
        rests = [slot.minutes for slot in plan if slot.block.break_]
        work = sum(slot.minutes for slot in plan) - sum(rests)
        between = max(0, begun - ended) if ended is not None else 0
        free = sum(slot.gap + slot.free for slot in plan)
        found += Totals(work, sum(rests) + free + between, len(rests))
        ended = begun + day_minutes(book, part)
    return found


def workshop_totals(book: Handbook, workshop: Workshop) -> Totals:
    """Add up all days of a workshop."""
    days = [[workshop.days[place] for place in places] for places in by_date(workshop)]
    return sum((totals(book, parts) for parts in days), Totals(0, 0, 0))


def step_starts(activity: Activity) -> list[int] | None:
    """Give the minutes from an activity's begin to that of each step; None where a step does not say its minutes."""
    return [step.begins for step in activity.steps] if activity.is_timed else None


def at(minute: int) -> dt.time:
    """Give the time of day that is so many minutes after midnight."""
    hour, rest = divmod(minute % (24 * 60), 60)
    return dt.time(hour, rest)


def minute_of(time: dt.time) -> int:
    """Give the minutes from midnight to a time of day."""
    return time.hour * 60 + time.minute
