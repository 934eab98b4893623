"""What a facilitator's screen shows of an activity or a workshop: one thing at a time, in the order of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from journeybook.handbook import Entry
from journeybook.handbook.timetable import Slot, at, by_date, minute_of, slots
from journeybook.language.words import Words
from journeybook.model import Activity, Workshop
from journeybook.model.activity import Grouping
from journeybook.model.base import Question
from journeybook.model.illustration import Illustration
from journeybook.pages.artifact import FileArtifact
from journeybook.pages.room import asked, shown
from journeybook.pages.site import Site
from journeybook.pages.workshop_pages import day_name

VIEW = "assets/journeybook/run-view.txt"  # no page of the site: nobody is to find it


def run_view(site: Site) -> FileArtifact:
    """Make the view around the screens, the same on every page."""
    return FileArtifact(VIEW, content=site.on_page().render("run-view.html.j2").encode())


@dataclass(frozen=True)
class Notes:
    """What a screen shows when the facilitator asks for it; `summary` is plain, `text` is Markdown.

    `title` is the screen's own, where the room does not see even that; `picture` is one of an activity,
    `sheet` the id of the activity that has more
    for the facilitator.
    """

    title: str = ""
    lead: str = ""
    summary: str = ""
    text: str = ""
    grouping: Grouping | None = None
    questions: tuple[Question, ...] = ()
    picture: tuple[Entry[Activity], Illustration] | None = None
    sheet: str = ""

    @property
    def own(self) -> bool:
        """Whether there is anything in these notes that belongs to this screen alone."""
        said = (self.title, self.lead, self.summary, self.text)
        return bool(any(said) or self.grouping or self.questions or self.picture)


@dataclass(frozen=True)
class Screen:
    """One thing on the screen as the room sees it, and apart from it the facilitator's notes.

    `minutes` 0 is without a countdown; `begins` are those from the begin of a step's activity. `part` and `place` say
    where it belongs: the block and the step's number.
    `start` and `end` are minutes after midnight by the timetable, `until` is when its block ends; None without one.
    `spare` are the minutes of free time after it, and `waits` says that it begins after free time: at a fixed start.
    """

    title: str
    minutes: int = 0
    begins: int = 0
    grouping: Grouping | None = None
    questions: tuple[Question, ...] = ()
    pause: bool = False
    part: str = ""
    place: str = ""
    day: str = ""
    date: dt.date | None = None
    start: int | None = None
    end: int | None = None
    opens: int | None = None
    until: int | None = None
    spare: int = 0
    waits: bool = False
    notes: Notes = Notes()

    @property
    def hours(self) -> tuple[dt.time, dt.time] | None:
        """When its block begins and ends."""
        return None if self.opens is None or self.until is None else (at(self.opens), at(self.until))


@dataclass(frozen=True)
class ScreenRun:
    """Everything that is shown, and the activities that have something for the facilitator alone."""

    screens: list[Screen]
    sheets: list[Entry[Activity]]


def run_of(site: Site, entry: Entry[Activity] | Entry[Workshop]) -> ScreenRun:
    """Give the screens of an activity or a workshop; none for an activity without steps."""
    model, words = entry.model, site.words
    if isinstance(model, Workshop):
        screens = [screen for places in by_date(model) for screen in _date(site, model, places)]
    else:
        screens = list(_steps(words, site.book.activities[entry.id])) if model.steps else []
    used = dict.fromkeys(screen.notes.sheet for screen in screens if screen.notes.sheet)
    return ScreenRun(screens, [site.book.activities[id] for id in used])


def _steps(words: Words, entry: Entry[Activity]) -> Iterator[Screen]:
    activity = entry.model
    more = activity.materials or activity.space or activity.facilitator_notes or activity.cautions
    sheet = entry.id if more else ""
    total = activity.steps[-1].number
    for step in activity.steps:
        yield Screen(
            step.title or words("Step {number}", number=step.number),
            minutes=step.minutes or 0,
            begins=step.begins,
            grouping=step.grouping,
            place=words("Step {number} of {total}", number=step.number, total=total),
            notes=Notes(text=step.text or "", picture=(entry, step.picture) if step.picture else None, sheet=sheet),
        )
    if activity.debrief or activity.questions:
        title = words("Debrief") if activity.debrief else words("Questions to think about")
        kept = asked(activity.questions, of_room=False)
        notes = Notes(text=activity.debrief.text if activity.debrief else "", questions=kept, sheet=sheet)
        yield Screen(title, questions=asked(activity.questions), notes=notes)


def _date(site: Site, workshop: Workshop, places: list[int]) -> Iterator[Screen]:
    """Give the screens of the days at these places, parts of one date, with the free time between them."""
    found = [screen for place in places for screen in _day(site, workshop, places, place)]
    # One date without a block has no screen: then there is nothing to pair.
    gaps = [(after.start or 0) - (screen.end or 0) for screen, after in pairwise(found)]
    for screen, before, after in zip(found, [0, *gaps], [*gaps, 0], strict=False):
        yield replace(screen, spare=max(0, after), waits=before > 0)


def _day(site: Site, workshop: Workshop, places: list[int], place: int) -> Iterator[Screen]:
    day = workshop.days[place]
    found, title = slots(site.book, day), day_name(site, workshop, places, place)
    named = title if len(workshop.days) > 1 and any(map(shown, found)) else ""
    minute = minute_of(day.start)
    for slot in found:
        minute += slot.gap + slot.free
        for screen in _timed(list(_slot(site.words, slot)), minute, slot.minutes):
            yield replace(screen, day=named, date=day.date)
        minute += slot.minutes


def _slot(words: Words, slot: Slot) -> Iterator[Screen]:
    """Give a block's screens; where the room is not to see the block, they have no more than a clock."""
    if shown(slot):
        yield from _block(words, slot)
    else:
        yield from (_kept_back(words, screen) for screen in _block(words, slot))


def _kept_back(words: Words, screen: Screen) -> Screen:
    notes = replace(
        screen.notes,
        title=screen.title,
        grouping=screen.grouping,
        questions=(*screen.questions, *screen.notes.questions),
    )
    title = words("For the facilitator")
    return replace(screen, title=title, grouping=None, questions=(), part="", pause=False, notes=notes)


def _block(words: Words, slot: Slot) -> Iterator[Screen]:
    """Give the screen of a block; of an activity, that of its opening and those of its steps."""
    block, entry = slot.block, slot.activity
    steps = list(_steps(words, entry)) if entry and entry.model.steps else []
    summary = entry.model.summary or "" if entry and not block.text else ""
    notes = Notes(lead=block.lead or "", summary=summary, text=block.text.text if block.text else "")
    opening = Screen(slot.title, pause=bool(block.break_), notes=notes)
    if not steps:
        yield replace(opening, minutes=slot.minutes)
        return
    yield replace(opening, notes=replace(notes, sheet=steps[0].notes.sheet))
    yield from (replace(step, part=slot.title) for step in steps)


def _timed(screens: list[Screen], opens: int, minutes: int) -> Iterator[Screen]:
    """Time the screens of a block one after the other; the last has until the block's end."""
    minute, until = opens, opens + minutes
    for place, screen in enumerate(screens, 1):
        minute = max(minute, opens + screen.begins)
        end = until if place == len(screens) else minute + screen.minutes
        yield replace(screen, start=minute, end=end, opens=opens, until=until)
        minute += screen.minutes
