"""Stages as chevrons in a row: what the path, its overview and the map begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas, Point
from journeybook.diagrams.paint.styles import NUMBER, TITLE
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.journey import Stage
from journeybook.text.font import width

TIP, GAP, STRIPE = 15, 7, 7
"""Pixels: how far a point reaches into the next chevron, the gap between two, the stripe of a row that goes on."""
_LEAST_COLUMN = 172  # pixels: some 18 letters a line; narrower columns are hard to read
_DISC = 11
_MOST_TITLE_LINES = 3

NumberedStage = tuple[int, Stage]
"""A stage and its place, counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of equal width: `pitch` from one chevron to the next, in pixels."""

    per_row: int
    rows: int
    pitch: float

    def indent(self, index: int) -> float:
        """Give where text begins below a chevron, in pixels from the edge of its column: at its corner."""
        return 0

    def title_room(self) -> float:
        """Give the pixels for a title between the number and the tip."""
        return self.pitch - GAP - TIP - 9 - 2 * _DISC - 8 - 10

    def split(self, stages: Sequence[Stage]) -> list[list[NumberedStage]]:
        """Split the stages into rows."""
        places = list(enumerate(stages))
        return [places[start : start + self.per_row] for start in range(0, len(places), self.per_row)]


def grid_of(scene: Scene, room: float) -> Grid:
    """Choose as many columns as are readable and leave titles in three lines without a broken word, in even rows."""
    stages = scene.journey.stages
    most = max(1, min(len(stages), int(room // _LEAST_COLUMN)))
    for columns in range(most, 0, -1):
        rows = ceil(len(stages) / columns)
        per_row = ceil(len(stages) / rows)
        wide = room - TIP + GAP - (STRIPE + GAP if rows > 1 else 0)
        grid = Grid(per_row, rows, wide / per_row)
        if per_row <= 3 or all(_title_fits(scene, stage, grid.title_room()) for stage in stages):
            break
    return grid


def _title_fits(scene: Scene, stage: Stage, room: float) -> bool:
    whole = all(width(word, TITLE) <= room for word in stage.title.split())
    return whole and len(scene.lines(stage.title, room, TITLE)) <= _MOST_TITLE_LINES


class Chevrons:
    """One row of chevrons, `height` pixels high."""

    def __init__(self, scene: Scene, grid: Grid, places: Sequence[NumberedStage]) -> None:
        self._scene, self._grid, self._places = scene, grid, places
        self._titles = [scene.lines(stage.title, grid.title_room(), TITLE) for _, stage in places]
        self.height = max(44.0, max(map(len, self._titles)) * TITLE.line + 20)

    def draw_one(self, canvas: Canvas, left: float, top: float, place: int) -> None:
        """Draw one of the row; `left` and `top` are the row's corner."""
        (index, stage), title, grid = self._places[place], self._titles[place], self._grid
        x, high = left + place * grid.pitch, self.height
        number, colour = str(self._scene.nth(index)), self._scene.colour(index)
        disc_x = x + (TIP + 9 if place else 12) + _DISC
        with canvas.link(self._scene.links.stage(stage.key), f"{number} {stage.title}"):
            canvas.outline(arrow(x, top, grid.pitch - GAP, high, flat=not place), f"jd-fill {colour}")
            canvas.disc(disc_x, top + high / 2, _DISC, f"jd-num {colour}", number, NUMBER)
            canvas.text(disc_x + _DISC + 8, top + (high - len(title) * TITLE.line) / 2, title, TITLE, "jd-on")

    def draw_next(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the stripe at the end of a row, in the colour of the stage that the next row begins with."""
        following = self._places[-1][0] + 1
        if following < len(self._scene.journey.stages):
            x = left + len(self._places) * self._grid.pitch
            stripe = arrow(x, top, STRIPE, self.height, flat=False)
            canvas.outline(stripe, f"jd-fill jd-next {self._scene.colour(following)}")


def arrow(x: float, y: float, wide: float, high: float, *, flat: bool) -> list[Point]:
    """Give the corners of a chevron whose tip reaches TIP pixels further than it is wide; `flat` where it begins."""
    notch = [] if flat else [(x + TIP, y + high / 2)]
    right = x + wide
    return [(x, y), (right, y), (right + TIP, y + high / 2), (right, y + high), (x, y + high), *notch]
