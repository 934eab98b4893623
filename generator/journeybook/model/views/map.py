"""The journey map: all that is known of each stage, in lanes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from journeybook.model.base import Model
from journeybook.model.types import Many
from journeybook.model.view import Lack, View, has
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model.journey import Journey


class Lane(StrEnum):
    """The lanes of a map, in the order in which they are drawn."""

    GOALS = "goals"
    ACTIONS = "actions"
    THOUGHTS = "thoughts"
    TOUCHPOINTS = "touchpoints"
    CHANNELS = "channels"
    ACTORS = "actors"
    FEELINGS = "feelings"
    PAINS = "pains"
    OPPORTUNITIES = "opportunities"
    RESPONSIBILITIES = "responsibilities"
    MEASURES = "measures"
    ACTIVITIES = "activities"
    EFFORT = "effort"


class MapView(Model):
    """How the map is drawn."""

    lanes: Many[Lane] = ()
    """The lanes to draw, in this order; left out means all that have data (touchpoints show channels and actors)."""


_FIELDS = [lane for lane in Lane if lane not in (Lane.CHANNELS, Lane.ACTORS)]  # these two are touchpoints'


def _lack(journey: Journey) -> Lack | None:
    if has(journey, _FIELDS):
        return None
    message = say("a map needs something to show below the stages, and no stage has it")
    return message, say("give the stages `touchpoints:`, `feelings:` or `goals:`, or take `map` out")


VIEW = View(
    place=5,
    label=say("Journey map"),
    about="Stages across, lanes down.",
    use="All that you know of each stage, in lanes: a journey map.",
    draws="every lane that has data, and a curve of `feelings` for each actor",
    question=(
        "*What is it like, and for whom?* Everything that you know, lane by lane, with a curve for each actor's "
        "feelings."
    ),
    settings=MapView,
    options=(
        f"`lanes` says which lanes a map has, and in which order: {', '.join(f'`{lane}`' for lane in Lane)}. Left "
        "out, the map has every lane for which there is data. Touchpoints show their channels and actors themselves, "
        "so these have lanes only where you ask for them, and channels also where there is no icon for one of them."
    ),
    lack=_lack,
    excerpts=True,
)
