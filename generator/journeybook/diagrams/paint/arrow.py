"""The heads of arrows."""

from __future__ import annotations

from math import hypot

from journeybook.diagrams.paint.canvas import Point

LENGTH, HALF = 8, 4
"""Pixels: how long a head is, and half of how wide."""


def head(before: Point, tip: Point) -> list[Point]:
    """Give the corners of a head whose tip the line reaches coming from `before`."""
    (x, y), (to_x, to_y) = before, tip
    away = hypot(to_x - x, to_y - y) or 1
    along_x, along_y = (to_x - x) / away, (to_y - y) / away
    base_x, base_y = to_x - LENGTH * along_x, to_y - LENGTH * along_y
    side_x, side_y = -along_y * HALF, along_x * HALF
    return [(base_x + side_x, base_y + side_y), tip, (base_x - side_x, base_y - side_y)]
