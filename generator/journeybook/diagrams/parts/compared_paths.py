"""Draw two paths below each other, the same stages in the same columns."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import LABEL, NUMBER, TITLE
from journeybook.diagrams.parts import compared_labels as labels
from journeybook.diagrams.parts.blocks import Paragraph
from journeybook.diagrams.parts.chevrons import GAP, TIP, Grid, arrow
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.comparison import ComparedStage, Comparison, Fate
from journeybook.palette.stages import stage_class

_DISC = 11
_GUTTER = 14
SIGN = 18
"""Pixels: a side of the box that holds the mark of a sign."""


class ComparedPath:
    """A row of chevrons, of the journey as it is or, with `now`, as it should become; a line where it has no stage."""

    def __init__(self, scene: Scene, grid: Grid, stages: Sequence[ComparedStage], *, now: bool) -> None:
        self._scene, self._grid, self._stages, self._now = scene, grid, stages, now
        shown = [compared.now if now else compared.was for compared in stages]
        self._titles = [scene.lines(stage.title, grid.title_room(), TITLE) if stage else [] for stage in shown]
        self.height = max(44.0, max(map(len, self._titles)) * TITLE.line + 20)

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw the row with its top at y."""
        for column, (compared, title) in enumerate(zip(self._stages, self._titles, strict=True)):
            x = column * self._grid.pitch
            place = compared.place if self._now else compared.was_place
            if place is None:
                ends = [(x + TIP, y + self.height / 2), (x + self._grid.pitch - GAP, y + self.height / 2)]
                canvas.outline(ends, "jd-level", closed=False)
                continue
            with canvas.link(labels.address(self._scene, compared), f"{place + 1} {' '.join(title)}"):
                self._stage(canvas, x, y, place, compared.fate, title)

    def _stage(self, canvas: Canvas, x: float, y: float, place: int, fate: Fate, title: list[str]) -> None:
        colour = stage_class(place + 1) if self._now else ""
        fill = f"jd-fill {colour}" if self._now else "jd-was jd-gone" if fate is Fate.GONE else "jd-was"
        ring, text = (f"jd-num {colour}", "jd-on") if self._now else ("jd-ring", "jd-muted")
        canvas.outline(arrow(x, y, self._grid.pitch - GAP, self.height, flat=not place), fill)
        middle, disc_x = y + self.height / 2, x + (TIP + 9 if place else 12) + _DISC
        canvas.disc(disc_x, middle, _DISC, ring, str(place + 1), NUMBER)
        canvas.text(disc_x + _DISC + 8, middle - len(title) * TITLE.line / 2, title, TITLE, text)


class ComparedSigns:
    """What has become of each stage, below the paths: a mark, its word, and what is another."""

    def __init__(
        self, scene: Scene, comparison: Comparison, stages: Sequence[ComparedStage], rooms: Sequence[float]
    ) -> None:
        self._blocks = [
            SignBlock(scene, comparison, compared, room) for compared, room in zip(stages, rooms, strict=True)
        ]
        self.height = max(block.height for block in self._blocks)

    def draw(self, canvas: Canvas, grid: Grid, y: float) -> None:
        """Draw them with their top at y."""
        for column, block in enumerate(self._blocks):
            block.draw(canvas, column * grid.pitch + grid.indent(column), y)


class SignBlock:
    """What has become of one stage."""

    gap = 4

    def __init__(self, scene: Scene, comparison: Comparison, compared: ComparedStage, room: float) -> None:
        self._fate = compared.fate
        self._word = scene.lines(scene.say(labels.SIGNS[compared.fate]), room - SIGN - 8, LABEL)
        self._texts = [Paragraph(scene, text, room) for text in labels.details(scene, comparison, compared)]
        self.height = max(SIGN, len(self._word) * LABEL.line) + sum(text.height + self.gap for text in self._texts)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        canvas.box(x, y, SIGN, SIGN, f"jd-sign jd-sign-{self._fate}")
        mark = f"jd-sign-text jd-sign-text-{self._fate}"
        canvas.text(x + SIGN / 2, y + (SIGN - LABEL.line) / 2, [labels.MARKS[self._fate]], LABEL, mark, "middle")
        canvas.text(x + SIGN + 8, y + (SIGN - LABEL.line) / 2, self._word, LABEL)
        y += max(SIGN, len(self._word) * LABEL.line) + self.gap
        for text in self._texts:
            text.draw(canvas, x, y)
            y += text.height + self.gap


def column_room(grid: Grid, column: int) -> float:
    """Give the pixels for text below a chevron."""
    return min(grid.pitch - grid.indent(column) - _GUTTER + (TIP if column else 0) - TIP, 300)


def name_row(scene: Scene, canvas: Canvas, text: str, y: float) -> float:
    """Write the name of a row of the drawing, and give where the row begins."""
    lines = scene.lines(text, canvas.width, LABEL)
    canvas.text(0, y, lines, LABEL, "jd-muted")
    return y + len(lines) * LABEL.line + 6
