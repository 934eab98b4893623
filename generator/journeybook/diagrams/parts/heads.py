"""What stands below a flowchart: headings in place of chevrons, and the ways in words where there is no flowchart."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.paint.arrow import head
from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY, NUMBER, TITLE
from journeybook.diagrams.parts.blocks import LayoutBlock, Paragraph
from journeybook.diagrams.parts.chevrons import Grid, NumberedStage, grid_of
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.ways import entries

_GUTTER = 22


class Heads:
    """Headings in a row, used like `Chevrons`, where the way does not simply go from one stage to the next."""

    _disc, _rule = 11, 3

    def __init__(self, scene: Scene, grid: Grid, places: Sequence[NumberedStage]) -> None:
        self._scene, self._grid, self._places = scene, grid, places
        self._room = grid.pitch - _GUTTER
        room = self._room - 2 * self._disc - 8
        self._titles = [scene.lines(stage.title, room, TITLE) for _, stage in places]
        self.height = max(44.0, max(map(len, self._titles)) * TITLE.line + 24)

    def draw_one(self, canvas: Canvas, left: float, top: float, place: int) -> None:
        """Draw one of the row; `left` and `top` are the row's corner."""
        (index, stage), title = self._places[place], self._titles[place]
        x, number, colour = left + place * self._grid.pitch, str(self._scene.nth(index)), self._scene.colour(index)
        disc_x, middle = x + self._disc, top + 14 + TITLE.line / 2
        with canvas.link(self._scene.links.stage(stage.key), f"{number} {stage.title}"):
            canvas.box(x, top, self._room, self.height, "jd-hit")
            canvas.box(x, top, self._room, self._rule, f"jd-rule {colour}")
            canvas.disc(disc_x, middle, self._disc, f"jd-fill jd-on {colour}", number, NUMBER)
            canvas.text(disc_x + self._disc + 8, top + 14, title, TITLE, f"jd-stage {colour}")

    def draw_next(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw nothing: the next row is not where the way goes on."""


def columns_of(scene: Scene, room: float) -> Grid:
    """Choose as many columns as chevrons would have, without the room for their tips."""
    grid = grid_of(scene, room)
    return Grid(grid.per_row, grid.rows, (room + _GUTTER) / grid.per_row)


class _Onward:
    """Where the way goes on, in words, each with an arrow."""

    _indent, _gap = 18, 5

    def __init__(self, scene: Scene, texts: Sequence[str], room: float, colour: str) -> None:
        self._entries = [Paragraph(scene, text, room - self._indent) for text in texts]
        self._colour = colour
        self.height = sum(entry.height for entry in self._entries) + self._gap * (len(texts) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        for entry in self._entries:
            middle = y + BODY.line / 2 + 0.5
            canvas.outline([(x, middle), (x + 6, middle)], f"jd-way {self._colour}", closed=False)
            canvas.outline(head((x, middle), (x + 12, middle)), f"jd-tip {self._colour}")
            entry.draw(canvas, x + self._indent, y)
            y += entry.height + self._gap


def onward(scene: Scene, index: int, room: float) -> LayoutBlock | None:
    """Say where the way goes on from a stage, for journeys that have no flowchart.

    None where nothing is said.
    """
    texts = [entry.text for entry in entries(scene, index)]
    return _Onward(scene, texts, room, scene.colour(index)) if texts else None
