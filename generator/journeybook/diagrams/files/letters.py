"""The text of a finished drawing, taken out of it and written as HTML for WeasyPrint.

WeasyPrint draws the text of SVG letter by letter, which takes Arabic, Hindi and Thai apart. So the text stands as HTML
on the picture without it, and is shaped, read aloud and copied as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from journeybook.diagrams.paint.written import SVG

_SVG = f"{{{SVG}}}"
_BASELINE = (1984 - 494) / 2 / 2048  # em from the middle of a line of Inter to its baseline (its hhea table)
_FAR = 4000  # pixels: wider than any text
RULE = f"position:absolute;margin:0;white-space:pre;line-height:0;width:{_FAR}px;unicode-bidi:isolate"
"""How the lines stand on their picture."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A line of a drawing, with its place and its size in the drawing's own units."""

    text: str
    x: float
    y: float
    size: float
    weight: str
    fill: str
    side: str
    backwards: bool

    def html(self, scale: float, left: float, top: float) -> str:
        """Write the line on a picture that begins at `left` and `top`, and is shown `scale` times as large."""
        x = scale * (self.x - left) - {"left": 0, "center": _FAR / 2, "right": _FAR}[self.side]
        y, size = scale * (self.y - top), scale * self.size
        place = f"left:{x:g}px;top:{y - _BASELINE * size:g}px;text-align:{self.side}"
        look = f"color:{self.fill};font-size:{size:g}px;font-weight:{self.weight}"
        direction = ' dir="rtl"' if self.backwards else ""
        return f'<p{direction} style="{place};{look}">{escape(self.text)}</p>'


def letters_in(root: ET.Element) -> Iterator[Letters]:
    """Give the lines of a drawing, or of a part of one, that has its looks as attributes."""
    for group in root.iter(f"{_SVG}g"):
        size, weight = float(group.get("font-size", "0")), group.get("font-weight", "400")
        for text in group.findall(f"{_SVG}text"):
            backwards = text.get("direction") == "rtl"
            side = _side(text.get("text-anchor", "start"), backwards)
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            yield Letters(text.text or "", x, y, size, weight, text.get("fill") or "#000000", side, backwards)


def take_letters(root: ET.Element) -> list[Letters]:
    """Take the lines out of a drawing."""
    found = list(letters_in(root))
    for group in root.iter(f"{_SVG}g"):
        for text in group.findall(f"{_SVG}text"):
            group.remove(text)
    return found


def _side(anchor: str, backwards: bool) -> str:
    """Give the side at which a text stands at its place."""
    return "center" if anchor == "middle" else "left" if (anchor == "start") != backwards else "right"
