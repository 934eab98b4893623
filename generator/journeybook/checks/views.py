"""JB206: a journey that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.model import Journey
from journeybook.model.journey import MAX_STAGES
from journeybook.model.views import Lane, View
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB206",
        means=(
            "The journey cannot be drawn: fewer than 2 stages or more than 20, a cycle of more than 10, a map or "
            "a blueprint with nothing to show."
        ),
        remedy="Split it, give the stages what the view shows, or take the view out of `views`.",
        example=Example(
            wrong="title: A first visit\nstages: [Before]\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
)

MAX_CYCLE = 10
_BLUEPRINT = ("actions", "frontstage", "backstage", "support")
_MAP = [lane for lane in Lane if lane not in (Lane.CHANNELS, Lane.ACTORS)]  # these two are touchpoints'


def check(book: Handbook) -> Iterator[Problem]:
    """Too few or too many stages for a view, or nothing for it to show."""
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
        else:
            yield from _unfit_views(journey, count)


def _unfit_views(journey: Entry[Journey], count: int) -> Iterator[Problem]:
    for place, drawing in enumerate(journey.model.views):
        path = ("views", place)
        if drawing.view is View.CYCLE and count > MAX_CYCLE:
            message = say("a cycle has from 2 to {most} stages, this one {count}", most=MAX_CYCLE, count=count)
            yield journey.problem("JB206", message, say("take `cycle` out of `views`"), path=path)
        if drawing.view is View.BLUEPRINT and not _has(journey, _BLUEPRINT):
            message = say("a blueprint needs what is done, and no stage has it")
            hint = say("give the stages `actions:`, `frontstage:`, `backstage:` or `support:`, or take `blueprint` out")
            yield journey.problem("JB206", message, hint, path=path)
        if drawing.view is View.MAP and not _has(journey, _MAP):
            message = say("a map needs something to show below the stages, and no stage has it")
            hint = say("give the stages `touchpoints:`, `feelings:` or `goals:`, or take `map` out")
            yield journey.problem("JB206", message, hint, path=path)


def _has(journey: Entry[Journey], fields: Iterable[str]) -> bool:
    return any(getattr(stage, field) for stage in journey.model.stages for field in fields)
