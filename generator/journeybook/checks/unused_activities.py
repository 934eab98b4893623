"""JB404: an activity that no journey uses."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Problem, say


def check(book: Handbook) -> Iterator[Problem]:
    """Activities that a reader of the journeys never meets."""
    named = {id for journey in book.journeys for stage in journey.model.stages for id in stage.activities}
    for activity in book.activities.current():
        if book.journeys and activity.id not in named:
            message = say("no journey uses this activity")
            hint = say("add `{id}` to the `activities:` of a stage", id=activity.id)
            yield activity.problem("JB404", message, hint, path=("title",))
