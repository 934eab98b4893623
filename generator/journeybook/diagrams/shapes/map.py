"""The map: stages across, and below them a lane for everything that is known of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeybook.diagrams.paint.styles import CHIP
from journeybook.diagrams.parts import lanes, nested, ways
from journeybook.diagrams.parts.blocks import Bullets, Chips, LayoutBlock
from journeybook.diagrams.parts.chevrons import Grid
from journeybook.diagrams.parts.feelings import Feelings, least_pitch
from journeybook.diagrams.parts.marks import Graded, Pips, Texts
from journeybook.diagrams.parts.matrix import MatrixLane, cell_room, grid_of, matrix
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Label, Twin
from journeybook.model.journey import Stage
from journeybook.model.views.map import Lane, MapView

SCROLLS = True
_TONES = {Lane.PAINS: "jd-pains", Lane.OPPORTUNITIES: "jd-chances"}

Cell = Callable[[Scene, int, Stage, Sequence[Label], float], LayoutBlock]


def desk(scene: Scene, width: float) -> Sheet:
    """Draw the lanes, as wide as they need to be, and at least `width`."""
    found = shown(scene)
    grid = grid_of(scene, width, least_pitch(scene) if Lane.FEELINGS in found else 0)
    return matrix(scene, grid, lanes.times(scene), [_band(scene, grid, lane) for lane in found])


def shown(scene: Scene) -> list[Lane]:
    """Give the lanes that are drawn: those asked for, else all, and of these the ones that have data."""
    wanted = dict.fromkeys(scene.settings("map", MapView).lanes or Lane)
    return [lane for lane in wanted if lanes.row(scene, lane)]


def _band(scene: Scene, grid: Grid, lane: Lane) -> MatrixLane:
    name = lanes.name(scene, lane)
    if lane is Lane.FEELINGS:
        return MatrixLane(name, wide=Feelings(scene, grid, cell_room(grid, 1)))
    tone = _TONES.get(lane, "")
    cells: list[LayoutBlock | None] = []
    for index, stage in enumerate(scene.journey.stages):
        found, room = lanes.entries(scene, stage, lane), cell_room(grid, index, tone=bool(tone))
        cells.append(_CELLS.get(lane, _bullets)(scene, index, stage, found, room) if found else None)
    return MatrixLane(name, cells, tone=tone)


def _bullets(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Bullets(scene, [entry.text for entry in found], room, scene.colour(index))


def _texts(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Texts(scene, found, room)


def _tags(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Chips(scene, [(entry.text, "") for entry in found], room, "jd-tag", CHIP, 26)


def _links(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Chips(
        scene,
        [(entry.text, entry.address or "") for entry in found],
        room,
        scene.colour(index),
        CHIP,
        28,
        touch=True,
    )


def _pains(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    grades = [pain.severity or 0 for pain in stage.pains]
    return Graded(scene, list(zip(found, grades, strict=True)), room)


def _effort(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Pips(scene, found[0].text, stage.effort or 0, 5, scene.colour(index))


_CELLS: dict[Lane, Cell] = {
    Lane.CHANNELS: _tags,
    Lane.ACTIVITIES: _links,
    Lane.PAINS: _pains,
    Lane.OPPORTUNITIES: _texts,
    Lane.EFFORT: _effort,
}


def twin(scene: Scene) -> Twin:
    """Give a table: a column for each stage, a row for each lane."""
    heads = [row for row in (lanes.times(scene), ways.row(scene), nested.row(scene)) if row]
    rows = [lanes.row(scene, lane) for lane in shown(scene)]
    return Twin(scene.stage_entries(), (*heads, *rows), table=True)
