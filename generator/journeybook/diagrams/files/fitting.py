"""Find the width at which a drawing fills a sheet with the largest text."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.shapes import Shape

_WIDTHS = [600 * 1.25**step for step in range(8)]
"""Pixels: from what a phone's drawing would do better to what shows twenty stages side by side."""
_STEPS = 5  # halvings of the way between two of these: to less than a hundredth
LARGEST = 2.2
"""So many times its size a drawing may grow: text of 13 pixels to 21 points. Larger, a short one would shout."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A drawing in its place: `scale` is how many pixels of the sheet one of the drawing takes."""

    sheet: Sheet
    scale: float

    @property
    def smallest(self) -> float:
        """The size that its smallest text has on the sheet, in pixels."""
        return self.sheet.canvas.smallest * self.scale

    @property
    def area(self) -> float:
        """How much of the sheet it takes, in square pixels."""
        return self.sheet.canvas.width * self.sheet.height * self.scale**2


def fitted(scene: Scene, shape: Shape, width: float, height: float, largest: float = LARGEST) -> Fit:
    """Lay a drawing out for a room of that size in pixels: of all layouts the one with the largest text.

    Where it can, it is as wide as the room. `largest` bounds its scale. Whether the text is large enough is for the
    caller to see.
    """

    def at(wide: float) -> Fit:
        sheet = shape.desk(scene, wide)
        return Fit(sheet, min(largest, width / sheet.canvas.width, height / max(1, sheet.height)))

    best = max(map(at, _WIDTHS), key=_weight)
    least, most = best.scale, best.scale * 1.25
    best = max(best, at(width / least), key=_weight)
    for _ in range(_STEPS if best.scale < largest else 0):
        middle = (least + most) / 2
        found = at(width / middle)
        least, most = (middle, most) if found.scale >= 0.999 * middle else (least, middle)
        best = max(best, found, key=_weight)
    return max(best, at(width / best.scale), key=_weight)


def _weight(fit: Fit) -> tuple[float, float]:
    """Rank layouts: the size of the text counts, and of two that look the same the room that is used."""
    return round(fit.smallest, 1), fit.area
