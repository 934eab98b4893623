"""JB420: a stage that has activities, and at which nobody is asked anything."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB420",
        means=(
            "A stage has activities, but neither it nor any of them asks a question, so that the question bank "
            "has none for it."
        ),
        remedy="Write one.",
        example=Example(
            wrong="title: A first visit\nstages:\n  - title: Before\n    activities: [talk]\n  - After\n",
            right=(
                "title: A first visit\n"
                "stages:\n"
                "  - title: Before\n"
                "    activities: [talk]\n"
                "    questions: What would you like to know?\n"
                "  - After\n"
            ),
            file="journeys/visit.yaml",
            beside={"toolkit/talk.yaml": "title: A first talk\n"},
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report stages whose filter in the question bank would find nothing; JB401 tells of those with neither."""
    for journey in book.journeys:
        for place, stage in enumerate(journey.model.stages):
            if stage.questions or stage.journey or not stage.activities:
                continue
            used = [book.activities.get(id) for id in stage.activities]
            if all(entry and not entry.model.questions for entry in used):  # one that is not known is told by itself
                message = say("stage ‘{title}’ has no question, and nor have its activities", title=stage.title)
                yield journey.problem(
                    "JB420", message, say("write `questions:` for it, or in an activity of it"), path=("stages", place)
                )
