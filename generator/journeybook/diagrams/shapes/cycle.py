"""The cycle: a ring of arrows around what everything turns on; on a phone, a small ring above a numbered list."""

from __future__ import annotations

from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY, NUMBER_PHONE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.blocks import Paragraph
from journeybook.diagrams.parts.column import ROOM, column
from journeybook.diagrams.parts.hub import Hub, hub, texts_of
from journeybook.diagrams.parts.orbit import GAP, Placed, place
from journeybook.diagrams.parts.ring import Ring
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Twin
from journeybook.palette.stages import stage_class
from journeybook.text.font import SLACK

_LEAST_ROOM = 166  # pixels for captions at each side
_LARGEST = 260  # pixels: radius
_SHIFT = 14  # pixels: captions further from where they belong ask for a larger ring
_CORE, _INSET = 9, 18  # pixels from the ring to the circle in its middle, and to the texts in that
_BELOW = 28  # pixels between everything and what does not fit the middle
_WIDEST_BELOW = 460
_PHONE_RADIUS = 150


def desk(scene: Scene, width: float) -> Sheet:
    """Draw the ring in the middle, titles and summaries on both sides, as large as the width allows."""
    canvas = scene.canvas(width)
    ring, placed, middle = _fitting(scene, width)
    top = min(-ring.radius, *(found.y for found in placed))
    ring = Ring(ring.x, ceil(-top), ring.radius, ring.count)
    placed = place(scene, ring, width)
    y = max(ring.y + ring.radius, *(found.bottom for found in placed))
    _draw_middle(canvas, ring, middle)
    if middle.below:
        middle.draw_below(canvas, ring.x, y + _BELOW)
        y += _BELOW + middle.height_below
    for index, (stage, found) in enumerate(zip(scene.journey.stages, placed, strict=True)):
        if found.line:
            canvas.outline(found.line, f"jd-leader {stage_class(index + 1)}", closed=False)
        with canvas.link(scene.links.stage(stage.key), f"{index + 1} {stage.title}"):
            _segment(canvas, ring, index, 15)
            found.caption.draw_title(canvas, found.x, found.y)
        found.caption.draw_summary(canvas, found.x, found.y)
    return Sheet(canvas, ceil(y + 2))


def _fitting(scene: Scene, width: float) -> tuple[Ring, list[Placed], Hub]:
    """Find the smallest ring with captions in their places and room for the texts in its middle, else the largest."""
    most = min(width / 2 - GAP - _LEAST_ROOM, _LARGEST)
    least = min(most, 0.2 * width)
    for share in (0, 1 / 3, 2 / 3, 1):
        ring = Ring(width / 2, 0, least + (most - least) * share, len(scene.journey.stages))
        placed = place(scene, ring, width)
        if all(found.shifted <= _SHIFT for found in placed) and _middle(scene, ring).large:
            break
    return ring, placed, _middle(scene, ring)


def _middle(scene: Scene, ring: Ring, below: float = _WIDEST_BELOW) -> Hub:
    return hub(scene, ring.inner - _INSET, below)


def phone(scene: Scene) -> Sheet:
    """Draw a ring with numbers, and below it the stages as a numbered list."""
    return column(
        scene,
        lambda _, stage: [Paragraph(scene, stage.summary, ROOM, BODY, "jd-muted") if stage.summary else None],
        close=9,
        lead=_Wheel(scene),
    )


class _Wheel:
    """The ring alone, in the middle of a phone."""

    def __init__(self, scene: Scene) -> None:
        self._ring = Ring(PHONE_WIDTH / 2, _PHONE_RADIUS, _PHONE_RADIUS, len(scene.journey.stages))
        self._middle = _middle(scene, self._ring, PHONE_WIDTH / SLACK)
        below = self._middle.height_below
        self.height = 2 * _PHONE_RADIUS + (_BELOW + below if below else 0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the ring; x and y are 0."""
        _draw_middle(canvas, self._ring, self._middle)
        self._middle.draw_below(canvas, self._ring.x, 2 * _PHONE_RADIUS + _BELOW)
        for index in range(self._ring.count):
            _segment(canvas, self._ring, index, 13)


def _draw_middle(canvas: Canvas, ring: Ring, middle: Hub) -> None:
    canvas.disc(ring.x, ring.y, ring.inner - _CORE, "jd-core")
    middle.draw(canvas, ring.x, ring.y)


def _segment(canvas: Canvas, ring: Ring, index: int, disc: float) -> None:
    colour = stage_class(index + 1)
    canvas.curve(ring.segment(index), f"jd-segment {colour}")
    canvas.disc(*ring.place(index), disc, f"jd-num {colour}", str(index + 1), NUMBER_PHONE)


def twin(scene: Scene) -> Twin:
    """Give what the cycle turns around, then stage by stage the summary."""
    return Twin(scene.stage_entries(), (lanes.summaries(scene),), lead=tuple(map(Label, texts_of(scene))))
