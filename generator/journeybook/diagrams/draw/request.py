"""What to draw, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.diagrams.parts.links import AsIs, Links
from journeybook.diagrams.parts.scene import Scene
from journeybook.language.direction import Direction
from journeybook.model.journey import Journey

DESK_WIDTH = 960
"""Pixels: the column of a journey's page."""


@dataclass(frozen=True, slots=True)
class Request:
    """A figure to be drawn; the fields are the arguments of `draw`.

    `told` are the words of what is said beside the drawing, where they are others than those in it; `as_is` is the
    journey with which this one is compared.
    """

    journey: Journey
    view: str
    links: Links
    name: str
    words: Callable[[str], str] = str
    language: str = "en"
    direction: Direction = "ltr"
    desk_width: float = DESK_WIDTH
    told: Callable[[str], str] | None = None
    as_is: AsIs | None = None


def scene_of(request: Request, layout: Callable[[str], str]) -> Scene:
    """Give what shapes need of a request; `layout` as in `Scene`."""
    one = request
    return Scene(one.journey, one.links, one.words, one.language, one.direction, layout, one.as_is)
