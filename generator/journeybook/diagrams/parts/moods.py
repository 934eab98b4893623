"""A curve of how it feels along a row of stages, with the feelings at its points: on the overview and on the path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeybook.diagrams.paint.canvas import Canvas, straight
from journeybook.diagrams.paint.curve import smooth
from journeybook.diagrams.paint.styles import MOOD, NUMBER, SCORE
from journeybook.diagrams.parts.blocks import DISC
from journeybook.diagrams.parts.chevrons import Grid, NumberedStage
from journeybook.diagrams.parts.scene import Scene, first_feelings, score_class, score_text
from journeybook.diagrams.parts.sheet import PHONE_WIDTH
from journeybook.model.journey import Feeling, Stage
from journeybook.text.font import SLACK, width

_STEP = 26  # pixels between two scores
_LABEL = 10  # pixels between a score's disc and its label
_PHONE_STEP, _PHONE_DOT, _NUMBERS = 15, 6, 24  # pixels: on a phone, where points have no labels
_MOST_NUMBERS = 12  # on a phone; of more stages, the first and the last have theirs


class _Mood(NamedTuple):
    """A feeling, the middle of its mark across, and the pixels for its label."""

    feeling: Feeling
    x: float
    room: float


class MoodCurve:
    """The curve of a row, as high as its scores need; labels stand away from the line in the middle.

    `height` is 0 where no stage of the row has a feeling.
    """

    def __init__(self, scene: Scene, grid: Grid, places: Sequence[NumberedStage]) -> None:
        self._wide = len(places) * grid.pitch
        self._felt = [mood for place, (_, stage) in enumerate(places) for mood in _moods(grid, place, stage)]
        self._scores = [mood.feeling.score for mood in self._felt]
        self._labels = [
            scene.lines(mood.feeling.label, mood.room, MOOD) if mood.feeling.label else [] for mood in self._felt
        ]
        self._middle = max(0, *self._scores, 0) * _STEP + DISC + _LABEL + self._labels_high(above=True)
        self.height = self._end if self._felt else 0.0

    def _labels_high(self, *, above: bool) -> float:
        found = zip(self._scores, self._labels, strict=True)
        return max((len(lines) * MOOD.line for score, lines in found if (score >= 0) == above), default=0)

    @property
    def _end(self) -> float:
        below = self._labels_high(above=False) if min(self._scores) < 0 else None
        return self._middle - min(0, *self._scores, 0) * _STEP + DISC + (0 if below is None else _LABEL + below)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it from y down; x is 0."""
        middle = y + self._middle
        points = [(mood.x, middle - mood.feeling.score * _STEP) for mood in self._felt]
        if len(points) > 1:
            line = smooth(points)
            down, along = (points[-1][0], middle), (points[0][0], middle)
            area = [*straight(points[-1], down), *straight(down, along), *straight(along, points[0])]
            canvas.curve([*line, *area], "jd-area")
            canvas.outline([(0, middle), (self._wide, middle)], "jd-level", closed=False)
            canvas.curve(line, "jd-curve")
        for (at_x, at_y), score, lines in zip(points, self._scores, self._labels, strict=True):
            canvas.disc(at_x, at_y, DISC, f"jd-point jd-halo {score_class(score)}", score_text(score), SCORE)
            if lines:
                at = at_y - DISC - _LABEL - len(lines) * MOOD.line if score >= 0 else at_y + DISC + _LABEL
                canvas.text(at_x, at, lines, MOOD, align="middle")


def _moods(grid: Grid, place: int, stage: Stage) -> list[_Mood]:
    """Give the feelings of a stage, side by side in its column."""
    found = first_feelings(stage)
    share = grid.pitch / max(1, len(found))
    x = place * grid.pitch
    return [_Mood(feeling, x + (nth + 0.5) * share, max(8, share - 16)) for nth, feeling in enumerate(found)]


class MoodLine:
    """The curve of all stages across a phone, with their numbers below it; the feelings stand with their stages.

    `height` is 0 where it would be no more than a point.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene, self._stages = scene, list(enumerate(scene.journey.stages))
        grid = Grid(len(self._stages), 1, PHONE_WIDTH / len(self._stages))
        self._felt = [mood for place, stage in self._stages for mood in _moods(grid, place, stage)]
        scores = [0, *(mood.feeling.score for mood in self._felt)]
        self._middle = max(scores) * _PHONE_STEP + _PHONE_DOT + 4
        self._numbers = self._middle - min(scores) * _PHONE_STEP + _PHONE_DOT + 6
        self.height = self._numbers + _NUMBERS if len(self._felt) > 1 else 0.0

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it from y down, as wide as the phone."""
        middle = y + self._middle
        points = [(mood.x, middle - mood.feeling.score * _PHONE_STEP) for mood in self._felt]
        canvas.outline([(0, middle), (PHONE_WIDTH, middle)], "jd-level", closed=False)
        canvas.curve(smooth(points), "jd-curve")
        for (at_x, at_y), mood in zip(points, self._felt, strict=True):
            canvas.disc(at_x, at_y, _PHONE_DOT, f"jd-point jd-halo {score_class(mood.feeling.score)}")
        count = len(self._stages)
        for place in range(count) if count <= _MOST_NUMBERS else (0, count - 1):
            number = str(self._scene.nth(place))
            edge = width(number, NUMBER) * SLACK / 2
            number_x = min(max(edge, (place + 0.5) * PHONE_WIDTH / count), PHONE_WIDTH - edge)
            canvas.text(number_x, y + self._numbers, [number], NUMBER, "jd-muted", "middle")
