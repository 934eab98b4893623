"""Lay out stages across and lanes down, as the map and the blueprint do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import LABEL
from journeybook.diagrams.parts import nested
from journeybook.diagrams.parts.arcs import loops
from journeybook.diagrams.parts.blocks import LayoutBlock, Paragraph, tallest
from journeybook.diagrams.parts.chevrons import GAP, TIP, Chevrons, Grid
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Row
from journeybook.text.font import SLACK, width

_LEAST_PITCH = 172  # pixels: columns that hold some 18 letters a line
_WIDEST = 420  # pixels: longer lines are hard to read
_GUTTER, _PADDING = 14, 10
_ABOVE_LANE, _BELOW_NAME, _BELOW_LANE = 10, 8, 14
_NAME = 200  # pixels for the name of a lane


@dataclass(frozen=True, slots=True)
class MatrixLane:
    """One lane: a block for each stage, or one that runs across all of them.

    `tone` is the class of the cells' surface; without one there is none. `border` names a line above the lane that
    parts what is above from what is below it.
    """

    name: str
    cells: Sequence[LayoutBlock | None] = ()
    wide: LayoutBlock | None = None
    tone: str = ""
    border: str = ""

    @property
    def height(self) -> float:
        """The height of the lane without its name, in pixels."""
        inner = self.wide.height if self.wide else tallest(self.cells)
        return inner + (2 * _PADDING if self.tone else 0)


def grid_of(scene: Scene, room: float, least: float = _LEAST_PITCH) -> Grid:
    """Put all stages in one row; the drawing becomes wider than `room` where columns would be narrower than `least`.

    A column that stands alone is no wider than a phone: nothing stands beside it that would fill the room.
    """
    count = len(scene.journey.stages)
    room = min(room, PHONE_WIDTH) if count == 1 else room
    return Grid(count, 1, max(_LEAST_PITCH, least, (room - TIP) / count))


def cell_room(grid: Grid, index: int, *, tone: bool = False) -> float:
    """Give the pixels for text in a stage's cell; the first column has no notch above it, so it is a little wider."""
    first = TIP - grid.indent(index)
    return min(grid.pitch - TIP - _GUTTER, _WIDEST) + first - (2 * _PADDING if tone else 0)


def matrix(scene: Scene, grid: Grid, heads: Row, bands: Sequence[MatrixLane]) -> Sheet:
    """Draw the lanes below each other; `heads` stand above the stages."""
    canvas = scene.canvas(len(scene.journey.stages) * grid.pitch + TIP)
    y = _heads(scene, canvas, grid, heads)
    names = [scene.lines(band.name, _NAME, LABEL) for band in bands]
    rows: list[tuple[str, float, float]] = []
    for band, name in zip(bands, names, strict=True):
        top = y
        if band.border:
            y = _border(scene, canvas, band, y)
        else:
            canvas.outline([(0, y), (canvas.width, y)], "jd-rule", closed=False)
        canvas.text(0, y + _ABOVE_LANE, name, LABEL, "jd-head jd-lane")
        y += _ABOVE_LANE + len(name) * LABEL.line + _BELOW_NAME
        _lane(canvas, grid, band, y)
        y += band.height + _BELOW_LANE
        rows.append((band.name, top, y))
    names += [scene.lines(band.border, _NAME, LABEL) for band in bands if band.border]
    names_wide = max(width(line, LABEL) for name in names for line in name)
    return Sheet(canvas, ceil(y), ceil(names_wide * SLACK) + 12, _columns(canvas, grid), tuple(rows))


def _columns(canvas: Canvas, grid: Grid) -> tuple[tuple[float, float], ...]:
    """Give where each stage begins, and where its tip ends, which reaches into the next one."""
    starts = [place * grid.pitch for place in range(grid.per_row)]
    return tuple((start, min(start + grid.pitch + TIP - GAP, canvas.width)) for start in starts)


def _heads(scene: Scene, canvas: Canvas, grid: Grid, heads: Row) -> float:
    places = list(enumerate(scene.journey.stages))
    texts = [
        Paragraph(scene, cell[0].text, cell_room(grid, place), LABEL, "jd-muted") if cell else None
        for place, cell in enumerate(heads.cells)
    ]
    high = tallest(texts)
    top = high + 8 if high else 0
    chevrons = Chevrons(scene, grid, places)
    for place, text in enumerate(texts):
        if text:
            text.draw(canvas, place * grid.pitch + grid.indent(place), high - text.height)
        chevrons.draw_one(canvas, 0, top, place)
    y = top + chevrons.height
    arcs = loops(scene, [(n * grid.pitch + TIP, (n + 1) * grid.pitch - GAP) for n in range(grid.per_row)])
    if arcs:
        arcs.draw(canvas, y + 4, below=True)
        y += arcs.height
    inside = [nested.block(scene, n, stage, cell_room(grid, n), touch=True) for n, stage in places]
    for place, block in enumerate(inside):
        if block:
            block.draw(canvas, place * grid.pitch + grid.indent(place), y + 14)
    return y + 16 + (tallest(inside) + 12 if any(inside) else 0)


def _border(scene: Scene, canvas: Canvas, band: MatrixLane, y: float) -> float:
    """Draw the line between two parts of the drawing, with its name below it on the left."""
    canvas.outline([(0, y), (canvas.width, y)], f"jd-border {band.tone}", closed=False)
    lines = scene.lines(band.border, _NAME, LABEL)
    canvas.text(0, y + 8, lines, LABEL, "jd-head jd-part")
    return y + 8 + len(lines) * LABEL.line


def _lane(canvas: Canvas, grid: Grid, band: MatrixLane, y: float) -> None:
    if band.wide:
        band.wide.draw(canvas, 0, y)
        return
    inset = _PADDING if band.tone else 0
    for place, block in enumerate(band.cells):
        if not block:
            continue
        x = place * grid.pitch + grid.indent(place)
        if band.tone:
            canvas.box(x, y, cell_room(grid, place), band.height, f"jd-cell {band.tone}")
        block.draw(canvas, x + inset, y + inset)
