"""What the planner knows of a handbook, as one compact JSON file that readers' browsers load."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from journeybook.handbook import Entry
from journeybook.model import Activity, Workshop
from journeybook.model.activity import Material
from journeybook.model.shown import Place
from journeybook.model.workshop import Block, Day
from journeybook.pages import addresses
from journeybook.pages.artifact import FileArtifact
from journeybook.pages.facts import activity_facts
from journeybook.pages.site import Site

PATH = "toolkit/activities.json"
STEPS_PATH = "toolkit/steps.json"
PLAN_VERSION = 1
"""The form of a plan: workshops are written in it, and so are the planner's own files and links."""


def plan_data(site: Site) -> FileArtifact:
    """Write every activity and workshop, those of the indexes first."""
    book = site.book
    listed = [*book.activities_in_order, *(entry for entry in book.activities if not entry.model.is_current)]
    data = {
        "version": PLAN_VERSION,
        "chapters": {chapter.id: chapter.title for chapter in book.chapters.values()},
        "activities": [_activity(site, entry) for entry in listed],
        "workshops": [_workshop(entry) for entry in (*book.workshops_in_order, *_retired(book.workshops))],
    }
    return FileArtifact(PATH, _json(data))


def step_data(site: Site) -> FileArtifact:
    """Write the steps of activities as [title, minutes], for run sheets: fetched once a plan has an activity."""
    steps = {
        entry.id: [[step.title, step.minutes] for step in entry.model.steps]
        for entry in site.book.activities
        if entry.model.is_timed and all(step.title for step in entry.model.steps)
    }
    return FileArtifact(STEPS_PATH, _json(steps))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _retired(entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    return [entry for entry in entries if not entry.model.is_current]


def _activity(site: Site, entry: Entry[Activity]) -> dict[str, Any]:
    """Give an activity: minutes, people, what to bring as [title, quantity, per], handouts as [title, address].

    Names are short and what is not known is left out: a handbook may have thousands.
    """
    book, model = site.book, entry.model
    duration, group = model.duration, model.group
    uses, links = book.stage_uses.get(entry.id), site.links(addresses.HOME)
    return _without_empty(
        {
            "id": entry.id,
            "number": model.number,
            "title": model.title,
            "chapter": model.chapter if model.chapter in book.chapters else None,
            "min": duration and duration.min,
            "max": duration and duration.max,
            "preparation": duration and duration.preparation,
            "group": group and [group.min, group.max, group.size],
            "materials": [_material(material) for material in model.materials],
            "before": list(model.prerequisites),
            "handouts": [[h.id, h.title, links.to(addresses.handout_path(entry, h))] for h in model.handouts],
            "stage": uses[0].number if uses else None,
            "address": links.to(addresses.path_of(entry)),
            "retired": not model.is_current,
            "facts": [
                site.words("{label}: {value}", label=fact.label, value=fact.value)
                for fact in activity_facts(model, site.words, Place.PLAN)
            ],
        }
    )


def _material(material: Material) -> list[Any]:
    """Give title, quantity and what it is for; then the title as it is compared, where lower case is not enough."""
    title = material.title
    found = [title, material.quantity, material.per]
    return [*found, title.casefold()] if title.casefold() != title.lower() else found


def _workshop(entry: Entry[Workshop]) -> dict[str, Any]:
    """Give a workshop as a plan, with its id."""
    model = entry.model
    return _without_empty(
        {
            "id": entry.id,
            "version": PLAN_VERSION,
            "title": model.title,
            "people": model.group_size,
            "location": model.location,
            "timezone": model.timezone,
            "audience": list(model.audience),
            "days": [_day(day) for day in model.days],
            "retired": not model.is_current,
        }
    )


def _day(day: Day) -> dict[str, Any]:
    clocks = {name: time.strftime("%H:%M") for name, time in (("start", day.start), ("end", day.end)) if time}
    blocks = [_block(block) for block in day.blocks]
    return _without_empty({"title": day.title, "date": day.date and day.date.isoformat(), **clocks, "blocks": blocks})


def _block(block: Block) -> dict[str, Any]:
    given = block.model_dump(include={"activity", "title", "minutes", "lead", "text"})
    start = block.start and block.start.strftime("%H:%M")
    return _without_empty({**given, "start": start, "break": block.break_, "audience": list(block.audience)})


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], False)}
