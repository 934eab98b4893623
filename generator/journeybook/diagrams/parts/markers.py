"""The markers of the vision view: one shape for each horizon, so that they differ without colour."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from journeybook.diagrams.paint.canvas import Canvas, Point
from journeybook.model.journey import Horizon

HALO = 21
"""Pixels around its middle that the largest marker takes with its stripe of paper."""
_RADIUS = 13


def draw_marker(canvas: Canvas, x: float, y: float, horizon: Horizon | None, colour: str) -> None:
    """Draw a marker in a stage's colour: a tick, a target, a dashed ring, a ring or a star; without a horizon, a dot.

    A stripe of paper around it parts it from the road.
    """
    _SHAPES[horizon](canvas, x, y, colour)


def reach(horizon: Horizon | None) -> float:
    """Give the pixels around the middle of a marker that it takes with its stripe of paper."""
    return {Horizon.TODAY: HALO, Horizon.VISION: HALO, None: 11}.get(horizon, _RADIUS + 3)


def _tick(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.disc(x, y, _RADIUS, f"jd-marker jd-full {colour}")
    way = -1 if canvas.mirrored else 1  # a tick is the same sign in every direction of reading
    ends = [(x - 5.2 * way, y + 0.4), (x - 1.4 * way, y + 4.2), (x + 5.6 * way, y - 4)]
    canvas.outline(ends, "jd-tick", closed=False)


def _target(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.disc(x, y, HALO, f"jd-marker jd-glow {colour}")
    canvas.disc(x, y, 11.5, f"jd-marker jd-ring jd-thick {colour}")
    canvas.disc(x, y, 4.5, f"jd-marker jd-full jd-bullseye {colour}")


def _dashed_ring(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.disc(x, y, _RADIUS + 2, "jd-marker jd-clear")
    canvas.disc(x, y, 11.5, f"jd-marker jd-ring jd-dashed {colour}")


def _ring(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.disc(x, y, _RADIUS + 2, "jd-marker jd-clear")
    canvas.disc(x, y, 11.5, f"jd-marker jd-ring {colour}")


def _star(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.disc(x, y, HALO - 1, "jd-marker jd-clear")
    canvas.outline(_points(x, y + 1, 17.5, 7.8), f"jd-star {colour}")


def _dot(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.disc(x, y, 8, f"jd-marker jd-full jd-plain {colour}")


def _points(x: float, y: float, outer: float, inner: float) -> list[Point]:
    """Give the ten corners of a star, from the topmost on."""
    turns = [(pi * (corner / 5 - 0.5), inner if corner % 2 else outer) for corner in range(10)]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn, radius in turns]


_SHAPES: dict[Horizon | None, Callable[[Canvas, float, float, str], None]] = {
    Horizon.ACHIEVED: _tick,
    Horizon.TODAY: _target,
    Horizon.NEXT: _dashed_ring,
    Horizon.PLANNED: _ring,
    Horizon.VISION: _star,
    None: _dot,
}
