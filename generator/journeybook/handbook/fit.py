"""What of a workshop does not fit its activities: people whom they are not for, and what has to come before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.model import Activity, Workshop


class Unfitness(StrEnum):
    """What is wrong with a block's activity in its workshop."""

    CROWD = "crowd"
    """It is not for so many people, or so few."""
    MISSING = "missing"
    """An activity that comes first is not in the workshop."""
    LATE = "late"
    """An activity that comes first comes later."""


@dataclass(frozen=True, slots=True)
class UnfitBlock:
    """A block that does not fit, by the places of its day and itself; `activity` is the one that is named with it."""

    day: int
    place: int
    kind: Unfitness
    activity: Entry[Activity]


def unfit_blocks(book: Handbook, workshop: Workshop) -> Iterator[UnfitBlock]:
    """Find what does not fit, block by block; the planner in the browser finds the same."""
    blocks = [
        (day, place, entry)
        for day, part in enumerate(workshop.days)
        for place, block in enumerate(part.blocks)
        if (entry := book.activities.get(block.activity))
    ]
    planned, done = {entry.id for *_, entry in blocks}, set[str]()
    for day, place, entry in blocks:
        for id in entry.model.prerequisites:
            if id not in done and (first := book.activities.get(id)):
                yield UnfitBlock(day, place, Unfitness.LATE if id in planned else Unfitness.MISSING, first)
        group, people = entry.model.group, workshop.group_size
        if group and people and group.is_counted and not group.fits(people):
            yield UnfitBlock(day, place, Unfitness.CROWD, entry)
        done.add(entry.id)
