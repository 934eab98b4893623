"""The font files that the site serves: what is in them, and parts of them for pictures and cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from io import BytesIO
from typing import Any

from journeybook.ground.theme_dir import theme_dir

SUBSETS = ("latin", "latin-ext", "greek", "cyrillic", "vietnamese", "greek-ext", "cyrillic-ext")
"""Each face has a file for each of these, in the order in which they are asked."""


def opened(name: str) -> Any:
    """Open a font file, by its name without `.woff2`, with fontTools; the caller closes it."""
    from fontTools.ttLib import TTFont

    return TTFont(theme_dir() / "assets" / "fonts" / f"{name}.woff2", lazy=True, recalcTimestamp=False)


@cache
def characters(name: str) -> frozenset[str]:
    """Give the characters of a font file."""
    with opened(name) as font:
        return frozenset(map(chr, font.getBestCmap()))


def parts(wanted: Set[str], file: Callable[[str], str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Find the subsets that have some of these characters, and which of them; `file` names a subset's file."""
    rest = set(wanted)
    for subset in SUBSETS:
        chars = frozenset(rest & characters(file(subset)))
        rest -= chars
        if chars:
            yield subset, chars


def cut(
    name: str, chars: Set[str], axes: Mapping[str, object], features: Sequence[str], *, woff2: bool = False
) -> bytes:
    """Make a font of some characters only, at a place or in a range of its axes; TrueType, or woff2."""
    from fontTools.subset import Options, Subsetter
    from fontTools.varLib.instancer import instantiateVariableFont

    options = Options(hinting=False, name_IDs=[0, 1, 2, 4, 6, 14], layout_features=list(features))
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, chars))
    with opened(name) as font:
        if not woff2:
            font.flavor = None
        subsetter.subset(font)
        instantiateVariableFont(font, dict(axes), inplace=True)
        out = BytesIO()
        font.save(out)
    return out.getvalue()
