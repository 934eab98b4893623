"""What readers filter the catalogue of activities and the question bank by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel

from journeybook.handbook import Entry
from journeybook.handbook.book import StageUse
from journeybook.model import Activity
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import Days, Length, is_less
from journeybook.model.group import Group
from journeybook.model.shown import Place, Shown, shown_fields
from journeybook.model.types import MOST_DAYS, MOST_MINUTES, slug
from journeybook.model.walk import types_in
from journeybook.pages.finder import Choice, FilterItem, FilterKind, Finder, by_use, finder
from journeybook.pages.helpers import Helpers
from journeybook.pages.site import Site

TIMES = (15, 30, 60, 90, 120, 180)
"""Minutes that the catalogue offers as “up to”."""
PEOPLE = (1, 2, 6, 12, 20)
"""Numbers of people that it offers."""


def catalogue(site: Site, entries: Sequence[Entry[Activity]]) -> Finder:
    """Make the filter of these activities, by what their fields say and by where they are used."""
    words = site.words
    ranked = [
        (0, FilterKind("stage", words("Stage"), list(_stages(site)))),
        *((found.shown.on[Place.CATALOGUE], _kind(site, found, entries)) for found in _asked()),
        (60, FilterKind("chapter", words("Chapter"), _chapters(site))),
        (70, FilterKind("journey", words("Journey"), _journeys(site))),
    ]
    kinds = [kind for _, kind in sorted(ranked, key=lambda pair: pair[0])]
    return finder(kinds, [_activity(site, entry) for entry in entries])


@dataclass(frozen=True)
class _Asked:
    """A field that is asked for, with what leads to it from the activity, and the words that it may have."""

    name: str
    path: tuple[str, ...]
    shown: Shown
    choices: tuple[StrEnum, ...]

    def of(self, activity: Activity) -> Sequence[str]:
        """Give the choices that an activity has in the field."""
        value: Any = activity
        for name in self.path:
            value = getattr(value, name, None)
        return value if isinstance(value, tuple) else () if value is None else (value,)


@cache
def _asked() -> tuple[_Asked, ...]:
    """Find the fields of activities that the catalogue asks for, those of the models in them included."""
    return tuple(_asked_of(Activity, ()))


def _asked_of(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[_Asked]:
    for field, shown in shown_fields(model, Place.CATALOGUE).items():
        choices = next(types_in(model.model_fields[field].annotation, StrEnum), None)
        yield _Asked(shown.name or field, (*above, field), shown, tuple(choices or ()))
    for field, info in model.model_fields.items():
        for inner in types_in(info.annotation, BaseModel):
            yield from _asked_of(inner, (*above, field))


def _kind(site: Site, asked: _Asked, entries: Sequence[Entry[Activity]]) -> FilterKind:
    words = site.words
    choices = [Choice(choice, words.first(words.label(choice))) for choice in asked.choices]
    if not choices:
        choices = by_use(_keyed(site, (asked.of(entry.model) for entry in entries)))
    return FilterKind(asked.name, words(asked.shown.label.template), choices, asked.shown.ambiguous)


def times(entries: Iterable[Entry[Activity]]) -> list[int]:
    """Give the minutes of TIMES that tell some of these activities from others."""
    least = [entry.model.duration.min for entry in entries if entry.model.duration and entry.model.duration.min]
    return [time for time in TIMES if len({is_less(time, one) for one in least}) > 1]


def days(entries: Iterable[Entry[Activity]]) -> bool:
    """Tell whether some of these activities take days, and others do not."""
    durations = [entry.model.duration for entry in entries if entry.model.duration and entry.model.duration.min]
    return len({isinstance(duration.max or duration.min, Days) for duration in durations}) > 1


def people(entries: Iterable[Entry[Activity]]) -> list[int]:
    """Give the numbers of PEOPLE that tell some of these activities from others."""
    groups = [entry.model.group for entry in entries if entry.model.group and entry.model.group.is_counted]
    fits = {number: sum(g.min <= number <= (g.max or number) for g in groups) for number in PEOPLE}
    return [number for number, count in fits.items() if 0 < count < len(groups)]


def question_kinds(site: Site, audiences: Iterable[Sequence[str]]) -> list[FilterKind]:
    """Give what questions are filtered by; `audiences` are those of all of them."""
    words = site.words
    roles = by_use((role, words.first(words.label(role))) for roles in audiences for role in roles)
    return [
        FilterKind("stage", words("Stage"), list(_stages(site))),
        FilterKind("audience", words("For whom"), roles),
        FilterKind("chapter", words("Chapter"), _chapters(site)),
        FilterKind("journey", words("Journey"), _journeys(site)),
    ]


def stage_keys(uses: Iterable[StageUse]) -> dict[str, Iterable[str]]:
    """Give the keys of the stages that use something, and of their journeys."""
    uses = list(uses)
    return {"stage": [stage_key(u.journey.id, u.stage.key) for u in uses], "journey": [u.journey.id for u in uses]}


def stage_key(journey: str, stage: str) -> str:
    """Give a stage's word in the address."""
    return f"{journey}.{stage}"


def _activity(site: Site, entry: Entry[Activity]) -> FilterItem:
    model = entry.model
    keys: dict[str, Iterable[str]] = {"chapter": [model.chapter or ""]}
    for asked in _asked():
        has = asked.of(model)
        keys[asked.name] = list(has) if asked.choices else [key for key, _ in _keyed(site, [has])]
    text = [model.title, model.summary or "", model.purpose or "", str(model.number or "")]
    text += [*model.objectives, *model.tags, *(material.title for material in model.materials)]
    text += site.book.glossary.synonyms_in(" ".join(text))
    ranges = {"time": _time(model.duration), "people": _people(model.group)}
    shown = {name: value for name, value in ranges.items() if value}
    return FilterItem(keys | stage_keys(site.book.stage_uses.get(entry.id, [])), " ".join(text), shown)


def _time(duration: Duration | None) -> str:
    """Give the least and the most of a time as the browser reads them: minutes, or days with a d.

    What has no end has one where minutes end, so that it is found with any number of them, and not among days.
    """
    if duration is None or duration.min is None:
        return ""
    last: Length = MOST_MINUTES if isinstance(duration.min, int) else Days(MOST_DAYS)
    ends = duration.min, duration.max or last
    return "-".join(f"{end.days:g}d" if isinstance(end, Days) else str(end) for end in ends)


def _people(group: Group | None) -> str:
    return f"{group.min}-{group.max or ''}" if group and group.is_counted else ""


def _keyed(site: Site, lists: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Give words of the author's own with their keys: “Mentor” and “mentor” are one."""
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
        for stage in entry.model.stages:
            key, title = stage_key(entry.id, stage.key), said_by(entry, stage.title)
            yield Choice(key, title, said_by(entry, entry.title), stage.number)
