"""Lay out the layers of a blueprint: cells under their stages, the lines between layers, and what leads to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from journeybook.diagrams.paint.arrow import LENGTH, head
from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import LABEL
from journeybook.diagrams.parts import nested
from journeybook.diagrams.parts.arcs import loops
from journeybook.diagrams.parts.blocks import LayoutBlock, Paragraph, tallest
from journeybook.diagrams.parts.chevrons import GAP, TIP, Chevrons, Grid
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Extent, Sheet
from journeybook.diagrams.parts.twin import Row
from journeybook.text.font import SLACK, width

_LEAST_PITCH = 172  # pixels: columns that hold some 18 letters a line
_WIDEST = 440  # pixels: longer lines are hard to read
_INDENT = 10  # pixels from the edge of a column to its cells, and of the drawing to the layers' names
_GUTTER, _PADDING = 14, 10
_ABOVE, _BELOW_NAME, _BELOW = 12, 8, 20  # pixels above and below a layer's name, and below its cells
_NAME, _LINE = 200, 280  # pixels for the name of a layer, and of a line
_ON_LINE = 5  # pixels between a line and its name
_RULE = 1  # pixels beyond a line, for its own width
_AROUND = 10  # pixels around what leads from one cell to the next


class LayerGrid(Grid):
    """A column for each stage; all cells begin equally far from the edge of their column."""

    def indent(self, index: int) -> float:
        """Give where cells begin, in pixels from the edge of their column."""
        return _INDENT

    @property
    def cell(self) -> float:
        """The width of a cell in pixels."""
        return min(self.pitch - GAP - _GUTTER, _WIDEST)

    @property
    def text(self) -> float:
        """The pixels for text in a cell."""
        return self.cell - 2 * _PADDING


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: its name, and a block or None for each stage.

    `tone` is the class of the cells' surface; without one they have none. `line` names the line above the layer.
    `behind` says that it lies behind the line of visibility, `linked` that its cells lead to those of the next layer
    that is linked.
    """

    name: str
    cells: Sequence[LayoutBlock | None]
    tone: str = ""
    line: str = ""
    behind: bool = False
    linked: bool = False


def layer_grid(scene: Scene, room: float) -> LayerGrid:
    """Put all stages in one row, which becomes wider than `room` where columns would be too narrow to read."""
    count = len(scene.journey.stages)
    room = min(room, PHONE_WIDTH) if count == 1 else room
    return LayerGrid(count, 1, max(_LEAST_PITCH, (room - TIP) / count))


def draw_layers(scene: Scene, grid: LayerGrid, heads: Row, layers: Sequence[Layer]) -> Sheet:
    """Draw the layers below each other; `heads` stand above the stages, links to other journeys below all layers."""
    canvas = scene.canvas(grid.per_row * grid.pitch + TIP)
    tips, top = _heads(scene, canvas, grid, heads)
    drawn = _Layers(scene, grid, [*layers, *_further(scene, grid)], top)
    drawn.draw(canvas)
    return Sheet(canvas, ceil(drawn.bottom), drawn.frozen, columns=_spans(grid), rows=tuple(drawn.rows()), tips=tips)


def _spans(grid: LayerGrid) -> tuple[Extent, ...]:
    """Say where each stage begins and ends: with the tip that reaches beyond the beginning of the next."""
    tip = TIP - GAP + _RULE
    return tuple((place * grid.pitch, (place + 1) * grid.pitch + tip) for place in range(grid.per_row))


def _heads(scene: Scene, canvas: Canvas, grid: LayerGrid, heads: Row) -> tuple[Extent, float]:
    """Draw the stages with what stands above them and the ways between them.

    Give where their chevrons begin and end, and where the layers begin.
    """
    cells = [cell[0].text if cell else "" for cell in heads.cells]
    texts = [Paragraph(scene, text, grid.cell, LABEL, "jd-muted") if text else None for text in cells]
    high = tallest(texts)
    top = high + 8 if high else 0
    chevrons = Chevrons(scene, grid, list(enumerate(scene.journey.stages)))
    for place, text in enumerate(texts):
        if text:
            text.draw(canvas, place * grid.pitch + _INDENT, high - text.height)
        chevrons.draw_one(canvas, 0, top, place)
    tips = (top, y := top + chevrons.height)
    arcs = loops(scene, [(n * grid.pitch + TIP, (n + 1) * grid.pitch - GAP) for n in range(grid.per_row)])
    if arcs:
        arcs.draw(canvas, y + 4, below=True)
        y += arcs.height
    return tips, y + 16


def _further(scene: Scene, grid: LayerGrid) -> Iterator[Layer]:
    """Give the links to journeys that show a stage in detail as a layer; none where there is no such link."""
    stages = enumerate(scene.journey.stages)
    inside = [nested.block(scene, place, stage, grid.cell, touch=True, named=True) for place, stage in stages]
    if any(inside):
        yield Layer(nested.row(scene).label, inside)


class _Layers:
    """The layers, placed: `tops` are where they begin, `bottom` where all end; `frozen` pixels hold the names."""

    def __init__(self, scene: Scene, grid: LayerGrid, layers: Sequence[Layer], top: float) -> None:
        self._scene, self._grid, self._layers = scene, grid, layers
        self._wide = grid.per_row * grid.pitch + TIP
        self._names = [scene.lines(layer.name, _NAME, LABEL) for layer in layers]
        self._lines = [scene.lines(layer.line, _LINE, LABEL) if layer.line else [] for layer in layers]
        tops = accumulate(map(self._height, range(len(layers))), initial=top + self._line_height(0))
        *self._tops, self.bottom = tops
        texts = (line for name in (*self._names, *self._lines) for line in name)
        wide = max((width(line, LABEL) for line in texts), default=0) * SLACK
        self.frozen = ceil(_INDENT + wide) + 12
        middle = grid.cell / 2  # a link there would run through a longer name of the first column
        self._link = _INDENT + (middle if wide < middle - _AROUND else grid.cell - 2 * _AROUND)

    def _height(self, place: int) -> float:
        return self._above(place) + self._cell_height(place) + _BELOW + self._line_height(place + 1)

    def _line_height(self, place: int) -> float:
        """Give the pixels that the name of the line above a layer needs."""
        name = self._lines[place] if place < len(self._lines) else []
        return len(name) * LABEL.line + _ON_LINE if name else 0

    def _above(self, place: int) -> float:
        return _ABOVE + len(self._names[place]) * LABEL.line + _BELOW_NAME

    def _cell_height(self, place: int) -> float:
        layer = self._layers[place]
        return tallest(layer.cells) + (2 * _PADDING if layer.tone else 0)

    def _cell_top(self, place: int) -> float:
        return self._tops[place] + self._above(place)

    def draw(self, canvas: Canvas) -> None:
        """Draw the field behind the line of visibility, then layer by layer its line, its name, links and cells."""
        self._field(canvas)
        for place, layer in enumerate(self._layers):
            self._line(canvas, place)
            looks = f"jd-head jd-lane{' jd-behind' if layer.behind else ''}"
            canvas.text(_INDENT, self._tops[place] + _ABOVE, self._names[place], LABEL, looks)
            self._cells(canvas, place)
        for stage in range(self._grid.per_row):
            self._links(canvas, stage)

    def rows(self) -> Iterator[tuple[str, float, float]]:
        """Give each layer's name and where it begins, above the name of its line, and ends, in pixels."""
        edges = [*map(self._edge, range(len(self._layers))), self.bottom]
        for layer, (top, end) in zip(self._layers, pairwise(edges), strict=True):
            yield layer.name, top, end

    def _edge(self, place: int) -> float:
        return self._tops[place] - self._line_height(place) - _RULE

    def _field(self, canvas: Canvas) -> None:
        """Draw one field behind all layers that nobody sees."""
        behind = [place for place, layer in enumerate(self._layers) if layer.behind]
        if behind:
            wide, top, after = canvas.width, self._tops[behind[0]], behind[-1] + 1
            end = self._tops[after] if after < len(self._layers) else self.bottom
            canvas.outline([(0, top), (wide, top), (wide, end), (0, end)], "jd-curtain")

    def _line(self, canvas: Canvas, place: int) -> None:
        """Draw the line above a layer; the name of one that has a name stands on its beginning, and stays in place."""
        layer, y = self._layers[place], self._tops[place]
        looks = f"jd-border {layer.tone}" if layer.line else "jd-rule"
        canvas.outline([(0, y), (canvas.width, y)], looks, closed=False)
        if layer.line:
            behind = " jd-behind" if place and self._layers[place - 1].behind else ""
            top = y - self._line_height(place)
            canvas.text(_INDENT, top, self._lines[place], LABEL, f"jd-head jd-part{behind}")

    def _cells(self, canvas: Canvas, place: int) -> None:
        layer, y = self._layers[place], self._cell_top(place)
        inset = _PADDING if layer.tone else 0
        for stage, block in enumerate(layer.cells):
            if not block:
                continue
            x = stage * self._grid.pitch + _INDENT
            if layer.tone:
                canvas.box(x, y, self._grid.cell, self._cell_height(place), f"jd-cell {layer.tone}")
            block.draw(canvas, x + inset, y + inset)

    def _links(self, canvas: Canvas, stage: int) -> None:
        """Draw what leads from cell to cell of a stage, past layers that say nothing of it."""
        there = [place for place, layer in enumerate(self._layers) if layer.linked and layer.cells[stage]]
        x = stage * self._grid.pitch + self._link
        for upper, lower in pairwise(there):
            start, tip = (x, self._cell_top(upper) + self._cell_height(upper)), (x, self._cell_top(lower) - 1)
            base = (x, tip[1] - LENGTH)
            canvas.outline([start, base, *head(start, tip), base], "jd-leads", closed=False)
