"""The bands of a funnel: how wide each is, in which shade of the one hue, and what is to be said of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeybook.diagrams.parts.scene import Scene
from journeybook.model.views.funnel import FunnelView, FunnelWidth
from journeybook.palette.stages import stage_class
from journeybook.problems import say

HUE = stage_class(1)
"""The class that colours all of a funnel: it shows one quantity, so that it has one hue."""
_SHADES = 8  # classes from jd-shade-1, the full hue, on
_LEAST_SHARE = 0.02  # of the widest band: 3 of 10,000 people can still be seen
_NARROWEST = 132  # pixels: a number in a disc with some air, in bands that narrow evenly


@dataclass(frozen=True, slots=True)
class Band:
    """A band's widths in pixels at its upper and its lower edge, and the classes of its shade."""

    top: float
    bottom: float
    classes: str


def counted(scene: Scene) -> bool:
    """Tell whether any stage has a number."""
    return any(stage.count is not None for stage in scene.journey.stages)


def true_to_numbers(scene: Scene) -> bool:
    """Tell whether bands are as wide as their numbers: where there are numbers, unless the view says otherwise."""
    asked = scene.settings("funnel", FunnelView).width is FunnelWidth.COUNT
    return asked and any(stage.count for stage in scene.journey.stages)


def bands_of(scene: Scene, widest: float) -> list[Band]:
    """Give the bands from top to bottom, the widest one so many pixels wide."""
    counts = [stage.count for stage in scene.journey.stages]
    if true_to_numbers(scene):
        filled = _filled(counts)
        wide = [widest * max(_LEAST_SHARE, number / max(filled)) for number in filled]
        looks = [_true(place, counts) for place in range(len(counts))]
        return [Band(w, w, classes) for w, classes in zip(wide, looks, strict=True)]
    narrowest = max(_NARROWEST, 0.4 * widest)
    edges = [widest - (widest - narrowest) * place / len(counts) for place in range(len(counts) + 1)]
    return [Band(*pair, _shade(place, len(counts))) for place, pair in enumerate(pairwise(edges))]


def _true(place: int, counts: Sequence[int | None]) -> str:
    """Give the classes of a band that is true to its number: open where nobody counted, or nobody was there."""
    return _shade(place, len(counts)) if counts[place] else f"jd-open {HUE}"


def _shade(place: int, count: int) -> str:
    step = round((_SHADES - 1) * place / max(_SHADES - 1, count - 1)) if count > 1 else 0
    return f"jd-shade-{step + 1} {HUE}"


def _filled(counts: Sequence[int | None]) -> list[float]:
    """Give the counts; where one is missing, what lies on the line between its neighbours."""
    known = [(place, count) for place, count in enumerate(counts) if count is not None]
    found = []
    for place in range(len(counts)):
        first, before = max((pair for pair in known if pair[0] <= place), default=known[0])
        last, after = min((pair for pair in known if pair[0] >= place), default=known[-1])
        found.append(before + (after - before) * (place - first) / (last - first) if last > first else before)
    return found


def scale(scene: Scene) -> str:
    """Say where the widths of bands are not those of their numbers; empty where all are."""
    if not true_to_numbers(scene):
        return scene.say(say("Not to scale"))
    counts = [stage.count for stage in scene.journey.stages if stage.count is not None]
    if min(counts) < _LEAST_SHARE * max(counts):
        share = scene.percent(_LEAST_SHARE)
        return scene.say(say("To scale, but no band is narrower than {share} of the widest", share=share))
    return ""
