"""Draw a ring of segments that point to each other, clockwise from the top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, ceil, cos, hypot, pi, sin, tan

from journeybook.diagrams.paint.canvas import Point, straight

_GAP = 6  # pixels between two segments
_TIP = 17  # pixels: how far a point reaches into the next segment
_THICKNESS = 0.36  # of the radius


@dataclass(frozen=True, slots=True)
class Ring:
    """`count` segments around (x, y), `radius` pixels from there to the outer edge."""

    x: float
    y: float
    radius: float
    count: int

    @property
    def inner(self) -> float:
        """Pixels from the centre to the inner edge."""
        return self.radius * (1 - _THICKNESS)

    @property
    def middle(self) -> float:
        """Pixels from the centre to the middle of the segments."""
        return self.radius * (1 - _THICKNESS / 2)

    def angle(self, index: int) -> float:
        """Give the direction of a segment's middle, in radians from the top, clockwise."""
        return 2 * pi * (index + 0.5) / self.count

    def at(self, angle: float, radius: float) -> Point:
        """Give a point at an angle and a distance from the centre."""
        return self.x + radius * sin(angle), self.y - radius * cos(angle)

    def place(self, index: int) -> Point:
        """Give where a segment's number stands: in its middle, the tip taken in."""
        return self.at(self.angle(index) + self._tip / 2, self.middle)

    def segment(self, index: int) -> list[Point]:
        """Give a segment's outline as Bézier curves, with the point of an arrow in front and its notch behind."""
        start, end = (2 * pi * (index + side) / self.count for side in (0, 1))
        points = [self.at(start + self._half(self.radius), self.radius)]
        points += self._arc(start + self._half(self.radius), end - self._half(self.radius), self.radius)
        tip = self.at(end + self._tip - self._half(self.middle), self.middle)
        points += straight(points[-1], tip)
        points += straight(tip, self.at(end - self._half(self.inner), self.inner))
        points += self._arc(end - self._half(self.inner), start + self._half(self.inner), self.inner)
        notch = self.at(start + self._tip + self._half(self.middle), self.middle)
        points += straight(points[-1], notch)
        return points + straight(notch, points[0])

    def holds(self, index: int, point: Point, margin: float) -> bool:
        """Tell whether a point lies within a segment, so many pixels from its edges or more."""
        x, y = point[0] - self.x, point[1] - self.y
        radius = hypot(x, y)
        if not self.inner + margin <= radius <= self.radius - margin:
            return False
        reach = self._tip * (1 - abs(radius - self.middle) / (self.radius * _THICKNESS / 2))  # of tip and notch
        angle = (atan2(x, -y) - reach) % (2 * pi)
        start, end = (2 * pi * (index + side) / self.count for side in (0, 1))
        free = margin / radius + self._half(radius)
        return start + free <= angle <= end - free

    @property
    def _tip(self) -> float:
        """The angle of a tip; it takes no more than a quarter of a segment."""
        return min(_TIP / self.middle, 2 * pi / self.count / 4)

    def _half(self, radius: float) -> float:
        """Give the angle of half a gap, so that gaps are equally wide everywhere."""
        slope = self._tip * self.middle / (self.radius * _THICKNESS / 2)  # of the edges, against the radius
        return _GAP / 2 * hypot(1, slope) / radius

    def _arc(self, start: float, end: float, radius: float) -> Iterator[Point]:
        """Give an arc as the rest of a Bézier curve, in parts of at most 60°, where it is off by 0.03 % at most."""
        parts = ceil(abs(end - start) / (pi / 3))
        step = (end - start) / parts
        reach = radius * 4 / 3 * tan(step / 4)
        for part in range(parts):
            one, two = start + part * step, start + (part + 1) * step
            (x1, y1), (x2, y2) = self.at(one, radius), self.at(two, radius)
            yield x1 + reach * cos(one), y1 + reach * sin(one)
            yield x2 - reach * cos(two), y2 - reach * sin(two)
            yield x2, y2

    def extent(self, top: float, bottom: float, gap: float) -> float:
        """Give how far the ring reaches to each side between two heights, with `gap` pixels around it; 0 beside it."""
        radius = self.radius + gap
        nearest = min(max(self.y, top), bottom) - self.y
        return (radius**2 - nearest**2) ** 0.5 if abs(nearest) < radius else 0
