"""The overview: the path in brief, with a curve of how it feels; what a handbook's first page shows."""

from __future__ import annotations

from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.blocks import LayoutBlock, Mood, Paragraph, tallest
from journeybook.diagrams.parts.chevrons import Chevrons, Grid, NumberedStage, grid_of
from journeybook.diagrams.parts.column import ROOM, column
from journeybook.diagrams.parts.moods import MoodCurve
from journeybook.diagrams.parts.scene import Scene, first_feelings
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Twin
from journeybook.model.journey import Stage

_GUTTER, _ROW, _ABOVE_CURVE = 26, 40, 20


def desk(scene: Scene, width: float) -> Sheet:
    """Draw rows of chevrons, the summaries below them, and a curve below each row."""
    canvas = scene.canvas(width)
    grid = grid_of(scene, width)
    y = 0.0
    for places in grid.split(scene.journey.stages):
        y = _row(scene, canvas, grid, places, y) + _ROW
    return Sheet(canvas, ceil(y - _ROW + 2))


def _row(scene: Scene, canvas: Canvas, grid: Grid, places: list[NumberedStage], top: float) -> float:
    chevrons = Chevrons(scene, grid, places)
    room = min(grid.pitch - _GUTTER, 300)
    texts = [Paragraph(scene, s.summary, room, BODY, "jd-muted") if s.summary else None for _, s in places]
    y = top + chevrons.height + 16
    for place, ((index, _), text) in enumerate(zip(places, texts, strict=True)):
        chevrons.draw_one(canvas, 0, top, place)
        if text:
            text.draw(canvas, place * grid.pitch + grid.indent(index), y)
    chevrons.draw_next(canvas, 0, top)
    y += tallest(texts)
    curve = MoodCurve(scene, grid, places)
    if not curve.height:
        return y
    curve.draw(canvas, 0, y + _ABOVE_CURVE)
    return y + _ABOVE_CURVE + curve.height


def phone(scene: Scene) -> Sheet:
    """Draw title, summary and feeling, stage by stage."""

    def blocks(index: int, stage: Stage) -> list[LayoutBlock | None]:
        text = Paragraph(scene, stage.summary, ROOM, BODY, "jd-muted") if stage.summary else None
        return [text, *(Mood(scene, feeling, ROOM) for feeling in first_feelings(stage))]

    return column(scene, blocks, gap=8, close=9)


def twin(scene: Scene) -> Twin:
    """Give stage by stage the summary and the feelings."""
    return Twin(scene.stage_entries(), (lanes.summaries(scene), lanes.moods(scene, first_feelings)))
