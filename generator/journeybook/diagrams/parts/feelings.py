"""Draw how it feels from stage to stage: a curve for each actor, from very bad to very good."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diagrams.paint.area import areas
from journeybook.diagrams.paint.canvas import Canvas, Point, straight
from journeybook.diagrams.paint.curve import smooth
from journeybook.diagrams.paint.styles import BODY, LABEL, MOOD, SCORE
from journeybook.diagrams.parts.blocks import DISC, Paragraph
from journeybook.diagrams.parts.matrix import MatrixGrid, cell_room
from journeybook.diagrams.parts.moments import Moment, feeling_actors, lowest, moments, step_of
from journeybook.diagrams.parts.scene import Scene, score_class, score_text
from journeybook.diagrams.parts.spots import RING, LabelSpot, Spots
from journeybook.problems import say
from journeybook.text.font import SLACK, width

PATTERNS = 4
"""How many patterns of lines and shapes of marks there are; more actors begin again with the first."""
BEST, WORST = say("very good"), say("very bad")
LOWEST = say("lowest moment")
_LABELLED = 3  # where a stage has more feelings than these, their labels stand below the chart
_EDGE = 22  # pixels at both edges of the chart that hold nothing but, on a phone, what its ends mean
_BEYOND = DISC + _EDGE  # pixels of the chart beyond the best and the worst score
_NAME = 220  # pixels for an actor's name
_GAP, _LEGEND, _TICK = 8, 26, 10
_SAMPLE = 34  # pixels of a line in the legend


class Feelings:
    """A chart of how it feels, across all stages of a map.

    The line of the one whose journey it is is strong, and the area between it and the line of 0 is filled. Labels stand
    at their points where a stage has a few and there is room, else below the chart in their stage's column.
    `Curves` names several actors.
    """

    def __init__(self, scene: Scene, grid: MatrixGrid) -> None:
        self._scene, self._grid = scene, grid
        self._actors = feeling_actors(scene)
        self._step = step_of(scene)
        self._moments = moments(scene, grid.pitch)
        self._curves = [self._curve(number) for number in range(len(self._actors))]
        self._spots = self._placed()
        rects = [spot.rect for spot in self._spots.values()]
        self._top = min([-2 * self._step - _BEYOND, *(rect[1] - _EDGE for rect in rects)])
        self._bottom = max([2 * self._step + _BEYOND, *(rect[3] + _EDGE for rect in rects)])
        self._notes = [self._noted(place) for place in range(grid.per_row)]
        below = [sum(note.height + 6 for note in notes) for notes in self._notes]
        self._zero = -self._top
        self.height = self._zero + self._bottom + (max(below) + 12 if any(below) else 0)

    def _curve(self, number: int) -> list[Point]:
        points = [(moment.x, moment.y) for moment in self._moments if moment.actor == number]
        return smooth(points) if len(points) > 1 else []

    def _placed(self) -> dict[int, LabelSpot]:
        """Find places for labels, by the moments' numbers; the lowest moment, which has most to say, comes first."""
        spots = Spots(self._scene, self._moments, [curve for curve in self._curves if curve], self._grid.pitch)
        found: dict[int, LabelSpot] = {}
        for number, moment in sorted(enumerate(self._moments), key=lambda one: not one[1].lowest):
            note = self._scene.say(LOWEST) if moment.lowest else ""
            crowd = len(self._scene.journey.stages[moment.place].feelings)
            label = (moment.feeling.label or "") if crowd <= _LABELLED else ""
            spot = spots.place(moment, label, note) if label or note else None
            if spot:
                found[number] = spot
        return found

    def _noted(self, place: int) -> list[_Note]:
        """Give what stands below the chart for a stage: what has no place in it."""
        found = []
        for number, moment in enumerate(self._moments):
            spot = self._spots.get(number)
            label = "" if spot and spot.lines else moment.feeling.label or ""
            note = self._scene.say(LOWEST) if moment.lowest and not spot else ""
            if moment.place == place and (label or note):
                text = " – ".join(part for part in (label, note) if part)
                found.append(_Note(self._scene, moment, text, cell_room(self._grid)))
        return found

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y; x is where the first stage begins."""
        zero = y + self._zero
        self._field(canvas, x, zero)
        self._ends(canvas, zero)
        self._areas(canvas, x, zero)
        for number in reversed(range(len(self._actors))):  # the strong line lies on the others
            self._line(canvas, x, zero, number)
        for place in range(self._grid.per_row):  # stage by stage, as they are read
            self._stage(canvas, x, zero, place)

    def _field(self, canvas: Canvas, x: float, zero: float) -> None:
        wide = self._grid.right - x
        canvas.box(x, zero + self._top, wide, -self._top, "jd-zone jd-above-zero")
        canvas.box(x, zero, wide, self._bottom, "jd-zone jd-below-zero")
        canvas.outline([(x, zero), (x + wide, zero)], "jd-zero", closed=False)
        for score in (2, -2):  # a line across would run through labels
            level = zero - score * self._step
            canvas.outline([(x, level), (x + _TICK, level)], "jd-zero jd-beside", closed=False)

    def _ends(self, canvas: Canvas, zero: float) -> None:
        """Say what the ends of the scale mean: in the column of names, or on a phone which way leads there.

        There they stand at the edges of the chart, where no label is, and not at the scores.
        """
        half = LABEL.line / 2
        for text, score, edge, way in ((BEST, 2, self._top + half + 2, "↑"), (WORST, -2, self._bottom - half - 2, "↓")):
            line = self._scene.line(self._scene.say(text), self._grid.left - 16, LABEL)
            for middle, shown, place in (
                (-score * self._step, line, "jd-beside"),
                (edge, f"{way} {line}", "jd-above"),
            ):
                canvas.text(0, zero + middle - half, [shown], LABEL, f"jd-head jd-muted jd-scale {place}")

    def _at(self, x: float, zero: float, number: int) -> list[Point]:
        return [(left + x, down + zero) for left, down in self._curves[number]]

    def _areas(self, canvas: Canvas, x: float, zero: float) -> None:
        """Fill what lies between the first line and that of 0, out to the edges of these stages."""
        curve = self._at(x, zero, 0)
        places = [moment.place for moment in self._moments if moment.actor == 0]
        if not curve:
            return
        start = (x + places[0] * self._grid.pitch, curve[0][1])
        end = (min(x + (places[-1] + 1) * self._grid.pitch, self._grid.right), curve[-1][1])
        whole = [start, *straight(start, curve[0]), *curve[1:], *straight(curve[-1], end)]
        for above, outline in areas(whole, zero):
            canvas.curve(outline, f"jd-area {'jd-above-zero' if above else 'jd-below-zero'}")

    def _line(self, canvas: Canvas, x: float, zero: float, number: int) -> None:
        curve = self._at(x, zero, number)
        if curve:
            canvas.curve(curve, _look(number))

    def _stage(self, canvas: Canvas, x: float, zero: float, place: int) -> None:
        here = [(number, moment) for number, moment in enumerate(self._moments) if moment.place == place]
        for number, moment in here:
            self._moment(canvas, x, zero, moment, self._spots.get(number))
        for _, moment in here:
            if moment.lowest:
                canvas.disc(x + moment.x, zero + moment.y, RING, "jd-lowest")
        at = zero + self._bottom + 12
        for note in self._notes[place]:
            note.draw(canvas, self._grid.x(place) + self._grid.indent(place), at)
            at += note.height + 6

    def _moment(self, canvas: Canvas, x: float, zero: float, moment: Moment, spot: LabelSpot | None) -> None:
        score_mark(canvas, x + moment.x, zero + moment.y, moment)
        if spot:
            top = zero + spot.top
            if spot.note:
                canvas.text(x + spot.x, top, [spot.note], LABEL, "jd-low", spot.align)
                top += LABEL.line
            if spot.lines:
                canvas.text(x + spot.x, top, spot.lines, MOOD, align=spot.align)


class Curves:
    """Whose each curve is, in rows of at most `room` pixels."""

    def __init__(self, scene: Scene, room: float) -> None:
        self._placed: list[tuple[float, float, str]] = []
        x = y = self.across = 0.0
        for actor in feeling_actors(scene):
            line = scene.line(scene.journey.actor_title(actor) if actor else "–", _NAME, LABEL)
            wide = _SAMPLE + _GAP + width(line, LABEL) * SLACK
            if x and x + wide > room:
                x, y = 0, y + _LEGEND
            self._placed.append((x, y, line))
            self.across = max(self.across, x + wide)
            x += wide + 24
        self.height = y + LABEL.line

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for number, (left, top, line) in enumerate(self._placed):
            middle = y + top + LABEL.line / 2
            ends = [(x + left, middle), (x + left + _SAMPLE, middle)]
            canvas.outline(ends, _look(number), closed=False)
            mark(canvas, x + left + _SAMPLE / 2, middle, 6, number, "jd-mark")
            canvas.text(x + left + _SAMPLE + _GAP, y + top, [line], LABEL, "jd-muted")


def curves(scene: Scene, room: float) -> Curves | None:
    """Give the legend of the curves; None where there is one curve."""
    return Curves(scene, room) if len(feeling_actors(scene)) > 1 else None


def _look(number: int) -> str:
    return f"jd-curve jd-line-{number % PATTERNS + 1} {'jd-thin' if number else 'jd-strong'}"


class _Note:
    """A feeling below the chart: its mark, and its label."""

    def __init__(self, scene: Scene, moment: Moment, text: str, room: float) -> None:
        self._moment, self._text = moment, Paragraph(scene, text, room - 2 * DISC - _GAP)
        self.height = max(2.0 * DISC, self._text.height + 5)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        score_mark(canvas, x + DISC, y + DISC, self._moment, "jd-noted")
        self._text.draw(canvas, x + 2 * DISC + _GAP, y + DISC - BODY.line / 2)


def score_mark(canvas: Canvas, x: float, y: float, moment: Moment, classes: str = "") -> None:
    """Draw a moment's mark, with the score in it."""
    score = moment.feeling.score
    mark(canvas, x, y, DISC, moment.actor, f"jd-point jd-halo {score_class(score)}")
    canvas.text(x, y - SCORE.line / 2, [score_text(score)], SCORE, f"jd-on-mark {classes}", "middle")


def mark(canvas: Canvas, x: float, y: float, radius: float, number: int, classes: str) -> None:
    """Draw an actor's mark: a disc, a square, a diamond or a hexagon, all of about the same size."""
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
            wide, half, high = radius * 1.4, radius * 0.75, radius * 0.95
            corners = [(wide, 0), (half, high), (-half, high), (-wide, 0), (-half, -high), (half, -high)]
            canvas.outline([(x + right, y + down) for right, down in corners], classes)


def felt(scene: Scene) -> Iterator[tuple[str, ...]]:
    """Say the feelings of each stage in words, as a twin does, with whose they are and which is the lowest."""
    several, low = len(feeling_actors(scene)) > 1, lowest(scene)
    for stage in scene.journey.stages:
        found = []
        for feeling in stage.feelings:
            whose = scene.journey.actor_title(feeling.actor) if several and feeling.actor else ""
            more = ", ".join(part for part in (whose, scene.say(LOWEST) if feeling is low else "") if part)
            parts = (score_text(feeling.score), feeling.label or "", f"({more})" if more else "")
            found.append(" ".join(filter(None, parts)))
        yield tuple(found)
