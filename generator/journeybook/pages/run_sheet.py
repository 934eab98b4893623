"""The run sheet: a workshop for the one who runs it, made for paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from journeybook.handbook import Entry
from journeybook.handbook.book import StageUse
from journeybook.handbook.materials import materials, quantity
from journeybook.handbook.timetable import Slot, at, minute_of, step_starts
from journeybook.model import Activity, Workshop
from journeybook.model.activity import Step
from journeybook.model.shown import Place
from journeybook.pages.facts import workshop_facts
from journeybook.pages.site import Site
from journeybook.pages.workshop_pages import DayPlan, day_plans


@dataclass(frozen=True)
class StepLine:
    """A step of an activity as a run sheet shows it; `start` is None where no clock can be kept."""

    step: Step
    start: dt.time | None


@dataclass(frozen=True)
class SheetBlock:
    """A block on the run sheet: its stage, its steps in clock times, what must lie ready, and minutes that differ.

    `over` are the minutes by which the steps are longer than the block (shorter: below zero).
    """

    key: str
    slot: Slot
    use: StageUse | None
    steps: list[StepLine]
    ready: list[str]
    over: int

    @property
    def told(self) -> bool:
        """Whether there is more to tell than the table of the day can hold."""
        model = self.slot.activity.model if self.slot.activity else None
        return bool(model and (model.steps or model.facilitator_notes or model.cautions or model.debrief))


@dataclass(frozen=True)
class SheetDay:
    """A day of the run sheet."""

    plan: DayPlan
    rows: list[SheetBlock]


def run_sheet(site: Site, entry: Entry[Workshop]) -> dict[str, Any]:
    """Give all that a facilitator needs in the room: each day's table, each activity step by step, and check lists."""
    model = entry.model
    days = [SheetDay(plan, list(_rows(site, model, plan))) for plan in day_plans(site, model)]
    uses = [row.use for day in days for row in day.rows if row.use]
    return {
        "facts": workshop_facts(site.book, model, site.words, Place.PAPER),
        "days": days,
        "before": list(_before(site, days)),
        "materials": materials(site.book, model),
        "legend": list(dict.fromkeys(_legend(site, uses, use) for use in uses)),
    }


def _rows(site: Site, workshop: Workshop, plan: DayPlan) -> Iterator[SheetBlock]:
    for place, slot in enumerate(plan.slots, 1):
        activity = slot.activity
        if activity is None:
            yield SheetBlock(f"{plan.key}-{place}", slot, None, [], [], 0)
            continue
        starts = step_starts(activity.model)
        uses = site.book.stage_uses.get(activity.id)
        yield SheetBlock(
            f"{plan.key}-{place}",
            slot,
            uses[0] if uses else None,
            _step_lines(activity.model, slot, starts),
            list(_ready(site, activity.model, workshop.group_size)),
            activity.model.ends - slot.minutes if starts else 0,
        )


def _step_lines(activity: Activity, slot: Slot, starts: list[int] | None) -> list[StepLine]:
    begin = minute_of(slot.start)
    clocks = [at(begin + start) for start in starts] if starts else [None] * len(activity.steps)
    return [StepLine(step, clock) for step, clock in zip(activity.steps, clocks, strict=True)]


def _ready(site: Site, activity: Activity, people: int | None) -> Iterator[str]:
    """List what an activity needs, with the numbers for all people; handouts too, if its materials do not name them."""
    words = site.words
    for material in activity.materials:
        number = quantity(material, activity, people)
        yield f"{words.number(number)} × {material.title}" if number else material.title
    named = " ".join(material.title for material in activity.materials).casefold()
    for handout in activity.handouts:
        if handout.title.casefold() not in named:
            yield words("Handout “{title}”", title=handout.title)


def _before(site: Site, days: list[SheetDay]) -> Iterator[tuple[str, str]]:
    """List what to do before people arrive, and for which activities: the room, and what takes time to prepare."""
    words = site.words
    used = {row.slot.activity.id: row.slot.activity for day in days for row in day.rows if row.slot.activity}
    spaces: dict[str, list[str]] = {}
    for activity in used.values():
        if activity.model.space:
            spaces.setdefault(activity.model.space.rstrip("."), []).append(activity.title)
    yield from ((space, " · ".join(titles)) for space, titles in spaces.items())
    for activity in used.values():
        duration = activity.model.duration
        if duration and duration.preparation:
            yield words("Prepare “{title}”", title=activity.title), words.minutes(duration.preparation)


def _legend(site: Site, uses: list[StageUse], wanted: StageUse) -> str:
    """Say what the numbers of one journey's stages mean."""
    stages = sorted({(use.number, use.stage.title) for use in uses if use.journey.id == wanted.journey.id})
    named = ", ".join(f"{number} {title}" for number, title in stages)
    return site.words(
        "Numbers in circles are stages of “{journey}”: {stages}.", journey=wanted.journey.title, stages=named
    )
