"""The path: chevrons in a row, and below each what happens there; on a phone, a list along a line."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from journeybook.diagrams.blocks import MOST, Block, Bullets, Chips, Labelled, Mood, Paragraph, tallest
from journeybook.diagrams.canvas import Canvas, Point
from journeybook.diagrams.font import SLACK, width
from journeybook.diagrams.scene import Scene, stage_class
from journeybook.diagrams.shapes import PHONE_WIDTH, Sheet
from journeybook.diagrams.styles import CHIP, CHIP_PHONE, NUMBER, NUMBER_PHONE, TITLE, TITLE_PHONE
from journeybook.model.journey import Stage
from journeybook.problems import say

_LEAST_COLUMN = 172  # pixels: some 18 letters a line; narrower columns are hard to read
_TIP, _GAP, _STRIPE = 15, 7, 7
_GUTTER, _SECTION, _ROW = 22, 18, 44
_DISC = 11
_MOST_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns of equal width: `pitch` from one chevron to the next, in pixels."""

    per_row: int
    rows: int
    pitch: float

    def flat(self, index: int) -> bool:
        """Whether the chevron begins with a straight edge: only the first of all does."""
        return index == 0

    def title_room(self) -> float:
        """Pixels for a title between the number and the tip."""
        return self.pitch - _GAP - _TIP - 9 - 2 * _DISC - 8 - 10

    def text_room(self) -> float:
        """Pixels for what stands below; lines longer than some 65 letters are hard to read."""
        return min(self.pitch - _GUTTER, 440)


def desk(scene: Scene, width: float) -> Sheet:
    """Rows of chevrons; what stands below them is aligned across each row."""
    canvas = scene.canvas(width)
    grid = _grid(scene, width)
    stages = list(enumerate(scene.journey.stages))
    y = 0.0
    for start in range(0, len(stages), grid.per_row):
        y = _row(scene, canvas, grid, stages[start : start + grid.per_row], y) + _ROW
    return canvas, ceil(y - _ROW + 2)


def _grid(scene: Scene, width: float) -> _Grid:
    """As many columns as are readable and leave titles in three lines without a broken word, in even rows."""
    count = len(scene.journey.stages)
    most = max(1, min(count, int(width // _LEAST_COLUMN)))
    for columns in range(most, 0, -1):
        rows = ceil(count / columns)
        per_row = ceil(count / rows)
        room = width - _TIP + _GAP - (_STRIPE + _GAP if rows > 1 else 0)
        grid = _Grid(per_row, rows, room / per_row)
        if per_row <= 3 or all(_title_fits(scene, stage, grid.title_room()) for stage in scene.journey.stages):
            break
    return grid


def _title_fits(scene: Scene, stage: Stage, room: float) -> bool:
    whole = all(width(word, TITLE) <= room for word in stage.title.split())
    return whole and len(scene.lines(stage.title, room, TITLE)) <= _MOST_TITLE_LINES


def _row(scene: Scene, canvas: Canvas, grid: _Grid, stages: list[tuple[int, Stage]], top: float) -> float:
    titles = [scene.lines(stage.title, grid.title_room(), TITLE) for _, stage in stages]
    high = max(44, max(map(len, titles)) * TITLE.line + 20)
    bands = [_bands(scene, index, stage, grid.text_room()) for index, stage in stages]
    heights = [tallest(column[band] for column in bands) for band in range(3)]
    for place, (index, stage) in enumerate(stages):
        x = place * grid.pitch
        _chevron(scene, canvas, grid, (index, stage), titles[place], (x, top, high))
        y = top + high + 16
        for block, height in zip(bands[place], heights, strict=True):
            if block:
                block.draw(canvas, x + (0 if grid.flat(index) else _TIP), y)
            y += height + _SECTION if height else 0
    last = stages[-1][0]
    if last + 1 < len(scene.journey.stages):
        left = len(stages) * grid.pitch
        canvas.outline(_arrow(left, top, _STRIPE, high, flat=False), f"jd-fill jd-next {stage_class(last + 2)}")
    return top + high + 16 + sum(height + _SECTION for height in heights if height) - _SECTION


def _chevron(
    scene: Scene, canvas: Canvas, grid: _Grid, entry: tuple[int, Stage], title: list[str], box: tuple[float, ...]
) -> None:
    (index, stage), (x, top, high) = entry, box
    flat = grid.flat(index)
    number, colour = str(index + 1), stage_class(index + 1)
    disc_x = x + (12 if flat else _TIP + 9) + _DISC
    with canvas.link(scene.links.stage(stage.key), f"{number} {stage.title}"):
        canvas.outline(_arrow(x, top, grid.pitch - _GAP, high, flat=flat), f"jd-fill {colour}")
        canvas.disc(disc_x, top + high / 2, _DISC, f"jd-num {colour}", number, NUMBER)
        canvas.text(disc_x + _DISC + 8, top + (high - len(title) * TITLE.line) / 2, title, TITLE, "jd-on")


def _arrow(x: float, y: float, wide: float, high: float, *, flat: bool) -> list[Point]:
    notch = [] if flat else [(x + _TIP, y + high / 2)]
    right = x + wide
    return [(x, y), (right, y), (right + _TIP, y + high / 2), (right, y + high), (x, y + high), *notch]


def _bands(scene: Scene, index: int, stage: Stage, room: float) -> tuple[Block | None, Block | None, Block | None]:
    """What stands below a chevron: feeling, touchpoints (or the summary where the journey has none), activities."""
    return (
        Mood(scene, stage, room) if stage.feelings else None,
        _touchpoints(scene, index, stage, room),
        _activities(scene, index, stage, room, phone=False),
    )


def _touchpoints(scene: Scene, index: int, stage: Stage, room: float) -> Block | None:
    if not stage.touchpoints:
        bare = not any(other.touchpoints for other in scene.journey.stages)
        return Paragraph(scene, stage.summary, room, classes="jd-muted") if bare and stage.summary else None
    titles = [touchpoint.title for touchpoint in stage.touchpoints]
    if len(titles) > MOST:
        rest = scene.say(say("and {count} more", count=len(titles) - MOST + 1))
        titles = [*titles[: MOST - 1], rest]
    return Labelled(scene, scene.say(say("Touchpoints")), room, Bullets(scene, titles, room, stage_class(index + 1)))


def _activities(scene: Scene, index: int, stage: Stage, room: float, *, phone: bool) -> Block | None:
    links = scene.activities(stage)
    if not links:
        return None
    if len(links) > MOST:
        rest = scene.say(say("and {count} more", count=len(links) - MOST + 1))
        links = [*links[: MOST - 1], (rest, scene.links.stage(stage.key))]
    style, least = (CHIP_PHONE, 44) if phone else (CHIP, 28)
    chips = Chips(scene, links, room, stage_class(index + 1), style, least)
    return Labelled(scene, scene.say(say("Activities")), room, chips, 8)


def phone(scene: Scene) -> Sheet:
    """A numbered list along a line, in one column."""
    canvas = scene.canvas(PHONE_WIDTH)
    left, radius, middle = 48, 16, 22
    room = (PHONE_WIDTH - left) / SLACK  # a font in place of ours may be wider
    count, y = len(scene.journey.stages), 0.0
    for index, stage in enumerate(scene.journey.stages):
        colour = stage_class(index + 1)
        title = scene.lines(stage.title, room, TITLE_PHONE)
        blocks = [
            block
            for block in (
                Mood(scene, stage, room) if stage.feelings else None,
                _touchpoints(scene, index, stage, room),
                _activities(scene, index, stage, room, phone=True),
            )
            if block
        ]
        head = max(2 * middle, len(title) * TITLE_PHONE.line + middle)
        bottom = y + head + sum(block.height + 14 for block in blocks) - (8 if blocks else 0)
        with canvas.link(scene.links.stage(stage.key), f"{index + 1} {stage.title}"):
            canvas.box(0, y, PHONE_WIDTH, head, "jd-hit")
            canvas.disc(radius, y + middle, radius, f"jd-fill jd-on {colour}", str(index + 1), NUMBER_PHONE)
            canvas.text(left, y + middle - TITLE_PHONE.line / 2, title, TITLE_PHONE, f"jd-stage {colour}")
        at = y + head
        for block in blocks:
            block.draw(canvas, left, at)
            at += block.height + 14
        gap = 20
        if index + 1 < count:
            ends = [(radius, y + middle + radius + 4), (radius, bottom + gap + middle - radius - 4)]
            canvas.outline(ends, "jd-line", closed=False)
        y = bottom + gap
    return canvas, ceil(y - gap + 2)
