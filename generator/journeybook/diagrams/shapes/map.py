"""The map: stages across, and below them a lane for everything that is known of them, around the curve of feelings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from journeybook.diagrams.paint.styles import CHIP, THOUGHT
from journeybook.diagrams.parts import lanes, meetings, nested, ways
from journeybook.diagrams.parts.blocks import Bullets, Chips, LayoutBlock, LegendBlock, Marked
from journeybook.diagrams.parts.feelings import BEST, WORST, Feelings, curves, felt
from journeybook.diagrams.parts.marks import Amounts, Graded, Grades, Pips, Texts
from journeybook.diagrams.parts.matrix import (
    MatrixGrid,
    MatrixLane,
    cell_room,
    grid_of,
    legend_room,
    matrix,
    names_room,
)
from journeybook.diagrams.parts.moments import least_pitch
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.journey import Stage
from journeybook.model.views.map import Lane, MapView
from journeybook.problems import Text, say

SCROLLS = True
_DO, _FEEL, _CAN = say("What they do"), say("How it feels"), say("What we can do")
_GROUPS: dict[Lane, Text] = {
    **dict.fromkeys((Lane.GOALS, Lane.ACTIONS, Lane.THOUGHTS, Lane.TOUCHPOINTS, Lane.CHANNELS, Lane.ACTORS), _DO),
    **dict.fromkeys((Lane.FEELINGS, Lane.PAINS), _FEEL),
    **dict.fromkeys((Lane.OPPORTUNITIES, Lane.RESPONSIBILITIES, Lane.MEASURES, Lane.ACTIVITIES, Lane.EFFORT), _CAN),
}

_FEW = 4  # fewer lanes than these are in no groups

Cell = Callable[[Scene, int, Stage, Sequence[Label], float], LayoutBlock]


def desk(scene: Scene, width: float) -> Sheet:
    """Draw the lanes, as wide as they need to be, and at least `width`."""
    found = shown(scene)
    names = [lanes.name(scene, lane) for lane in found]
    names += [scene.say(BEST), scene.say(WORST)] if Lane.FEELINGS in found else []
    least = least_pitch(scene) if Lane.FEELINGS in found else 0
    grid = grid_of(scene, width, names_room(scene, names), least)
    return matrix(scene, grid, lanes.times(scene), _bands(scene, grid, found))


def shown(scene: Scene) -> list[Lane]:
    """Give the lanes that are drawn: those asked for, else all, and of these the ones that have data.

    Touchpoints show their actors, and their channels where there is an icon for each of them.
    """
    told = (Lane.ACTORS,) if meetings.channels(scene, known=False) else (Lane.ACTORS, Lane.CHANNELS)
    usual = [lane for lane in Lane if lane not in told]
    wanted = dict.fromkeys(scene.settings("map", MapView).lanes or usual)
    return [lane for lane in wanted if lanes.row(scene, lane)]


def _groups(found: Sequence[Lane]) -> dict[Lane, Text]:
    """Give the names of groups by the lanes that begin them; none for a few lanes, or where the author mixes them."""
    runs = [(group, next(lane)) for group, lane in groupby(found, _GROUPS.__getitem__)]
    mixed = len({group.template for group, _ in runs}) < len(runs)
    return {} if mixed or len(runs) < 2 or len(found) < _FEW else {lane: group for group, lane in runs}


def _bands(scene: Scene, grid: MatrixGrid, found: Sequence[Lane]) -> list[MatrixLane]:
    groups, badges = _groups(found), meetings.Badges(scene)
    return [
        _band(scene, grid, lane, badges, scene.say(groups[lane]) if lane in groups else "", found) for lane in found
    ]


def _band(
    scene: Scene, grid: MatrixGrid, lane: Lane, badges: meetings.Badges, group: str, found: Sequence[Lane]
) -> MatrixLane:
    name, room, stages = lanes.name(scene, lane), cell_room(grid), scene.journey.stages
    if lane is Lane.FEELINGS:
        return MatrixLane(name, wide=Feelings(scene, grid), group=group, head=curves(scene, legend_room(grid)))
    cells: list[LayoutBlock | None] = []
    for index, stage in enumerate(stages):
        labels = lanes.entries(scene, stage, lane)
        if lane is Lane.TOUCHPOINTS and labels:
            cells.append(meetings.Meetings(scene, badges, stage.touchpoints, room, scene.colour(index)))
        elif lane is Lane.RESPONSIBILITIES and labels and badges.titles and Lane.TOUCHPOINTS in found:
            cells.append(meetings.Duties(scene, badges, stage.responsibilities, room))
        else:
            cells.append(_CELLS.get(lane, _bullets)(scene, index, stage, labels, room) if labels else None)
    return MatrixLane(name, cells, group=group, foot=_key(scene, grid, lane, badges, found))


def _key(
    scene: Scene, grid: MatrixGrid, lane: Lane, badges: meetings.Badges, found: Sequence[Lane]
) -> LegendBlock | None:
    """Give what says below a lane what the marks in it mean."""
    if lane is Lane.TOUCHPOINTS:
        return meetings.legend(scene, badges, legend_room(grid), icons=Lane.CHANNELS not in found)
    return Grades(scene, legend_room(grid)) if lane is Lane.PAINS and Grades.needed(scene) else None


def _bullets(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Bullets(scene, [entry.text for entry in found], room, scene.colour(index))


def _texts(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Texts(scene, found, room)


def _goals(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Marked(scene, [entry.text for entry in found], room, "flag", scene.colour(index))


def _thoughts(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Texts(scene, found, room, THOUGHT)


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
    return Graded(scene, lanes.worst_first(stage), room)


def _chances(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Marked(scene, [entry.text for entry in found], room, "plus", "jd-chance")


def _amounts(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Amounts(scene, lanes.measured(scene, stage), room)


def _effort(scene: Scene, index: int, stage: Stage, found: Sequence[Label], room: float) -> LayoutBlock:
    return Pips(scene, found[0].text, stage.effort or 0, 5, scene.colour(index))


_CELLS: dict[Lane, Cell] = {
    Lane.GOALS: _goals,
    Lane.THOUGHTS: _thoughts,
    Lane.CHANNELS: _tags,
    Lane.ACTORS: _texts,
    Lane.ACTIVITIES: _links,
    Lane.PAINS: _pains,
    Lane.OPPORTUNITIES: _chances,
    Lane.RESPONSIBILITIES: _texts,
    Lane.MEASURES: _amounts,
    Lane.EFFORT: _effort,
}


def twin(scene: Scene) -> Twin:
    """Give a table: a column for each stage, a row for each lane, and the names of groups where they begin."""
    found = shown(scene)
    groups = _groups(found)
    rows = [row for row in (lanes.times(scene), ways.row(scene)) if row]
    for lane in found:
        rows += [Row(scene.say(groups[lane]), ())] if lane in groups else []
        rows.append(_row(scene, lane))
    further = nested.row(scene, named=True)
    return Twin(scene.stage_entries(), (*rows, *([further] if further else [])), table=True)


def _row(scene: Scene, lane: Lane) -> Row:
    if lane is Lane.FEELINGS:
        cells = tuple(tuple(map(Label, texts)) for texts in felt(scene))
        return Row(f"{lanes.name(scene, lane)} ({scene.say(WORST)} – {scene.say(BEST)})", cells)
    if lane is Lane.TOUCHPOINTS:
        return Row(lanes.name(scene, lane), tuple(tuple(meetings.said(scene, s)) for s in scene.journey.stages))
    return lanes.row(scene, lane)
