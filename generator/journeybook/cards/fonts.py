"""The faces of cards as fonts of one weight each, of the characters that a deck shows.

WeasyPrint cannot vary fonts well.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from journeybook.cards.measure import FACES, Face
from journeybook.diagrams.cache import Cache, digest
from journeybook.diagrams.faces import COMMON
from journeybook.diagrams.font import SUBSETS
from journeybook.theme_dir import theme_dir

_VERSION = "1"
_RULE = '@font-face{{font-family:"{}";font-weight:{};src:url(data:font/ttf;base64,{})}}'


def font_faces(text: str, kept: Cache | None = None) -> str:
    """`@font-face` rules for the characters of a text; what our fonts lack is left to the system's.

    Each script is a family of its own (`families`): of files that share a name, WeasyPrint mixes the letters up.
    """
    return "".join(rule for face in FACES for rule in _rules(face, set(text), kept))


def families(style: str) -> str:
    """A stylesheet in which the faces are followed by those of all scripts."""
    for family in dict.fromkeys(face.family for face in FACES):
        names = ", ".join(f'"{_named(family, subset)}"' for subset in SUBSETS)
        style = style.replace(f'"{family}"', names)
    return style


def _named(family: str, subset: str) -> str:
    return family if subset == SUBSETS[0] else f"{family} {subset}"


def _rules(face: Face, wanted: set[str], kept: Cache | None) -> Iterator[str]:
    rest = wanted | COMMON
    for subset in SUBSETS:
        chars = frozenset(rest & _characters(face.file(subset)))
        rest -= chars
        if chars:
            key = digest("card face", _VERSION, repr(face), subset, "".join(sorted(chars)))
            data = kept.get(key) if kept else None
            if data is None:
                data = _font(face, subset, chars)
                if kept:
                    kept.put(key, data)
            yield _RULE.format(_named(face.family, subset), face.weight, data)


@cache
def _font(face: Face, subset: str, chars: frozenset[str]) -> str:
    """A TrueType font at the face's place on its axes, in base64."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

    features = ["ccmp", "kern", "liga", "locl", "mark", "tnum"]
    subsetter = Subsetter(Options(hinting=False, name_IDs=[0, 1, 2, 4, 6, 14], layout_features=features))
    subsetter.populate(unicodes=map(ord, chars))
    with _opened(face.file(subset)) as font:
        font.flavor = None
        subsetter.subset(font)
        instantiateVariableFont(font, face.axes, inplace=True)
        out = BytesIO()
        font.save(out)
    return base64.b64encode(out.getvalue()).decode()


@cache
def _characters(name: str) -> frozenset[str]:
    with _opened(name) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _opened(name: str):  # type: ignore[no-untyped-def]  # fontTools has no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    return TTFont(theme_dir() / "assets" / "fonts" / f"{name}.woff2", lazy=True, recalcTimestamp=False)
