"""The kinds of page, each as the values that its template shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeVar

from journeybook.handbook import Chapter, ContentPage, Entry
from journeybook.handbook.timetable import workshop_totals
from journeybook.model import Activity, Journey
from journeybook.model.base import Question
from journeybook.pages import addresses, plandata
from journeybook.pages.facts import activity_facts, handbook_facts, journey_facts
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
    """The activities by chapter."""
    return {"groups": [Group(chapter, entries) for chapter, entries in site.book.toolkits()]}


def planner(site: Site) -> dict[str, Any]:
    """The planner; its script fetches what it knows."""
    return {"data": plandata.PATH, "steps": plandata.STEPS_PATH, "language": site.words.language}


@dataclass(frozen=True)
class Part:
    """One page's or one stage's questions."""

    title: str
    target: Entry[Any] | ContentPage
    questions: tuple[Question, ...]
    fragment: str = ""
    number: int = 0

    @property
    def colour(self) -> str:
        """The class of the stage."""
        return f"jb-s{(self.number - 1) % 8 + 1}" if self.number else ""


@dataclass(frozen=True)
class QuestionGroup:
    """The questions of a chapter, of a journey, or of the toolkit."""

    title: str
    parts: list[Part] = field(default_factory=list)


def questions(site: Site) -> dict[str, Any]:
    """Every reflective question, by chapter, by journey and stage, and by activity."""
    return {"groups": [group for group in _question_groups(site) if group.parts]}


def _question_groups(site: Site) -> Iterator[QuestionGroup]:
    book, words = site.book, site.words
    in_chapters: set[str] = set()
    for chapter in book.chapters.values():
        in_chapters |= {page.path for page in chapter.pages}
        name = words("Chapter {number}: {title}", number=chapter.number, title=chapter.title)
        yield QuestionGroup(name if chapter.number else chapter.title, _page_parts(chapter.pages))
    yield QuestionGroup(words("Other pages"), _page_parts(p for p in book.pages.values() if p.path not in in_chapters))
    for entry in book.journeys_in_order:
        stages = enumerate(entry.model.stages, 1)
        parts = [Part(s.title, entry, s.questions, s.key, number) for number, s in stages if s.questions]
        yield QuestionGroup(words("Journey: {title}", title=entry.title), parts)
    activities = [e for e in book.activities_in_order if e.model.questions]
    yield QuestionGroup(words("Toolkit"), [Part(e.title, e, e.model.questions) for e in activities])


def _page_parts(pages: Iterable[ContentPage]) -> list[Part]:
    return [Part(page.title, page, page.front.questions) for page in pages if page.front.questions]


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
        links = [Link(e.title, e, words.minutes(n)) for e, n in zip(some_workshops, lengths, strict=True)]
        yield Door(
            words("Run a workshop"),
            words("A timetable in clock times, the materials counted out, and the handouts."),
            words("Choose a workshop"),
            addresses.WORKSHOPS,
            links,
        )
    if book.activities_in_order:
        some = [entry for entry in book.activities_in_order if entry.model.duration][:4]
        links = [Link(e.title, e, words.duration(e.model.duration)) for e in some if e.model.duration]
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
