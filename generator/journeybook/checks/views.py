"""JB206: a journey that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.model import Journey
from journeybook.model.journey import MAX_STAGES
from journeybook.model.views import UNUSABLE, VIEWS
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB206",
        means=(
            "The journey cannot be drawn: more than 20 stages, a cycle of more than 10, a map or a blueprint with "
            "nothing to show."
        ),
        remedy="Split it, give the stages what the view shows, or take the view out of `views`.",
        example=Example(
            wrong="title: A first visit\nviews: map\nstages: [Before, After]\n",
            right="title: A first visit\nviews: map\nstages:\n  - {title: Before, goals: To be seen}\n  - After\n",
            file="journeys/visit.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report views with too many stages, or with nothing to show."""
    if UNUSABLE:
        raise UNUSABLE
    for journey in book.journeys:
        count = len(journey.model.stages)
        if count > MAX_STAGES:
            message = say("this journey has {count} stages; at most {most} can be drawn", count=count, most=MAX_STAGES)
            hint = say("split it: a stage can lead to a journey of its own with `journey: …`")
            yield journey.problem("JB206", message, hint, path=("stages",), at_key=True)
        else:
            yield from _unfit_views(journey)


def _unfit_views(journey: Entry[Journey]) -> Iterator[Problem]:
    for place, drawing in enumerate(journey.model.views):
        if lack := VIEWS[drawing.view].lack(journey.model):
            yield journey.problem("JB206", *lack, path=("views", place))
