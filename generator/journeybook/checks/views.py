"""JB206: a journey that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.model.journey import MAX_STAGES, View
from journeybook.problems import Problem, say

MAX_CYCLE = 10


def check(book: Handbook) -> Iterator[Problem]:
    """Too few or too many stages for a view."""
    for journey in book.journeys:
        count = len(journey.model.stages)
        if count < 2 or count > MAX_STAGES:
            message = say(
                "this journey has {count} stages; from 2 to {most} can be drawn", count=count, most=MAX_STAGES
            )
            hint = say("split it: a stage can lead to a journey of its own with `journey: …`")
            if count < 2:
                message, hint = say("this journey has one stage, and a way needs two"), say("write another stage")
            yield journey.problem("JB206", message, hint, path=("stages",), at_key=True)
        elif View.CYCLE in journey.model.views and count > MAX_CYCLE:
            message = say("a cycle has from 2 to {most} stages, this one {count}", most=MAX_CYCLE, count=count)
            place = journey.model.views.index(View.CYCLE)
            yield journey.problem("JB206", message, say("take `cycle` out of `views`"), path=("views", place))
