"""A drawing with its size, and how wide drawings are."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.svg import Slice

PHONE_WIDTH = 303
"""Pixels: on the narrowest phones, whose columns have 280, letters of 13 are then 12; on others they are larger."""

TABLET_WIDTH = 700
"""Pixels: the column of a page on a tablet, and of a printed page at a readable size."""


Extent = tuple[float, float]
"""Where something begins and ends, in pixels."""
LegendBox = tuple[float, float, float]
"""Where a legend begins and ends from top to bottom, and how far it reaches from where the first stage begins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing and its height in pixels.

    `frozen` is for drawings that scroll: parts of the class `jd-head`, the names of lanes, are in so many pixels at the
    start of the lines, and stay there when the rest scrolls. `names` of these hold nothing else.

    `columns` and `rows` say where such a drawing may be cut, in pixels from where one begins to read: where each stage
    begins and ends across (what stands before the first stage belongs to all of them), and each lane with its name
    (above the first are the heads of the stages). No text lies across such a place but
    in `legends`, which say what marks mean in all stages; beside one there is nothing else. `tips` says where the
    chevrons of the stages begin and end from the top, each of which reaches into the next.

    `breaks` are for drawings that do not scroll and have rows which belong on one sheet: the places, from the top in
    pixels, at which a row begins. What stands above the first, if there is such a thing, stands on each sheet again.
    """

    canvas: Canvas
    height: float
    frozen: float = 0
    names: float = 0
    columns: tuple[Extent, ...] = ()
    rows: tuple[tuple[str, float, float], ...] = ()
    legends: tuple[LegendBox, ...] = ()
    tips: Extent = (0, 0)
    breaks: tuple[float, ...] = ()

    @property
    def head(self) -> Slice:
        """The part that stays in place."""
        start = self.canvas.width - self.frozen if self.canvas.mirrored else 0
        return Slice(start, self.frozen, head=True, names=self.names)

    @property
    def body(self) -> Slice:
        """The part that scrolls."""
        return Slice(0, self.canvas.width, head=False, names=self.names)
