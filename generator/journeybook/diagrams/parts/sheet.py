"""A drawing with its size, and how wide drawings are."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.svg import Slice

PHONE_WIDTH = 350
"""Pixels: the column of a page on a phone 390 pixels wide."""

TABLET_WIDTH = 700
"""Pixels: the column of a page on a tablet, and of a printed page at a readable size."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing and its height in pixels.

    `frozen` is for drawings that scroll: parts of the class `jd-head`, the names of lanes, are in so many pixels at the
    start of the lines, and stay there when the rest scrolls. Where stages stand side by side and lanes below each
    other, `columns` says where each stage begins and ends across, and `rows` each lane with its name: so that a part of
    the drawing can be cut out. Both are in pixels from where one begins to read.
    """

    canvas: Canvas
    height: float
    frozen: float = 0
    columns: tuple[tuple[float, float], ...] = ()
    rows: tuple[tuple[str, float, float], ...] = ()

    @property
    def head(self) -> Slice:
        """The part that stays in place."""
        return Slice(self.canvas.width - self.frozen if self.canvas.mirrored else 0, self.frozen, head=True)

    @property
    def body(self) -> Slice:
        """The part that scrolls."""
        return Slice(0, self.canvas.width, head=False)
