"""The vision: a road from what is achieved over today to the goal, with a card for each stage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas, Point, straight
from journeybook.diagrams.paint.styles import TITLE_PHONE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.cards import DISC, TOP, StageCard, when
from journeybook.diagrams.parts.markers import HALO, draw_marker, reach
from journeybook.diagrams.parts.road import EDGE, Plan, joined, parts, plan
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.journey import Horizon, Stage
from journeybook.problems import say

_CLEAR = 32  # pixels between a card and the nearest marker's middle beside it
_ROWS = 36  # pixels between two rows
_ROAD, _CARDS, _GAP = 22, 50, 18  # on a phone: the road's middle, where cards begin, pixels between two of them


def desk(scene: Scene, width: float) -> Sheet:
    """Draw a road that rises from left to right; with many stages it runs on in rows, there and back."""
    canvas, stages = scene.canvas(width), scene.journey.stages
    way = plan(len(stages), width)
    cards = [StageCard(scene, index, way.card) for index in range(len(stages))]
    stick = min(way.rise, 34) + _CLEAR  # from a marker's middle to its card; its neighbours stand nearer by the rise
    ys: list[float] = []
    y = float(EDGE)
    for row in way.split():
        found, bottom = _row(way, [card.height + stick for card in cards], row, y)
        ys, y = [*ys, *found], bottom + _ROWS
    markers = [(way.x(index), at) for index, at in enumerate(ys)]
    _draw_road(canvas, stages, parts(way, markers, width))
    for index, (x, at) in enumerate(markers):
        side = -1 if way.is_above(index) else 1
        edge = at + side * stick
        canvas.outline([(x, at + side * reach(stages[index].horizon)), (x, edge)], "jd-line", closed=False)
        draw_marker(canvas, x, at, stages[index].horizon, scene.colour(index))
        cards[index].draw(canvas, x - way.card / 2, edge - cards[index].height if side < 0 else edge)
    return Sheet(canvas, ceil(y - _ROWS + EDGE))


def _row(way: Plan, heights: Sequence[float], row: range, top: float) -> tuple[list[float], float]:
    """Give where the markers of a row that begins at `top` stand, and where the row ends."""
    rises = [-way.rise * place for place in range(len(row))]
    above = [heights[index] if way.is_above(index) else HALO for index in row]
    below = [HALO if way.is_above(index) else heights[index] for index in row]
    first = top + max(high - rise for high, rise in zip(above, rises, strict=True))
    return [first + rise for rise in rises], first + max(map(sum, zip(rises, below, strict=True)))


def phone(scene: Scene) -> Sheet:
    """Draw a road that runs down beside a column of cards."""
    canvas, stages = scene.canvas(PHONE_WIDTH), scene.journey.stages
    cards = [StageCard(scene, index, PHONE_WIDTH - _CARDS - EDGE, TITLE_PHONE) for index in range(len(stages))]
    tops = [EDGE + sum(card.height + _GAP for card in cards[:index]) for index in range(len(cards))]
    markers = [(float(_ROAD), top + TOP + DISC) for top in tops]
    way = [(float(_ROAD), EDGE + 2.0), *markers]
    _draw_road(canvas, stages, [[start, *straight(start, end)] for start, end in pairwise(way)])
    for index, ((x, y), top) in enumerate(zip(markers, tops, strict=True)):
        canvas.outline([(x + reach(stages[index].horizon), y), (_CARDS, y)], "jd-line", closed=False)
        draw_marker(canvas, x, y, stages[index].horizon, scene.colour(index))
        cards[index].draw(canvas, _CARDS, top)
    return Sheet(canvas, ceil(tops[-1] + cards[-1].height + EDGE))


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
    """Give stage by stage date and horizon, and the summary."""
    cells = ((Label(" · ".join(told)),) if (told := when(scene, stage)) else () for stage in scene.journey.stages)
    row = Row(scene.say(say("When")), tuple(cells), named=False)
    return Twin(scene.stage_entries(), (row, lanes.summaries(scene)))
