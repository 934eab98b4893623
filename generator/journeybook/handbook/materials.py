"""What to bring to a workshop, counted for its people and groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.model import Activity, Workshop
from journeybook.model.activity import Material, Per
from journeybook.text.title_order import title_order


@dataclass(frozen=True)
class Needed:
    """One line of a materials list: `number` is None where the material says no quantity."""

    title: str
    number: int | None
    each: int | None
    per: Per | None
    activities: tuple[Entry[Activity], ...]


def groups_of(activity: Activity, people: int) -> int:
    """Give how many small groups a number of people makes: of the size, or of the only number that the activity is for.

    Without either, everyone is one group.
    """
    size = activity.group.each if activity.group else None
    return ceil(people / size) if size else 1


def quantity(material: Material, activity: Activity, people: int | None) -> int | None:
    """Give how many of a material are needed; None where it is not said or cannot be counted."""
    if material.quantity is None:
        return None
    match material.per:
        case Per.PERSON:
            return material.quantity * people if people else None
        case Per.GROUP:
            return material.quantity * groups_of(activity, people) if people else None
        case _:
            return material.quantity


def materials(book: Handbook, workshop: Workshop) -> list[Needed]:
    """List the materials of all activities of a workshop; what is used twice is brought once, in the larger number."""
    lines: dict[tuple[str, Per | None, int | None], Needed] = {}
    for activity in _activities(book, workshop):
        for material in activity.model.materials:
            number = quantity(material, activity.model, workshop.group_size)
            key = material.title.casefold(), material.per, material.quantity
            known = lines.get(key)
            users = (*known.activities, activity) if known else (activity,)
            most = max((n for n in (number, known.number if known else None) if n is not None), default=None)
            title = known.title if known else material.title
            lines[key] = Needed(title, most, material.quantity, material.per, users)
    return sorted(lines.values(), key=lambda line: (line.number is None, -(line.number or 0), title_order(line.title)))


def _activities(book: Handbook, workshop: Workshop) -> Iterator[Entry[Activity]]:
    named = dict.fromkeys(block.activity for day in workshop.days for block in day.blocks if block.activity)
    return (entry for id in named if (entry := book.activities.get(id)))
