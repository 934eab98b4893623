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
    journey with which this one is compared. The journey may be a part of a longer one
    (`journeybook.diagrams.draw.excerpt`): its stages know their numbers.
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

    def scene(self, layout: Callable[[str], str]) -> Scene:
        """Give what a shape needs to know; `layout` as in `Scene`."""
        return Scene(self.journey, self.links, self.words, self.language, self.direction, layout, self.as_is)
