"""What tests measure in a finished drawing: its texts with their boxes, and its outlines as polygons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree as ET

from diagrams.diagram_samples import SVG, parse
from journeybook.diagrams.paint.styles import STYLES
from journeybook.text.font import width

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A line of text and where it stands, by the widths that the generator counts with."""

    text: str
    classes: frozenset[str]
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two stand over each other by more than half a pixel."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.5

    def corners(self) -> list[Point]:
        """All four."""
        return [(x, y) for x in (self.left, self.right) for y in (self.top, self.bottom)]


class Drawn:
    """A drawing as SVG text, taken apart."""

    def __init__(self, svg: str) -> None:
        self.root = parse(svg)
        *_, self.wide, self.high = map(float, self.root.get("viewBox", "").split())
        self.boxes = [box for group in self._groups() for box in _boxes(group)]

    def _groups(self, wanted: str = "") -> Iterable[ET.Element]:
        groups = (group for group in self.root.iter(f"{SVG}g"))
        return (group for group in groups if not wanted or wanted in group.get("class", "").split())

    def words(self) -> list[str]:
        """The words of all texts but the stages' numbers, sorted."""
        numbers = {"jd-number", "jd-number-phone"}
        return sorted(word for box in self.boxes if not numbers & box.classes for word in box.text.split())

    def polygons(self, wanted: str) -> list[list[Point]]:
        """The outlines of a class; curves as short straight lines."""
        paths = (path.get("d", "") for group in self._groups(wanted) for path in group.iter(f"{SVG}path"))
        rects = (rect for group in self._groups(wanted) for rect in group.iter(f"{SVG}rect"))
        return [*map(_flattened, paths), *map(_corners, rects)]

    def circles(self, wanted: str) -> list[tuple[float, float, float]]:
        """The circles of a class: x, y and radius."""
        found = (circle for group in self._groups(wanted) for circle in group.iter(f"{SVG}circle"))
        return [(float(c.get("cx", "")), float(c.get("cy", "")), float(c.get("r", ""))) for c in found]

    def outside(self) -> list[str]:
        """Everything that is not inside the drawing."""
        points = [(box.text, point) for box in self.boxes for point in box.corners()]
        points += [("outline", point) for outline in self.polygons("") for point in outline]
        points += [("circle", (x + side * r, y + side * r)) for x, y, r in self.circles("") for side in (-1, 1)]
        return [f"{what} {x:.1f} {y:.1f}" for what, (x, y) in points if not self._holds(x, y)]

    def _holds(self, x: float, y: float) -> bool:
        return -0.5 <= x <= self.wide + 0.5 and -0.5 <= y <= self.high + 0.5

    def collisions(self) -> list[str]:
        """Texts that stand over each other."""
        pairs = ((a, b) for number, a in enumerate(self.boxes) for b in self.boxes[number + 1 :])
        return [f"{a.text} / {b.text}" for a, b in pairs if a.meets(b)]


def _boxes(group: ET.Element) -> list[Box]:
    classes = frozenset(group.get("class", "").split())
    style = next((STYLES[word] for word in classes if word in STYLES), None)
    found = []
    for text in group.findall(f"{SVG}text") if style else []:
        assert style
        x, y, wide = float(text.get("x", "")), float(text.get("y", "")), width(text.text or "", style)
        anchor = text.get("text-anchor", "start")
        if text.get("direction") == "rtl":
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, y - 0.73 * style.size, left + wide, y + 0.2 * style.size)
        found.append(Box(text.text or "", classes, *box))
    return found


def _corners(rect: ET.Element) -> list[Point]:
    x, y, wide, high = (float(rect.get(name, "")) for name in ("x", "y", "width", "height"))
    return [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]


def _flattened(path: str) -> list[Point]:
    found: list[Point] = []
    for command, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        points = list(zip(values[::2], values[1::2], strict=True))
        found += [_bezier([found[-1], *points], step / 12) for step in range(1, 13)] if command == "C" else points
    return found


def _bezier(points: Sequence[Point], part: float) -> Point:
    while len(points) > 1:
        ends = pairwise(points)
        points = [(a + (c - a) * part, b + (d - b) * part) for (a, b), (c, d) in ends]
    return points[0]


def holds(polygon: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a polygon (by the number of edges that a ray from it crosses)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def distance(one: Sequence[Point], other: Sequence[Point]) -> float:
    """The least distance of the corners of two outlines."""
    return min(((a - c) ** 2 + (b - d) ** 2) ** 0.5 for a, b in one for c, d in other)
