"""The cycle: stages that begin again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.base import Model
from journeybook.model.types import Plain
from journeybook.model.view import Lack, View
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model.journey import Journey

MAX_CYCLE = 10


class CycleView(Model):
    """How the cycle is drawn."""

    carries: Plain | None = None
    """What a round leaves for the next: it stands at the arrow from the last stage to the first."""


def _lack(journey: Journey) -> Lack | None:
    count = len(journey.stages)
    if count <= MAX_CYCLE:
        return None
    message = say("a cycle has at most {most} stages, this one {count}", most=MAX_CYCLE, count=count)
    return message, say("take `cycle` out of `views`")


VIEW = View(
    place=3,
    label=say("Cycle"),
    about="A ring around a centre.",
    use=f"Stages that begin again: a flywheel. At most {MAX_CYCLE} stages.",
    draws="`title` and `summary` in a ring around the `centre`, and what a round leaves for the next",
    question=(
        "*What does each round leave for the next?* Newcomers who were welcomed welcome the next ones. Give it a "
        "`centre:`, and say what it `carries`."
    ),
    settings=CycleView,
    options=(
        "`carries` says what a round of the cycle leaves for the next, in a few words: a story, a skill. It stands at "
        "the arrow from the last stage to the first."
    ),
    lack=_lack,
)
