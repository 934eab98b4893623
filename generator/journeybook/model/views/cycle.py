"""The cycle: stages that begin again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.view import Lack, View
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model.journey import Journey

MAX_CYCLE = 10


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
    draws="`title` and `summary` in a ring around the `centre`",
    question=(
        "*What does each round leave for the next?* Newcomers who were welcomed welcome the next ones. Give it a "
        "`centre:`."
    ),
    lack=_lack,
)
