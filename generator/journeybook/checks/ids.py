"""JB301: an id that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from journeybook.handbook import Entry, Handbook
from journeybook.handbook.entries import Shelf
from journeybook.handbook.targets import is_of_kind, renamed_id, unknown, unknown_chapter
from journeybook.handbook.titles import titles_of
from journeybook.model import Workshop
from journeybook.model.base import Status
from journeybook.model.joined_actors import joined_actors
from journeybook.model.journey import Journey
from journeybook.model.meant_ids import as_list, to_journey
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.problems.nearest import nearest

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

_NOTHING = frozenset(
    ("none", "nothing", "nil", "no", "null", "keine", "keins", "aucun", "aucune", "ninguno", "ninguna")
)
_ENDS = frozenset(("end", "finish", "stop", "done", "exit", "ende", "fin"))
"""What people write for the stage behind the last."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report ids of activities, journeys, chapters, stages and actors that nothing has."""
    for journey in book.journeys:
        yield from _chapter(book, journey)
        yield from _inside(book, journey)
        if journey.model.compares:
            yield from _shelf(book, journey, book.journeys, journey.model.compares, ("compares",))
        for place, stage in enumerate(journey.model.stages):
            for index, id in enumerate(stage.activities):
                yield from _shelf(book, journey, book.activities, id, ("stages", place, "activities", index))
            if stage.journey:
                yield from _shelf(book, journey, book.journeys, stage.journey, ("stages", place, "journey"))
    for activity in book.activities:
        yield from _chapter(book, activity)
        for key, ids in (("prerequisites", activity.model.prerequisites), ("related", activity.model.related)):
            for index, id in enumerate(ids):
                yield from _shelf(book, activity, book.activities, id, (key, index))
    for workshop in book.workshops:
        yield from _chapter(book, workshop)
        for day, plan in enumerate(workshop.model.days):
            for index, block in enumerate(plan.blocks):
                if block.activity:
                    path: Path = ("days", day, "blocks", index, "activity")
                    yield from _shelf(book, workshop, book.activities, block.activity, path)
    for page in book.pages.values():
        if page.front.journey and not book.journeys.knows(page.front.journey):
            now = book.names.ids["journey"].get(page.front.journey)
            known = book.journeys.files
            wrong = renamed_id(page.front.journey, now) if now else unknown("journey", page.front.journey, known)
            yield page.document.problem("JB301", wrong.message, wrong.hint, path=("journey",))
        elif page.front.journey in book.journeys.drafts:
            yield page.document.problem(
                "JB408", *_left_out("journey", page.front.journey, "journey"), path=("journey",)
            )


def _inside(book: Handbook, journey: Entry[Journey]) -> Iterator[Problem]:
    model = journey.model
    joined = joined_actors(model, book.settings.roles)
    for one in joined:
        message, hint = as_list(model.actors[one.place].title, list(one.items))
        yield journey.problem("JB301", message, hint, path=("actors", one.place))
    actors = [*(actor.key for actor in model.actors), *(id for one in joined for id in one.ids)]
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
            yield from _way(book, journey, place, following.to, stages, (*here, "next", n, "to"))


def _way(
    book: Handbook, journey: Entry[Journey], place: int, to: str, stages: list[str], path: Path
) -> Iterator[Problem]:
    """Report a way to a stage that is not there, to another journey, and one that is meant as none."""
    if to not in stages and to in book.journeys.files and nearest(to, stages) is None:
        yield journey.problem("JB301", is_of_kind("journey", to), to_journey(to), path=path)
        return
    if to not in stages and to.isdecimal() and 0 < int(to) <= len(stages):
        message = say("a stage goes by its id here, and not by its number")
        yield journey.problem("JB301", message, say("write `{id}`", id=stages[int(to) - 1]), path=path)
        return
    if to in stages or to not in (*_NOTHING, *_ENDS):
        yield from _one_of(journey, "stage", to, stages, path)
        return
    hint = say("take the line out: nothing follows the last stage")
    if place + 1 < len(stages):
        hint = say("name the stage that follows: a journey ends at its last stage")
    yield journey.problem("JB301", say("‘{id}’ is no stage", id=to), hint, path=path)


def _chapter(book: Handbook, entry: Entry[Any]) -> Iterator[Problem]:
    id = entry.model.chapter
    if id and id not in book.contents.unreadable and id not in book.chapters:
        wrong = unknown_chapter(book, id)
        yield entry.problem("JB301", wrong.message, wrong.hint, path=("chapter",))


def _shelf(book: Handbook, entry: Entry[Any], shelf: Shelf[Any], id: str, path: Path) -> Iterator[Problem]:
    if shelf.knows(id):
        key = str(path[-1] if isinstance(path[-1], str) else path[-2])
        if id in shelf.drafts and key != "compares":  # of which more is told where journeys are compared
            yield entry.problem("JB408", *_left_out(shelf.kind, id, key), path=path)
        elif path[0] in ("stages", "days") and _is_retired(shelf, id) and _is_of_today(book, entry):
            message = say("{kind} ‘{id}’ is retired, and is shown here as any other", kind=shelf.kind, id=id)
            hint = say("take it out here; or write `status: current` there, if it is in use")
            yield entry.problem("JB408", message, hint, path=path)
        return
    if now := book.names.ids[shelf.kind].get(id):
        wrong = renamed_id(id, now)
        yield entry.problem("JB301", wrong.message, wrong.hint, path=path)
        return
    if id.isdecimal() and (numbered := _of_number(book, entry, shelf.kind, int(id))):
        message = say("an activity goes by its id here, and not by its number")
        yield entry.problem("JB301", message, say("write `{id}`", id=numbered), path=path)
        return
    other = next((one for one in (book.journeys, book.activities, book.workshops) if id in one.files), None)
    if titled := titles_of(shelf).get(id):
        message = say("unknown {kind} ‘{id}’; did you mean ‘{meant}’?", kind=shelf.kind, id=id, meant=titled)
        yield entry.problem("JB301", message, say("write `{id}`, the id of what has this title", id=titled), path=path)
    elif other is not None:
        message = is_of_kind(other.kind, id)
        hint = say("take it out, and link to it in a text: {link}", link=f"[]({other.kind}:{id})")
        if path[-1:] == ("journey",) and other.kind == "activity":
            hint = say("take it out, and write `{id}` into the `activities:` of this stage", id=id)
        yield entry.problem("JB301", message, hint, path=path)
    else:
        yield from _one_of(entry, shelf.kind, id, shelf.files, path)


def _of_number(book: Handbook, entry: Entry[Any], kind: str, number: int) -> str | None:
    """Give the one activity of a number: in the chapter of what names it, else in the handbook."""
    if kind != "activity":
        return None
    chapter = entry.model.chapter
    found = [one for one in book.activities if one.model.number == number]
    beside = [one.id for one in found if chapter and one.model.chapter == chapter]
    meant = beside or [one.id for one in found]
    return meant[0] if len(meant) == 1 else None


def _is_retired(shelf: Shelf[Any], id: str) -> bool:
    named = shelf.get(id)
    return named is not None and named.model.status is Status.RETIRED


def _is_of_today(book: Handbook, entry: Entry[Any]) -> bool:
    """Tell whether something is in use itself: neither retired, nor a workshop of which all days are over."""
    dates = [day.date for day in entry.model.days] if isinstance(entry.model, Workshop) else []
    is_over = bool(dates) and all(date and date < book.settings.today for date in dates)
    return entry.model.status is not Status.RETIRED and not is_over


def _left_out(kind: str, id: str, key: str) -> tuple[Text, Text]:
    """Say that what a field names is a draft; a block of a workshop shows the id all the same."""
    if key == "activity":
        message = say("activity ‘{id}’ is a draft: readers see its id here, and nothing of what it needs", id=id)
        return message, say("publish it with `status: current`, or write `title: …` in place of `activity:`")
    message = say("{kind} ‘{id}’ is a draft, so it is left out here", kind=kind, id=id)
    return message, say("publish it with `status: current`, or take it out")


def _one_of(entry: Entry[Any], kind: str, id: str, known: Iterable[str], path: Path) -> Iterator[Problem]:
    if id not in known:
        wrong = unknown(kind, id, known)
        hint = say("take the line out: what is left out is not shown") if id in _NOTHING else wrong.hint
        yield entry.problem("JB301", wrong.message, hint, path=path)
