"""JB418: a funnel without numbers."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB418",
        means="A journey is drawn as a funnel, in its `views` or on a page, and none of its stages has a `count`.",
        remedy="Write how many people reach each stage, or take `funnel` out.",
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


_LACK = say("this funnel has no numbers: no stage has a `count`")


def check(book: Handbook) -> Iterator[Problem]:
    """Report funnels that have no number to show, in journeys and where a page asks for one."""
    empty = {
        journey.id: journey
        for journey in book.journeys
        if not any(stage.count is not None for stage in journey.model.stages)
    }
    for journey in empty.values():
        for place, drawing in enumerate(journey.model.views):
            if drawing.view == "funnel":
                hint = say("write `count: 40` into the stages, or take `funnel` out of `views`")
                yield journey.problem("JB418", _LACK, hint, path=("views", place))
    for page in book.pages.values():
        for one in page.references:
            if one.embed and one.kind == "journey" and one.target in empty and ("view", "funnel") in one.query:
                file = empty[one.target].document.file
                hint = say("write `count: 40` into the stages of {file}, or take `?view=funnel` out", file=file)
                yield page.document.problem_at("JB418", _LACK, hint, line=one.line, column=one.column)
