"""How wide text is, measured in the font files that the site serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from journeybook.text import widest
from journeybook.text.fonts import SUBSETS, opened

WEIGHTS = (400, 500, 600, 700)
BOLD = 600
"""From this weight on, a font that has no more than two is bold."""
SLACK = 1.12
"""Room for all text in a font that is not ours: which one the reader has is unknown."""
SPARE = 1.03
"""Room for fonts that could not be measured, where ours has no letters: those of Windows, macOS and phones."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A kind of text in diagrams: `name` is its class in SVG, `size` and `line` (height) are pixels."""

    name: str
    size: float
    weight: int
    line: float


@cache
def _advances(subset: str) -> dict[str, tuple[float, ...]]:
    """Read the advance widths in em of all characters of one of Inter's files, one for each of `WEIGHTS`."""
    return advances(f"inter-{subset}-wght-normal", tuple({"wght": weight} for weight in WEIGHTS))


def advances(name: str, places: Sequence[Mapping[str, float]]) -> dict[str, tuple[float, ...]]:
    """Read the advance widths in em of all characters of one of the site's font files, one for each place on its axes.

    They are the default widths of `hmtx` and the differences of `HVAR` at that place, after `avar` (OpenType 1.9, “Font
    variations common table formats”).
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


def in_our_font(char: str) -> tuple[float, ...] | None:
    """Give a character's advance widths in em, one for each of `WEIGHTS`; None where our font lacks it."""
    return next((widths for subset in SUBSETS if (widths := _advances(subset).get(char))), None)


@lru_cache(maxsize=5_000)
def _cluster_width(cluster: str, weight: int) -> float:
    """Give the width of one grapheme cluster in em."""
    return sum(_piece_width(piece, weight) for piece in widest.pieces(cluster))


def _piece_width(piece: str, weight: int) -> float:
    ours = in_our_font(piece) if len(piece) == 1 else None
    return ours[WEIGHTS.index(weight)] if ours else SPARE * widest.em(piece, bold=weight >= BOLD)


def width(text: str, style: TextStyle) -> float:
    """Give the width of a line in pixels.

    Characters that the font lacks count as wide as the widest of the common fonts makes them, and a little wider.
    Kerning is left out: it makes lines narrower by a few tenths of a percent.
    """
    return style.size * _width(text, style.weight)


@lru_cache(maxsize=5_000)
def _width(text: str, weight: int) -> float:
    """Give the width of a line in em; cached, since a drawing asks for the same texts in each of its sizes."""
    return sum(_cluster_width(cluster, weight) for cluster in widest.joined(text))
