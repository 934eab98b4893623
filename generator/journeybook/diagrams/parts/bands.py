"""The bands of a funnel: how wide each is, and the figures that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeybook.diagrams.paint.canvas import Align, Canvas
from journeybook.diagrams.paint.styles import FIGURE, HEADING, NOTE, TITLE
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.views.funnel import FunnelView, FunnelWidth
from journeybook.problems import say
from journeybook.text.font import TextStyle, width

HAIRLINE = 3
"""Pixels: no band is narrower, or one of 12,000 could not be seen."""
_NARROWEST = 132  # pixels: “15% of the previous stage” in two lines
_PADDING = 12
_BESIDE = 14  # pixels between a band and the figures beside it
_LEAST = 40  # pixels for a share


@dataclass(frozen=True, slots=True)
class Band:
    """A band's widths in pixels at its upper and its lower edge; `counted` says whether the stage has a number."""

    top: float
    bottom: float
    counted: bool


def true_to_numbers(scene: Scene) -> bool:
    """Tell whether bands are as wide as their numbers: where the view asks for it and there are numbers."""
    asked = scene.settings("funnel", FunnelView).width is FunnelWidth.COUNT
    return asked and any(stage.count for stage in scene.journey.stages)


def bands_of(scene: Scene, widest: float) -> list[Band]:
    """Give the bands from top to bottom, the widest one so many pixels wide."""
    counts = [stage.count for stage in scene.journey.stages]
    if true_to_numbers(scene):
        filled = _filled(counts)
        wide = [max(HAIRLINE, widest * number / max(filled)) for number in filled]
        return [Band(w, w, count is not None) for w, count in zip(wide, counts, strict=True)]
    narrowest = max(_NARROWEST, 0.4 * widest)
    edges = [widest - (widest - narrowest) * place / len(counts) for place in range(len(counts) + 1)]
    return [Band(*pair, count is not None) for pair, count in zip(pairwise(edges), counts, strict=True)]


def _filled(counts: Sequence[int | None]) -> list[float]:
    """Give the counts; where one is missing, what lies on the line between its neighbours."""
    known = [(place, count) for place, count in enumerate(counts) if count is not None]
    found = []
    for place in range(len(counts)):
        first, before = max((pair for pair in known if pair[0] <= place), default=known[0])
        last, after = min((pair for pair in known if pair[0] >= place), default=known[-1])
        found.append(before + (after - before) * (place - first) / (last - first) if last > first else before)
    return found


def figures_of(scene: Scene) -> list[tuple[str, ...]]:
    """Give each stage's number and, where an earlier stage has one above 0, its share of the last such number."""
    found: list[tuple[str, ...]] = []
    place_before, before = 0, 0
    for place, stage in enumerate(scene.journey.stages, 1):
        if stage.count is None:
            found.append(())
            continue
        share = (_share(scene, stage.count / before, place_before, place),) if before else ()
        found.append((scene.number(stage.count), *share))
        place_before, before = place, stage.count
    return found


def _share(scene: Scene, share: float, place_before: int, place: int) -> str:
    """Say a share in words; one that would be rounded to nothing is said as less than the least."""
    shown = scene.percent(max(share, 0.01) if share else 0)
    if 0 < share < 0.005:
        shown = scene.say(say("less than {share}", share=shown))
    if place_before == place - 1:
        return scene.say(say("{share} of the previous stage", share=shown))
    return scene.say(say("{share} of stage {number}", share=shown, number=scene.number(place_before)))


@dataclass(frozen=True, slots=True)
class Figures:
    """A number, and below it a share in `lines`, in so many pixels of `room`: `inside` the band, or beside it."""

    number: str
    style: TextStyle
    lines: list[str]
    room: float
    inside: bool

    @property
    def height(self) -> float:
        """The height of number and share, in pixels."""
        return self.style.line + len(self.lines) * NOTE.line

    def draw(self, canvas: Canvas, band: Band, middle: float, y: float, colour: str) -> None:
        """Draw them in the middle of the band, or to the right of it, around y."""
        top = y - self.height / 2
        x = middle if self.inside else middle + band.top / 2 + _BESIDE
        align: Align = "middle" if self.inside else "start"
        canvas.text(x, top, [self.number], self.style, "jd-over" if self.inside else f"jd-stage {colour}", align)
        if self.lines:
            shown = "jd-over" if self.inside else "jd-muted"
            canvas.text(x, top + self.style.line, self.lines, NOTE, shown, align)


def set_figures(scene: Scene, bands: Sequence[Band], room: float) -> list[Figures | None]:
    """Set the figures of all stages in the largest of three sizes that fits; None where a stage has no number.

    `room` is how far figures may reach, in pixels, in the middle of which the bands stand.
    """
    for style in (FIGURE, HEADING, TITLE):
        found = [
            _set(scene, texts, band, room, style) if texts else None
            for texts, band in zip(figures_of(scene), bands, strict=True)
        ]
        if all(figures is None or width(figures.number, style) <= figures.room for figures in found):
            break
    return found


def _set(scene: Scene, texts: tuple[str, ...], band: Band, room: float, style: TextStyle) -> Figures:
    """Set a stage's figures in the band where number and share fit; a share of three lines is better beside it."""
    number, *share = texts

    def figures(room: float, *, inside: bool) -> Figures:
        lines = scene.lines(share[0], max(room, _LEAST), NOTE) if share else []
        return Figures(number, style, lines, room, inside)

    inside = figures(min(band.top, band.bottom) - 2 * _PADDING, inside=True)
    fits = width(number, style) <= inside.room and len(inside.lines) <= 2
    if fits or band.top != band.bottom:
        return inside
    return figures((room - band.top) / 2 - _BESIDE, inside=False)
