"""The overview: the path in brief, with a curve of how it feels; what a handbook's first page shows."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from journeybook.diagrams.paint.canvas import Canvas, straight
from journeybook.diagrams.paint.curve import smooth
from journeybook.diagrams.paint.styles import BODY, MOOD, SCORE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.blocks import DISC, LayoutBlock, Mood, Paragraph, tallest
from journeybook.diagrams.parts.chevrons import Chevrons, Grid, NumberedStage, grid_of
from journeybook.diagrams.parts.column import ROOM, column
from journeybook.diagrams.parts.scene import Scene, first_feelings, score_class, score_text
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Twin
from journeybook.model.journey import Feeling, Stage

_GUTTER, _ROW = 26, 40
_STEP = 26  # pixels between two scores
_LABEL = 10  # pixels between a score's disc and its label


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
    felt = [mood for place, (_, stage) in enumerate(places) for mood in _moods(grid, place, stage)]
    return _curve(scene, canvas, grid, len(places), felt, y + 20) if felt else y


class _Mood(NamedTuple):
    """A feeling, the middle of its mark across, and the pixels for its label."""

    feeling: Feeling
    x: float
    room: float


def _moods(grid: Grid, place: int, stage: Stage) -> list[_Mood]:
    """Give the feelings of a stage, side by side in its column."""
    found = first_feelings(stage)
    share = grid.pitch / max(1, len(found))
    x = place * grid.pitch
    return [_Mood(feeling, x + (nth + 0.5) * share, max(8, share - 16)) for nth, feeling in enumerate(found)]


def _curve(scene: Scene, canvas: Canvas, grid: Grid, places: int, felt: list[_Mood], top: float) -> float:
    """Draw the curve of a row, as high as its scores need; labels stand away from the line in the middle."""
    scores = [mood.feeling.score for mood in felt]
    labels = [scene.lines(mood.feeling.label, mood.room, MOOD) if mood.feeling.label else [] for mood in felt]
    above = [len(lines) * MOOD.line for score, lines in zip(scores, labels, strict=True) if score >= 0]
    below = [len(lines) * MOOD.line for score, lines in zip(scores, labels, strict=True) if score < 0]
    middle = top + max(0, *scores) * _STEP + DISC + _LABEL + max(above, default=0)
    points = [(mood.x, middle - mood.feeling.score * _STEP) for mood in felt]
    if len(points) > 1:
        line = smooth(points)
        down, along = (points[-1][0], middle), (points[0][0], middle)
        area = [*straight(points[-1], down), *straight(down, along), *straight(along, points[0])]
        canvas.curve([*line, *area], "jd-area")
        canvas.outline([(0, middle), (places * grid.pitch, middle)], "jd-level", closed=False)
        canvas.curve(line, "jd-curve")
    for (x, y), score, lines in zip(points, scores, labels, strict=True):
        canvas.disc(x, y, DISC, f"jd-point jd-halo {score_class(score)}", score_text(score), SCORE)
        if lines:
            at = y - DISC - _LABEL - len(lines) * MOOD.line if score >= 0 else y + DISC + _LABEL
            canvas.text(x, at, lines, MOOD, align="middle")
    return middle - min(0, *scores) * _STEP + DISC + (_LABEL + max(below) if below else 0)


def phone(scene: Scene) -> Sheet:
    """Draw title, summary and feeling, stage by stage."""

    def blocks(index: int, stage: Stage) -> list[LayoutBlock | None]:
        text = Paragraph(scene, stage.summary, ROOM, BODY, "jd-muted") if stage.summary else None
        return [text, *(Mood(scene, feeling, ROOM) for feeling in first_feelings(stage))]

    return column(scene, blocks, gap=8, close=9)


def twin(scene: Scene) -> Twin:
    """Give stage by stage the summary and the feelings."""
    return Twin(scene.stage_entries(), (lanes.summaries(scene), lanes.moods(scene, first_feelings)))
