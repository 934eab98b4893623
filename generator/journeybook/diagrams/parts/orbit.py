"""Place captions around a ring: close to their segments, and never over each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import cos, hypot, sin

from journeybook.diagrams.paint.canvas import Point
from journeybook.diagrams.parts.captions import Caption
from journeybook.diagrams.parts.ring import Ring
from journeybook.diagrams.parts.scene import Scene
from journeybook.text.font import SLACK

GAP = 20
"""Pixels between the ring and a caption."""
_BETWEEN = 18  # pixels between two captions
_WIDEST, _WIDEST_BELOW = 270, 340  # pixels
_FAR = 44  # pixels: a summary that is further from its segment gets a line; a name always gets one
_NEAR = 5  # pixels: a shorter line would be a dot
_EXACT = 1e-6


@dataclass(frozen=True, slots=True)
class Placed:
    """A caption, with x at its near edge (or its middle, where it stands below the ring) and y at its top."""

    caption: Caption
    x: float
    y: float
    shifted: float
    line: tuple[Point, Point] | None = None

    @property
    def bottom(self) -> float:
        """The y at which the caption ends."""
        return self.y + self.caption.height


def place(scene: Scene, ring: Ring, width: float, *, titled: bool = True) -> list[Placed]:
    """Place the captions of all stages, in their order, in a drawing so wide; y may be less than 0.

    Captions that are not `titled` have the summaries alone.
    """
    sides = [sin(ring.angle(index)) for index in range(ring.count)]
    right = [index for index, side in enumerate(sides) if side > _EXACT]
    left = [index for index, side in enumerate(sides) if side < -_EXACT][::-1]
    below = [index for index, side in enumerate(sides) if abs(side) <= _EXACT]
    found = _side(scene, ring, right, width, titled) | _side(scene, ring, left, width, titled)
    for index in below:
        found[index] = _below(scene, ring, index, list(found.values()), titled)
    return [found[index] for index in range(ring.count)]


def _side(scene: Scene, ring: Ring, indices: Sequence[int], width: float, titled: bool) -> dict[int, Placed]:
    """Place the captions of one side, its stages from top to bottom.

    Above and below the ring there is more room than beside it; captions that do not get it after all are set again.
    """
    narrow: set[int] = set()
    while True:
        found = _try(scene, ring, indices, width, narrow, titled)
        over = {index for index, p in found.items() if abs(p.x - ring.x) + SLACK * p.caption.wide > width / 2}
        if over <= narrow:
            return found
        narrow |= over


def _try(
    scene: Scene, ring: Ring, indices: Sequence[int], width: float, narrow: Collection[int], titled: bool
) -> dict[int, Placed]:
    reach = ring.radius + GAP
    captions, wanted = [], []
    for index in indices:
        side, up = sin(ring.angle(index)), cos(ring.angle(index))
        room = min((width / 2 - reach * (1 if index in narrow else abs(side))) / SLACK, _WIDEST)
        caption = Caption(scene, index, room, align="start" if side > 0 else "end", titled=titled)
        captions.append(caption)
        wanted.append(ring.y - reach * up - (1 + up) * caption.height / 2)
    found = {}
    tops = spread(wanted, [caption.height for caption in captions])
    for index, caption, top, ideal in zip(indices, captions, tops, wanted, strict=True):
        side = sin(ring.angle(index))
        out = max(ring.extent(top, top + caption.height, GAP), reach * abs(side))
        sign = 1 if side > 0 else -1
        x = ring.x + sign * out
        line = _line(ring, index, (x - sign * 6, top), caption, _NEAR if titled else _FAR)
        found[index] = Placed(caption, x, top, abs(top - ideal), line)
    return found


def _line(ring: Ring, index: int, near: Point, caption: Caption, least: float) -> tuple[Point, Point] | None:
    """Give the line from the segment to the caption's near edge, where these are far enough from each other."""
    start = ring.at(ring.angle(index), ring.radius + 4)
    x, top = near
    end = (x, min(max(start[1], top + 10), top + caption.height - 9))
    far = hypot(end[0] - start[0], end[1] - start[1]) > least
    return (start, end) if far and caption.height else None


def _below(scene: Scene, ring: Ring, index: int, others: Sequence[Placed], titled: bool) -> Placed:
    """Place a caption under the ring, and under captions of both sides that reach so far in."""
    caption = Caption(scene, index, _WIDEST_BELOW, align="middle", titled=titled)
    half = caption.wide / 2 + _BETWEEN
    ideal = ring.y + ring.radius + GAP
    top = max([ideal, *(o.bottom + _BETWEEN for o in others if o.bottom > ideal and abs(o.x - ring.x) < half)])
    far = titled or top - ideal > _FAR
    line = ((ring.x, ring.y + ring.radius + 4), (ring.x, top - 6)) if far and caption.height else None
    return Placed(caption, ring.x, top, top - ideal, line)


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Find tops as close as can be (least squares) to the wanted ones that leave a gap between all, in the same order.

    Neighbours that would overlap become a block, which stands where its members want to be on average (the pool
    adjacent violators algorithm).
    """
    before = [sum(heights[:place]) + _BETWEEN * place for place in range(len(heights))]
    blocks: list[tuple[float, int]] = []  # where the first of a block would stand if it were the first of all; members
    for want, offset in zip(wanted, before, strict=True):
        place, size = want - offset, 1
        while blocks and blocks[-1][0] > place:
            other, members = blocks.pop()
            place, size = (place * size + other * members) / (size + members), size + members
        blocks.append((place, size))
    starts = [place for place, size in blocks for _ in range(size)]
    return [start + offset for start, offset in zip(starts, before, strict=True)]
