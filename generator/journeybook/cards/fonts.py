"""The fonts of cards, with one weight each and the characters that a deck shows.

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
    """Write `@font-face` rules for the characters of a text; those that our fonts lack are left to the system's.

    Each script is a family of its own (`families`): of files that share a name, WeasyPrint mixes the letters up.
    """
    return "".join(rule for face in FACES for rule in _rules(face, set(text), kept))


def families(style: str) -> str:
    """Change a stylesheet so that the families of all scripts follow the name of each font."""
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
    """Make a TrueType font at the face's place on its axes, in base64."""
    features = ("ccmp", "kern", "liga", "locl", "mark", "tnum")
    return base64.b64encode(cut(face.file(subset), chars, face.axes, features)).decode()
