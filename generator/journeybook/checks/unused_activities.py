"""JB404: an activity that no journey uses."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.model import Activity
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB404",
        means="No journey uses an activity, so that readers of the journeys never meet it.",
        remedy="Name it in the `activities` of a stage.",
        example=Example(
            wrong="title: A first visit\nstages: [Before, After]\n",
            right="title: A first visit\nstages:\n  - title: Before\n    activities: [talk]\n  - After\n",
            file="journeys/visit.yaml",
            beside={"toolkit/talk.yaml": "title: A first talk\n"},
        ),
    ),
)

MOST_ONE_BY_ONE = 9
"""Activities that are told each by itself; more are a toolkit that was there before its journeys."""
_MOST_NAMED = 3


def check(book: Handbook) -> Iterator[Problem]:
    """Report activities that a reader of the journeys never meets."""
    if book.journeys.unreadable:  # those may use it
        return
    named = {id for journey in book.journeys for stage in journey.model.stages for id in stage.activities}
    unused = [one for one in book.activities.current() if one.id not in named] if book.journeys else []
    if len(unused) > MOST_ONE_BY_ONE:
        yield _of_all(unused)
        return
    for activity in unused:
        message = say("no journey uses this activity")
        hint = say("add `{id}` to the `activities:` of a stage", id=activity.id)
        yield activity.problem("JB404", message, hint, path=("title",))


def _of_all(unused: list[Entry[Activity]]) -> Problem:
    first, *more = unused
    names = ", ".join(one.id for one in more[:_MOST_NAMED])
    message = say("no journey uses this activity and {number} more ({names}, …)", number=len(more), names=names)
    hint = say("add `{id}` to the `activities:` of a stage, and others where they fit", id=first.id)
    return first.problem("JB404", message, hint, path=("title",))
