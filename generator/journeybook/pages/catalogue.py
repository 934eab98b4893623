"""What the catalogue of activities and the question bank are filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeybook.handbook import Entry
from journeybook.handbook.book import StageUse
from journeybook.model import Activity
from journeybook.model.activity import Duration, Energy, Grade, Group, Setting
from journeybook.model.types import slug
from journeybook.pages.finder import Choice, FilterItem, FilterKind, Finder, by_use, finder
from journeybook.pages.helpers import Helpers
from journeybook.pages.site import Site

TIMES = (15, 30, 60, 90, 120, 180)
"""Minutes that the catalogue offers as “up to”."""
PEOPLE = (1, 2, 6, 12, 20)
"""Numbers of people that it offers."""


def catalogue(site: Site, entries: Sequence[Entry[Activity]]) -> Finder:
    """The filter of these activities."""
    words = site.words
    models = [entry.model for entry in entries]
    grades = [Choice(grade, words.first(words.label(grade))) for grade in Grade]
    kinds = [
        FilterKind("stage", words("Stage"), list(_stages(site))),
        FilterKind("setting", words("Where"), [Choice(s, words.first(words.label(s))) for s in Setting]),
        FilterKind("participants", words("For whom"), by_use(_keyed(site, (m.participants for m in models)))),
        FilterKind("energy", words("Energy"), [Choice(energy, words.first(words.label(energy))) for energy in Energy]),
        FilterKind("difficulty", words("How hard to join"), grades),
        FilterKind("leading", words("How hard to lead"), grades),
        FilterKind("chapter", words("Chapter"), _chapters(site)),
        FilterKind("journey", words("Journey"), _journeys(site)),
        FilterKind("tag", words("Tags"), by_use(_keyed(site, (m.tags for m in models)))),
    ]
    return finder(kinds, [_activity(site, entry) for entry in entries])


def times(entries: Iterable[Entry[Activity]]) -> list[int]:
    """The minutes of TIMES that tell some of these activities from others."""
    durations = [entry.model.duration for entry in entries if entry.model.duration]
    return [t for t in TIMES if any(d.min <= t for d in durations) and any(d.min > t for d in durations)]


def people(entries: Iterable[Entry[Activity]]) -> list[int]:
    """The numbers of PEOPLE that tell some of these activities from others."""
    groups = [entry.model.group for entry in entries if entry.model.group]
    fits = {number: sum(g.min <= number <= (g.max or number) for g in groups) for number in PEOPLE}
    return [number for number, count in fits.items() if 0 < count < len(groups)]


def question_kinds(site: Site, audiences: Iterable[Sequence[str]]) -> list[FilterKind]:
    """What questions are filtered by; `audiences` are those of all of them."""
    words = site.words
    roles = by_use((role, words.first(words.label(role))) for roles in audiences for role in roles)
    return [
        FilterKind("stage", words("Stage"), list(_stages(site))),
        FilterKind("audience", words("For whom"), roles),
        FilterKind("chapter", words("Chapter"), _chapters(site)),
        FilterKind("journey", words("Journey"), _journeys(site)),
    ]


def stage_keys(uses: Iterable[StageUse]) -> dict[str, Iterable[str]]:
    """The keys of the stages that use something, and of their journeys."""
    uses = list(uses)
    return {"stage": [stage_key(u.journey.id, u.stage.key) for u in uses], "journey": [u.journey.id for u in uses]}


def stage_key(journey: str, stage: str) -> str:
    """A stage's word in the address."""
    return f"{journey}.{stage}"


def _activity(site: Site, entry: Entry[Activity]) -> FilterItem:
    model, difficulty = entry.model, entry.model.difficulty
    keys: dict[str, Iterable[str]] = {
        "chapter": [model.chapter or ""],
        "setting": list(model.setting),
        "participants": [key for key, _ in _keyed(site, [model.participants])],
        "difficulty": [difficulty.participant or ""] if difficulty else [],
        "leading": [difficulty.facilitator or ""] if difficulty else [],
        "energy": [model.energy or ""],
        "tag": [key for key, _ in _keyed(site, [model.tags])],
    }
    text = [model.title, model.summary or "", model.purpose or "", str(model.number or "")]
    text += [*model.objectives, *model.tags, *(material.title for material in model.materials)]
    ranges = {"time": _time(model.duration), "people": _people(model.group)}
    shown = {name: value for name, value in ranges.items() if value}
    return FilterItem(keys | stage_keys(site.book.stage_uses.get(entry.id, [])), " ".join(text), shown)


def _time(duration: Duration | None) -> str:
    return f"{duration.min}-{duration.max}" if duration else ""


def _people(group: Group | None) -> str:
    return f"{group.min}-{group.max or ''}" if group else ""


def _keyed(site: Site, lists: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Words of the author's own with their keys: “Mentor” and “mentor” are one."""
    for found in lists:
        yield from {slug(text) or text: site.words.first(text) for text in found}.items()


def _chapters(site: Site) -> list[Choice]:
    chapters = site.book.chapters.values()
    return [Choice(c.id, f"{c.number} {c.title}" if c.number else c.title) for c in chapters]


def _journeys(site: Site) -> list[Choice]:
    said_by = Helpers(site.book, site.words).said_by
    return [Choice(entry.id, said_by(entry, entry.title)) for entry in site.book.journeys_in_order]


def _stages(site: Site) -> Iterator[Choice]:
    said_by = Helpers(site.book, site.words).said_by
    for entry in site.book.journeys_in_order:
        for number, stage in enumerate(entry.model.stages, 1):
            key, title = stage_key(entry.id, stage.key), said_by(entry, stage.title)
            yield Choice(key, title, said_by(entry, entry.title), number)
