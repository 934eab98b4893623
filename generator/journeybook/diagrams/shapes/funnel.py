"""The funnel: bands as wide as the number of people in each, in one hue; beside them the numbers, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import CHIP, CHIP_PHONE, LABEL, NOTE, NUMBER, NUMBER_PHONE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.bands import HUE, Band, bands_of, counted, scale, true_to_numbers
from journeybook.diagrams.parts.blocks import Chips, Labelled, LayoutBlock, Paragraph, tallest
from journeybook.diagrams.parts.captions import Caption
from journeybook.diagrams.parts.counts import CountColumns, counts_of
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.views.map import Lane
from journeybook.problems import say
from journeybook.text.font import SLACK, TextStyle

_GUTTER, _NARROW_GUTTER = 28, 20  # pixels between columns, and on narrow pages
_NARROW = 800  # pixels: pages that are no wider
_GAP = 8  # pixels between two bands that narrow evenly
_JOINT = 8  # pixels above and below what was lost between two bands
_LEAST_FLOW = 30  # pixels between two bands that are true to numbers: room for the slope from one to the next
_PAD = 12
_LEAST = 44  # pixels: height of a band
_EDGE = 3  # pixels above and below a band that paper keeps with it: its line, and above the rule between two rows
_PHONE_BAND = 34
_STAGE_GAP = 30  # pixels between two stages on a phone
_HEAD = 12  # pixels below headings
_WIDEST_TEXT = 420  # pixels: lines longer than some 60 letters are hard to read


@dataclass(frozen=True, slots=True)
class _Funnel:
    """The bands around the line x = `middle`, each `high` pixels high."""

    scene: Scene
    middle: float
    high: float
    bands: list[Band]

    def draw(self, canvas: Canvas, index: int, y: float, radius: float, style: TextStyle) -> None:
        """Draw the band that begins at y; where no stage has a number, with the stage's own in a disc."""
        band = self.bands[index]
        canvas.outline(self._edges(band.top, band.bottom, y, self.high), f"jd-band {band.classes}")
        if not counted(self.scene):
            canvas.disc(self.middle, y + self.high / 2, radius, f"jd-num {HUE}", str(index + 1), style)

    def draw_flow(self, canvas: Canvas, index: int, y: float, high: float) -> None:
        """Draw the slope from the band that ends at y to the next one, `high` pixels below."""
        if true_to_numbers(self.scene) and index + 1 < len(self.bands):
            edges = self._edges(self.bands[index].bottom, self.bands[index + 1].top, y, high)
            canvas.outline(edges, f"jd-flow {HUE}")

    def _edges(self, top: float, bottom: float, y: float, high: float) -> list[tuple[float, float]]:
        x = self.middle
        return [(x - top / 2, y), (x + top / 2, y), (x + bottom / 2, y + high), (x - bottom / 2, y + high)]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Pixels: where texts end, the middle of the bands, where numbers and where activities begin."""

    left: float
    middle: float
    widest: float
    numbers: float
    right: float


def _columns(scene: Scene, width: float, numbers: CountColumns | None) -> _Columns:
    """Find the places of the columns; what is not there leaves its room to the bands and the texts."""
    gutter = _NARROW_GUTTER if width < _NARROW else _GUTTER
    helps = 0.21 * width if any(map(scene.activities, scene.journey.stages)) else 0
    right = width - helps
    at = right - (gutter if helps else 0) - (numbers.wide if numbers else 0)
    room = at - (gutter + numbers.lead if numbers else 0)
    widest = min(400.0, (0.42 if width < _NARROW else 0.5) * (room - gutter))
    left = min(room - gutter - widest, _WIDEST_TEXT)
    return _Columns(left, (left + gutter + room) / 2, widest, at, right)


def desk(scene: Scene, width: float) -> Sheet:
    """Draw titles and summaries at the left, the bands, the numbers, and what helps at the right, in equal rows."""
    canvas = scene.canvas(width)
    numbers = CountColumns(scene, width / 7) if counted(scene) else None
    columns = _columns(scene, width, numbers)
    places = range(len(scene.journey.stages))
    captions = [Caption(scene, place, columns.left, numbered=bool(numbers), colour=HUE) for place in places]
    chips = [_chips(scene, place, width - columns.right) for place in places]
    beside = max(*(caption.height for caption in captions), tallest(chips), numbers.line if numbers else 0)
    flow = _flow(scene, numbers)
    row = max(_LEAST + flow, beside + 2 * _PAD, beside + flow if numbers else 0)
    funnel = _Funnel(scene, columns.middle, row - flow, bands_of(scene, columns.widest))
    head = _draw_heads(scene, canvas, columns, numbers, helps=any(chips))
    first = head + max(funnel.high, beside) / 2
    for place, (stage, caption, chip) in enumerate(zip(scene.journey.stages, captions, chips, strict=True)):
        middle = first + place * row
        top = middle - funnel.high / 2
        if place:
            _rules(canvas, columns, middle - row / 2)
        funnel.draw_flow(canvas, place, top + funnel.high, flow)
        with canvas.link(scene.links.stage(stage.key), f"{place + 1} {stage.title}"):
            funnel.draw(canvas, place, top, 11, NUMBER)
            caption.draw_title(canvas, 0, middle - caption.height / 2)
        caption.draw_summary(canvas, 0, middle - caption.height / 2)
        if numbers:
            numbers.draw_change(canvas, columns.numbers, middle - row / 2, place)
            numbers.draw(canvas, columns.numbers, middle, place)
        if chip:
            chip.draw(canvas, columns.right, middle - chip.height / 2)
    end = first + (len(places) - 1) * row + max(funnel.high, beside) / 2
    high = ceil(_draw_scale(scene, canvas, columns.middle, end, columns.widest))
    below = first + funnel.high / 2 + _EDGE
    breaks = (max(0.0, head - _EDGE), *(below + place * row for place in places[:-1]))
    return Sheet(canvas, high, breaks=breaks)


def _flow(scene: Scene, numbers: CountColumns | None) -> float:
    """Give the pixels between two bands: room for the slope, and for what was lost or gained."""
    changes = [numbers.change_height(place) for place in range(len(scene.journey.stages))] if numbers else [0]
    joint = max(changes) + 2 * _JOINT if any(changes) else 0
    return max(_LEAST_FLOW, joint) if true_to_numbers(scene) else max(_GAP, joint)


def _draw_heads(scene: Scene, canvas: Canvas, columns: _Columns, numbers: CountColumns | None, *, helps: bool) -> float:
    """Draw the headings of the columns; give where the rows begin."""
    helpful = Paragraph(scene, _helps(scene), canvas.width - columns.right, LABEL, "jd-muted") if helps else None
    bottom = max(numbers.head if numbers else 0, helpful.height if helpful else 0)
    if numbers:
        numbers.draw_heads(canvas, columns.numbers, bottom)
    if helpful:
        helpful.draw(canvas, columns.right, bottom - helpful.height)
    return bottom + _HEAD if bottom else 0


def _draw_scale(scene: Scene, canvas: Canvas, middle: float, y: float, room: float) -> float:
    """Draw below the bands what is to be said of their widths; give where the drawing ends."""
    if not (text := scale(scene)):
        return y
    lines = scene.lines(text, max(room, 220), NOTE)
    canvas.text(middle, y + _PAD, lines, NOTE, "jd-muted", "middle")
    return y + _PAD + len(lines) * NOTE.line + 2


def _helps(scene: Scene) -> str:
    return scene.say(say("What helps"))


def _rules(canvas: Canvas, columns: _Columns, y: float) -> None:
    """Draw lines between two rows, in the columns of texts."""
    for start, end in ((0.0, columns.left), (columns.right, canvas.width)):
        if end > start:
            canvas.outline([(start, y), (end, y)], "jd-rule", closed=False)


def phone(scene: Scene) -> Sheet:
    """Draw stage by stage the title with its number, the band as wide as the phone, the summary, and what helps."""
    canvas = scene.canvas(PHONE_WIDTH)
    numbers = CountColumns(scene, PHONE_WIDTH / 4) if counted(scene) else None
    at = PHONE_WIDTH - numbers.wide if numbers else PHONE_WIDTH
    room = (at - 10 if numbers else PHONE_WIDTH) / SLACK
    funnel = _Funnel(scene, PHONE_WIDTH / 2, _PHONE_BAND, bands_of(scene, PHONE_WIDTH))
    y = 0.0
    if numbers:
        numbers.draw_heads(canvas, at, numbers.head)
        y = numbers.head + _HEAD
    for index, stage in enumerate(scene.journey.stages):
        if numbers and (high := numbers.change_height(index)):
            numbers.draw_change(canvas, at, y - _STAGE_GAP / 2 + high / 2, index)
            y += high
        caption = Caption(scene, index, room, numbered=bool(numbers), phone=True, colour=HUE)
        band = y + max(caption.title_height, numbers.line if numbers else 0) + 8
        with canvas.link(scene.links.stage(stage.key), f"{index + 1} {stage.title}"):
            funnel.draw(canvas, index, band, 14, NUMBER_PHONE)
            caption.draw_title(canvas, 0, y)
        if numbers:
            numbers.draw(canvas, at, y + 14, index)
        y = _below(scene, canvas, index, band + _PHONE_BAND) + _STAGE_GAP
    return Sheet(canvas, ceil(_draw_scale(scene, canvas, PHONE_WIDTH / 2, y - _STAGE_GAP, PHONE_WIDTH - 20) + 2))


def _below(scene: Scene, canvas: Canvas, index: int, y: float) -> float:
    """Draw a stage's summary and activities below its band on a phone; give where they end."""
    stage, room = scene.journey.stages[index], PHONE_WIDTH / SLACK
    blocks: list[LayoutBlock] = [Paragraph(scene, stage.summary, room, classes="jd-muted")] if stage.summary else []
    if links := _activities(scene, index):
        chips = Chips(scene, links, room, HUE, CHIP_PHONE, 44, even=True)
        blocks.append(Labelled(scene, _helps(scene), room, chips, 8))
    for block in blocks:
        block.draw(canvas, 0, y + 10)
        y += 10 + block.height
    return y


def twin(scene: Scene) -> Twin:
    """Give stage by stage its number, share and change, its summary, its activities; before all, what is the scale."""
    told = counts_of(scene)
    figures = tuple(tuple(map(Label, told.texts(place))) for place in range(len(scene.journey.stages)))
    activities = lanes.row(scene, Lane.ACTIVITIES, lanes.MOST)
    rows = (
        Row(scene.say(say("People")), figures, named=counted(scene)),
        lanes.summaries(scene),
        Row(_helps(scene), activities.cells, named=bool(activities)),
    )
    return Twin(scene.stage_entries(), rows, lead=tuple(map(Label, filter(None, [scale(scene)]))))


def _activities(scene: Scene, index: int) -> list[tuple[str, str]]:
    stage = scene.journey.stages[index]
    found = lanes.few(scene, stage, lanes.entries(scene, stage, Lane.ACTIVITIES))
    return [(entry.text, entry.address or "") for entry in found]


def _chips(scene: Scene, index: int, room: float) -> Chips | None:
    links = _activities(scene, index)
    return Chips(scene, links, room, HUE, CHIP, 28, even=True) if links else None
