"""What everybody in the room may see of a workshop: one rule for the agenda, the calendar and the screen of “Run it”.

Nobody else decides it: those who show a block to the room are given a `RoomBlock`, which has nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.handbook import Handbook
from journeybook.handbook.timetable import Slot, slots
from journeybook.model import Workshop
from journeybook.model.base import Question

STAFF = {"facilitator", "coordinator"}
"""The roles that run a workshop: what is for them alone, the room does not see."""


@dataclass(frozen=True)
class RoomBlock:
    """A block as the room sees it: no text, no lead, no summary, no notes."""

    title: str
    start: dt.time
    end: dt.time
    minutes: int
    pause: bool


def shown(slot: Slot) -> RoomBlock | None:
    """Give what the room sees of a block; None for one that is for those who run the workshop."""
    roles = slot.block.audience or (slot.activity.model.audience if slot.activity else ())
    if not is_for_room(roles):
        return None
    return RoomBlock(slot.title, slot.start, slot.end, slot.minutes, bool(slot.block.break_))


def has_calendar(book: Handbook, workshop: Workshop) -> bool:
    """Tell whether a workshop has a calendar file: a day with a date on which the room sees something."""
    return any(day.date and any(shown(slot) for slot in slots(book, day)) for day in workshop.days)


def is_for_room(roles: Iterable[str]) -> bool:
    """Tell whether an audience has others than those who run the workshop; without an audience, it is everyone."""
    wanted = set(roles)
    return not wanted or not wanted <= STAFF


def asked(questions: Iterable[Question], *, of_room: bool = True) -> tuple[Question, ...]:
    """Give the questions that the room is asked, or those that it is not."""
    return tuple(question for question in questions if is_for_room(question.audience) == of_room)
