"""The strip of facts that opens every journey, activity and workshop: the same order everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook import Handbook
from journeybook.handbook.timetable import by_date, end_of, workshop_totals
from journeybook.language.words import Words
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.journey import ActorKind


@dataclass(frozen=True)
class Fact:
    """One fact: its icon's name, its label, its value and a smaller note; `code` says it again for templates."""

    icon: str
    label: str
    value: str
    note: str = ""


def journey_facts(journey: Journey, words: Words) -> list[Fact]:
    """Stages, goal, who, what it shows, when it was reviewed, who keeps it."""
    return [fact for fact in _journey(journey, words) if fact.value]


def _journey(journey: Journey, words: Words) -> Iterator[Fact]:
    count = len(journey.stages)
    periods = [words.label(p) for p in dict.fromkeys(stage.period for stage in journey.stages if stage.period)]
    note = words.listing([p.lower() for p in periods]) if len(periods) > 1 else ""
    yield Fact("stages", words("Stages"), words.many("{number} stage", "{number} stages", count), note)
    yield Fact("goal", words("Goal"), journey.goal or "")
    people = sorted(journey.actors, key=lambda actor: actor.kind is not ActorKind.END_USER)
    yield Fact("who", words("Who"), words.listing([actor.title for actor in people]) if people else "")
    yield Fact("shows", words("Shows"), words.label(journey.state) if journey.state else "")
    yield from _kept(journey, words)


def _kept(model: Journey | Activity | Workshop, words: Words) -> Iterator[Fact]:
    by = words("by {owner}", owner=model.owner) if model.owner else ""
    if model.reviewed_on:
        yield Fact("reviewed", words("Reviewed"), words.date(model.reviewed_on), by)
    elif model.owner:
        yield Fact("owner", words("Kept by"), model.owner)


def activity_facts(activity: Activity, words: Words) -> list[Fact]:
    """Time, people, where, for whom, difficulty, what to bring."""
    return [fact for fact in _activity(activity, words) if fact.value]


def _activity(activity: Activity, words: Words) -> Iterator[Fact]:
    if duration := activity.duration:
        prepare = (
            words("and {time} to prepare", time=words.minutes(duration.preparation)) if duration.preparation else ""
        )
        notes = [note for note in (duration.note, prepare) if note]
        yield Fact("time", words("Time"), words.duration(duration), ", ".join(notes))
    if group := activity.group:
        small = ""
        if group.size:
            small = words("in pairs") if group.size == 2 else words("in groups of {size}", size=group.size)
        yield Fact("people", words("People"), words.group(group), small)
    space = activity.space or ""  # a longer one stands with the materials
    settings = [words.label(setting) for setting in activity.setting]
    yield Fact(
        "where",
        words("Where"),
        words.first(words.listing(settings)) if settings else "",
        space if len(space) <= 40 else "",
    )
    yield Fact(
        "who", words("For whom"), words.first(words.listing(activity.participants)) if activity.participants else ""
    )
    yield _difficulty(activity, words)
    yield Fact("energy", words("Energy"), words.first(words.label(activity.energy)) if activity.energy else "")
    if activity.materials:
        first, *rest = [material.title for material in activity.materials]
        yield Fact("bring", words("Bring"), first, " · ".join(rest))  # titles may hold commas
    yield from _kept(activity, words)


def _difficulty(activity: Activity, words: Words) -> Fact:
    difficulty = activity.difficulty
    if difficulty is None or (difficulty.participant is None and difficulty.facilitator is None):
        return Fact("difficulty", words("Difficulty"), "")
    join = (
        words.first(words("{grade} to join", grade=words.label(difficulty.participant)))
        if difficulty.participant
        else ""
    )
    if difficulty.facilitator is None:
        return Fact("difficulty", words("Difficulty"), join)
    grade = words.label(difficulty.facilitator)
    if not join:
        return Fact("difficulty", words("Difficulty"), words.first(words("{grade} to lead", grade=grade)))
    return Fact("difficulty", words("Difficulty"), join, words("{grade} to lead", grade=grade))


def workshop_facts(book: Handbook, workshop: Workshop, words: Words) -> list[Fact]:
    """When, how long, how many people, where."""
    return [fact for fact in _workshop(book, workshop, words) if fact.value]


def _workshop(book: Handbook, workshop: Workshop, words: Words) -> Iterator[Fact]:
    dates = by_date(workshop)
    first, evening = workshop.days[0], workshop.days[dates[0][-1]]
    hours = words("{start} to {end}", start=words.clock(first.start), end=words.clock(end_of(book, evening)))
    if first.date:
        date = words.date(first.date)
        if len(dates) > 1 and (last := workshop.days[-1].date) and last != first.date:
            yield Fact("date", words("When"), words("{low}–{high}", low=date, high=words.date(last)))
        else:
            yield Fact("date", words("When"), date, words("{day}, {hours}", day=words.weekday(first.date), hours=hours))
    total = workshop_totals(book, workshop).altogether
    days = words.many("{number} day", "{number} days", len(dates)) if len(dates) > 1 else ""
    yield Fact("time", words("Time"), words.minutes(total), days or ("" if first.date else hours))
    people = words.many("{number} person", "{number} people", workshop.group_size) if workshop.group_size else ""
    yield Fact("people", words("People"), people)
    yield Fact("where", words("Where"), workshop.location or "")
    yield from _kept(workshop, words)


def handbook_facts(book: Handbook, words: Words) -> Iterator[Fact]:
    """What the handbook holds, and when something in it was last reviewed."""
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
