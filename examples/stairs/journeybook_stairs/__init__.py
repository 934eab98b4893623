"""The stairs: each stage stands a step higher than the one before. Here are the facts; `shape` draws.

The facts are read before the models of journeys are made, for these need them: so this module imports no more of
journeybook than `model.base`, `model.types`, `model.view` and `problems`.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from journeybook.model.base import Model
from journeybook.model.view import Lack, View
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model import Journey

MOST = 8


class StairsView(Model):
    """How the stairs are drawn."""

    down: bool = False
    """Whether they lead down."""


def _lack(journey: Journey) -> Lack | None:
    if len(journey.stages) <= MOST:
        return None
    return say("stairs have at most {most} steps", most=MOST), say("take `stairs` out of `views`")


VIEW = View(
    place=100,
    label=say("Stairs"),
    about="Steps that lead up.",
    settings=StairsView,
    lack=_lack,
    excerpts=True,
    shape="journeybook_stairs.shape",
    style=files(__name__).joinpath("stairs.css").read_text("utf-8"),
)
