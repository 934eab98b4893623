"""Measure how much room text takes on a card, in the fonts that it is printed with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from journeybook.text import widest
from journeybook.text.font import BOLD, SLACK, advances
from journeybook.text.fonts import SUBSETS
from journeybook.text.graphemes import clusters

MILLIMETRE = 72 / 25.4
"""Points in a millimetre."""
_TOLERANCE = 0.985  # of the room: shaping and rounding differ a little between programs
Family = Literal["Literata", "Inter"]


@dataclass(frozen=True)
class Face:
    """A font as cards use it: `opsz` is the size in points that Literata is drawn for."""

    family: Family
    weight: int
    opsz: float = 0

    @property
    def axes(self) -> dict[str, float]:
        """Its place on the axes of its file."""
        return {"wght": self.weight} | ({"opsz": self.opsz} if self.family == "Literata" else {})

    def file(self, subset: str) -> str:
        """Give the name of the font's file for a script."""
        kind = "opsz" if self.family == "Literata" else "wght"
        return f"{self.family.lower()}-{subset}-{kind}-normal"


TITLE = Face("Literata", 600, 14)
TEXT = Face("Literata", 400, 14)
SMALL = Face("Inter", 400)
LABEL = Face("Inter", 500)
STRONG = Face("Inter", 600)
FACES = (TITLE, TEXT, SMALL, LABEL, STRONG)


def lines(text: str, face: Face, size: float, room: float) -> int:
    """Count the lines that a text takes at a size in points and a width in millimetres; 0 for none.

    Lines end at spaces, and next to letters as wide as they are high (Chinese, Japanese); a word that is longer than a
    line goes on in the next.
    """
    most = room * MILLIMETRE * _TOLERANCE / size  # em
    space = _word(" ", face)
    count, used = 0, 0.0
    for word in text.split():
        wide = _word(word, face)
        if count and used + space + wide <= most:
            used += space + wide
        elif wide <= most:
            count, used = count + 1, wide
        else:
            more, used = _broken(word, face, most, used + space if count else most)
            count += more
    return count


def _broken(word: str, face: Face, most: float, used: float) -> tuple[int, float]:
    """Break a word anywhere: give the number of new lines, and how full the last one is, in em."""
    count = 0
    for cluster in clusters(word):
        wide = _word(cluster, face)
        if used + wide > most:
            count, used = count + 1, 0.0
        used += wide
    return count, used


@lru_cache(maxsize=50_000)
def _word(word: str, face: Face) -> float:
    return sum(_piece(piece, face) for cluster in widest.joined(word) for piece in widest.pieces(cluster))


def _piece(piece: str, face: Face) -> float:
    """Give the width in em of a character, or of a few measured as one; of what our fonts lack, rather too much."""
    known = _advance(piece, face) if len(piece) == 1 else None
    return SLACK * widest.em(piece, bold=face.weight >= BOLD) if known is None else known


def _advance(char: str, face: Face) -> float | None:
    """Give the width of a character in em, None where our fonts lack it."""
    return next((known[0] for subset in SUBSETS if (known := _advances(face, subset).get(char))), None)


@cache
def _advances(face: Face, subset: str) -> dict[str, tuple[float, ...]]:
    return advances(face.file(subset), [face.axes])
