"""The faces of cards as fonts of one weight each, of the characters that a deck shows.

WeasyPrint cannot vary fonts well.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cache

from journeybook.store.cache import Cache, digest
from journeybook.text.faces import COMMON
from journeybook.text.fonts import SUBSETS, cut, parts
from journeybook.text.measure import FACES, Face

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
    for subset, chars in parts(wanted | COMMON, face.file):
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
    features = ("ccmp", "kern", "liga", "locl", "mark", "tnum")
    return base64.b64encode(cut(face.file(subset), chars, face.axes, features)).decode()
