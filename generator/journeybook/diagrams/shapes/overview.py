"""The overview: the path in brief, with a curve of how it feels; what a handbook's first page shows."""

from __future__ import annotations

from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.blocks import LayoutBlock, Mood, Paragraph
from journeybook.diagrams.parts.chevrons import Chevrons, Grid, NumberedStage, grid_of
from journeybook.diagrams.parts.column import ROOM, column
from journeybook.diagrams.parts.moods import MoodCurve
from journeybook.diagrams.parts.scene import Scene, first_feelings
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Twin
from journeybook.model import Journey
from journeybook.model.journey import Stage

_MOST = 8
"""So many stages are told with summaries and feelings; of more, the first page shows the names alone."""
_GUTTER, _ROW, _BRIEF_ROW, _ABOVE_CURVE, _BETWEEN = 26, 40, 14, 20, 8  # pixels


def has_curve(journey: Journey) -> bool:
    """Whether the overview of a journey has a curve: one feeling is no line, and has no scale to be read by."""
    stages = journey.stages
    return len(stages) <= _MOST and sum(len(first_feelings(stage)) for stage in stages) > 1


def _is_brief(scene: Scene) -> bool:
    return len(scene.journey.stages) > _MOST


def _told(scene: Scene, stage: Stage, room: float, *, mood: bool) -> list[LayoutBlock]:
    """Give what stands below a stage's name: its summary, and how it feels where no curve shows that."""
    if _is_brief(scene):
        return []
    text = [Paragraph(scene, stage.summary, room, BODY, "jd-muted")] if stage.summary else []
    return [*text, *([Mood(scene, feeling, room) for feeling in first_feelings(stage)] if mood else [])]


def desk(scene: Scene, width: float) -> Sheet:
    """Draw rows of chevrons, the summaries below them, and a curve below each row."""
    canvas = scene.canvas(width)
    grid = grid_of(scene, width)
    y, between = 0.0, _BRIEF_ROW if _is_brief(scene) else _ROW
    for places in grid.split(scene.journey.stages):
        y = _row(scene, canvas, grid, places, y) + between
    return Sheet(canvas, ceil(y - between + 2))


def _row(scene: Scene, canvas: Canvas, grid: Grid, places: list[NumberedStage], top: float) -> float:
    chevrons = Chevrons(scene, grid, places)
    room, drawn = min(grid.pitch - _GUTTER, 300), has_curve(scene.journey)
    bottom = top + chevrons.height
    for place, (index, stage) in enumerate(places):
        chevrons.draw_one(canvas, 0, top, place)
        y = top + chevrons.height + 16
        for block in _told(scene, stage, room, mood=not drawn):
            block.draw(canvas, place * grid.pitch + grid.indent(index), y)
            y += block.height + _BETWEEN
            bottom = max(bottom, y - _BETWEEN)
    chevrons.draw_next(canvas, 0, top)
    curve = MoodCurve(scene, grid, places)
    if not drawn or not curve.height:
        return bottom
    y = max(bottom, top + chevrons.height + 16)
    curve.draw(canvas, 0, y + _ABOVE_CURVE)
    return y + _ABOVE_CURVE + curve.height


def phone(scene: Scene) -> Sheet:
    """Draw title, summary and feeling, stage by stage."""

    def blocks(index: int, stage: Stage) -> list[LayoutBlock]:
        return _told(scene, stage, ROOM, mood=True)

    return column(scene, blocks, gap=8, close=9)


def twin(scene: Scene) -> Twin:
    """Give stage by stage the summary and the feelings."""
    if _is_brief(scene):
        return Twin(scene.stage_entries(), ())
    return Twin(scene.stage_entries(), (lanes.summaries(scene), lanes.moods(scene, first_feelings)))
