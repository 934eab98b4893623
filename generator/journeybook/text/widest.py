"""How wide readers' own fonts may make text that ours has no letters for: the widest of the common ones.

They were measured in free fonts, regular and bold: widths.txt, which tests/diagrams/measure_fonts.py writes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise

from journeybook.text.graphemes import clusters, is_flag_letter, is_mark

FILE = "widths.txt"
JOINER = "\u200d"
"""In a pair, and after a letter that is joined to the next: there it has another shape, which is mostly narrower."""
_SQUARE, _EMOJI, _FLAG = 1.0, 1.37, 0.96  # em; of the usual emoji fonts, Segoe UI Emoji is the widest
_UNKNOWN = 0.73  # em, for a character of a script that was not measured
_LONELY = "\u0621\u0674"  # hamza: nothing is joined to it
_ARABIC = re.compile("[\u0620-\u08ff]")
_PARTED = "\u200c"  # after a letter that would be joined, and is not to be


def em(piece: str, *, bold: bool) -> float:
    """Give the width in em of one of the `pieces` of a text that our font lacks."""
    if _is_picture(piece):
        return _FLAG if is_flag_letter(piece[0]) else _EMOJI
    if found := _widths().get(piece):
        return found[bold]
    if is_mark(piece) or unicodedata.category(piece) in ("Cf", "Cc"):
        return 0
    return _SQUARE if is_square(piece) else _UNKNOWN


def is_emoji(char: str) -> bool:
    """Tell whether an emoji font draws a character without being asked to."""
    wide = "\u2300" <= char <= "\u2bff" and unicodedata.east_asian_width(char) == "W"
    return "\U0001f000" <= char < "\U00020000" or (wide and unicodedata.category(char) == "So")


def is_square(char: str) -> bool:
    """Tell whether a character is as wide as it is high in every font: Chinese, kana, Hangul, and full-width signs."""
    return unicodedata.east_asian_width(char) in ("W", "F") and not is_emoji(char)


def joined(text: str) -> Iterable[str]:
    """Give the clusters of a text, in Arabic with a `JOINER` after each letter that is joined to the next."""
    found = clusters(text)
    return _with_joiners(found) if _ARABIC.search(text) else found


def _with_joiners(clusters: Iterable[str]) -> Iterator[str]:
    for cluster, following in pairwise(chain(clusters, [""])):
        joins = _reaches_on(cluster) and is_arabic(following[:1]) and following[0] not in _LONELY
        yield cluster[0] + JOINER + cluster[1:] if joins else cluster


def is_arabic(char: str) -> bool:
    """Tell whether a letter may be joined to the next one, or the next one to it."""
    return bool(_ARABIC.match(char)) and unicodedata.category(char) in ("Lo", "Lm")


def _reaches_on(cluster: str) -> bool:
    return is_arabic(cluster[:1]) and cluster[0] + JOINER in _widths() and cluster[-1] != _PARTED


def pieces(cluster: str) -> Iterator[str]:
    """Cut a cluster into its characters, or two or three of them where these were measured as one; emoji stay whole."""
    if len(cluster) == 1 or _is_picture(cluster):
        yield cluster
        return
    place = 0
    while place < len(cluster):
        parts = (cluster[place : place + length] for length in (3, 2))
        piece = next((part for part in parts if part in _widths()), cluster[place])
        yield piece
        place += len(piece)


def _is_picture(cluster: str) -> bool:
    return "\ufe0f" in cluster or is_emoji(cluster[0])


@cache
def _widths() -> dict[str, tuple[float, float]]:
    """Read widths.txt: em, regular and bold, of characters and of pairs of them."""
    lines = files(__package__).joinpath(FILE).read_text("utf-8").splitlines()
    return dict(chain.from_iterable(map(_read, lines)))


def _read(line: str) -> Iterator[tuple[str, tuple[float, float]]]:
    """Read a line of widths.txt, in hundredths of em: sixteen characters that follow each other, or pairs."""
    head, *cells = line.partition("#")[0].split() or [""]
    if "=" in head:
        for pair, _, widths in (cell.partition("=") for cell in (head, *cells)):
            yield "".join(chr(int(code, 16)) for code in pair.split("+")), _two(widths)
    for place, cell in enumerate(cells if "=" not in head else ()):
        if cell != ".":
            yield chr(int(head, 16) + place), _two(cell)


def _two(cell: str) -> tuple[float, float]:
    regular, bold = cell.split(".")
    return int(regular) / 100, int(bold) / 100
