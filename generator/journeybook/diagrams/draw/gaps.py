"""Where a high drawing may be cut for paper: through no text, no box and no shape."""

from __future__ import annotations

from itertools import pairwise

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.parts.sheet import Extent

_LEAST = 4
"""Pixels between what stands above a cut and what stands below it, at least."""


def cuts(canvas: Canvas, height: float, highest: float, whole: Extent | None = None) -> list[float]:
    """Give the places, from the top in pixels, at which no part of a drawing `height` pixels high is cut.

    They are in the widest gaps, as many as it takes for strips of at most `highest` pixels, as far as there are gaps;
    all of them in one of its rows where `whole` says from where to where it is.
    """
    gaps = _gaps(canvas.extents(), height)
    return _divided(whole or (0, height), gaps, highest)


def _gaps(filled: list[Extent], height: float) -> list[Extent]:
    """Give the spans that nothing fills."""
    found, end = [], 0.0
    for top, bottom in sorted(filled):
        if end and top - end >= _LEAST:
            found.append((end, top))
        end = max(end, bottom)
    return [gap for gap in found if gap[1] < height]


def _divided(whole: Extent, gaps: list[Extent], highest: float) -> list[float]:
    """Divide a span at its widest gap, and its parts again while they are too high."""
    inside = [gap for gap in gaps if whole[0] < gap[0] and gap[1] < whole[1]]
    if whole[1] - whole[0] <= highest or not inside:
        return []
    top, bottom = max(inside, key=lambda gap: gap[1] - gap[0])
    cut = (top + bottom) / 2
    parts = pairwise((whole[0], cut, whole[1]))
    above, below = (_divided(part, inside, highest) for part in parts)
    return [*above, cut, *below]
