"""Colours, written `#rrggbb`: their contrast, and the nearest one that does what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a tenth of a second to load, which only those wait for who give a palette
    from coloraide import Color

BLACK, WHITE = "#000000", "#ffffff"
STEP = 0.01
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.I)


def from_hex(text: str) -> str | None:
    """Read `#rgb` or `#rrggbb` as `#rrggbb`, None for anything else."""
    if not _HEX.fullmatch(text):
        return None
    digits = text[1:].lower()
    return f"#{''.join(digit * 2 for digit in digits) if len(digits) == 3 else digits}"


def from_css(text: str) -> str | None:
    """Read what CSS calls a colour (`navy`, `rgb(11 92 171)`) as `#rrggbb`, without transparency; None for the rest."""
    try:
        return _hex(_colour(text).set("alpha", 1))
    except ValueError:
        return None


@lru_cache(1 << 16)
def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    return float(_colour(one).contrast(_colour(other)))


def mix(base: str, other: str, share: float) -> str:
    """Mix `share` (0 to 1) of one colour over another, as a browser lays a transparent colour over a ground."""
    return _hex(_colour(base).mix(other, share, space="srgb"))


def toned(colour: str, like: str, most: float) -> str:
    """Give a colour its lightness, the hue of another, and that one's chroma up to `most` (OKLCH)."""
    other = _colour(like).convert("oklch")
    found = _colour(colour).convert("oklch").set({"hue": other["hue"], "chroma": min(other["chroma"], most)})
    return _hex(found.convert("srgb"))


def nearest(colour: str, does: Callable[[str], bool], step: float = STEP) -> str | None:
    """Find the colour of the same hue (OKLCH) and the least different lightness that `does`; None where none does."""
    if does(colour):
        return colour
    lightness = _colour(colour).convert("oklch")["lightness"]
    for distance in range(1, int(1 / step) + 2):
        for there in (lightness - distance * step, lightness + distance * step):
            if -step < there < 1 + step:
                found = _at(colour, min(1.0, max(0.0, there)))
                if does(found):
                    return found
    return None


@lru_cache(1 << 16)
def _at(colour: str, lightness: float) -> str:
    return _hex(_colour(colour).convert("oklch").set("lightness", lightness).convert("srgb"))


def _colour(text: str) -> Color:
    from coloraide import Color

    return Color(text)


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").fit("srgb").to_string(hex=True))
