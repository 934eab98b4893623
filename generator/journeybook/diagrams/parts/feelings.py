"""Draw how it feels from stage to stage: a curve for each actor, from −2 to +2."""

from __future__ import annotations

from journeybook.diagrams.paint.canvas import Canvas, Point, straight
from journeybook.diagrams.paint.curve import smooth
from journeybook.diagrams.paint.styles import BODY, LABEL, MOOD, SCORE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.blocks import DISC, Paragraph
from journeybook.diagrams.parts.chevrons import Grid
from journeybook.diagrams.parts.scene import Scene, score_class, score_text
from journeybook.model.journey import Feeling, Stage
from journeybook.text.font import SLACK, width

PATTERNS = 4
"""How many patterns of lines and shapes of marks there are; more actors begin again with the first."""
_STEP = 26  # pixels between two scores
_APART = 32  # pixels between two marks in one stage, so that none covers another
_LABELLED = 86  # pixels for a mark with its label
_MOST = 600  # pixels to which feelings widen a column; with a score of them, marks move closer
_GAP = 8


def least_pitch(scene: Scene) -> float:
    """Give the pixels that a stage's column needs, so that all its feelings can be seen beside each other."""
    most = [_most(scene, actor) for actor in lanes.feeling_actors(scene)]
    return min(_MOST, 40 + _APART * sum(most) if len(most) > 1 else _LABELLED * sum(most))


def _most(scene: Scene, actor: str | None) -> int:
    """Count how many feelings an actor has in one stage, at most."""
    return max(len(_felt(stage, actor)) for stage in scene.journey.stages)


def _felt(stage: Stage, actor: str | None) -> list[Feeling]:
    """Give what an actor feels in a stage, in the author's order."""
    return [feeling for feeling in stage.feelings if feeling.actor == actor]


class Feelings:
    """A chart of how it feels, across all stages of a map.

    With one actor, labels stand at their points. With several, each has a line and marks of its own, a legend names
    them, and the labels stand below the chart in their stage's column. Several feelings of one actor in one stage
    stand beside each other, in their order.
    """

    def __init__(self, scene: Scene, grid: Grid, room: float) -> None:
        self._scene, self._grid = scene, grid
        self._actors = lanes.feeling_actors(scene)
        self._most = [_most(scene, actor) for actor in self._actors]
        self._room = room - 2 * _GAP - 6
        over, under = self._labels_high(over=True), self._labels_high(over=False)
        self._zero = self._legend_high + over + DISC + 2 * _STEP
        self._end = self._zero + 2 * _STEP + DISC + under
        self.height = self._end + self._notes_high

    @property
    def _several(self) -> bool:
        return len(self._actors) > 1

    @property
    def _legend_high(self) -> float:
        return LABEL.line + 18 if self._several else 0

    @property
    def _notes_high(self) -> float:
        notes = [sum(note.height + 4 for _, note in self._notes(place)) for place in range(self._grid.per_row)]
        return max(notes) + 14 if any(notes) else 0

    def _labels_high(self, *, over: bool) -> float:
        """Give the pixels that labels above or below their points need beyond the chart itself."""
        if self._several:
            return 0
        needs = [0.0]
        for place, stage in enumerate(self._scene.journey.stages):
            for feeling in stage.feelings:
                if feeling.label and (feeling.score >= 0) == over:
                    room = (2 - abs(feeling.score)) * _STEP
                    needs.append(len(self._lines(place, feeling)) * MOOD.line + _GAP - room)
        return max(needs)

    def _lines(self, place: int, feeling: Feeling) -> list[str]:
        """Break a label into lines at its point; the feelings of a stage share its column."""
        room = max(_GAP, self._grid.pitch / len(self._scene.journey.stages[place].feelings) - 2 * _GAP)
        return self._scene.lines(feeling.label or "", room, MOOD)

    def _notes(self, place: int) -> list[tuple[int, Paragraph]]:
        """Give what stands below the chart for a stage: the actor's number and the label."""
        if not self._several:
            return []
        feelings = self._scene.journey.stages[place].feelings
        return [(self._actors.index(f.actor), Paragraph(self._scene, f.label, self._room)) for f in feelings if f.label]

    def _points(self, number: int, place: int) -> list[tuple[Feeling, Point]]:
        """Give what an actor feels in a stage, and where each mark has its middle."""
        felt = _felt(self._scene.journey.stages[place], self._actors[number])
        middle = (place + 0.5) * self._grid.pitch + self._beside(number)
        apart = self._apart if self._several else self._grid.pitch / max(1, len(felt))
        return [
            (feeling, (middle + (nth - (len(felt) - 1) / 2) * apart, self._zero - feeling.score * _STEP))
            for nth, feeling in enumerate(felt)
        ]

    @property
    def _apart(self) -> float:
        """Pixels between two marks in one stage, where there are several actors."""
        return min(_APART, (self._grid.pitch - 40) / sum(self._most))

    def _beside(self, number: int) -> float:
        """Give how far an actor's marks stand beside the middle of a stage, in pixels."""
        before, own = sum(self._most[:number]), self._most[number]
        return (before + (own - sum(self._most)) / 2) * self._apart

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        self._levels(canvas, y)
        for number in range(len(self._actors)):
            self._curve(canvas, y, number)
        if self._several:
            self._legend(canvas, x, y)
        for place in range(self._grid.per_row):  # stage by stage, as they are read
            self._marks(canvas, y, place)

    def _levels(self, canvas: Canvas, y: float) -> None:
        for score in (2, 0, -2):
            level = y + self._zero - score * _STEP
            classes = "jd-level" if score == 0 else "jd-rule"
            canvas.outline([(0, level), (canvas.width, level)], classes, closed=False)

    def _curve(self, canvas: Canvas, y: float, number: int) -> None:
        found = (point for place in range(self._grid.per_row) for _, point in self._points(number, place))
        points = [(x, high + y) for x, high in found]
        if len(points) < 2:
            return
        line = smooth(points)
        if not self._several:
            down, along = (points[-1][0], y + self._zero), (points[0][0], y + self._zero)
            area = [*straight(points[-1], down), *straight(down, along), *straight(along, points[0])]
            canvas.curve([*line, *area], "jd-area")
        canvas.curve(line, f"jd-curve jd-line-{number % PATTERNS + 1}")

    def _legend(self, canvas: Canvas, x: float, y: float) -> None:
        for number, actor in enumerate(self._actors):
            middle = y + LABEL.line / 2
            canvas.outline([(x, middle), (x + 34, middle)], f"jd-curve jd-line-{number % PATTERNS + 1}", closed=False)
            mark(canvas, x + 17, middle, 6, number, "jd-mark")
            name = self._scene.journey.actor_title(actor) if actor else "–"
            lines = self._scene.lines(name, 160, LABEL)[:1]
            canvas.text(x + 42, y, lines, LABEL, "jd-muted")
            x += 42 + width(lines[0], LABEL) * SLACK + 24

    def _marks(self, canvas: Canvas, y: float, place: int) -> None:
        for number in range(len(self._actors)):
            for feeling, (x, high) in self._points(number, place):
                self._mark(canvas, place, number, feeling, (x, y + high))
        left, at = place * self._grid.pitch + self._grid.indent(place), y + self._end + 14
        for number, note in self._notes(place):
            mark(canvas, left + 6, at + BODY.line / 2, 6, number, "jd-mark")
            note.draw(canvas, left + 2 * _GAP + 6, at)
            at += note.height + 4

    def _mark(self, canvas: Canvas, place: int, number: int, feeling: Feeling, at: Point) -> None:
        x, middle = at
        mark(canvas, x, middle, DISC, number, f"jd-point jd-halo {score_class(feeling.score)}")
        canvas.text(x, middle - SCORE.line / 2, [score_text(feeling.score)], SCORE, "jd-on-mark", "middle")
        if feeling.label and not self._several:
            lines = self._lines(place, feeling)
            over = middle - DISC - _GAP - len(lines) * MOOD.line
            canvas.text(x, over if feeling.score >= 0 else middle + DISC + _GAP, lines, MOOD, align="middle")


def mark(canvas: Canvas, x: float, y: float, radius: float, number: int, classes: str) -> None:
    """Draw an actor's mark: a disc, a square, a diamond or a triangle, all of about the same size."""
    match number % PATTERNS:
        case 0:
            canvas.disc(x, y, radius, classes)
        case 1:
            side = radius * 0.92
            canvas.box(x - side, y - side, 2 * side, 2 * side, classes)
        case 2:
            far = radius * 1.3
            canvas.outline([(x, y - far), (x + far, y), (x, y + far), (x - far, y)], classes)
        case _:
            wide, low = radius * 1.35, radius * 1.05
            canvas.outline([(x, y - 1.35 * radius), (x + wide, y + low), (x - wide, y + low)], classes)
