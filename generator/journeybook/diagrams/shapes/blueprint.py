"""The service blueprint: what people do, what they see of us, and what stands behind it; then each actor's own lane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.parts import lanes, nested, ways
from journeybook.diagrams.parts.blocks import LayoutBlock
from journeybook.diagrams.parts.marks import Texts
from journeybook.diagrams.parts.matrix import MatrixGrid, MatrixLane, cell_room, grid_of, matrix
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.journey import Stage
from journeybook.problems import Text, say

SCROLLS = True

_VISIBILITY = say("Line of visibility")
_LAYERS: Sequence[tuple[Text, Callable[[Stage], Sequence[str]], Text | None]] = (
    (say("Actions"), lambda stage: stage.actions, None),
    (say("Frontstage"), lambda stage: stage.frontstage, say("Line of interaction")),
    (say("Backstage"), lambda stage: stage.backstage, _VISIBILITY),
    (say("Support"), lambda stage: stage.support, say("Line of internal interaction")),
)
"""Each layer's name, what is in it, and the line above it: the order of Shostack's service blueprints (1984)."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A row of the drawing, the class of its surface, and the line above it (empty: none)."""

    row: Row
    tone: str
    border: str = ""


def desk(scene: Scene, width: float) -> Sheet:
    """Draw the layers as lanes, as wide as they need to be, and at least `width`."""
    grid = grid_of(scene, width)
    bands = [_band(scene, grid, layer) for layer in _layers(scene)]
    return matrix(scene, grid, lanes.times(scene), bands)


def _band(scene: Scene, grid: MatrixGrid, layer: _Layer) -> MatrixLane:
    room = cell_room(grid, tone=True)
    cells: list[LayoutBlock | None] = [Texts(scene, cell, room) if cell else None for cell in layer.row.cells]
    return MatrixLane(layer.row.label, cells, tone=layer.tone, border=layer.border)


def _layers(scene: Scene) -> list[_Layer]:
    """Give what people do and what stands behind it, then a lane for each actor."""
    return [*_depths(scene), *_swimlanes(scene)]


def _depths(scene: Scene) -> Iterator[_Layer]:
    """Give the layers that hold something. Where one is left out, the line of visibility stays; others go with it."""
    lines: list[Text] = []
    shown = False
    for number, (name, read, line) in enumerate(_LAYERS, 1):
        lines += [line] if line and (shown or line is _VISIBILITY) else []
        row = Row(scene.say(name), tuple(tuple(map(Label, read(stage))) for stage in scene.journey.stages))
        if row:
            above = _VISIBILITY if _VISIBILITY in lines else lines[-1] if lines else None
            yield _Layer(row, f"jd-layer-{number}", scene.say(above) if above else "")
            lines, shown = [], True


def _swimlanes(scene: Scene) -> Iterator[_Layer]:
    """Give for each actor what they do and which touchpoints they are part of."""
    border = scene.say(say("Who does what"))
    for actor in scene.journey.actors:
        cells = (tuple(map(Label, _part(stage, actor.key))) for stage in scene.journey.stages)
        row = Row(actor.title, tuple(cells))
        if row:
            yield _Layer(row, "jd-swim", border)
            border = ""


def _part(stage: Stage, actor: str) -> list[str]:
    does = [found.does for found in stage.responsibilities if found.actor == actor]
    return does + [touchpoint.title for touchpoint in stage.touchpoints if actor in touchpoint.actors]


def twin(scene: Scene) -> Twin:
    """Give a table: a column for each stage, a row for each layer and for each line between them."""
    rows = [row for row in (lanes.times(scene), ways.row(scene)) if row]
    for layer in _layers(scene):
        rows += [Row(layer.border, ())] if layer.border else []
        rows.append(layer.row)
    further = nested.row(scene, named=True)
    return Twin(scene.stage_entries(), (*rows, *([further] if further else [])), table=True)
