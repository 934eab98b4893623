"""The comparison: the path as it is, below it the path as it should become, and both curves of how it feels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import TITLE_PHONE
from journeybook.diagrams.parts import compared_labels as labels
from journeybook.diagrams.parts.blocks import LayoutBlock
from journeybook.diagrams.parts.chevrons import Grid, grid_of
from journeybook.diagrams.parts.column import MIDDLE
from journeybook.diagrams.parts.compared_curves import ComparedCurves, ComparedMood, legend
from journeybook.diagrams.parts.compared_paths import ComparedPath, ComparedSigns, SignBlock, column_room, name_row
from journeybook.diagrams.parts.compared_tracks import LEFT, ROOM, Tracks
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.comparison import ComparedStage, Comparison
from journeybook.model.journey import Feeling, Stage
from journeybook.palette.stages import stage_class
from journeybook.problems import Text, say

_ROW, _BAND = 44, 14  # pixels between two rows of stages, and between the bands of one
_GAP = 20


def desk(scene: Scene, width: float) -> Sheet:
    """Draw rows of columns: a stage as it is, as it should become, what has become of it, and how it feels."""
    canvas, comparison = scene.canvas(width), labels.comparison_of(scene)
    grid = _grid(scene, comparison, width)
    y = 0.0
    for begin in range(0, len(comparison.stages), grid.per_row):
        y = _row(scene, canvas, grid, comparison, comparison.stages[begin : begin + grid.per_row], y) + _ROW
    return Sheet(canvas, ceil(y - _ROW + 2))


def _grid(scene: Scene, comparison: Comparison, width: float) -> Grid:
    """Choose the columns for all stages of both journeys, whose titles have to fit into them."""
    both = scene.journey.model_copy(update={"stages": tuple(found.stage for found in comparison.stages)})
    return grid_of(replace(scene, journey=both), width)


def _row(
    scene: Scene, canvas: Canvas, grid: Grid, comparison: Comparison, stages: Sequence[ComparedStage], y: float
) -> float:
    rooms = [column_room(grid, column) for column in range(len(stages))]
    for now, name in ((False, labels.TODAY), (True, labels.BECOMES)):
        path = ComparedPath(scene, grid, stages, now=now)
        y = name_row(scene, canvas, scene.say(name), y)
        path.draw(canvas, y)
        y += path.height + _BAND
    signs = ComparedSigns(scene, comparison, stages, rooms)
    signs.draw(canvas, grid, y)
    y += signs.height
    curves = ComparedCurves(scene, comparison, grid, stages, rooms)
    if not curves:
        return y
    y = name_row(scene, canvas, scene.say(labels.SCALE), y + 2 * _BAND)
    if stages[0] is comparison.stages[0]:
        y = legend(scene, canvas, canvas.width, y)
    y += _BAND
    curves.draw(canvas, y)
    return y + curves.height


def phone(scene: Scene) -> Sheet:
    """Draw both ways beside each other, stage by stage: its number in each, what has become of it, and how it feels."""
    canvas, comparison = scene.canvas(PHONE_WIDTH), labels.comparison_of(scene)
    y = 0.0
    if any(_felt(comparison, compared) for compared in comparison.stages):
        y = name_row(scene, canvas, scene.say(labels.SCALE), y)
    y = legend(scene, canvas, PHONE_WIDTH, y) + _GAP
    tracks = Tracks(canvas)
    for compared in comparison.stages:
        tracks.lead(compared, y)
        y = _under(scene, tracks, canvas, comparison, compared, y) + _GAP
    return Sheet(canvas, ceil(y - _GAP + 2))


def _under(
    scene: Scene, tracks: Tracks, canvas: Canvas, comparison: Comparison, compared: ComparedStage, y: float
) -> float:
    place = compared.place if compared.now else compared.was_place
    number = (place or 0) + 1
    title = scene.lines(compared.stage.title, ROOM, TITLE_PHONE)
    high = max(2 * MIDDLE, len(title) * TITLE_PHONE.line + MIDDLE)
    text = f"jd-stage {stage_class(number)}" if compared.now else "jd-muted"
    with canvas.link(labels.address(scene, compared), f"{number} {compared.stage.title}"):
        canvas.box(0, y, PHONE_WIDTH, high, "jd-hit")
        tracks.draw(compared, y)
        canvas.text(LEFT, y + MIDDLE - TITLE_PHONE.line / 2, title, TITLE_PHONE, text)
    y += high - 5
    blocks: list[LayoutBlock] = [SignBlock(scene, comparison, compared, ROOM)]
    blocks += [ComparedMood(scene, feeling, ROOM, now=now) for now, feeling in _felt(comparison, compared)]
    for block in blocks:
        block.draw(canvas, LEFT, y)
        y += block.height + 8
    return y


def _felt(comparison: Comparison, compared: ComparedStage) -> list[tuple[bool, Feeling]]:
    """Give what is felt in a stage: as it is, then, with True, as it should become."""
    was, now = comparison.feelings(compared.was, now=False), comparison.feelings(compared.now, now=True)
    return [*((False, feeling) for feeling in was), *((True, feeling) for feeling in now)]


def twin(scene: Scene) -> Twin:
    """Give a table: a column for each stage of both, with what has become of it, and how it feels."""
    comparison = labels.comparison_of(scene)
    stages = comparison.stages

    def row(name: Text, cell: Callable[[ComparedStage], Sequence[str]], *, named: bool = False) -> Row:
        return Row(scene.say(name), tuple(tuple(map(Label, cell(found))) for found in stages), named)

    def felt(found: ComparedStage, *, now: bool) -> Sequence[str]:
        told = comparison.feelings(found.now if now else found.was, now=now)
        return [label.text for label in labels.moods(scene, told)]

    rows = [
        row(labels.TODAY, lambda found: _titled(found.was, found.was_place), named=True),
        row(labels.BECOMES, lambda found: _titled(found.now, found.place), named=True),
        row(
            say("What becomes of it"),
            lambda found: [labels.sign(scene, found), *labels.details(scene, comparison, found)],
        ),
    ]
    moods = [
        row(labels.TODAY, lambda found: felt(found, now=False)),
        row(labels.BECOMES, lambda found: felt(found, now=True)),
    ]
    if any(moods):
        rows += [Row(scene.say(labels.SCALE), ()), *moods]
    heads = tuple(Label(found.stage.title, labels.address(scene, found)) for found in stages)
    return Twin(heads, tuple(rows), table=True, numbered=False)


def _titled(stage: Stage | None, place: int | None) -> list[str]:
    return [] if stage is None or place is None else [f"{place + 1} {stage.title}"]
