"""What a round of a cycle leaves for the next: a text above the ring, and an arrow from its end to its beginning."""

from __future__ import annotations

from math import asin

from journeybook.diagrams.paint.arrow import head
from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import LABEL, MOOD
from journeybook.diagrams.parts.ring import Ring
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.views.cycle import CycleView
from journeybook.problems import say
from journeybook.text.font import SLACK, width

_HALF, _HIGH = 36, 30  # pixels: half of how wide the arrow is, and how high
_OFF = 5  # pixels between the arrow and the ring
_GAP = 8  # pixels between the arrow and the text


def carried(scene: Scene) -> str:
    """Say what a round leaves for the next; empty where the view does not tell."""
    return scene.settings("cycle", CycleView).carries or ""


def heading(scene: Scene) -> str:
    """Give what stands above that."""
    return scene.say(say("Into the next round"))


class Onward:
    """The text, its heading and the arrow, at most `room` pixels wide; all 0 pixels high where there is no text."""

    def __init__(self, scene: Scene, room: float) -> None:
        text = carried(scene)
        self._lines = scene.lines(text, room / SLACK, MOOD) if text else []
        self._heading = scene.lines(heading(scene), room / SLACK, LABEL) if text else []
        self.text_height = len(self._heading) * LABEL.line + len(self._lines) * MOOD.line
        self.height = self.text_height + _GAP + _HIGH if text else 0.0
        lines = [*(width(line, MOOD) for line in self._lines), *(width(line, LABEL) for line in self._heading)]
        self.wide = max(lines, default=0.0) * SLACK

    def draw(self, canvas: Canvas, ring: Ring, top: float) -> None:
        """Draw it, the text from `top` on; a line leads down where the text stands higher than the arrow needs."""
        if not self._lines:
            return
        canvas.text(ring.x, top, self._heading, LABEL, "jd-muted", "middle")
        canvas.text(ring.x, top + len(self._heading) * LABEL.line, self._lines, MOOD, align="middle")
        turn = asin(min(1.0, _HALF / ring.radius))
        start, end = (ring.at(side * turn, ring.radius + _OFF) for side in (-1, 1))
        peak = ring.y - ring.radius - _HIGH
        if peak - (top + self.text_height + _GAP) > 2:
            canvas.outline([(ring.x, top + self.text_height + _GAP), (ring.x, peak)], "jd-carries", closed=False)
        half = _HALF / 2
        left, right = (start[0] + 2, peak), (end[0] - 2, peak)
        middle = (ring.x, peak)
        canvas.curve([start, left, (ring.x - half, peak), middle, (ring.x + half, peak), right, end], "jd-carries")
        canvas.outline(head((end[0] - 1, end[1] - 12), (end[0] + 1, end[1] + 1)), "jd-carries-tip")
