"""The site's fonts inside a picture: only the characters that it shows."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from itertools import groupby
from string import printable

from journeybook.store.cache import Cache, digest
from journeybook.text.font import WEIGHTS
from journeybook.text.fonts import SUBSETS, characters, cut, parts

COMMON = frozenset(printable.strip() + " \u00a0‘’“”–—…·×−")
"""What nearly every drawing shows: one font for all of them, made once, since making one takes a fifth of a second."""
_VERSION = "2"
_SOURCE = re.compile(r"url\(data:font/woff2;base64,([\w+/=]+)\)")


def faces(text: str, cache: Cache | None = None) -> str:
    """Write `@font-face` rules with fonts for the characters of a text; those that our fonts lack are left out."""
    return "".join(_rule(subset, chars, cache) for subset, chars in _parts(set(text)))


def fonts_in(svg: str) -> list[bytes]:
    """Give the fonts of a picture as TrueType files, for programs that read nothing else."""
    return [_truetype(found) for found in _SOURCE.findall(svg)]


def fixed_faces(svg: str) -> str:
    """Write `@font-face` rules with a picture's fonts, one for each weight, for programs that cannot vary them well."""
    rule = "@font-face{{font-family:Inter;font-weight:{};src:url(data:font/ttf;base64,{})}}"
    return "".join(
        rule.format(weight, _text(_truetype(found, weight)))
        for found in _SOURCE.findall(svg)
        for weight in WEIGHTS
        if f'font-weight="{weight}"' in svg
    )


def lacks(text: str) -> bool:
    """Tell whether a text has characters that are in none of our fonts."""
    return any(char.isprintable() and not any(char in characters(_file(subset)) for subset in SUBSETS) for char in text)


def _file(subset: str) -> str:
    return f"inter-{subset}-wght-normal"


def _parts(wanted: set[str]) -> Iterator[tuple[str, frozenset[str]]]:
    if wanted & COMMON:
        yield SUBSETS[0], COMMON
    yield from parts(wanted - COMMON, _file)


def _rule(subset: str, chars: frozenset[str], kept: Cache | None) -> str:
    key = digest("face", _VERSION, subset, "".join(sorted(chars)))
    data = kept.get(key) if kept else None
    if data is None:
        data = _font(subset, chars)
        if kept:
            kept.put(key, data)
    return (
        f"@font-face{{font-family:Inter;font-weight:{WEIGHTS[0]} {WEIGHTS[-1]};"
        f'src:url(data:font/woff2;base64,{data}) format("woff2");unicode-range:{_ranges(chars)}}}'
    )


@cache
def _font(subset: str, chars: frozenset[str]) -> str:
    """Make a variable woff2 font, in base64, of some characters in the weights that drawings use."""
    weights = {"wght": (WEIGHTS[0], WEIGHTS[-1])}
    return _text(cut(_file(subset), chars, weights, ("ccmp", "kern", "locl", "mark"), woff2=True))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


@cache
def _truetype(data: str, weight: int | None = None) -> bytes:
    """Turn a woff2 font in base64 into a TrueType file; of one weight, if that is given."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    with TTFont(BytesIO(base64.b64decode(data)), recalcTimestamp=False) as font:
        font.flavor = None
        if weight:
            instantiateVariableFont(font, {"wght": weight}, inplace=True)
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def _ranges(chars: Iterable[str]) -> str:
    """Write characters as CSS has them: U+20-7E,U+2019."""
    codes = sorted(map(ord, chars))
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    return ",".join(f"U+{run[0]:X}" + (f"-{run[-1]:X}" if len(run) > 1 else "") for run in runs)
