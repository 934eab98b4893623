"""JB302 and JB303: ids and numbers that stand twice, told at each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.model import Activity
from journeybook.problems import Path, Problem, say


def check(book: Handbook) -> Iterator[Problem]:
    """Stage and actor ids of a journey, handout ids of an activity, numbers of a chapter's toolkit."""
    for journey in book.journeys:
        stages = ((stage.key, ("stages", place)) for place, stage in enumerate(journey.model.stages))
        for key, path in _repeated(stages):
            message = say("two stages of this journey have the id ‘{id}’", id=key)
            yield journey.problem("JB302", message, say("give one of them an `id:` of its own"), path=path)
        actors = ((actor.key, ("actors", place)) for place, actor in enumerate(journey.model.actors))
        for key, path in _repeated(actors):
            message = say("two actors of this journey have the id ‘{id}’", id=key)
            yield journey.problem("JB302", message, say("give one of them an `id:` of its own"), path=path)
    for activity in book.activities:
        sheets = ((sheet.id or "", ("handouts", place)) for place, sheet in enumerate(activity.model.handouts))
        for key, path in _repeated(sheets):
            message = say("two handouts of this activity have the id ‘{id}’", id=key)
            yield activity.problem("JB302", message, say("give one of them an `id:` of its own"), path=path)
    yield from _numbers(book)


def _repeated(keys: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
    """Each key after its first place: the path leads to the repetition."""
    seen: set[str] = set()
    for key, path in keys:
        if key in seen:
            yield key, path
        seen.add(key)


def _numbers(book: Handbook) -> Iterator[Problem]:
    numbered: dict[tuple[str, int], list[Entry[Activity]]] = {}
    for activity in book.activities:
        if activity.model.number is not None:
            numbered.setdefault((activity.model.chapter or "", activity.model.number), []).append(activity)
    taken = {chapter: {number for c, number in numbered if c == chapter} for chapter, _ in numbered}
    for (chapter, number), entries in numbered.items():
        free = next(n for n in range(1, 10_000) if n not in taken[chapter])
        for entry in entries if len(entries) > 1 else ():
            others = ", ".join(other.document.file for other in entries if other is not entry)
            message = say("number {number} is taken in this chapter by {others}", number=number, others=others)
            yield entry.problem("JB303", message, say("the next free number is {free}", free=free), path=("number",))
