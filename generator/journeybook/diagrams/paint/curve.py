"""Smooth curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeybook.diagrams.paint.canvas import Point


def smooth(points: Sequence[Point]) -> list[Point]:
    """Draw a Bézier curve through points from left to right, level at each of them, so that it never overshoots."""
    return [points[0], *_parts(points)]


def _parts(points: Sequence[Point]) -> Iterator[Point]:
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x1 + x2) / 2
        yield from ((half, y1), (half, y2), (x2, y2))
