"""The vision: a road from what is achieved over today to the goal, with a card for each stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas, Point, straight
from journeybook.diagrams.paint.styles import LABEL, TITLE_PHONE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.cards import DISC, TOP, StageCard, when
from journeybook.diagrams.parts.eras import Era, eras
from journeybook.diagrams.parts.eras import row as era_row
from journeybook.diagrams.parts.markers import HALO, draw_marker, reach
from journeybook.diagrams.parts.road import EDGE, Plan, joined, parts, plan
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.diagrams.parts.years import YearAxis, years
from journeybook.model.journey import Horizon, Stage
from journeybook.problems import say
from journeybook.text.font import SLACK

_CLEAR = 32  # pixels between a card and the nearest marker's middle beside it
_ROWS, _FIELDS = 36, 14  # pixels between two rows, and where these have fields behind them
_PAD = 10  # pixels between the edge of a field and its name
_YEARS = 44  # pixels above the years: their scale is time, that of the road and its fields is not
_SIDE = 12  # pixels between cards and the side, on a phone
_ROAD, _CARDS, _GAP = 22, 50, 18  # on a phone: the road's middle, where cards begin, pixels between two of them


def desk(scene: Scene, width: float) -> Sheet:
    """Draw a road that rises from left to right; with many stages it winds upwards in rows, there and back.

    Behind it are the fields of past, today and future, and below it the years.
    """
    canvas, stages = scene.canvas(width), scene.journey.stages
    way, axis = plan(len(stages), width), years(scene)
    cards = [StageCard(scene, index, way.card) for index in range(len(stages))]
    stick = min(way.rise, 34) + _CLEAR  # from a marker's middle to its card; its neighbours stand nearer by the rise
    fields = _Fields(scene, way, width)
    ys: dict[int, float] = {}
    y = float(EDGE)
    for number, row in reversed(list(enumerate(way.split()))):
        found, bottom = _row(way, [card.height + stick for card in cards], row, y + fields.above)
        ys |= dict(zip(row, found, strict=True))
        fields.draw(canvas, number, y, bottom + fields.below)
        y = bottom + fields.below + (_FIELDS if fields.below else _ROWS)
    markers = [(way.x(index), ys[index]) for index in range(len(stages))]
    _draw_road(canvas, stages, parts(way, markers, width))
    for index, (x, at) in enumerate(markers):
        side = -1 if way.is_above(index) else 1
        edge = at + side * stick
        canvas.outline([(x, at + side * reach(stages[index].horizon)), (x, edge)], "jd-line", closed=False)
        draw_marker(canvas, x, at, stages[index].horizon, scene.colour(index))
        cards[index].draw(canvas, x - way.card / 2, edge - cards[index].height if side < 0 else edge)
    return Sheet(canvas, _draw_years(canvas, axis, y - (_FIELDS if fields.below else _ROWS) + EDGE))


def _draw_years(canvas: Canvas, axis: YearAxis | None, end: float) -> int:
    """Draw the years below everything that ends at `end`; give where the drawing ends."""
    if not axis:
        return ceil(end)
    axis.draw(canvas, end + _YEARS)
    return ceil(end + _YEARS + axis.height(canvas.width))


class _Fields:
    """The fields behind the rows of a road, each with its name in a strip below the cards of its row."""

    def __init__(self, scene: Scene, way: Plan, width: float) -> None:
        self._scene, self._way, self._width = scene, way, width
        self._eras = eras(scene)
        self._parts = [list(self._of(row)) for row in way.split()]
        names = [era.lines(scene, end - start - 2 * _PAD) for row in self._parts for era, start, end in row]
        self.below = max((len(name) for name in names), default=0) * LABEL.line + 2 * _PAD if names else 0.0
        self.above = _PAD if names else 0.0

    def _of(self, row: range) -> Iterator[tuple[Era, float, float]]:
        """Give the eras of a row, from where to where across."""
        for era in self._eras:
            first, last = max(era.first, row.start), min(era.end, row.stop) - 1
            if first > last:
                continue
            ends = [self._edge(first, -1, row), self._edge(last, 1, row)]
            yield era, min(ends), max(ends)

    def _edge(self, index: int, side: int, row: range) -> float:
        """Give the edge of a field before or after a stage: halfway to its neighbour, or at the side of the drawing."""
        way = self._way
        back = (index // way.per_row) % 2 == 1
        if index + side not in row:
            return self._width if (side > 0) != back else 0.0
        return (way.x(index) + way.x(index + side)) / 2

    def draw(self, canvas: Canvas, number: int, top: float, bottom: float) -> None:
        """Draw the fields of a row from `top` to `bottom`, each with its name, wherever it began."""
        for era, start, end in self._parts[number]:
            canvas.box(start, top, end - start, bottom - top, era.looks)
            name = era.lines(self._scene, end - start - 2 * _PAD)
            canvas.text(start + _PAD, bottom - _PAD - len(name) * LABEL.line, name, LABEL, "jd-muted")


def _row(way: Plan, heights: Sequence[float], row: range, top: float) -> tuple[list[float], float]:
    """Give where the markers of a row that begins at `top` stand, and where the row ends."""
    rises = [-way.rise * place for place in range(len(row))]
    above = [heights[index] if way.is_above(index) else HALO for index in row]
    below = [HALO if way.is_above(index) else heights[index] for index in row]
    first = top + max(high - rise for high, rise in zip(above, rises, strict=True))
    return [first + rise for rise in rises], first + max(map(sum, zip(rises, below, strict=True)))


def phone(scene: Scene) -> Sheet:
    """Draw a road that runs down beside a column of cards, through the fields of past, today and future."""
    canvas, stages = scene.canvas(PHONE_WIDTH), scene.journey.stages
    cards = [StageCard(scene, index, PHONE_WIDTH - _CARDS - _SIDE, TITLE_PHONE) for index in range(len(stages))]
    found = {era.first: era for era in eras(scene)}
    tops: list[float] = []
    y = float(EDGE)
    for index, card in enumerate(cards):
        if index in found:
            y = _draw_era(scene, canvas, found[index], y, cards)
        tops.append(y)
        y += card.height + _GAP
    markers = [(float(_ROAD), top + TOP + DISC) for top in tops]
    way = [(float(_ROAD), EDGE + 2.0), *markers]
    _draw_road(canvas, stages, [[start, *straight(start, end)] for start, end in pairwise(way)])
    for index, ((x, at), top) in enumerate(zip(markers, tops, strict=True)):
        canvas.outline([(x + reach(stages[index].horizon), at), (_CARDS, at)], "jd-line", closed=False)
        draw_marker(canvas, x, at, stages[index].horizon, scene.colour(index))
        cards[index].draw(canvas, _CARDS, top)
    return Sheet(canvas, _draw_years(canvas, years(scene), tops[-1] + cards[-1].height + EDGE + (_PAD if found else 0)))


def _draw_era(scene: Scene, canvas: Canvas, era: Era, y: float, cards: Sequence[StageCard]) -> float:
    """Draw the field of an era with its name above its cards; give where these begin."""
    name = era.lines(scene, (PHONE_WIDTH - _CARDS) / SLACK)
    head = _PAD + len(name) * LABEL.line + 6
    inside = sum(card.height + _GAP for card in cards[era.first : era.end]) - _GAP + _PAD
    canvas.box(0, y, PHONE_WIDTH, head + inside, era.looks)
    canvas.text(_CARDS, y + _PAD, name, LABEL, "jd-muted")
    return y + head


def _draw_road(canvas: Canvas, stages: Sequence[Stage], ways: Sequence[Sequence[Point]]) -> None:
    """Draw the road: `ways` lead to each stage; as far as one has come they are solid, from there on dotted."""
    come = _come(stages)
    if ahead := ways[come:]:
        canvas.curve(joined(ahead), "jd-ahead")
    if behind := ways[:come]:
        canvas.curve(joined(behind), "jd-behind")


def _come(stages: Sequence[Stage]) -> int:
    """Count the stages on the solid road: up to today or the last one achieved; all where no horizon is told."""
    reached = (Horizon.ACHIEVED, Horizon.TODAY)
    if not any(stage.horizon for stage in stages):
        return len(stages)
    return max((number for number, stage in enumerate(stages, 1) if stage.horizon in reached), default=0)


def twin(scene: Scene) -> Twin:
    """Give stage by stage which era begins, date and horizon, and the summary; before all, the years of the axis."""
    cells = ((Label(" · ".join(told)),) if (told := when(scene, stage)) else () for stage in scene.journey.stages)
    row, axis = Row(scene.say(say("When")), tuple(cells), named=False), years(scene)
    rows = [eras_row] if (eras_row := era_row(scene)) else []
    lead = (Label(axis.texts()),) if axis else ()
    return Twin(scene.stage_entries(), (*rows, row, lanes.summaries(scene)), lead=lead)
