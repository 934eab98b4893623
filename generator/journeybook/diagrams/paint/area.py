"""The area between a smooth curve and a level line, in the parts that lie above and below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from journeybook.diagrams.paint.canvas import Point, straight

_Piece = tuple[Point, Point, Point, Point]
"""A Bézier curve: start, two handles, end."""
_HALVINGS = 24  # so many times the search for a crossing halves: to less than a thousandth of a pixel


def areas(curve: Sequence[Point], level: float) -> Iterator[tuple[bool, list[Point]]]:
    """Give the parts of the area between a curve of `smooth` and a level, each as an outline, and if it is above."""
    pieces = [part for piece in _pieces(curve) for part in _parted(piece, level)]
    for side, run in groupby(pieces, lambda piece: _side(piece, level)):
        parts = list(run)
        if side:
            yield side < 0, _outline(parts, level)


def _pieces(curve: Sequence[Point]) -> Iterator[_Piece]:
    for start in range(0, len(curve) - 1, 3):
        yield curve[start], curve[start + 1], curve[start + 2], curve[start + 3]


def _side(piece: _Piece, level: float) -> int:
    """Tell where a piece lies that does not cross the level: -1 above, 1 below, 0 on it."""
    middle = piece[0][1] + piece[3][1] - 2 * level
    return (middle > 0.01) - (middle < -0.01)


def _parted(piece: _Piece, level: float) -> Iterator[_Piece]:
    """Part a piece where it crosses the level."""
    (_, start), (_, end) = piece[0], piece[3]
    if (start - level) * (end - level) >= 0:
        yield piece
        return
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        at = (low + high) / 2
        y = start + (end - start) * (3 * at**2 - 2 * at**3)
        low, high = (at, high) if (y - level) * (start - level) > 0 else (low, at)
    yield from _cut(piece, low)


def _cut(piece: _Piece, at: float) -> tuple[_Piece, _Piece]:
    """Cut a Bézier curve in two (de Casteljau)."""
    rows = [list(piece)]
    while len(rows[-1]) > 1:
        rows.append([_between(a, b, at) for a, b in zip(rows[-1], rows[-1][1:], strict=False)])
    first = (rows[0][0], rows[1][0], rows[2][0], rows[3][0])
    return first, (rows[3][0], rows[2][1], rows[1][2], rows[0][3])


def _between(a: Point, b: Point, at: float) -> Point:
    return a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at


def _outline(parts: Sequence[_Piece], level: float) -> list[Point]:
    start, end = parts[0][0], parts[-1][3]
    left, right = (start[0], level), (end[0], level)
    along = [point for piece in parts for point in piece[1:]]
    return [left, *straight(left, start), *along, *straight(end, right), *straight(right, left)]
