"""The drawing of the stairs: a box a stage, each higher than the last; on a phone, the stages under each other."""

from __future__ import annotations

from journeybook.diagrams.paint.styles import TITLE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.column import column
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Twin
from journeybook_stairs import StairsView

_RISE, _INSIDE, _LEAST = 36, 12, 60  # pixels: a step, the air in a box, the lowest box without its text


def desk(scene: Scene, width: float) -> Sheet:
    """Draw boxes side by side on one line, each a step higher than its neighbour."""
    canvas, stages = scene.canvas(width), scene.journey.stages
    pitch, down = width / len(stages), scene.settings("stairs", StairsView).down
    titles = [scene.lines(stage.title, pitch - 2 * _INSIDE, TITLE) for stage in stages]
    lowest = _LEAST + max(map(len, titles)) * TITLE.line
    bottom = lowest + _RISE * (len(stages) - 1)
    for index, (stage, title) in enumerate(zip(stages, titles, strict=True)):
        high = lowest + _RISE * (len(stages) - 1 - index if down else index)
        with canvas.link(scene.links.stage(stage.key), f"{scene.nth(index)} {stage.title}"):
            canvas.box(index * pitch, bottom - high, pitch - 4, high, f"jd-stair {scene.colour(index)}")
            canvas.text(index * pitch + _INSIDE, bottom - high + _INSIDE, title, TITLE, "jd-stair-title")
    return Sheet(canvas, bottom + 2)


def phone(scene: Scene) -> Sheet:
    """Draw a numbered list."""
    return column(scene, lambda index, stage: [])


def twin(scene: Scene) -> Twin:
    """Give the stages with their summaries."""
    return Twin(scene.stage_entries(), (lanes.summaries(scene),))
