"""The path: chevrons in a row, and below each what happens there; on a phone, a list along a line."""

from __future__ import annotations

from math import ceil

from journeybook.diagrams import lanes
from journeybook.diagrams.blocks import Block, Bullets, Chips, Labelled, Mood, Paragraph, tallest
from journeybook.diagrams.canvas import Canvas
from journeybook.diagrams.chevrons import Chevrons, Grid, Place, grid_of
from journeybook.diagrams.column import ROOM, column
from journeybook.diagrams.scene import Scene, stage_class
from journeybook.diagrams.shapes import Sheet
from journeybook.diagrams.styles import CHIP, CHIP_PHONE
from journeybook.diagrams.twin import Entry, Twin
from journeybook.model.journey import Stage
from journeybook.model.views import Lane

_GUTTER, _SECTION, _ROW = 22, 18, 44
_WIDEST = 440  # pixels: lines longer than some 65 letters are hard to read


def desk(scene: Scene, width: float) -> Sheet:
    """Rows of chevrons; what stands below them is aligned across each row."""
    canvas = scene.canvas(width)
    grid = grid_of(scene, width)
    y = 0.0
    for places in grid.split(scene.journey.stages):
        y = _row(scene, canvas, grid, places, y) + _ROW
    return Sheet(canvas, ceil(y - _ROW + 2))


def _row(scene: Scene, canvas: Canvas, grid: Grid, places: list[Place], top: float) -> float:
    chevrons = Chevrons(scene, grid, places)
    room = min(grid.pitch - _GUTTER, _WIDEST)
    bands = [_bands(scene, index, stage, room) for index, stage in places]
    heights = [tallest(column[band] for column in bands) for band in range(3)]
    for place, (index, _) in enumerate(places):
        chevrons.draw_one(canvas, 0, top, place)
        y = top + chevrons.height + 16
        for block, height in zip(bands[place], heights, strict=True):
            if block:
                block.draw(canvas, place * grid.pitch + grid.indent(index), y)
            y += height + _SECTION if height else 0
    chevrons.draw_next(canvas, 0, top)
    return top + chevrons.height + 16 + sum(height + _SECTION for height in heights if height) - _SECTION


def _bands(scene: Scene, index: int, stage: Stage, room: float) -> tuple[Block | None, Block | None, Block | None]:
    """What stands below a chevron: feeling, touchpoints (or the summary where the journey has none), activities."""
    return (
        Mood(scene, stage, room) if stage.feelings else None,
        _touchpoints(scene, index, stage, room),
        _activities(scene, index, stage, room, phone=False),
    )


def _touchpoints(scene: Scene, index: int, stage: Stage, room: float) -> Block | None:
    texts = [entry.text for entry in _few(scene, stage, Lane.TOUCHPOINTS)]
    if texts:
        label = lanes.name(scene, Lane.TOUCHPOINTS)
        return Labelled(scene, label, room, Bullets(scene, texts, room, stage_class(index + 1)))
    return Paragraph(scene, stage.summary, room, classes="jd-muted") if _bare(scene) and stage.summary else None


def _bare(scene: Scene) -> bool:
    """Whether summaries stand where no stage has a touchpoint."""
    return not any(stage.touchpoints for stage in scene.journey.stages)


def _activities(scene: Scene, index: int, stage: Stage, room: float, *, phone: bool) -> Block | None:
    links = [(entry.text, entry.address or "") for entry in _few(scene, stage, Lane.ACTIVITIES)]
    if not links:
        return None
    style, least = (CHIP_PHONE, 44) if phone else (CHIP, 28)
    chips = Chips(scene, links, room, stage_class(index + 1), style, least)
    return Labelled(scene, lanes.name(scene, Lane.ACTIVITIES), room, chips, 8)


def _few(scene: Scene, stage: Stage, lane: Lane) -> list[Entry]:
    return lanes.few(scene, stage, lanes.entries(scene, stage, lane))


def phone(scene: Scene) -> Sheet:
    """A numbered list along a line, in one column."""

    def blocks(index: int, stage: Stage) -> list[Block | None]:
        mood = Mood(scene, stage, ROOM) if stage.feelings else None
        return [mood, _touchpoints(scene, index, stage, ROOM), _activities(scene, index, stage, ROOM, phone=True)]

    return column(scene, blocks)


def twin(scene: Scene) -> Twin:
    """Stage by stage: its feeling, its touchpoints (or its summary), its activities."""
    rows = [lanes.row(scene, Lane.TOUCHPOINTS, lanes.MOST), lanes.row(scene, Lane.ACTIVITIES, lanes.MOST)]
    if _bare(scene):
        rows[0] = lanes.summaries(scene)
    return Twin(scene.stage_entries(), (lanes.moods(scene), *rows))
