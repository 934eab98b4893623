"""The sheets that a drawing can be fitted to: slides as programs make them, and paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

_MILLIMETRE = 96 / 25.4  # CSS pixels
SLIDE_TEXT, PAPER_TEXT = 12.0, 7.0
"""The smallest text, in points: what can be read from the back of a room, and in the hand or on a wall."""


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A sheet's width and height in millimetres, and its smallest text in points.

    One that `turns` is used upright or lying, whichever suits the drawing.
    """

    name: str
    wide: float
    high: float
    least: float
    turns: bool = True

    @property
    def width(self) -> float:
        """Its width in CSS pixels."""
        return self.wide * _MILLIMETRE

    @property
    def height(self) -> float:
        """Its height in CSS pixels."""
        return self.high * _MILLIMETRE

    @property
    def least_pixels(self) -> float:
        """The size of its smallest text in CSS pixels."""
        return self.least * 96 / 72

    def ways(self) -> tuple[SheetSize, ...]:
        """Give the ways in which it can be held; as it is named first."""
        return (self, replace(self, wide=self.high, high=self.wide)) if self.turns else (self,)


def _slide(name: str, wide: int, high: int) -> SheetSize:
    return SheetSize(name, wide / _MILLIMETRE, high / _MILLIMETRE, SLIDE_TEXT, turns=False)


SIZES = {
    size.name: size
    for size in (
        _slide("16:9", 1280, 720),  # 33.9 cm by 19 cm: what PowerPoint, Keynote and LibreOffice begin with
        _slide("16:10", 1280, 800),
        _slide("4:3", 960, 720),
        SheetSize("a4", 210, 297, PAPER_TEXT),
        SheetSize("a3", 297, 420, PAPER_TEXT),
        SheetSize("a2", 420, 594, PAPER_TEXT),
        SheetSize("a1", 594, 841, PAPER_TEXT),
        SheetSize("a0", 841, 1189, PAPER_TEXT),
        SheetSize("letter", 8.5 * 25.4, 11 * 25.4, PAPER_TEXT),
        SheetSize("tabloid", 11 * 25.4, 17 * 25.4, PAPER_TEXT),
    )
}
"""Every sheet by its name: slides, then paper."""
PAPERS = tuple(name for name, size in SIZES.items() if size.turns)
"""The names of those that are paper, small ones first."""
