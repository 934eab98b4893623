"""Stages under each other along a line: what most views are on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from journeybook.diagrams.paint.styles import NUMBER_PHONE, TITLE_PHONE
from journeybook.diagrams.parts.blocks import LayoutBlock
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.model.journey import Stage
from journeybook.text.font import SLACK

LEFT = 48
"""Pixels: where titles and what stands below them begin."""
ROOM = (PHONE_WIDTH - LEFT) / SLACK
"""Pixels for text; a font in place of ours may be wider."""
RADIUS, MIDDLE = 16, 22
_GAP = 20


def column(
    scene: Scene,
    blocks: Callable[[int, Stage], Sequence[LayoutBlock | None]],
    *,
    gap: float = 14,
    close: float = 0,
    lead: LayoutBlock | None = None,
    line: bool = True,
) -> Sheet:
    """Draw a numbered list with `blocks` below each title, `gap` pixels apart.

    The first block moves up by `close` pixels, into the space that a title's target needs. `lead` stands above all
    stages; without `line`, none runs from one to the next.
    """
    canvas = scene.canvas(PHONE_WIDTH)
    count, y = len(scene.journey.stages), 0.0
    if lead:
        lead.draw(canvas, 0, 0)
        y = ceil(lead.height) + 2 * _GAP
    for index, stage in enumerate(scene.journey.stages):
        number, colour = str(scene.nth(index)), scene.colour(index)
        title = scene.lines(stage.title, ROOM, TITLE_PHONE)
        shown = [block for block in blocks(index, stage) if block]
        head = max(2 * MIDDLE, len(title) * TITLE_PHONE.line + MIDDLE)
        bottom = y + head + sum(block.height + gap for block in shown) - (close + 8 if shown else 0)
        with canvas.link(scene.links.stage(stage.key), f"{number} {stage.title}"):
            canvas.box(0, y, PHONE_WIDTH, head, "jd-hit")
            canvas.disc(RADIUS, y + MIDDLE, RADIUS, f"jd-fill jd-on {colour}", number, NUMBER_PHONE)
            canvas.text(LEFT, y + MIDDLE - TITLE_PHONE.line / 2, title, TITLE_PHONE, f"jd-stage {colour}")
        at = y + head - close
        for block in shown:
            block.draw(canvas, LEFT, at)
            at += block.height + gap
        if index + 1 < count and line:
            ends = [(RADIUS, y + MIDDLE + RADIUS + 4), (RADIUS, bottom + _GAP + MIDDLE - RADIUS - 4)]
            canvas.outline(ends, "jd-line", closed=False)
        y = bottom + _GAP
    return Sheet(canvas, ceil(y - _GAP + 2))
