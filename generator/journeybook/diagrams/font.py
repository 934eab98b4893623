"""How wide text is, measured in the font files that the site serves."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from journeybook.diagrams.graphemes import clusters, is_flag_letter, is_mark
from journeybook.fonts import SUBSETS, opened

WEIGHTS = (400, 500, 600, 700)
SLACK = 1.12
"""Room for text in a font that is not ours: which one the reader has is unknown."""
_WIDE, _NARROW, _EMOJI = 1.0, 0.65, 1.3  # em; the usual emoji fonts are 1.2 to 1.37 em wide


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A kind of text in diagrams: `name` is its class in SVG, `size` and `line` (height) are pixels."""

    name: str
    size: float
    weight: int
    line: float


@cache
def _advances(subset: str) -> dict[str, tuple[float, ...]]:
    """Advance widths in em of every character of one of Inter's files, one for each of `WEIGHTS`."""
    return advances(f"inter-{subset}-wght-normal", tuple({"wght": weight} for weight in WEIGHTS))


def advances(name: str, places: Sequence[Mapping[str, float]]) -> dict[str, tuple[float, ...]]:
    """Advance widths in em of every character of one of the site's font files, one for each place on its axes.

    They are the default widths of `hmtx` and the differences of `HVAR` at that place, after `avar` (OpenType 1.9,
    “Font variations common table formats”).
    """
    from fontTools.varLib.models import normalizeLocation, piecewiseLinearMap
    from fontTools.varLib.varStore import VarStoreInstancer

    with opened(name) as font:
        axes = font["fvar"].axes
        limits = {axis.axisTag: (axis.minValue, axis.defaultValue, axis.maxValue) for axis in axes}
        table = font["HVAR"].table
        index = table.AdvWidthMap.mapping if table.AdvWidthMap else {g: font.getGlyphID(g) for g in font.glyphOrder}
        segments = font["avar"].segments if "avar" in font else {}
        changes = []
        for given in places:
            place = normalizeLocation(given, limits)
            place = {tag: piecewiseLinearMap(value, segments.get(tag) or {}) for tag, value in place.items()}
            changes.append(VarStoreInstancer(table.VarStore, axes, place))
        metrics, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {
            chr(code): tuple((metrics[glyph][0] + change[index[glyph]]) / unit for change in changes)
            for code, glyph in font.getBestCmap().items()
        }


def _in_font(char: str) -> tuple[float, ...] | None:
    return next((widths for subset in SUBSETS if (widths := _advances(subset).get(char))), None)


@lru_cache(maxsize=5_000)
def _cluster_width(cluster: str, weight: int) -> float:
    """Width in em of one grapheme cluster."""
    if "\ufe0f" in cluster or cluster[0] >= "\U0001f000":
        return _EMOJI * SLACK * (0.7 if is_flag_letter(cluster) else 1)
    return sum(_char_width(char, WEIGHTS.index(weight)) for char in cluster)


def _char_width(char: str, weight: int) -> float:
    known = _in_font(char)
    if known:
        return known[weight]
    if is_mark(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0
    return SLACK * (_WIDE if unicodedata.east_asian_width(char) in "WF" else _NARROW)


def width(text: str, style: TextStyle) -> float:
    """Width of a line in pixels.

    Characters that the font lacks count as 1 em where they are wide, as 1.3 em where they are emoji and as 0.65 em
    elsewhere, each with 12 % of slack. Kerning is left out: it makes lines narrower by a few tenths of a percent.
    """
    return style.size * _width(text, style.weight)


@lru_cache(maxsize=5_000)
def _width(text: str, weight: int) -> float:
    """Width in em; a drawing asks for the same texts in each of its sizes."""
    return sum(_cluster_width(cluster, weight) for cluster in clusters(text))
