"""JB443: somebody who takes part in an activity, and whose name nearly is that of a role or an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say
from journeybook.problems.nearest import nearest

CODES = (
    Code(
        "JB443",
        means=(
            "`participants` names somebody whose name is nearly that of a role, of an actor or of the participants of "
            "another activity: readers who filter by one do not find the other."
        ),
        remedy="Take the name that is offered. If it is another one indeed, leave it.",
        example=Example(
            wrong="title: A first talk\nparticipants: [mentro]\n",
            right="title: A first talk\nparticipants: [mentor]\n",
            file="toolkit/talk.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report participants that one activity alone has, and that a typing error parts from what others are called."""
    used = Counter(one for activity in book.activities for one in set(activity.model.participants))
    known = {*book.settings.roles, *_actors(book), *(one for one, times in used.items() if times > 1)}
    folded = {one.casefold() for one in known}
    for activity in book.activities:
        for place, one in enumerate(activity.model.participants):
            meant = nearest(one, known) if one.casefold() not in folded else None
            if meant and not _is_form_of(one.casefold(), meant.casefold()):
                message = say("nobody else is called ‘{one}’; did you mean ‘{meant}’?", one=one, meant=meant)
                yield activity.problem("JB443", message, path=("participants", place))


def _actors(book: Handbook) -> Iterator[str]:
    for journey in book.journeys:
        for actor in journey.model.actors:
            yield from (actor.title, actor.key)


def _is_form_of(one: str, other: str) -> bool:
    """Tell whether one word is the other with an ending, as a plural is, or one of its words."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[: max(3, len(short) - 1)]) or short in long.split()
