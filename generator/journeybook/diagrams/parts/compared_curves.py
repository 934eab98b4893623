"""Draw how it feels as it is and how it should feel: two curves over the same stages, from −2 to +2."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.paint.canvas import Canvas, Point
from journeybook.diagrams.paint.curve import smooth
from journeybook.diagrams.paint.styles import BODY, LABEL, SCORE
from journeybook.diagrams.parts import compared_labels as labels
from journeybook.diagrams.parts.blocks import DISC, Paragraph
from journeybook.diagrams.parts.chevrons import Grid
from journeybook.diagrams.parts.scene import Scene, score_class, score_text
from journeybook.model.comparison import ComparedStage, Comparison
from journeybook.model.journey import Feeling
from journeybook.text.font import SLACK, width

_STEP = 26  # pixels between two scores
_APART = 34  # pixels between two marks of one stage
_SAMPLE = 34  # pixels of a line in the legend
_SMALL = 5  # radius of the marks beside labels, in pixels


class ComparedCurves:
    """Both curves over the columns of one row of stages, and below them the feelings in words."""

    def __init__(
        self,
        scene: Scene,
        comparison: Comparison,
        grid: Grid,
        stages: Sequence[ComparedStage],
        rooms: Sequence[float],
    ) -> None:
        self._scene, self._grid = scene, grid
        self._felt = [
            (comparison.feelings(one.was, now=False), comparison.feelings(one.now, now=True)) for one in stages
        ]
        self._notes = [
            [
                (now, Paragraph(scene, f.label, room - 2 * _SMALL - 8))
                for now in (False, True)
                for f in felt[now]
                if f.label
            ]
            for felt, room in zip(self._felt, rooms, strict=True)
        ]
        self._notes_high = max(sum(note.height + 4 for _, note in notes) for notes in self._notes)
        self._chart = 2 * DISC + 4 * _STEP
        self.height = self._chart + (self._notes_high + 12 if self._notes_high else 0)

    def __bool__(self) -> bool:
        """Tell whether anything is felt."""
        return any(felt for pair in self._felt for felt in pair)

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw them with their top at y."""
        zero = y + DISC + 2 * _STEP
        for score in (2, 0, -2):
            ends = [(0.0, zero - score * _STEP), (canvas.width, zero - score * _STEP)]
            canvas.outline(ends, "jd-rule" if score else "jd-level", closed=False)
        for now in (False, True):
            line = [point for column in range(len(self._felt)) for _, point in self._points(column, zero, now=now)]
            if len(line) > 1:
                canvas.curve(smooth(line), "jd-curve jd-becomes" if now else "jd-curve jd-today")
        for column in range(len(self._felt)):
            for now in (False, True):
                for feeling, (x, middle) in self._points(column, zero, now=now):
                    score_disc(canvas, x, middle, feeling.score, now=now)
            self._notes_of(canvas, column, y + self._chart + 12)

    def _points(self, column: int, zero: float, *, now: bool) -> list[tuple[Feeling, Point]]:
        """Give what is felt in a column and where its marks are: those of today first."""
        was, becomes = self._felt[column]
        count = len(was) + len(becomes)
        apart = min(_APART, (self._grid.pitch - 2 * DISC) / max(1, count))
        first = (column + 0.5) * self._grid.pitch - (count - 1) / 2 * apart + (len(was) * apart if now else 0)
        felt = becomes if now else was
        return [(one, (first + nth * apart, zero - one.score * _STEP)) for nth, one in enumerate(felt)]

    def _notes_of(self, canvas: Canvas, column: int, y: float) -> None:
        x = column * self._grid.pitch + self._grid.indent(column)
        for now, note in self._notes[column]:
            canvas.disc(x + _SMALL, y + BODY.line / 2, _SMALL, "jd-becomes-mark" if now else "jd-today-mark")
            note.draw(canvas, x + 2 * _SMALL + 8, y)
            y += note.height + 4


class ComparedMood:
    """A feeling as it is or, with `now`, as it should become: its score, and beside it its label."""

    gap = 8

    def __init__(self, scene: Scene, feeling: Feeling, room: float, *, now: bool) -> None:
        self._score, self._now = feeling.score, now
        self._label = Paragraph(scene, feeling.label, room - 2 * DISC - self.gap) if feeling.label else None
        self._offset = DISC - BODY.line / 2  # the first line stands at the disc's middle
        self.height = max(2 * DISC, self._label.height + 2 * self._offset if self._label else 0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        score_disc(canvas, x + DISC, y + DISC, self._score, now=self._now)
        if self._label:
            self._label.draw(canvas, x + 2 * DISC + self.gap, y + self._offset)


def score_disc(canvas: Canvas, x: float, y: float, score: int, *, now: bool) -> None:
    """Draw a score: in a ring as it is, in a filled disc as it should become."""
    classes = f"jd-point jd-halo {score_class(score)}" if now else "jd-today-point"
    canvas.disc(x, y, DISC, classes, score_text(score), SCORE)


def legend(scene: Scene, canvas: Canvas, room: float, y: float) -> float:
    """Draw which line and which mark is which, and give where it ends."""
    x = 0.0
    for now, text in ((False, labels.TODAY), (True, labels.BECOMES)):
        lines = scene.lines(scene.say(text), room - _SAMPLE - 8, LABEL)
        wide = _SAMPLE + 8 + max(width(line, LABEL) for line in lines) * SLACK
        if x and x + wide > room:
            x, y = 0.0, y + LABEL.line + 6
        middle = y + LABEL.line / 2
        canvas.outline([(x, middle), (x + _SAMPLE, middle)], _line(now=now), closed=False)
        canvas.disc(x + _SAMPLE / 2, middle, _SMALL, "jd-becomes-mark" if now else "jd-today-mark")
        canvas.text(x + _SAMPLE + 8, y, lines, LABEL, "jd-muted")
        x += wide + 24
    return y + LABEL.line


def _line(*, now: bool) -> str:
    return "jd-curve jd-becomes" if now else "jd-curve jd-today"
