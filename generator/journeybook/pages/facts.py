"""The facts of a journey, an activity or a workshop: what is shown of its fields, the same order everywhere.

A field that is shown says so in its model (`journeybook.model.shown`); here is how values are said, and the facts that
no field has by itself, such as the hours of a workshop.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from journeybook.handbook import Handbook
from journeybook.handbook.timetable import by_date, end_of, workshop_totals
from journeybook.language.words import Words
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.activity import Difficulty, Material
from journeybook.model.base import EntryModel
from journeybook.model.duration import Duration
from journeybook.model.group import Group
from journeybook.model.journey import Actor, ActorKind
from journeybook.model.shown import Place, Shown, shown_fields
from journeybook.pages.few import few

_SHORT = 40  # characters: a longer note stands elsewhere on the page


@dataclass(frozen=True)
class Fact:
    """One fact: its icon's name, its label, its value and a smaller note.

    `more` says how much is left, and `to` is the id of the page's heading under which all of it stands.
    """

    icon: str
    label: str
    value: str
    note: str = ""
    more: str = ""
    to: str = ""


Ranked = tuple[int, Fact]
"""A fact with its rank in its place."""


def facts_of(
    model: EntryModel, words: Words, place: Place, more: Sequence[Ranked] = (), without: Sequence[str] = ()
) -> list[Fact]:
    """Give what is shown of a model in a place, in the order of the ranks, `without` the fields of those names.

    `more` are facts that are no field.
    """
    fields = {name: shown for name, shown in shown_fields(type(model), place).items() if name not in without}
    found = sorted([*_fields(model, words, place, fields), *more], key=lambda pair: pair[0])
    return [fact for _, fact in found if fact.value]


def _fields(model: EntryModel, words: Words, place: Place, fields: Mapping[str, Shown]) -> Iterator[Ranked]:
    for name, shown in fields.items():
        value, note = said(words, shown, getattr(model, name))
        if place is Place.CARD:
            value, note = _bare(words, getattr(model, name), value), ""
        elif name in _NOTES:
            note = _NOTES[name](model, words)
        if name != "owner" or not model.reviewed_on:  # who keeps a page is told with the day of its review
            left = few(getattr(model, name))[1] if name in _LISTED else 0
            more = words.many("and {number} more", "and {number} more", left) if left else ""
            yield (
                shown.on[place],
                Fact(shown.icon, words(shown.label.template), value, note, more, name if more else ""),
            )


def _bare(words: Words, value: Any, said: str) -> str:
    """Give a number alone, which stands beside its icon on a card; everything else as it is said."""
    return words.number(value) if isinstance(value, int | float) else said


def _space(activity: Any, words: Words) -> str:
    return activity.space if activity.space and len(activity.space) <= _SHORT else ""


def _keeper(model: Any, words: Words) -> str:
    return words("by {owner}", owner=model.owner) if model.owner else ""


_NOTES: Mapping[str, Callable[[Any, Words], str]] = {"setting": _space, "reviewed_on": _keeper}
"""What makes the note beside a field's value, of another field of its model."""

_LISTED = {"materials"}
"""The fields that a page lists in full below, under a heading whose id is the field's name."""


def said(words: Words, shown: Shown, value: Any) -> tuple[str, str]:
    """Say a field's value, and a note to it; both are empty where the field is."""
    match value:
        case None | ():
            return "", ""
        case Duration():
            return _duration(words, value)
        case Group():
            return _group(words, value)
        case Difficulty():
            return _difficulty(words, value)
        case (Material(), *_):
            first, *rest = [material.title for material in few(value)[0]]
            return first, " · ".join(rest)  # titles may hold commas
        case (Actor(), *_):
            return words.listing([a.title for a in sorted(value, key=lambda a: a.kind is not ActorKind.END_USER)]), ""
        case tuple():
            items = [words.label(item) if shown.labels else _word(words, item) for item in value]
            return " · ".join(items) if shown.dots else words.first(words.listing(items)), ""
        case int() if shown.count:
            return words.many(*shown.count, value), ""
        case int() | float():
            return words.number(value), ""
        case dt.date():
            return words.date(value), ""
        case StrEnum():
            return words.first(_word(words, value)), ""
        case _:
            return str(value), ""


def _word(words: Words, value: str) -> str:
    return words.label(value) if isinstance(value, StrEnum) else value


def _duration(words: Words, duration: Duration) -> tuple[str, str]:
    prepare = words("and {time} to prepare", time=words.minutes(duration.preparation)) if duration.preparation else ""
    return _value(words.duration(duration), duration.note, prepare)


def _group(words: Words, group: Group) -> tuple[str, str]:
    small = ""
    if group.size:
        small = words("in pairs") if group.size == 2 else words("in groups of {size}", size=group.size)
    return _value(words.group(group), small, group.note)


def _value(said: str, *notes: str | None) -> tuple[str, str]:
    """Give what is said and the notes to it; where nothing else is said, the first of them."""
    first, *rest = [text for text in (said, *notes) if text] or [""]
    return first, ", ".join(rest)


def _difficulty(words: Words, difficulty: Difficulty) -> tuple[str, str]:
    join, lead = difficulty.participant, difficulty.facilitator
    joined = words.first(words("{grade} to join", grade=words.label(join))) if join else ""
    if lead is None:
        return joined, ""
    led = words("{grade} to lead", grade=words.label(lead))
    return (joined, led) if joined else (words.first(led), "")


def journey_facts(journey: Journey, words: Words) -> list[Fact]:
    """Give a journey's facts: stages, goal, who, what it shows, when it was reviewed, who keeps it."""
    count = len(journey.stages)
    periods = [words.label(p) for p in dict.fromkeys(stage.period for stage in journey.stages if stage.period)]
    note = words.listing([p.lower() for p in periods]) if len(periods) > 1 else ""
    stages = Fact("stages", words("Stages"), words.number(count), note)
    return facts_of(journey, words, Place.PAGE, [(10, stages)])


def activity_facts(activity: Activity, words: Words, place: Place = Place.PAGE) -> list[Fact]:
    """Give an activity's facts: time, people, where, for whom, difficulty, what to bring; fewer in other places."""
    return facts_of(activity, words, place)


def workshop_facts(book: Handbook, workshop: Workshop, words: Words, place: Place = Place.PAGE) -> list[Fact]:
    """Give a workshop's facts: when, how long, how many people, where; for its page or for paper."""
    return facts_of(workshop, words, place, list(_times(book, workshop, words)))


def _times(book: Handbook, workshop: Workshop, words: Words) -> Iterator[Ranked]:
    dates = by_date(workshop)
    first, evening = workshop.days[0], workshop.days[dates[0][-1]]
    hours = words("{start} to {end}", start=words.clock(first.start), end=words.clock(end_of(book, evening)))
    if first.date:
        date = words.date(first.date)
        if len(dates) > 1 and (last := workshop.days[-1].date) and last != first.date:
            yield 10, Fact("date", words("When"), words("{low}–{high}", low=date, high=words.date(last)))
        else:
            note = words("{day}, {hours}", day=words.weekday(first.date), hours=hours)
            yield 10, Fact("date", words("When"), date, note)
    total = workshop_totals(book, workshop).altogether
    days = words.many("{number} day", "{number} days", len(dates)) if len(dates) > 1 else ""
    yield 20, Fact("time", words("Time"), words.minutes(total), days or ("" if first.date else hours))


def card_facts(book: Handbook, model: Activity | Workshop, words: Words) -> list[Fact]:
    """Give what a card in a list shows of an activity, or of a workshop, whose time its days make."""
    if isinstance(model, Activity):
        return facts_of(model, words, Place.CARD)
    time = Fact("time", words("Time"), words.minutes(workshop_totals(book, model).altogether))
    return facts_of(model, words, Place.CARD, [(10, time)])


def handbook_facts(book: Handbook, words: Words) -> Iterator[Fact]:
    """Give what the handbook holds, and when something in it was last reviewed."""
    held = (
        ("stages", words("Journeys"), len(book.journeys_in_order)),
        ("notes", words("Activities"), len(book.activities_in_order)),
        ("workshop", words("Workshops"), len(book.workshops_in_order)),
    )
    yield from (Fact(icon, label, words.number(count)) for icon, label, count in held if count)
    models: list[Journey | Activity | Workshop] = [entry.model for entry in book.journeys_in_order]
    models += [entry.model for entry in book.activities_in_order]
    models += [entry.model for entry in book.workshops_in_order]
    if dates := [model.reviewed_on for model in models if model.reviewed_on]:
        yield Fact("reviewed", words("Reviewed"), words.date(max(dates)))
