"""The comparison: a journey as it is, and below it the same as it should become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.view import Lack, View
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model.journey import Journey


def _lack(journey: Journey) -> Lack | None:
    if journey.compares:
        return None
    message = say("a comparison needs another journey, and this one names none")
    return message, say("write `compares:` with the id of the journey that shows how it is today")


VIEW = View(
    place=8,
    label=say("As it is, and as it should become"),
    about="Two paths below each other, with what is new, changed and gone.",
    lack=_lack,
    named=False,
)
