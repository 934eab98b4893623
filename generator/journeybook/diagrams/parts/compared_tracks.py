"""Two ways beside each other, down a phone: the numbers of today in rings, those that should become in discs."""

from __future__ import annotations

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import NUMBER_PHONE
from journeybook.diagrams.parts.column import MIDDLE, RADIUS
from journeybook.diagrams.parts.sheet import PHONE_WIDTH
from journeybook.model.comparison import ComparedStage
from journeybook.palette.stages import stage_class
from journeybook.text.font import SLACK

_PITCH = 2 * RADIUS + 8  # pixels from one way to the other
_AIR = 4
LEFT = _PITCH + 2 * RADIUS + 14
"""Pixels: where texts begin beside both ways."""
ROOM = (PHONE_WIDTH - LEFT) / SLACK
"""Pixels for text; a font in place of ours may be wider."""


class Tracks:
    """Both ways, drawn stage by stage from the top; a line leads from a stage to the next of its way, past others."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._ends: dict[bool, float] = {}

    def draw(self, compared: ComparedStage, y: float) -> None:
        """Draw a stage's numbers, in the row whose top is at y; the caller links them."""
        if compared.was_place is not None:
            self._canvas.disc(RADIUS, y + MIDDLE, RADIUS, "jd-ring", str(compared.was_place + 1), NUMBER_PHONE)
        if compared.place is not None:
            colour = stage_class(compared.place + 1)
            classes = f"jd-fill jd-on {colour}"
            self._canvas.disc(_PITCH + RADIUS, y + MIDDLE, RADIUS, classes, str(compared.place + 1), NUMBER_PHONE)

    def lead(self, compared: ComparedStage, y: float) -> None:
        """Draw the lines that lead to a stage from those before it."""
        for now, place in ((False, compared.was_place), (True, compared.place)):
            if place is None:
                continue
            x = RADIUS + (_PITCH if now else 0)
            if now in self._ends:
                ends = [(x, self._ends[now]), (x, y + MIDDLE - RADIUS - _AIR)]
                self._canvas.outline(ends, "jd-curve jd-becomes" if now else "jd-curve jd-today", closed=False)
            self._ends[now] = y + MIDDLE + RADIUS + _AIR
