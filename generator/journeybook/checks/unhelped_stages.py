"""JB401: a stage with neither a question nor an activity."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB401",
        means="A stage leaves readers with nothing to do: no question, no activity, no journey of its own.",
        remedy="Give it one.",
        example=Example(
            wrong="title: A first visit\nstages: [Before, After]\n",
            right=(
                "title: A first visit\n"
                "stages:\n"
                "  - title: Before\n"
                "    questions: What would you like to know?\n"
                "  - title: After\n"
                "    questions: What did you learn?\n"
            ),
            file="journeys/visit.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report stages that leave the reader with nothing to do."""
    for journey in book.journeys:
        for place, stage in enumerate(journey.model.stages):
            if not (stage.questions or stage.activities or stage.journey):
                message = say("stage ‘{title}’ has neither a question nor an activity", title=stage.title)
                yield journey.problem(
                    "JB401", message, say("write `questions:` or `activities:`"), path=("stages", place)
                )
