"""Draw where a journey branches, as arcs along a row of stages with fixed places: loops back, jumps, conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeybook.diagrams.paint.arrow import LENGTH, head
from journeybook.diagrams.paint.canvas import Canvas, Point, straight
from journeybook.diagrams.paint.styles import LABEL
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.ways import Way, branches, ways
from journeybook.text.font import width

Column = tuple[float, float]
"""Where a stage begins and ends along the row, in pixels."""
_LEAST_ROOM = 120  # pixels for a condition, however short its arc
_APART = 22  # pixels between two arcs that meet a stage, where there is room
_LEVEL, _FOOT = 14, 16  # pixels: the space of a level beside its conditions, and below the lowest
_CLEAR = 6  # pixels around a condition
_ROUND = 8  # pixels: the corners' radius


@dataclass(frozen=True, slots=True)
class _Arc:
    """A way from one place of the row to another, with its condition in lines around `middle`."""

    way: Way
    start: float
    end: float
    lines: list[str]
    middle: float
    level: int = 0

    @property
    def span(self) -> float:
        return abs(self.end - self.start)

    @property
    def line(self) -> Column:
        return min(self.start, self.end), max(self.start, self.end)

    @property
    def text(self) -> Column | None:
        if not self.lines:
            return None
        half = max(width(line, LABEL) for line in self.lines) / 2 + _CLEAR
        return self.middle - half, self.middle + half

    @property
    def high(self) -> float:
        return len(self.lines) * LABEL.line


class Arcs:
    """All ways but the plain ones, stacked so that no two conditions and no two lines lie on each other.

    Short arcs stand next to the row, long ones further away. `height` is 0 where the journey does not branch.
    """

    def __init__(self, scene: Scene, columns: Sequence[Column]) -> None:
        self._scene = scene
        shown = [way for way in ways(scene.journey) if not way.on or way.condition]
        arcs = _placed(scene, columns, shown) if branches(scene.journey) else []
        self._arcs = _stacked(arcs)
        levels = 1 + max((arc.level for arc in self._arcs), default=-1)
        self._heights = [max(arc.high for arc in self._arcs if arc.level == n) + _LEVEL for n in range(levels)]
        self.height = sum(self._heights) + _FOOT if levels else 0.0

    def draw(self, canvas: Canvas, y: float, *, below: bool = False) -> None:
        """Draw them in a strip with its top at `y`: for a row right under it or, with `below`, right above it."""
        base, away = (y, 1) if below else (y + self.height, -1)
        for arc in self._arcs:
            colour = self._scene.colour(arc.way.start)
            level = base + away * (_FOOT + sum(self._heights[: arc.level]))
            tip, before = (arc.end, base), (arc.end, base + away * LENGTH)
            canvas.curve(_bracket((arc.start, base), before, level), f"jd-way {colour}")
            canvas.outline(head(before, tip), f"jd-tip {colour}")
        for arc in sorted(self._arcs, key=lambda arc: (arc.way.start, arc.level)):
            if arc.text:
                level = base + away * (_FOOT + sum(self._heights[: arc.level]) + 4)
                top = level if below else level - arc.high
                half = (arc.text[1] - arc.text[0]) / 2 - _CLEAR
                canvas.box(arc.middle - half, top, 2 * half, arc.high, "jd-paper")
                canvas.text(arc.middle, top, arc.lines, LABEL, align="middle")


def loops(scene: Scene, columns: Sequence[Column]) -> Arcs | None:
    """Give the arcs along stages that begin and end at these places; None where there are none to draw."""
    arcs = Arcs(scene, columns)
    return arcs if arcs.height else None


def _placed(scene: Scene, columns: Sequence[Column], shown: Sequence[Way]) -> list[_Arc]:
    ends = _ends(columns, shown)
    first, last = min(start for start, _ in columns), max(end for _, end in columns)
    arcs = []
    for number, way in enumerate(shown):
        start, end = ends[number, "start"], ends[number, "end"]
        room = min(max(_LEAST_ROOM, abs(end - start) - 2 * _CLEAR), last - first - 2 * _CLEAR)
        lines = scene.lines(way.condition, room, LABEL) if way.condition else []
        half = max((width(line, LABEL) for line in lines), default=0) / 2 + _CLEAR
        middle = max(first + half, min(last - half, (start + end) / 2))
        arcs.append(_Arc(way, start, end, lines, middle))
    return arcs


def _ends(columns: Sequence[Column], shown: Sequence[Way]) -> dict[tuple[int, str], float]:
    """Find where each way leaves and arrives: a stage's ends side by side, so that arcs to one side do not cross."""
    found: dict[tuple[int, str], float] = {}
    for place, (left, right) in enumerate(columns):
        here = [(way.end - place, n, "start") for n, way in enumerate(shown) if way.start == place]
        here += [(way.start - place, n, "end") for n, way in enumerate(shown) if way.end == place]
        here.sort(key=lambda end: (end[0] >= 0, -end[0], end[2] == "end"))
        apart = min(_APART, (right - left) / (len(here) + 1))
        begin = (left + right) / 2 - apart * (len(here) - 1) / 2
        found |= {(number, kind): begin + apart * nth for nth, (_, number, kind) in enumerate(here)}
    return found


def _stacked(arcs: Sequence[_Arc]) -> list[_Arc]:
    """Put the arcs on levels, counted from the row: each as near to it as shorter ones leave room.

    Where every level has a foot behind a condition, the arc gets one of its own: conditions lie on paper.
    """
    done: list[_Arc] = []
    for arc in sorted(arcs, key=lambda arc: arc.span):
        top = 1 + max((d.level for d in done), default=-1)
        free = (n for n in range(top) if not any(_clash(replace(arc, level=n), d) for d in done))
        done.append(replace(arc, level=next(free, top)))
    return done


def _clash(one: _Arc, other: _Arc) -> bool:
    """Tell whether two arcs lie on each other: on one level, or the feet of the farther on the nearer's condition."""
    if one.level == other.level:
        spans = [[span for span in (arc.line, arc.text) if span] for arc in (one, other)]
        return any(_meet(a, b) for a in spans[0] for b in spans[1])
    near, far = sorted((one, other), key=lambda arc: arc.level)
    return any(near.text and near.text[0] < foot < near.text[1] for foot in far.line)


def _meet(one: Column, other: Column) -> bool:
    return one[0] < other[1] + _CLEAR and other[0] < one[1] + _CLEAR


def _bracket(start: Point, end: Point, level: float) -> list[Point]:
    """Give the line from the row out to a level, along it and back, with round corners."""
    (x1, y1), (x2, y2) = start, end
    along = 1 if x2 > x1 else -1
    away = 1 if level > y1 else -1
    across, out = along * min(_ROUND, abs(x2 - x1) / 2), away * min(_ROUND, abs(level - y2))
    points = [start]
    points += straight(start, (x1, level - out))
    points += _corner((x1, level - out), (x1, level), (x1 + across, level))
    points += straight((x1 + across, level), (x2 - across, level))
    points += _corner((x2 - across, level), (x2, level), (x2, level - out))
    return points + straight((x2, level - out), end)


def _corner(start: Point, corner: Point, end: Point) -> list[Point]:
    """Give a quarter of a circle, as near as a Bézier curve comes to it."""
    part = 0.5523

    def toward(point: Point) -> Point:
        return point[0] + (corner[0] - point[0]) * part, point[1] + (corner[1] - point[1]) * part

    return [toward(start), toward(end), end]
