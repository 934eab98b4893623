"""The kinds of page, each as the values that its template shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from journeybook.handbook import Chapter, ContentPage, Entry
from journeybook.handbook.timetable import workshop_totals
from journeybook.model import Activity, Journey
from journeybook.pages import addresses, bank, catalogue, plandata
from journeybook.pages.facts import activity_facts, handbook_facts, journey_facts
from journeybook.pages.helpers import Helpers
from journeybook.pages.site import Site

T = TypeVar("T")


def journey(site: Site, entry: Entry[Journey]) -> dict[str, Any]:
    """A journey, its facts, the people in it and its neighbours."""
    book = site.book
    previous, following = neighbours(book.journeys_in_order, entry)
    return {
        "chapter": book.chapters.get(entry.model.chapter or ""),
        "facts": journey_facts(entry.model, site.words),
        "people": [actor for actor in entry.model.actors if actor.needs or actor.quote],
        "parents": book.parents.get(entry.id, []),
        "previous": previous,
        "following": following,
    }


def activity(site: Site, entry: Entry[Activity]) -> dict[str, Any]:
    """An activity, the clock of its steps, where it is used and its neighbours in the chapter."""
    book, model = site.book, entry.model
    previous, following = neighbours(book.toolkit(model.chapter), entry)
    minutes = [step.minutes or 0 for step in model.steps]
    starts = [sum(minutes[:place]) for place in range(len(minutes))]
    return {
        "chapter": book.chapters.get(model.chapter or ""),
        "facts": activity_facts(model, site.words),
        "steps": list(zip(model.steps, starts, strict=True)),
        "clock": bool(minutes) and all(minutes),
        "total": sum(minutes) if minutes and all(minutes) else 0,
        "stage_uses": book.stage_uses.get(entry.id, []),
        "workshop_uses": book.workshop_uses.get(entry.id, []),
        "leads_to": book.prerequisite_of.get(entry.id, []),
        "previous": previous,
        "following": following,
    }


@dataclass(frozen=True)
class Group:
    """The entries of one chapter on an index page."""

    chapter: Chapter | None
    entries: list[Entry[Any]]


def journeys(site: Site) -> dict[str, Any]:
    """The journeys by chapter."""
    book = site.book

    def chapter_of(entry: Entry[Journey]) -> str:
        return entry.model.chapter if entry.model.chapter in book.chapters else ""

    found = groupby(book.journeys_in_order, key=chapter_of)
    return {"groups": [Group(book.chapters.get(id), list(entries)) for id, entries in found]}


def toolkit(site: Site) -> dict[str, Any]:
    """The activities by chapter, and what they are filtered by."""
    entries = site.book.activities_in_order
    found = catalogue.catalogue(site, entries)
    return {
        "groups": [Group(chapter, of_chapter) for chapter, of_chapter in site.book.toolkits()],
        "finder": found,
        "facts": dict(zip((entry.id for entry in entries), found.facts, strict=True)),
        "times": catalogue.times(entries),
        "people": catalogue.people(entries),
        "questions": bank.has_questions(site.book),
    }


def planner(site: Site) -> dict[str, Any]:
    """The planner; its script fetches what it knows."""
    return {"data": plandata.PATH, "steps": plandata.STEPS_PATH, "language": site.words.language}


@dataclass(frozen=True)
class Link:
    """A line of a door."""

    title: str
    target: str | Entry[Any] | ContentPage
    note: str = ""


@dataclass(frozen=True)
class Door:
    """One of the ways into the handbook."""

    title: str
    text: str
    action: str
    target: str | Entry[Any] | ContentPage
    links: list[Link]


def home(site: Site) -> dict[str, Any]:
    """The home page's journey, what the handbook holds, and its doors: read, run a workshop, find an activity."""
    book = site.book
    page = book.pages.get(addresses.HOME)
    chosen = book.journeys.get(page.front.journey) if page and page.front.journey else None
    first = chosen or next(iter(book.journeys_in_order), None)
    return {"journey": first, "doors": list(_doors(site)), "colophon": list(handbook_facts(book, site.words))}


def _doors(site: Site) -> Iterator[Door]:
    book, words = site.book, site.words
    said_by = Helpers(book, words).said_by
    chapters = list(book.chapters.values())
    if chapters:
        links = [Link(chapter.title, chapter.opening) for chapter in chapters[:3]]
        yield Door(
            words("Read"),
            words("The thinking behind the programme, chapter by chapter."),
            words("Start reading"),
            chapters[0].opening,
            links,
        )
    if book.workshops_in_order:
        some_workshops = book.workshops_in_order[:4]
        lengths = [workshop_totals(book, entry.model).altogether for entry in some_workshops]
        links = [Link(said_by(e, e.title), e, words.minutes(n)) for e, n in zip(some_workshops, lengths, strict=True)]
        yield Door(
            words("Run a workshop"),
            words("A timetable in clock times, the materials counted out, and the handouts."),
            words("Choose a workshop"),
            addresses.WORKSHOPS,
            links,
        )
    if book.activities_in_order:
        some = [entry for entry in book.activities_in_order if entry.model.duration][:4]
        links = [Link(said_by(e, e.title), e, words.duration(e.model.duration)) for e in some if e.model.duration]
        number = len(book.activities_in_order)
        yield Door(
            words("Find an activity"),
            words("Each says how long it takes, whom it is for and what to bring."),
            words.many("See the activity", "See all {number} activities", number),
            addresses.TOOLKIT,
            links,
        )


def neighbours(entries: Sequence[T], entry: T) -> tuple[T | None, T | None]:
    """What stands before and after an entry on its shelf."""
    if entry not in entries:
        return None, None
    place = entries.index(entry)
    return entries[place - 1] if place else None, entries[place + 1] if place + 1 < len(entries) else None
