"""The road of the vision view: where its markers and cards stand, and the line that it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from journeybook.diagrams.paint.canvas import Point, straight
from journeybook.diagrams.paint.curve import smooth

EDGE = 2
"""Pixels kept free at the sides, for outlines."""
_MOST_IN_A_ROW = 8
_LEAST_CARD, _WIDEST_CARD = 185, 280  # pixels; narrower cards break words, wider ones look empty
_BETWEEN = 16  # pixels between two cards on the same side of the road
_STRIP, _LANE = 46, 8  # pixels at a side where the road turns; from that side's edge to the middle of the road
_BEND = 38  # radius of a turn, in pixels
_ROUND = 0.5523  # how far the handles of a quarter circle reach, as a share of its radius


@dataclass(frozen=True, slots=True)
class Plan:
    """Markers `pitch` pixels apart, `per_row` in each of `rows` rows, each with a card `card` pixels wide.

    The first row is the lowest; odd rows run back. Cards of a row stand above and below the road in turn, the last of
    the row above it. Each marker stands `rise` pixels higher than the one before it in its row.
    """

    count: int
    rows: int
    per_row: int
    card: float
    left: float
    pitch: float
    rise: float

    def split(self) -> list[range]:
        """Split the stages into rows."""
        starts = range(0, self.count, self.per_row)
        return [range(start, min(start + self.per_row, self.count)) for start in starts]

    def x(self, index: int) -> float:
        """Give the middle of a stage's marker and card."""
        row, place = divmod(index, self.per_row)
        return self.left + self.card / 2 + self.pitch * (self.per_row - 1 - place if row % 2 else place)

    def is_above(self, index: int) -> bool:
        """Tell whether a stage's card stands above the road."""
        last = min((index // self.per_row + 1) * self.per_row, self.count) - 1
        return (last - index) % 2 == 0


def plan(count: int, width: float) -> Plan:
    """Plan one row where the cards of so many stages are wide enough, else as few as can be."""
    rows = ceil(count / _MOST_IN_A_ROW)
    while (found := _rows(count, rows, width)).card < _LEAST_CARD and found.per_row > 1:
        rows += 1
    return found


def _rows(count: int, rows: int, width: float) -> Plan:
    per_row = ceil(count / rows)
    left, right = (_STRIP if rows > 2 else EDGE), (_STRIP if rows > 1 else EDGE)
    room = width - left - right
    card = min(_WIDEST_CARD, room, (2 * room - _BETWEEN * (per_row - 1)) / (per_row + 1))
    gaps = per_row - 1
    rise = 8 if rows > 1 else min(56, 120 / max(1, gaps))
    return Plan(count, rows, per_row, card, left, (room - card) / gaps if gaps else 0, rise)


def parts(plan: Plan, markers: Sequence[Point], width: float) -> list[list[Point]]:
    """Give the line to each marker from the one before it, as Bézier curves; the first comes from the edge."""
    start = (EDGE + 2.0, markers[0][1])
    found = [[start, *straight(start, markers[0])]]
    for index in range(1, plan.count):
        ends = markers[index - 1], markers[index]
        row, place = divmod(index, plan.per_row)
        found.append(smooth(ends) if place else _turn(*ends, _LANE if row % 2 == 0 else width - _LANE))
    return found


def joined(parts: Sequence[Sequence[Point]]) -> list[Point]:
    """Join parts that follow each other into one line."""
    return [parts[0][0], *chain.from_iterable(part[1:] for part in parts)]


def _turn(start: Point, end: Point, x: float) -> list[Point]:
    """Give the line from a row's end out to `x`, up there, and back to the beginning of the next row."""
    (x1, y1), (_, y2) = start, end
    bend = _BEND if x > x1 else -_BEND
    out, up, off, back = (x - bend, y1), (x, y1 - _BEND), (x, y2 + _BEND), (x - bend, y2)
    return [
        *(start, *straight(start, out), *_quarter(out, (x, y1), up)),
        *(*straight(up, off), *_quarter(off, (x, y2), back), *straight(back, end)),
    ]


def _quarter(start: Point, corner: Point, end: Point) -> list[Point]:
    def towards(point: Point) -> Point:
        return point[0] + (corner[0] - point[0]) * _ROUND, point[1] + (corner[1] - point[1]) * _ROUND

    return [towards(start), towards(end), end]
