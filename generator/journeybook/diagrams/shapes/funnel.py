"""The funnel: bands that narrow from stage to stage, with the number of people in each and its share of the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import CHIP, CHIP_PHONE, NUMBER, NUMBER_PHONE
from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.bands import Band, Figures, bands_of, figures_of, set_figures, true_to_numbers
from journeybook.diagrams.parts.blocks import Chips, tallest
from journeybook.diagrams.parts.captions import Caption
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.model.views.map import Lane
from journeybook.palette.stages import stage_class
from journeybook.problems import say
from journeybook.text.font import SLACK, TextStyle

_GUTTER = 28  # pixels between what stands left of the funnel, the funnel, and what stands right of it
_GAP = 8  # pixels between two bands
_FLOW = 26  # pixels between two bands that are true to numbers: room for the slope from one to the next
_PAD = 12
_LEAST = 56  # pixels: height of a band
_STAGE_GAP = 30  # pixels between two stages on a phone
_WIDEST_TEXT = 420  # pixels: lines longer than some 60 letters are hard to read


@dataclass(frozen=True, slots=True)
class _Funnel:
    """The bands around the line x = `middle`, each `high` pixels high, and the figures that belong to them."""

    scene: Scene
    middle: float
    high: float
    bands: list[Band]
    figures: list[Figures | None]

    def draw(self, canvas: Canvas, index: int, y: float, radius: float, style: TextStyle) -> None:
        """Draw the band that begins at y; where no stage has figures, with its number in a disc."""
        band, colour = self.bands[index], stage_class(index + 1)
        known = band.counted or not true_to_numbers(self.scene)
        canvas.outline(
            self._edges(band.top, band.bottom, y, self.high), f"jd-band {'' if known else 'jd-open '}{colour}"
        )
        if not _counted(self.scene):
            canvas.disc(self.middle, y + self.high / 2, radius, f"jd-num {colour}", str(index + 1), style)

    def draw_figures(self, canvas: Canvas, index: int, y: float) -> None:
        """Draw the figures of the band that begins at y."""
        figures = self.figures[index]
        if figures:
            figures.draw(canvas, self.bands[index], self.middle, y + self.high / 2, stage_class(index + 1))

    def draw_flow(self, canvas: Canvas, index: int, y: float, high: float) -> None:
        """Draw the slope from the band that ends at y to the next one, `high` pixels below."""
        if true_to_numbers(self.scene) and index + 1 < len(self.bands):
            edges = self._edges(self.bands[index].bottom, self.bands[index + 1].top, y, high)
            canvas.outline(edges, f"jd-flow {stage_class(index + 1)}")

    def _edges(self, top: float, bottom: float, y: float, high: float) -> list[tuple[float, float]]:
        x = self.middle
        return [(x - top / 2, y), (x + top / 2, y), (x + bottom / 2, y + high), (x - bottom / 2, y + high)]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Pixels: where texts end, where activities begin, and the width of the widest band between them."""

    left: float
    right: float
    widest: float

    @property
    def middle(self) -> float:
        """The middle of the funnel."""
        return (self.left + self.right) / 2


def _columns(scene: Scene, width: float) -> _Columns:
    """Find the places of the columns; without activities, the funnel has their room as well."""
    if not any(map(scene.activities, scene.journey.stages)):
        widest = min(460.0, 0.48 * width)
        return _Columns(min(width - widest - _GUTTER, _WIDEST_TEXT), width, widest)
    widest = min(400.0, max(0.36 * width, 270))
    sides = width - widest - 2 * _GUTTER
    return _Columns(0.56 * sides, width - 0.44 * sides, widest)


def desk(scene: Scene, width: float) -> Sheet:
    """Draw titles and summaries at the left, the bands, activities at the right, in rows of equal height."""
    canvas = scene.canvas(width)
    columns, true = _columns(scene, width), true_to_numbers(scene)
    places = range(len(scene.journey.stages))
    captions = [Caption(scene, place, columns.left, numbered=_counted(scene)) for place in places]
    chips = [_chips(scene, place, width - columns.right) for place in places]
    bands = bands_of(scene, columns.widest)
    figures = set_figures(scene, bands, columns.widest + _GUTTER)
    beside = max(*(caption.height for caption in captions), tallest(chips))
    row = max(_height(figures) + (_FLOW if true else _GAP), beside + 2 * _PAD)
    funnel = _Funnel(scene, columns.middle, _height(figures) if true else row - _GAP, bands, figures)
    first = max(funnel.high, beside) / 2
    for place, (stage, caption, chip) in enumerate(zip(scene.journey.stages, captions, chips, strict=True)):
        middle = first + place * row
        top = middle - funnel.high / 2
        if place:
            _rules(canvas, columns, middle - row / 2)
        funnel.draw_flow(canvas, place, top + funnel.high, row - funnel.high)
        with canvas.link(scene.links.stage(stage.key), f"{place + 1} {stage.title}"):
            funnel.draw(canvas, place, top, 11, NUMBER)
            caption.draw_title(canvas, 0, middle - caption.height / 2)
        funnel.draw_figures(canvas, place, top)
        caption.draw_summary(canvas, 0, middle - caption.height / 2)
        if chip:
            chip.draw(canvas, columns.right, middle - chip.height / 2)
    return Sheet(canvas, ceil(2 * first + (len(places) - 1) * row))


def _rules(canvas: Canvas, columns: _Columns, y: float) -> None:
    """Draw lines between two rows, left and right of the funnel."""
    for start, end in ((0.0, columns.left), (columns.right, canvas.width)):
        if end > start:
            canvas.outline([(start, y), (end, y)], "jd-rule", closed=False)


def phone(scene: Scene) -> Sheet:
    """Draw the bands below each other as wide as the phone, and below each its title, summary and activities."""
    canvas = scene.canvas(PHONE_WIDTH)
    bands = bands_of(scene, PHONE_WIDTH)
    figures = set_figures(scene, bands, PHONE_WIDTH - _GUTTER)
    high = _height(figures)
    middle = PHONE_WIDTH / 2
    funnel = _Funnel(scene, middle, high, bands, figures)
    y = 0.0
    for index, stage in enumerate(scene.journey.stages):
        caption = Caption(scene, index, PHONE_WIDTH / SLACK, align="middle", numbered=_counted(scene), phone=True)
        with canvas.link(scene.links.stage(stage.key), f"{index + 1} {stage.title}"):
            funnel.draw(canvas, index, y, 14, NUMBER_PHONE)
            caption.draw_title(canvas, middle, y + high + 10)
        funnel.draw_figures(canvas, index, y)
        caption.draw_summary(canvas, middle, y + high + 10)
        y += high + 10 + caption.height
        for link in _activities(scene, index):
            chip = Chips(scene, [link], PHONE_WIDTH / SLACK, stage_class(index + 1), CHIP_PHONE, 44)
            chip.draw(canvas, middle - chip.wide / 2, y + 10)
            y += 10 + chip.height
        y += _STAGE_GAP
    return Sheet(canvas, ceil(y - _STAGE_GAP + 2))


def twin(scene: Scene) -> Twin:
    """Give stage by stage its number and share, its summary, its activities."""
    figures = tuple(tuple(map(Label, texts)) for texts in figures_of(scene))
    activities = lanes.row(scene, Lane.ACTIVITIES, lanes.MOST)
    rows = (
        Row(scene.say(say("People")), figures, named=False),
        lanes.summaries(scene),
        replace(activities, named=False),
    )
    return Twin(scene.stage_entries(), rows)


def _height(figures: Sequence[Figures | None]) -> float:
    return max((found.height + 2 * _PAD for found in figures if found), default=_LEAST)


def _counted(scene: Scene) -> bool:
    return any(stage.count is not None for stage in scene.journey.stages)


def _activities(scene: Scene, index: int) -> list[tuple[str, str]]:
    stage = scene.journey.stages[index]
    found = lanes.few(scene, stage, lanes.entries(scene, stage, Lane.ACTIVITIES))
    return [(entry.text, entry.address or "") for entry in found]


def _chips(scene: Scene, index: int, room: float) -> Chips | None:
    links = _activities(scene, index)
    return Chips(scene, links, room, stage_class(index + 1), CHIP, 28) if links else None
