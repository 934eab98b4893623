"""Find places for labels at the points of curves, so that they touch neither each other nor a curve nor a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.paint.canvas import Align, Point
from journeybook.diagrams.paint.styles import LABEL, MOOD
from journeybook.diagrams.parts.blocks import DISC
from journeybook.diagrams.parts.moments import Moment
from journeybook.diagrams.parts.scene import Scene
from journeybook.text.font import SLACK, width

RING = DISC + 3.5
"""Radius of the ring around the lowest moment, in pixels."""
_AWAY, _CLEAR, _EDGE = 6, 3, 4
_MOST_LINES = 3
_STEPS = 24  # so many points of a curve are looked at between two moments

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class LabelSpot:
    """Where a label stands: `x` is where its lines are aligned, `top` that of the first; `note` stands above them."""

    x: float
    top: float
    align: Align
    lines: Sequence[str]
    note: str
    rect: Rect


class Spots:
    """The places of labels on a chart whose columns are `pitch` pixels wide."""

    def __init__(self, scene: Scene, found: Sequence[Moment], curves: Sequence[Sequence[Point]], pitch: float) -> None:
        self._scene, self._found, self._pitch = scene, found, pitch
        self._dots = [dot for curve in curves for dot in _dots(curve)]
        self._taken: list[Rect] = []

    def place(self, moment: Moment, label: str, note: str) -> LabelSpot | None:
        """Give a free place at a moment, and keep it free from then on; None where there is none."""
        for spot in self._options(moment, label, note):
            if self._free(spot.rect, moment.place):
                self._taken.append(spot.rect)
                return spot
        return None

    def _options(self, moment: Moment, label: str, note: str) -> Iterator[LabelSpot]:
        left, right = moment.place * self._pitch + _EDGE, (moment.place + 1) * self._pitch - _EDGE
        half = min(moment.x - left, right - moment.x)
        aligned: list[tuple[Align, float, float]] = [
            ("middle", moment.x, 2 * half),
            ("middle", (left + right) / 2, right - left),
            ("middle", moment.x, 1.3 * half),
            ("start", moment.x - DISC, right - moment.x + DISC),
            ("end", moment.x + DISC, moment.x + DISC - left),
        ]
        for above in self._sides(moment):
            for align, x, room in aligned:
                lines = self._scene.lines(label, room / SLACK, MOOD) if label else []
                wide = max([*(width(line, MOOD) for line in lines), width(note, LABEL) if note else 0]) * SLACK
                if len(lines) <= _MOST_LINES and wide <= room:
                    yield _spot(moment, above, align, x, wide, lines, note)

    def _sides(self, moment: Moment) -> tuple[bool, bool]:
        """Say which side to try first: away from what else happens in the stage, and from where the curve goes on."""
        others = [other.y for other in self._found if other.place == moment.place and other is not moment]
        near = [
            other.y for other in self._found if other.actor == moment.actor and abs(other.place - moment.place) == 1
        ]
        around = others or near
        lower = sum(y > moment.y for y in around) - sum(y < moment.y for y in around)
        above = lower > 0 or (lower == 0 and moment.feeling.score >= 0)
        return above, not above

    def _free(self, rect: Rect, place: int) -> bool:
        left, top, right, bottom = rect
        if top < _CLEAR and bottom > -_CLEAR:  # the line of 0
            return False
        for other in self._found:
            if other.place == place and _meet(rect, _around(other)):
                return False
        if any(_meet(rect, taken) for taken in self._taken):
            return False
        return not any(left - _CLEAR < x < right + _CLEAR and top - _CLEAR < y < bottom + _CLEAR for x, y in self._dots)


def _spot(
    moment: Moment, above: bool, align: Align, x: float, wide: float, lines: Sequence[str], note: str
) -> LabelSpot:
    high = len(lines) * MOOD.line + (LABEL.line if note else 0)
    away = (RING if moment.lowest else DISC) + _AWAY
    top = moment.y - away - high if above else moment.y + away
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[align]
    return LabelSpot(x, top, align, lines, note, (left, top, left + wide, top + high))


def _around(moment: Moment) -> Rect:
    radius = RING if moment.lowest else DISC * 1.3
    return moment.x - radius, moment.y - radius, moment.x + radius, moment.y + radius


def _meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _dots(curve: Sequence[Point]) -> Iterator[Point]:
    """Give points along a curve of `smooth`, close to each other."""
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        for step in range(_STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            yield (
                u**3 * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t**3 * d[0],
                u**3 * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t**3 * d[1],
            )
