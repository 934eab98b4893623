"""The cycle: a ring of arrows around what everything turns on; on a phone, a small ring above a numbered list."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY, NUMBER_PHONE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.blocks import Paragraph
from journeybook.diagrams.parts.column import ROOM, column
from journeybook.diagrams.parts.hub import Hub, hub, texts_of
from journeybook.diagrams.parts.inscribed import Inscribed, inscribe
from journeybook.diagrams.parts.onward import Onward, carried, heading
from journeybook.diagrams.parts.orbit import GAP, Placed, place
from journeybook.diagrams.parts.ring import Ring
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.palette.stages import STAGES, stage_class
from journeybook.text.font import SLACK

_LEAST_ROOM = 166  # pixels for captions at each side
_LARGEST = 260  # pixels: radius
_SHIFT = 14  # pixels: captions further from where they belong ask for a larger ring
_CORE, _INSET = 9, 18  # pixels from the ring to the circle in its middle, and to the texts in that
_BELOW = 28  # pixels between everything and what does not fit the middle
_WIDEST_BELOW, _WIDEST_ABOVE = 460, 300
_PHONE_RADIUS = 144


@dataclass(frozen=True, slots=True)
class _RingFit:
    """A ring with what stands around it, in its middle and, where all names have room there, in its segments."""

    ring: Ring
    placed: list[Placed]
    middle: Hub
    names: list[Inscribed] | None

    @property
    def good(self) -> bool:
        """Whether captions stand in their places, and the middle is large."""
        return self.middle.large and all(found.shifted <= _SHIFT for found in self.placed)


def desk(scene: Scene, width: float) -> Sheet:
    """Draw the ring in the middle, names in it or beside it, summaries on both sides, as large as the width allows."""
    canvas, onward = scene.canvas(width), Onward(scene, _WIDEST_ABOVE)
    fit = _fitting(scene, width)
    above = _above(fit, onward)
    down = max(-above, fit.ring.radius, *(-found.y for found in fit.placed))
    ring = Ring(fit.ring.x, ceil(down), fit.ring.radius, fit.ring.count)
    placed = place(scene, ring, width, titled=not fit.names)
    y = max(ring.y + ring.radius, *(found.bottom for found in placed))
    _draw_middle(canvas, ring, fit.middle)
    if fit.middle.below:
        fit.middle.draw_below(canvas, ring.x, y + _BELOW)
        y += _BELOW + fit.middle.height_below
    for index, (stage, found) in enumerate(zip(scene.journey.stages, placed, strict=True)):
        if found.line:
            canvas.outline(found.line, f"jd-leader {stage_class(index + 1)}", closed=False)
        with canvas.link(scene.links.stage(stage.key), f"{index + 1} {stage.title}"):
            _segment(canvas, ring, index, 15, fit.names)
            found.caption.draw_title(canvas, found.x, found.y)
        found.caption.draw_summary(canvas, found.x, found.y)
    onward.draw(canvas, ring, ring.y + above)
    return Sheet(canvas, ceil(y + 2))


def _above(fit: _RingFit, onward: Onward) -> float:
    """Find the top of what a round leaves for the next: above the ring, and above captions that it would touch."""
    if not onward.height:
        return -fit.ring.radius
    half = onward.wide / 2 + GAP
    near = [
        found.y for found in fit.placed if abs(found.x - fit.ring.x) < half and found.y < 0 and found.caption.height
    ]
    return min(-fit.ring.radius - onward.height, *(y - onward.text_height - 8 for y in near), 0)


def _fitting(scene: Scene, width: float) -> _RingFit:
    """Find the smallest ring with names in its segments and all else in its place; else one with names beside it."""
    most = min(width / 2 - GAP - _LEAST_ROOM, _LARGEST)
    least = min(most, 0.2 * width)
    rings = [
        Ring(width / 2, 0, least + (most - least) * share, len(scene.journey.stages)) for share in (0, 1 / 3, 2 / 3, 1)
    ]
    for ring in rings:
        if (names := inscribe(scene, ring)) and (fit := _try(scene, ring, width, names)).good:
            return fit
    for ring in rings:
        fit = _try(scene, ring, width, None)
        if fit.good:
            break
    return fit


def _try(scene: Scene, ring: Ring, width: float, names: list[Inscribed] | None) -> _RingFit:
    return _RingFit(ring, place(scene, ring, width, titled=not names), _middle(scene, ring), names)


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
        self._onward = Onward(scene, PHONE_WIDTH - 20)
        top = ceil(self._onward.height)
        self._ring = Ring(PHONE_WIDTH / 2, top + _PHONE_RADIUS, _PHONE_RADIUS, len(scene.journey.stages))
        self._middle = _middle(scene, self._ring, PHONE_WIDTH / SLACK)
        below = self._middle.height_below
        self.height = top + 2 * _PHONE_RADIUS + (_BELOW + below if below else 0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the ring; x and y are 0."""
        _draw_middle(canvas, self._ring, self._middle)
        self._middle.draw_below(canvas, self._ring.x, self._ring.y + _PHONE_RADIUS + _BELOW)
        for index in range(self._ring.count):
            _segment(canvas, self._ring, index, 13, None)
        self._onward.draw(canvas, self._ring, 0)


def _draw_middle(canvas: Canvas, ring: Ring, middle: Hub) -> None:
    canvas.disc(ring.x, ring.y, ring.inner - _CORE, "jd-core")
    middle.draw(canvas, ring.x, ring.y)


def _segment(canvas: Canvas, ring: Ring, index: int, disc: float, names: list[Inscribed] | None) -> None:
    """Draw a segment with its number and name. Colours go round: one that comes again is pale, so neighbours differ."""
    colour = f"{'jd-again ' if index >= STAGES else ''}{stage_class(index + 1)}"
    canvas.curve(ring.segment(index), f"jd-segment {colour}")
    if names:
        names[index].draw(canvas, ring.y, f"jd-num {colour}", f"jd-inside {colour}")
    else:
        canvas.disc(*ring.place(index), disc, f"jd-num {colour}", str(index + 1), NUMBER_PHONE)


def twin(scene: Scene) -> Twin:
    """Give what the cycle turns around, then stage by stage the summary; at the last, what a round leaves."""
    text, others = carried(scene), ((),) * (len(scene.journey.stages) - 1)
    rows = [lanes.summaries(scene)]
    if text:
        rows.append(Row(heading(scene), (*others, (Label(text),))))
    return Twin(scene.stage_entries(), tuple(rows), lead=tuple(map(Label, texts_of(scene))))
