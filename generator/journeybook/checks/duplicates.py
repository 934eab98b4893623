"""JB302 and JB303: ids and numbers that stand twice, told at each place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeybook.checks.same_titles import looks_like_copy
from journeybook.handbook import Entry, Handbook
from journeybook.handbook.free_numbers import free_number
from journeybook.handbook.nearly_pages import is_copy_of
from journeybook.model import Activity
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB302",
        means="Two files, stages, actors or handouts have the same id.",
        remedy="Rename one file, or give one of them an `id:` of its own.",
        example=Example(
            wrong="title: A first visit\nstages: [Talk, Rest, Talk]\n",
            right="title: A first visit\nstages:\n  - Talk\n  - Rest\n  - title: Talk\n    id: second-talk\n",
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB303",
        means="Two activities of a chapter have the same number.",
        remedy="Take the next free one, which the answer names.",
        example=Example(
            wrong="title: A first talk\nnumber: 1\n",
            right="title: A first talk\nnumber: 2\n",
            file="toolkit/talk.yaml",
            beside={"toolkit/walk.yaml": "title: A walk\nnumber: 1\n"},
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report ids of stages, actors and handouts, and numbers of activities, that stand twice where each stands once."""
    for journey in book.journeys:
        yield from _repeated(journey, "stages", [stage.key for stage in journey.model.stages])
        yield from _repeated(journey, "actors", [actor.key for actor in journey.model.actors])
    for activity in book.activities:
        yield from _repeated(activity, "handouts", [sheet.id or "" for sheet in activity.model.handouts])
    yield from _numbers(book)


def _repeated(entry: Entry[Any], field: str, ids: list[str]) -> Iterator[Problem]:
    """Report ids that stand before in the same list, with the line where they stand first."""
    for place, id in enumerate(ids):
        if ids.index(id) < place and (first := entry.document.mark((field, ids.index(id)))):
            message = say(
                "‘{id}’ is the id of two of these {field}; the first is on line {line}",
                id=id,
                field=field,
                line=first.line + 1,
            )
            hint = say("give one of them an `id:` of its own")
            if not entry.document.has((field, place, "id")):  # its title made it, and readers see that twice
                hint = say("give one of the two a title of its own")
                if field == "stages":  # which may well have one title
                    hint = say("give one of them a title of its own, or an `id:` where both are to have this one")
            yield entry.problem("JB302", message, hint, path=(field, place))


def _numbers(book: Handbook) -> Iterator[Problem]:
    numbered: dict[tuple[str, int], list[Entry[Activity]]] = {}
    for activity in book.activities:
        if activity.model.number is not None:
            numbered.setdefault((activity.model.chapter or "", activity.model.number), []).append(activity)
    taken: dict[str, set[int]] = {}
    for chapter, number in numbered:
        taken.setdefault(chapter, set()).add(number)
    for (chapter, number), entries in numbered.items():
        free = free_number(taken[chapter])
        for entry in entries if len(entries) > 1 else ():
            others = ", ".join(other.document.file for other in entries if other is not entry)
            message = say("number {number} is taken in this chapter by {others}", number=number, others=others)
            hint = say("the next free number is {free}", free=free)
            original = next((other for other in entries if is_copy_of(entry.id, other.id)), None)
            if original is not None and original.title == entry.title:
                hint = looks_like_copy(original)
            yield entry.problem("JB303", message, hint, path=("number",))
