"""Journeys inside of journeys: the link from a stage to the journey that shows it in detail."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import CHIP, CHIP_PHONE
from journeybook.diagrams.parts.blocks import Chips, LayoutBlock
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.twin import Label, Row
from journeybook.model.journey import Stage
from journeybook.problems import say


def entries(scene: Scene, stage: Stage, *, named: bool = False) -> tuple[Label, ...]:
    """Give the link to the journey that shows the stage in detail, where there is one to be shown.

    Where what stands around it is `named` so, it need not say “In detail”.
    """
    found = scene.links.journey(stage.journey) if stage.journey else None
    if not found:
        return ()
    title, address = found
    return (Label(title if named else scene.say(say("In detail: {title}", title=title)), address),)


class Stack:
    """Blocks under each other."""

    gap = 14

    def __init__(self, blocks: Sequence[LayoutBlock]) -> None:
        self._blocks = blocks
        self.height = sum(block.height for block in blocks) + self.gap * (len(blocks) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for block in self._blocks:
            block.draw(canvas, x, y)
            y += block.height + self.gap


def block(
    scene: Scene,
    index: int,
    stage: Stage,
    room: float,
    *,
    phone: bool = False,
    touch: bool = False,
    named: bool = False,
) -> LayoutBlock | None:
    """Give the link to that journey, as it stands below a stage; `touch` as in `Chips`, `named` as in `entries`."""
    links = [(entry.text, entry.address or "") for entry in entries(scene, stage, named=named)]
    style, least = (CHIP_PHONE, 44) if phone else (CHIP, 28)
    return Chips(scene, links, room, scene.colour(index), style, least, touch=touch) if links else None


def row(scene: Scene, *, named: bool = False) -> Row:
    """Give the nested journeys of all stages, for a twin; `named` where the drawing names them as a lane."""
    cells = tuple(entries(scene, stage) for stage in scene.journey.stages)
    return Row(scene.say(say("In detail")), cells, named=named)
