"""JB417 and JB419: a journey's stages that no way leads to, and a journey of one stage."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks import lists_in_one_text
from journeybook.handbook import Handbook
from journeybook.model import Journey
from journeybook.problems import Code, Example, Problem, say

_STAGES = "title: A first visit\nstages:\n  - title: Before\n{next}  - title: There\n  - title: After\n"
CODES = (
    Code(
        "JB417",
        means=(
            "No way leads from the first stage to one of the others: `next` of a stage takes the place of the way to "
            "the stage below it."
        ),
        remedy="Let the `next:` of a stage that is reached lead there too, or take that `next:` out.",
        example=Example(
            wrong=_STAGES.format(next="    next: after\n"),
            right=_STAGES.format(next="    next: [{to: after, condition: nobody is there}, there]\n"),
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB419",
        means="A journey has one stage. It is drawn, but there is no way to see.",
        remedy="Write the stage that follows, where there is one.",
        example=Example(
            wrong="title: A first visit\nstages: [Before]\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report stages that nobody reaches, once for a journey, and journeys of one stage."""
    for journey in book.journeys:
        stages = journey.model.stages
        if len(stages) == 1 and not lists_in_one_text.is_told(journey.document, ("stages",)):
            message = say("this journey has one stage, so that there is no way to see")
            yield journey.problem("JB419", message, say("write the stage that follows"), path=("stages",), at_key=True)
        if lost := _lost(journey.model):
            titles = ", ".join(f"‘{stages[place].title}’" for place in lost)
            hint = say("let a `next:` above it lead there too, or take that `next:` out")
            yield journey.problem(
                "JB417", say("no way leads to {titles}", titles=titles), hint, path=("stages", lost[0])
            )


def _lost(journey: Journey) -> list[int]:
    """Find the places of the stages that cannot be reached; none where `next` names a stage that is not there."""
    named = [[journey.place_of(way.to) for way in stage.next] for stage in journey.stages]
    ways = [[place for place in way if place is not None] for way in named]
    if ways != named:
        return []
    reached, pending = {0}, [0]
    for place in pending:
        new = {after for after in ways[place] or [place + 1] if after < len(ways)} - reached
        reached |= new
        pending += sorted(new)
    return [place for place in range(len(ways)) if place not in reached]
