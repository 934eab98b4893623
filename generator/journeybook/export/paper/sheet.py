"""The sheets of a book, and the room on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.cards.sheet import PAPERS, Paper
from journeybook.language.direction import Direction

_PIXEL = 96 / 25.4
_SIDE, _TOP, _BOTTOM = 22.0, 22.0, 22.0  # millimetres
_OUTER = 13.0
"""The least a drawing keeps clear at the sides: most printers need no more."""
_CAPTION = 18.0
"""What a caption, and the line above a drawing, take of the height."""


@dataclass(frozen=True, slots=True)
class Room:
    """Width and height for a drawing, in pixels of CSS."""

    width: float
    height: float


def column(paper: Paper) -> Room:
    """Give the room between the margins."""
    width, height = PAPERS[paper]
    return Room((width - 2 * _SIDE) * _PIXEL, (height - _TOP - _BOTTOM - _CAPTION) * _PIXEL)


def upright(paper: Paper) -> Room:
    """Give the room for a drawing that may stand out into the margins."""
    width, height = PAPERS[paper]
    return Room((width - 2 * _OUTER) * _PIXEL, (height - _TOP - _BOTTOM - _CAPTION) * _PIXEL)


def turned(paper: Paper) -> Room:
    """Give the room on a sheet that is turned."""
    width, height = PAPERS[paper]
    return Room((height - 2 * _OUTER) * _PIXEL, (width - _TOP - _BOTTOM - _CAPTION) * _PIXEL)


def page_rules(paper: Paper, direction: Direction) -> str:
    """Write the rules of the sheets: their size, their margins, and what stands at head and foot of each."""
    return "".join(_rules(paper, direction))


def _rules(paper: Paper, direction: Direction) -> Iterator[str]:
    start, end = ("left", "right") if direction == "ltr" else ("right", "left")
    width, height = PAPERS[paper]
    quiet = 'color:#4d463d;font:400 8pt "Inter";'
    yield f"@page{{size:{width}mm {height}mm;margin:{_TOP}mm {_SIDE}mm {_BOTTOM}mm;"
    yield f"@top-{start}{{content:string(book);{quiet}}}"
    yield f"@top-{end}{{content:string(part);{quiet}text-align:{end}}}"
    yield f"@bottom-{start}{{content:string(mark);{quiet}}}"
    yield f'@bottom-{end}{{content:counter(page);font:600 9pt "Inter";text-align:{end}}}}}'
    yield f"@page turned{{size:{height}mm {width}mm;margin:{_TOP}mm {_OUTER}mm {_BOTTOM}mm}}"
    none = "".join(f"@{place}{{content:none}}" for place in (f"top-{start}", f"top-{end}", f"bottom-{end}"))
    yield f"@page cover{{margin:0 {_SIDE}mm {_BOTTOM}mm;{none}}}"
    yield f"@page front{{@top-{end}{{content:none}}}}"
