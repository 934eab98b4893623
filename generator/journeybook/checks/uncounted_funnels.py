"""JB418: a funnel without numbers."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB418",
        means="A journey is drawn as a funnel, and none of its stages has a `count`.",
        remedy="Write how many people reach each stage, or take `funnel` out of `views`.",
        example=Example(
            wrong="title: A first visit\nviews: funnel\nstages: [Before, After]\n",
            right=(
                "title: A first visit\n"
                "views: funnel\n"
                "stages:\n"
                "  - {title: Before, count: 40}\n"
                "  - {title: After, count: 25}\n"
            ),
            file="journeys/visit.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report funnels that have no number to show."""
    for journey in book.journeys:
        if any(stage.count is not None for stage in journey.model.stages):
            continue
        for place, drawing in enumerate(journey.model.views):
            if drawing.view == "funnel":
                message = say("this funnel has no numbers: no stage has a `count`")
                hint = say("write `count: 40` into the stages, or take `funnel` out of `views`")
                yield journey.problem("JB418", message, hint, path=("views", place))
