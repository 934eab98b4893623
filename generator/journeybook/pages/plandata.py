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
from journeybook.pages.foreign import runs_left
from journeybook.pages.planmodel import (
    PLAN_VERSION,
    ActivityData,
    BookData,
    MaterialData,
    StepsData,
    WorkshopData,
    WrittenBlock,
    WrittenDay,
)
from journeybook.pages.site import Site
from journeybook.text.figures import END, ISOLATE, part_figures

PATH = "toolkit/activities.json"
STEPS_PATH = "toolkit/steps.json"


def plan_data(site: Site) -> FileArtifact:
    """Write every activity and workshop, those of the indexes first."""
    book = site.book
    listed = [*book.activities_in_order, *(entry for entry in book.activities if not entry.model.is_current)]
    data = BookData(
        version=PLAN_VERSION,
        chapters={chapter.id: chapter.title for chapter in book.chapters.values()},
        activities=[_activity(site, entry) for entry in listed],
        workshops=[_workshop(entry) for entry in (*book.workshops_in_order, *_retired(book.workshops))],
    )
    return FileArtifact(PATH, _json(data.model_dump(mode="json", by_alias=True, exclude_defaults=True)))


def step_data(site: Site) -> FileArtifact:
    """Write the steps of activities that say all titles and minutes, for run sheets: fetched once a plan needs them."""
    steps: StepsData = {}
    for entry in site.book.activities:
        said = [(step.title, step.minutes) for step in entry.model.steps if step.title and step.minutes]
        if said and len(said) == len(entry.model.steps):
            steps[entry.id] = said
    return FileArtifact(STEPS_PATH, _json(steps))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _retired(entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    return [entry for entry in entries if not entry.model.is_current]


def _activity(site: Site, entry: Entry[Activity]) -> ActivityData:
    book, model = site.book, entry.model
    duration, group = model.duration, model.group
    uses, links = book.stage_uses.get(entry.id), site.links(addresses.HOME)
    return ActivityData(
        id=entry.id,
        number=model.number,
        title=model.title,
        chapter=model.chapter if model.chapter in book.chapters else None,
        time=_in_order(site, site.words.duration(duration) or duration.note or "") if duration else None,
        minutes=duration.minutes if duration else None,
        least=(duration.least or None) if duration and duration.minutes is None else None,
        preparation=duration.preparation if duration else None,
        group=(group.min, group.max, group.each) if group and group.is_counted else None,
        materials=[_material(material) for material in model.materials],
        before=list(model.prerequisites),
        handouts=[(h.id or "", h.title, links.to(addresses.handout_path(entry, h))) for h in model.handouts],
        stage=uses[0].number if uses else None,
        address=links.to(addresses.path_of(entry)),
        retired=not model.is_current,
        facts=_facts(site, model),
        synonyms=_synonyms(site, model),
    )


def _synonyms(site: Site, model: Activity) -> list[str]:
    """Give the other words for those of an activity by which the planner finds it."""
    chapter = site.book.chapters.get(model.chapter or "")
    return site.book.glossary.synonyms_in(" ".join([model.title, chapter.title if chapter else ""]))


def _in_order(site: Site, text: str) -> str:
    """Part a text, or ranges such as 35–45 in it, from letters that run to the left: scripts show it as it comes."""
    if not text or site.words.direction == "ltr":
        return text
    return part_figures(text) if runs_left(text) else f"{ISOLATE}{text}{END}"


def _facts(site: Site, model: Activity) -> list[str]:
    """Say what the planner shows beside the time and the number of people; where that is only a note, the note."""
    facts = [
        site.words("{label}: {value}", label=fact.label, value=fact.value)
        for fact in activity_facts(model, site.words, Place.PLAN)
    ]
    note = model.group.note if model.group and not model.group.is_counted else None
    said = [site.words("{label}: {value}", label=site.words("People"), value=note)] if note else []
    return [_in_order(site, text) for text in (*said, *facts)]


def _material(material: Material) -> MaterialData:
    title = material.title
    found = title, material.quantity, material.per
    return found if title.casefold() == title.lower() else (*found, title.casefold())


def _workshop(entry: Entry[Workshop]) -> WorkshopData:
    model = entry.model
    return WorkshopData(
        id=entry.id,
        version=PLAN_VERSION,
        title=model.title,
        people=model.group_size,
        location=model.location,
        timezone=model.timezone,
        audience=list(model.audience),
        days=[_day(day) for day in model.days],
        retired=not model.is_current,
    )


def _day(day: Day) -> WrittenDay:
    return WrittenDay(
        title=day.title,
        date=day.date.isoformat() if day.date else None,
        start=day.start.strftime("%H:%M"),
        end=day.end.strftime("%H:%M") if day.end else None,
        blocks=[_block(block) for block in day.blocks],
    )


def _block(block: Block) -> WrittenBlock:
    given = block.model_dump(include={"activity", "title", "minutes", "lead"})
    start = block.start and block.start.strftime("%H:%M")
    text = block.text.text if block.text else None
    return WrittenBlock(**given, text=text, start=start, break_=block.break_, audience=list(block.audience))
