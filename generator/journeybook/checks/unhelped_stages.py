"""JB401: stages with neither a question nor an activity."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks import lists_in_one_text
from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB401",
        means=(
            "Stages leave readers with nothing to do: no question, no activity, no journey of their own. It is told "
            "once for each journey."
        ),
        remedy="Give them one.",
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


MOST_NAMED = 3
_HINT = say("write `questions:` or `activities:`")


def check(book: Handbook) -> Iterator[Problem]:
    """Report once for each journey the stages that leave the reader with nothing to do."""
    for journey in book.journeys:
        stages = journey.model.stages
        bare = [place for place, one in enumerate(stages) if not (one.questions or one.activities or one.journey)]
        if bare and not lists_in_one_text.is_told(journey.document, ("stages",)):
            titles = ", ".join(f"‘{stages[place].title}’" for place in bare[:MOST_NAMED])
            yield journey.problem("JB401", _message(titles, len(bare)), _HINT, path=("stages", bare[0]))


def _message(titles: str, count: int) -> Text:
    if count == 1:
        return say("stage {titles} has neither a question nor an activity", titles=titles)
    if count <= MOST_NAMED:
        return say("stages {titles} have neither a question nor an activity", titles=titles)
    more = count - MOST_NAMED
    return say("stages {titles} and {more} more have neither a question nor an activity", titles=titles, more=more)
