"""Lay out stages across and lanes down, with the names of the lanes beside them, as the map does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import LABEL
from journeybook.diagrams.parts import nested
from journeybook.diagrams.parts.arcs import loops
from journeybook.diagrams.parts.blocks import LayoutBlock, LegendBlock, Paragraph, tallest
from journeybook.diagrams.parts.chevrons import GAP, TIP, Chevrons, Grid
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Extent, LegendBox, Sheet
from journeybook.diagrams.parts.twin import Row
from journeybook.text.font import SLACK, width

_LEAST_PITCH = 164  # pixels: columns that hold some 18 letters a line
_WIDEST = 420  # pixels: longer lines are hard to read
_INSET = 9  # pixels from the edge of a column to its text
_AROUND = 15  # pixels above and below a lane whose name stands beside it: on a phone its name stands between two lanes
_BESIDE = 104  # pixels for the name of a lane, beside it
_AIR = 18  # pixels between names and stages
_ONE = 300  # pixels for a name in one line, on a phone
_GROUP = 21  # pixels for the name of a group of lanes, in the air above the first of them
_HEAD, _FOOT = 13, 12  # pixels between the cells of a lane and what stands above and below them
_EDGE = 3  # pixels around a legend that show nothing else
_LEGEND = 264  # pixels: the smallest phone shows so much beside the first stage's edge, and any sheet of paper does
_RULE = 1  # pixels beyond a line, for its own width


@dataclass(frozen=True, slots=True)
class MatrixGrid(Grid):
    """Columns right of the names of lanes, which have `left` pixels."""

    left: float = 0

    def indent(self, index: int) -> float:
        """Give where text begins in a column: the same in all of them."""
        return _INSET

    def title_room(self) -> float:
        """Give the pixels for a title: up to where the tip begins, since columns are narrow here."""
        return Grid.title_room(self) + 10

    @property
    def right(self) -> float:
        """Where the last column ends, in pixels; the tip of its chevron reaches further."""
        return self.left + self.per_row * self.pitch - GAP

    def x(self, place: int) -> float:
        """Give where a column begins, in pixels."""
        return self.left + place * self.pitch


@dataclass(frozen=True, slots=True)
class MatrixLane:
    """One lane: a block for each stage, or one that runs across all of them.

    `group` names what this and the lanes after it have in common, at the first of them. `head` stands above the cells
    and `foot` below them, across all stages; paper that shows a part of the stages repeats both.
    """

    name: str
    cells: Sequence[LayoutBlock | None] = ()
    wide: LayoutBlock | None = None
    group: str = ""
    head: LegendBlock | None = None
    foot: LegendBlock | None = None

    @property
    def height(self) -> float:
        """The height of the lane without its name, in pixels."""
        return self.above + self.inner + (self.foot.height + _FOOT if self.foot else 0)

    @property
    def above(self) -> float:
        """The height of what stands above its cells."""
        return self.head.height + _HEAD if self.head else 0

    @property
    def inner(self) -> float:
        """The height of its cells."""
        return self.wide.height if self.wide else tallest(self.cells)


def names_room(scene: Scene, names: Sequence[str]) -> float:
    """Give the pixels of a column for the names of lanes, with the air beside them."""
    lines = [line for name in names for line in scene.lines(name, _BESIDE, LABEL)]
    return ceil(max((width(line, LABEL) for line in lines), default=0) * SLACK) + _AIR


def grid_of(scene: Scene, room: float, left: float, least: float = _LEAST_PITCH) -> MatrixGrid:
    """Put all stages in one row; the drawing becomes wider than `room` where columns would be narrower than `least`.

    `left` is what `names_room` gives. A column that stands alone is no wider than a phone: nothing stands beside it
    that would fill the room.
    """
    count = len(scene.journey.stages)
    room = min(room, _frozen(left) + PHONE_WIDTH) if count == 1 else room
    return MatrixGrid(count, 1, max(_LEAST_PITCH, least, (room - left - TIP + GAP) / count), left)


def cell_room(grid: MatrixGrid) -> float:
    """Give the pixels for text in a stage's cell."""
    return min(grid.pitch - 2 * _INSET, _WIDEST)


def legend_room(grid: MatrixGrid) -> float:
    """Give the pixels for a legend: no more than a phone shows, whose readers would look for the rest in vain."""
    return min(grid.right - grid.x(0) - 20, _LEGEND)


def matrix(scene: Scene, grid: MatrixGrid, heads: Row, bands: Sequence[MatrixLane]) -> Sheet:
    """Draw the lanes below each other; `heads` stand above the stages, and below all lanes what leads further in."""
    canvas = scene.canvas(grid.right + TIP)
    bands = [*bands, *_further(scene, grid)]
    tips, y = _heads(scene, canvas, grid, heads)
    _columns(canvas, grid, y, y + sum(_beside_height(scene, band) for band in bands))
    rows: list[tuple[str, float, float]] = []
    legends: list[LegendBox] = []
    for band in bands:
        legends += _legends(grid, band, y + (_GROUP if band.group else 0) + _AROUND)
        top, y = y, _beside(scene, canvas, grid, band, y)
        rows.append((band.name, top - _RULE, y - _RULE))
    left = _frozen(grid.left)
    return Sheet(
        canvas,
        ceil(y),
        frozen=left,
        names=left,
        columns=_spans(grid),
        rows=tuple(rows),
        legends=tuple(legends),
        tips=tips,
    )


def _spans(grid: MatrixGrid) -> tuple[Extent, ...]:
    """Say where each stage begins and ends: with the tip that reaches beyond the beginning of the next."""
    tip = TIP - GAP + _RULE
    return tuple((grid.x(place), grid.x(place + 1) + tip) for place in range(grid.per_row))


def _frozen(left: float) -> float:
    """Give the pixels that stay in place of a column of names: all but the air that the first chevron needs."""
    return left - GAP


def _beside_height(scene: Scene, band: MatrixLane) -> float:
    return (_GROUP if band.group else 0) + _lane_height(scene, band) + 2 * _AROUND


def _lane_height(scene: Scene, band: MatrixLane) -> float:
    return max(band.height, len(scene.lines(band.name, _BESIDE, LABEL)) * LABEL.line + 1)


def _further(scene: Scene, grid: MatrixGrid) -> list[MatrixLane]:
    """Give the lane of links to journeys that show a stage in detail; none where there is no such link."""
    stages = enumerate(scene.journey.stages)
    inside = [nested.block(scene, n, stage, cell_room(grid), touch=True, named=True) for n, stage in stages]
    return [MatrixLane(nested.row(scene).label, inside)] if any(inside) else []


def _heads(scene: Scene, canvas: Canvas, grid: MatrixGrid, heads: Row) -> tuple[Extent, float]:
    """Draw the stages with what stands above them and the ways between them.

    Give where their chevrons begin and end, and where the lanes begin.
    """
    places = list(enumerate(scene.journey.stages))
    texts = [
        Paragraph(scene, cell[0].text, cell_room(grid), LABEL, "jd-muted") if cell else None for cell in heads.cells
    ]
    high = tallest(texts)
    top = high + 8 if high else 0
    chevrons = Chevrons(scene, grid, places)
    for place, text in enumerate(texts):
        if text:
            text.draw(canvas, grid.x(place) + grid.indent(place), high - text.height)
        chevrons.draw_one(canvas, grid.left, top, place)
    tips = (top, y := top + chevrons.height)
    arcs = loops(scene, [(grid.x(n) + TIP, grid.x(n + 1) - GAP) for n in range(grid.per_row)])
    if arcs:
        arcs.draw(canvas, y + 4, below=True)
        y += arcs.height
    return tips, y + 12


def _columns(canvas: Canvas, grid: MatrixGrid, top: float, bottom: float) -> None:
    """Draw a hairline between each two columns, from the gap between their chevrons down."""
    for place in range(grid.per_row):
        x = grid.x(place) - GAP / 2
        canvas.outline([(x, top), (x, bottom)], "jd-column", closed=False)


def _beside(scene: Scene, canvas: Canvas, grid: MatrixGrid, band: MatrixLane, y: float) -> float:
    """Draw a lane with its name beside it; on a phone, its name stands on the line above it."""
    if band.group:
        y = _group(scene, canvas, grid, band, y)
    else:
        canvas.outline([(grid.left - GAP / 2, y), (grid.right, y)], "jd-rule", closed=False)
        canvas.text(0, y - LABEL.line / 2, [scene.line(band.name, _ONE, LABEL)], LABEL, "jd-head jd-lane jd-above")
    canvas.text(0, y + _AROUND + 1, scene.lines(band.name, _BESIDE, LABEL), LABEL, "jd-head jd-lane jd-beside")
    _lane(canvas, grid, band, y + _AROUND)
    return y + _lane_height(scene, band) + 2 * _AROUND


def _group(scene: Scene, canvas: Canvas, grid: MatrixGrid, band: MatrixLane, y: float) -> float:
    """Begin a group of lanes; on a phone, the name of the first lane stands beside the name of the group."""
    edge = grid.left - GAP / 2
    canvas.outline([(0, y), (edge, y)], "jd-group jd-head", closed=False)
    canvas.outline([(edge, y), (grid.right, y)], "jd-group", closed=False)
    canvas.box(edge - 1, y + 2, grid.right - edge, _GROUP + _AROUND - 8, "jd-mask")
    name = scene.line(band.group, _ONE / 2, LABEL)
    canvas.text(0, y + 9, [name], LABEL, "jd-head jd-part")
    end = width(name, LABEL)
    canvas.text(end + 6, y + 9, ["·"], LABEL, "jd-head jd-muted jd-above")
    x = end * 1.03 + 14  # what another font may need, and a dot between two spaces
    canvas.text(x, y + 9, [scene.line(band.name, _ONE / 2, LABEL)], LABEL, "jd-head jd-lane jd-above")
    return y + _GROUP


def _lane(canvas: Canvas, grid: MatrixGrid, band: MatrixLane, y: float) -> None:
    start, inner = grid.left - GAP / 2 + 1, y + band.above
    if band.head:
        canvas.box(start, y - _AROUND + 1, grid.right - grid.left, band.above + _AROUND - 2, "jd-mask")
        band.head.draw(canvas, grid.left + grid.indent(0), y)
    if band.wide:
        band.wide.draw(canvas, grid.left, inner)
    for place, block in enumerate(band.cells):
        if block:
            block.draw(canvas, grid.x(place) + grid.indent(place), inner)
    if band.foot:
        top = inner + band.inner + _FOOT
        canvas.box(start, top - 4, grid.right - grid.left, band.foot.height + _AROUND + 2, "jd-mask")
        band.foot.draw(canvas, grid.left + grid.indent(0), top)


def _legends(grid: MatrixGrid, band: MatrixLane, y: float) -> Iterator[LegendBox]:
    """Say where the legends of a lane stand whose cells and legends begin at y."""
    below = y + band.above + band.inner + _FOOT
    for legend, top in ((band.head, y), (band.foot, below)):
        if legend:
            yield top - _EDGE, top + legend.height + _EDGE, grid.indent(0) + legend.across + _EDGE
