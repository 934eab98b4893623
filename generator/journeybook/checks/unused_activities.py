"""JB404: an activity that no journey uses."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
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


def check(book: Handbook) -> Iterator[Problem]:
    """Report activities that a reader of the journeys never meets."""
    if book.journeys.unreadable:  # those may use it
        return
    named = {id for journey in book.journeys for stage in journey.model.stages for id in stage.activities}
    for activity in book.activities.current():
        if book.journeys and activity.id not in named:
            message = say("no journey uses this activity")
            hint = say("add `{id}` to the `activities:` of a stage", id=activity.id)
            yield activity.problem("JB404", message, hint, path=("title",))
