"""JB301: an id that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from journeybook.handbook import Entry, Handbook
from journeybook.handbook.entries import Shelf
from journeybook.handbook.targets import unknown, unknown_chapter
from journeybook.handbook.titles import titles_of
from journeybook.model.journey import Journey
from journeybook.problems import Code, Example, Path, Problem, say

CODES = (
    Code(
        "JB301",
        means="A link or a field names something that does not exist, or a link has no such form.",
        remedy=(
            "Take the id that is offered, or make the missing file. A thing that is [shown in "
            "place](chapters.md#things-shown-in-place) needs a paragraph of its own."
        ),
        example=Example(
            wrong="title: A first visit\nstages:\n  - title: Before\n    activities: [tlak]\n  - After\n",
            right="title: A first visit\nstages:\n  - title: Before\n    activities: [talk]\n  - After\n",
            file="journeys/visit.yaml",
            beside={"toolkit/talk.yaml": "title: A first talk\n"},
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report ids of activities, journeys, chapters, stages and actors that nothing has."""
    for journey in book.journeys:
        yield from _chapter(book, journey)
        yield from _inside(journey)
        for place, stage in enumerate(journey.model.stages):
            for index, id in enumerate(stage.activities):
                yield from _shelf(journey, book.activities, id, ("stages", place, "activities", index))
            if stage.journey:
                yield from _shelf(journey, book.journeys, stage.journey, ("stages", place, "journey"))
    for activity in book.activities:
        yield from _chapter(book, activity)
        for key, ids in (("prerequisites", activity.model.prerequisites), ("related", activity.model.related)):
            for index, id in enumerate(ids):
                yield from _shelf(activity, book.activities, id, (key, index))
    for workshop in book.workshops:
        yield from _chapter(book, workshop)
        for day, plan in enumerate(workshop.model.days):
            for index, block in enumerate(plan.blocks):
                if block.activity:
                    path: Path = ("days", day, "blocks", index, "activity")
                    yield from _shelf(workshop, book.activities, block.activity, path)
    for page in book.pages.values():
        if page.front.journey and not book.journeys.knows(page.front.journey):
            wrong = unknown("journey", page.front.journey, book.journeys.files)
            yield page.document.problem("JB301", wrong.message, wrong.hint, path=("journey",))


def _inside(journey: Entry[Journey]) -> Iterator[Problem]:
    model = journey.model
    actors = [actor.key for actor in model.actors]
    stages = [stage.key for stage in model.stages]
    for place, stage in enumerate(model.stages):
        here: Path = ("stages", place)
        for t, touchpoint in enumerate(stage.touchpoints):
            for a, id in enumerate(touchpoint.actors):
                yield from _one_of(journey, "actor", id, actors, (*here, "touchpoints", t, "actors", a))
        for f, feeling in enumerate(stage.feelings):
            if feeling.actor:
                yield from _one_of(journey, "actor", feeling.actor, actors, (*here, "feelings", f, "actor"))
        for r, responsibility in enumerate(stage.responsibilities):
            yield from _one_of(journey, "actor", responsibility.actor, actors, (*here, "responsibilities", r, "actor"))
        for n, following in enumerate(stage.next):
            yield from _one_of(journey, "stage", following.to, stages, (*here, "next", n, "to"))


def _chapter(book: Handbook, entry: Entry[Any]) -> Iterator[Problem]:
    id = entry.model.chapter
    if id and id not in book.contents.unreadable and id not in book.chapters:
        wrong = unknown_chapter(book, id)
        yield entry.problem("JB301", wrong.message, wrong.hint, path=("chapter",))


def _shelf(entry: Entry[Any], shelf: Shelf[Any], id: str, path: Path) -> Iterator[Problem]:
    if shelf.knows(id):
        return
    if titled := titles_of(shelf).get(id):
        message = say("unknown {kind} ‘{id}’; did you mean ‘{meant}’?", kind=shelf.kind, id=id, meant=titled)
        yield entry.problem("JB301", message, say("write `{id}`, the id of what has this title", id=titled), path=path)
    else:
        yield from _one_of(entry, shelf.kind, id, shelf.files, path)


def _one_of(entry: Entry[Any], kind: str, id: str, known: Iterable[str], path: Path) -> Iterator[Problem]:
    if id not in known:
        wrong = unknown(kind, id, known)
        yield entry.problem("JB301", wrong.message, wrong.hint, path=path)
