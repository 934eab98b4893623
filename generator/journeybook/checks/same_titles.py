"""JB485: two things of one kind with one title, which readers cannot tell apart; most are copies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from journeybook.handbook import Entry, Handbook
from journeybook.handbook.entries import Shelf
from journeybook.handbook.nearly_pages import is_copy_of
from journeybook.model import Activity, Journey, Workshop
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB485",
        means=(
            "Two journeys, two activities of a chapter, two workshops, two actors of a journey, two handouts of an "
            "activity, or two steps or blocks that follow each other have the same title: readers see both, and cannot "
            "tell them apart. Most are copies that were left behind."
        ),
        remedy="Give one of them a title of its own, or delete the copy.",
        example=Example(
            wrong="title: A walk\n",
            right="title: A longer walk\n",
            file="toolkit/walk-v2.yaml",
            beside={"toolkit/walk.yaml": "title: A walk\n"},
        ),
    ),
)

_LONG = 60
"""A text of more letters is not typed twice: it is copied."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report each title that something before it of its kind has, but for its capitals."""
    shelves: tuple[Shelf[Any], ...] = (book.journeys, book.activities, book.workshops)
    for shelf in shelves:
        yield from _entries(shelf)
    for journey in book.journeys:
        actors = journey.model.actors
        yield from _inside(journey, "actors", [(actor.key, actor.title) for actor in actors])
    for activity in book.activities:
        sheets = activity.model.handouts
        yield from _inside(activity, "handouts", [(sheet.id or "", sheet.title) for sheet in sheets])
        yield from _steps(activity)
    for workshop in book.workshops:
        yield from _blocks(workshop)


def _entries(shelf: Shelf[Any]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Entry[Any]] = {}
    for entry in shelf:
        if not entry.model.is_current:  # the version of before may well have the title of that of today
            continue
        other = first.setdefault(_shown_as(entry), entry)
        if other is not entry and not _same_number(entry, other):
            copy, original = (other, entry) if is_copy_of(other.id, entry.id) else (entry, other)
            message = say("‘{title}’ is the title of {file} as well", title=copy.title, file=original.document.file)
            hint = say("give one of the two a title of its own")
            if is_copy_of(copy.id, original.id):
                hint = looks_like_copy(original)
            yield copy.problem("JB485", message, hint, path=("title",))


def looks_like_copy(original: Entry[Any]) -> Text:
    """Say what to do with a file that is a copy of another one by its name."""
    return say(
        "this looks like a copy of {file}: delete it, or give it a title of its own", file=original.document.file
    )


def _shown_as(entry: Entry[Any]) -> tuple[object, ...]:
    """Give what readers tell an entry by: title and language, an activity's chapter, what state a journey shows."""
    model = entry.model
    beside: object = model.chapter if isinstance(model, Activity) else None
    if isinstance(model, Journey):
        beside = (model.state, model.compares)
    return _folded(entry.title), model.language, beside


def _same_number(entry: Entry[Any], other: Entry[Any]) -> bool:
    """Tell whether two activities have one number as well, of which JB303 tells."""
    number = getattr(entry.model, "number", None)
    return number is not None and number == other.model.number


def _inside(entry: Entry[Any], field: str, named: list[tuple[str, str]]) -> Iterator[Problem]:
    """Report a title that one before it has; where the ids are the same as well, JB302 tells of them."""
    first: dict[str, str] = {}
    for place, (id, title) in enumerate(named):
        if first.setdefault(_folded(title), id) != id:
            message = say("‘{title}’ is the title of two of these {field}", title=title, field=field)
            yield entry.problem("JB485", message, say("give one of the two a title of its own"), path=(field, place))


def _steps(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report a step with the title of the one before it, and one that is a copy of any before it, text and all.

    What people do, they may do again later: a title alone may well stand there again.
    """
    steps = activity.model.steps
    for place, step in enumerate(steps):
        title, text = _folded(step.title or ""), _folded(step.text or "")
        if not title or step.audience:  # one step told to each of two roles
            continue
        same = [one for one, other in enumerate(steps[:place]) if _folded(other.title or "") == title]
        is_copy = len(text) > _LONG and any(_folded(steps[one].text or "") == text for one in same)
        if same and (is_copy or same[-1] == place - 1):
            message = say("step {number} has this title as well", number=same[-1] + 1)
            hint = say("give one of the two a title of its own")
            if is_copy:
                message = say("step {number} has this title and this text as well", number=same[-1] + 1)
                hint = say("take the copy out, or say what is done otherwise")
            yield activity.problem("JB485", message, hint, path=("steps", place, "title"))


def _blocks(workshop: Entry[Workshop]) -> Iterator[Problem]:
    """Report a block with the activity of the one before it, and nothing that says what is another time."""
    for number, day in enumerate(workshop.model.days):
        for place, (before, block) in enumerate(pairwise(day.blocks), 1):
            same = block.activity is not None and block.activity == before.activity
            if same and block.model_dump(exclude={"start"}) == before.model_dump(exclude={"start"}):
                message = say("the block above it is this activity as well")
                hint = say("take one of them out, or give each a `title` that says what is done otherwise")
                yield workshop.problem("JB485", message, hint, path=("days", number, "blocks", place))


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
