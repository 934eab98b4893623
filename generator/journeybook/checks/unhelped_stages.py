"""JB401: a stage with neither a question nor an activity."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Problem, say


def check(book: Handbook) -> Iterator[Problem]:
    """Stages that leave the reader with nothing to do."""
    for journey in book.journeys:
        for place, stage in enumerate(journey.model.stages):
            if not (stage.questions or stage.activities or stage.journey):
                message = say("stage ‘{title}’ has neither a question nor an activity", title=stage.title)
                yield journey.problem(
                    "JB401", message, say("write `questions:` or `activities:`"), path=("stages", place)
                )
