"""The path: chevrons in a row, and below each what happens there; on a phone, a list along a line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import CHIP, CHIP_PHONE
from journeybook.diagrams.parts import lanes, nested, ways
from journeybook.diagrams.parts.blocks import Bullets, Chips, Labelled, LayoutBlock, Mood, Paragraph, tallest
from journeybook.diagrams.parts.branching import Flowchart, flowchart
from journeybook.diagrams.parts.chevrons import Chevrons, Grid, grid_of
from journeybook.diagrams.parts.column import ROOM, column
from journeybook.diagrams.parts.heads import Heads, columns_of, onward
from journeybook.diagrams.parts.moods import MoodCurve, MoodLine
from journeybook.diagrams.parts.scene import Scene, first_feelings
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Twin
from journeybook.model.journey import Feeling, Stage
from journeybook.model.views.map import Lane
from journeybook.model.views.path import PathView

_GUTTER, _SECTION, _ROW = 22, 18, 44
Bands = list[LayoutBlock | None]
_WIDEST = 440  # pixels: lines longer than some 65 letters are hard to read


def desk(scene: Scene, width: float) -> Sheet:
    """Draw rows of chevrons; what stands below them is aligned across each row.

    Where the journey branches, a flowchart shows the ways, and headings take the place of the chevrons.
    """
    canvas = scene.canvas(width)
    chart, curved = flowchart(scene, width), _curved(scene)
    if chart and _silent(scene):
        return _alone(chart, canvas)
    branched = ways.branches(scene.journey)
    grid = columns_of(scene, width) if branched else grid_of(scene, width)
    y, breaks = 0.0, [0.0]
    if chart:
        chart.draw(canvas, 0, 0)
        y = chart.height + _ROW
    for places in grid.split(scene.journey.stages):
        heads = (Heads if branched else Chevrons)(scene, grid, places)
        bands = [_bands(scene, *place, min(grid.pitch - _GUTTER, _WIDEST), told=bool(chart)) for place in places]
        curve = MoodCurve(scene, grid, places) if curved else None
        breaks += [y - _ROW / 2] if y else []
        y = _row(canvas, grid, heads, curve, bands, y) + _ROW
    return Sheet(canvas, ceil(y - _ROW + 2), breaks=tuple(breaks))


def _silent(scene: Scene) -> bool:
    """Tell whether there is nothing to stand below any stage."""
    stages = enumerate(scene.journey.stages)
    return not any(block for index, stage in stages for block in _bands(scene, index, stage, _WIDEST, told=True))


def _alone(chart: Flowchart, canvas: Canvas) -> Sheet:
    chart.draw(canvas, 0, 0)
    return Sheet(canvas, ceil(chart.height + 2))


def _curved(scene: Scene) -> bool:
    """Tell whether the view has a curve of how it feels, in place of the feelings one by one."""
    return scene.settings("path", PathView).feelings and scene.journey.feels


def _row(
    canvas: Canvas, grid: Grid, heads: Chevrons | Heads, curve: MoodCurve | None, bands: list[Bands], top: float
) -> float:
    heights = [tallest(band) for band in zip(*bands, strict=True)]
    first = top + heads.height + 16
    if curve and curve.height:
        curve.draw(canvas, 0, first)
        first += curve.height + _SECTION
    for place, blocks in enumerate(bands):
        heads.draw_one(canvas, 0, top, place)
        y = first
        for block, height in zip(blocks, heights, strict=True):
            if block:
                block.draw(canvas, place * grid.pitch, y)
            y += height + _SECTION if height else 0
    heads.draw_next(canvas, 0, top)
    return first + sum(height + _SECTION for height in heights if height) - _SECTION


def _bands(scene: Scene, index: int, stage: Stage, room: float, *, told: bool, phone: bool = False) -> Bands:
    """Give what stands below a chevron: feeling, touchpoints (or the summary where no stage has any), then links.

    Links lead to activities and to a nested journey; where the way goes on is last, unless a flowchart has `told` it.
    Where a curve tells the feelings, a wide drawing has none here.
    """
    links = (
        _activities(scene, index, stage, room, phone=phone),
        _chips(scene, index, nested.entries(scene, stage), room, phone=phone),
    )
    shown = [link for link in links if link]
    return [
        None if _curved(scene) and not phone else _moods(scene, stage, room),
        _touchpoints(scene, index, stage, room),
        nested.Stack(shown) if shown else None,
        None if told else onward(scene, index, room),
    ]


def _moods(scene: Scene, stage: Stage, room: float) -> LayoutBlock | None:
    felt = [Mood(scene, feeling, room) for feeling in _felt(scene, stage)]
    return nested.Stack(felt) if felt else None


def _felt(scene: Scene, stage: Stage) -> list[Feeling]:
    """Give the feelings that are shown of a stage: its first, with a curve all that the same actor feels there."""
    return first_feelings(stage) if _curved(scene) else list(stage.feelings[:1])


def _touchpoints(scene: Scene, index: int, stage: Stage, room: float) -> LayoutBlock | None:
    texts = [entry.text for entry in _few(scene, stage, Lane.TOUCHPOINTS)]
    if texts:
        label = lanes.name(scene, Lane.TOUCHPOINTS)
        return Labelled(scene, label, room, Bullets(scene, texts, room, scene.colour(index)))
    return Paragraph(scene, stage.summary, room, classes="jd-muted") if _bare(scene) and stage.summary else None


def _bare(scene: Scene) -> bool:
    """Tell whether summaries stand where no stage has a touchpoint."""
    return not any(stage.touchpoints for stage in scene.journey.stages)


def _activities(scene: Scene, index: int, stage: Stage, room: float, *, phone: bool) -> LayoutBlock | None:
    chips = _chips(scene, index, _few(scene, stage, Lane.ACTIVITIES), room, phone=phone)
    return Labelled(scene, lanes.name(scene, Lane.ACTIVITIES), room, chips, 8) if chips else None


def _chips(scene: Scene, index: int, found: Sequence[Label], room: float, *, phone: bool) -> Chips | None:
    """Give links as chips of one width below each other."""
    links = [(entry.text, entry.address or "") for entry in found]
    style, least = (CHIP_PHONE, 44) if phone else (CHIP, 28)
    return Chips(scene, links, room, scene.colour(index), style, least, even=True) if links else None


def _few(scene: Scene, stage: Stage, lane: Lane) -> list[Label]:
    return lanes.few(scene, stage, lanes.entries(scene, stage, lane))


def phone(scene: Scene) -> Sheet:
    """Draw a numbered list along a line, in one column; below a flowchart where the journey branches."""
    chart = flowchart(scene, PHONE_WIDTH, phone=True)
    if chart and _silent(scene):
        return _alone(chart, scene.canvas(PHONE_WIDTH))

    def blocks(index: int, stage: Stage) -> Bands:
        return _bands(scene, index, stage, ROOM, told=bool(chart), phone=True)

    curve = MoodLine(scene) if _curved(scene) else None
    leads: list[LayoutBlock] = [block for block in (chart, curve) if block and block.height]
    lead = nested.Stack(leads) if leads else None
    return column(scene, blocks, lead=lead, line=not ways.branches(scene.journey))


def twin(scene: Scene) -> Twin:
    """Give stage by stage its feelings, where the way goes on, its touchpoints (or its summary), its activities."""
    rows = [lanes.row(scene, Lane.TOUCHPOINTS, lanes.MOST), lanes.row(scene, Lane.ACTIVITIES, lanes.MOST)]
    if _bare(scene):
        rows[0] = lanes.summaries(scene)
    moods = lanes.moods(scene, lambda stage: _felt(scene, stage))
    found = (moods, ways.row(scene), *rows, nested.row(scene))
    return Twin(scene.stage_entries(), tuple(row for row in found if row))
