"""The service blueprint: what people do, what they see of us, and what stands behind it; then each actor's own lane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.parts import lanes, nested, ways
from journeybook.diagrams.parts.blocks import LayoutBlock
from journeybook.diagrams.parts.layers import Layer, LayerGrid, draw_layers, layer_grid
from journeybook.diagrams.parts.marks import Texts
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.journey import Stage
from journeybook.problems import Text, say

SCROLLS = True

_VISIBILITY = say("Line of visibility")


@dataclass(frozen=True, slots=True)
class _Depth:
    """A layer of every blueprint: its name, what is in it, the class of its cells, and the line above it."""

    name: Text
    read: Callable[[Stage], Sequence[str]]
    tone: str
    line: Text | None = None
    behind: bool = False
    linked: bool = True


_DEPTHS = (
    _Depth(say("Evidence"), lambda stage: stage.evidence, "jd-layer-0", linked=False),
    _Depth(say("Actions"), lambda stage: stage.actions, "jd-layer-1"),
    _Depth(say("Frontstage"), lambda stage: stage.frontstage, "jd-layer-2", say("Line of interaction")),
    _Depth(say("Backstage"), lambda stage: stage.backstage, "jd-layer-3", _VISIBILITY, behind=True),
    _Depth(say("Support"), lambda stage: stage.support, "jd-layer-4", say("Line of internal interaction"), behind=True),
)
"""From what the person holds to what nobody sees: the order of Shostack's service blueprints (1984)."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A row of the drawing with its looks, and the line above it (empty: none)."""

    row: Row
    tone: str
    line: str = ""
    behind: bool = False
    linked: bool = False


def desk(scene: Scene, width: float) -> Sheet:
    """Draw the layers as lanes, as wide as they need to be, and at least `width`."""
    grid = layer_grid(scene, width)
    return draw_layers(scene, grid, lanes.times(scene), [_drawn(scene, grid, layer) for layer in _layers(scene)])


def _drawn(scene: Scene, grid: LayerGrid, layer: _Layer) -> Layer:
    cells: list[LayoutBlock | None] = [Texts(scene, cell, grid.text) if cell else None for cell in layer.row.cells]
    return Layer(layer.row.label, cells, layer.tone, layer.line, layer.behind, layer.linked)


def _layers(scene: Scene) -> list[_Layer]:
    """Give what people do and what stands behind it, then a lane for each actor."""
    return [*_depths(scene), *_swimlanes(scene)]


def _depths(scene: Scene) -> Iterator[_Layer]:
    """Give the layers that hold something. Where one is left out, the line of visibility stays; others go with it."""
    lines: list[Text] = []
    shown = False
    for depth in _DEPTHS:
        lines += [depth.line] if depth.line and (shown or depth.line is _VISIBILITY) else []
        row = Row(scene.say(depth.name), tuple(tuple(map(Label, depth.read(s))) for s in scene.journey.stages))
        if row:
            above = _VISIBILITY if _VISIBILITY in lines else lines[-1] if lines else None
            yield _Layer(row, depth.tone, scene.say(above) if above else "", depth.behind, depth.linked)
            lines, shown = [], True


def _swimlanes(scene: Scene) -> Iterator[_Layer]:
    """Give for each actor what they do and which touchpoints they are part of."""
    line = scene.say(say("Who does what"))
    for actor in scene.journey.actors:
        cells = (tuple(map(Label, _part(stage, actor.key))) for stage in scene.journey.stages)
        row = Row(actor.title, tuple(cells))
        if row:
            yield _Layer(row, "jd-swim", line)
            line = ""


def _part(stage: Stage, actor: str) -> list[str]:
    does = [found.does for found in stage.responsibilities if found.actor == actor]
    return does + [touchpoint.title for touchpoint in stage.touchpoints if actor in touchpoint.actors]


def twin(scene: Scene) -> Twin:
    """Give a table: a column for each stage, a row for each layer and for each line between them."""
    rows = [row for row in (lanes.times(scene), ways.row(scene)) if row]
    for layer in _layers(scene):
        rows += [Row(layer.line, ())] if layer.line else []
        rows.append(layer.row)
    further = nested.row(scene, named=True)
    return Twin(scene.stage_entries(), (*rows, *([further] if further else [])), table=True)
