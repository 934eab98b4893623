"""The path: stages one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.base import Model
from journeybook.model.types import YesOrNo
from journeybook.model.view import Lack, View
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model.journey import Journey


class PathView(Model):
    """How the path is drawn."""

    feelings: YesOrNo = False
    """true: a curve of how it feels, in place of the feelings one by one."""


def _lack(journey: Journey) -> Lack | None:
    settings = journey.drawing("path").settings
    if not isinstance(settings, PathView) or not settings.feelings or journey.feels:
        return None
    message = say("this path is to show how it feels, and no stage has `feelings`")
    return message, say("give the stages `feelings:`, or write `path` alone")


VIEW = View(
    place=1,
    label=say("Path"),
    about="Chevrons in a row.",
    use="Stages one after the other. Every journey can be a path, and is one unless you say otherwise.",
    draws="the first feeling, touchpoints, activities; ways with their conditions where `next` branches",
    question=(
        "*What happens, one stage after the other?* For readers who are on the way, and for the first page of a "
        "handbook."
    ),
    excerpts=True,
    settings=PathView,
    options=(
        "`feelings: true` draws how it feels along the path as a curve, in place of the feelings one by one. It shows "
        "what the actor feels whose feeling stands first in a stage."
    ),
    lack=_lack,
)
