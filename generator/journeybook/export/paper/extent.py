"""Where the parts of a finished drawing lie. Our drawings have no transforms, and paths of M, L, C and Z alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.letters import Letters
from journeybook.diagrams.paint.written import SVG

_SVG = f"{{{SVG}}}"
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_LETTER = 0.6  # em: about the width of a letter


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the units of a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes have a point in common."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom

    def within(self, other: Box) -> Box | None:
        """Give the part of it that lies in another one."""
        box = Box(
            *(max(self.left, other.left), max(self.top, other.top)),
            *(min(self.right, other.right), min(self.bottom, other.bottom)),
        )
        return box if box.left < box.right and box.top < box.bottom else None

    def has(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom


def around(boxes: Iterable[Box]) -> Box | None:
    """Give the box around some."""
    found = list(boxes)
    if not found:
        return None
    return Box(
        *(min(box.left for box in found), min(box.top for box in found)),
        *(max(box.right for box in found), max(box.bottom for box in found)),
    )


def box_of(element: ET.Element) -> Box | None:
    """Give the box around all shapes of an element; None where it has none."""
    return around(box for one in element.iter() if (box := _shape(one)))


def box_of_line(line: Letters) -> Box:
    """Give about the box of a line."""
    wide = line.size * _LETTER * len(line.text)
    left = line.x - {"left": 0, "center": wide / 2, "right": wide}[line.side]
    return Box(left, line.y - line.size, left + wide, line.y + line.size / 4)


def _shape(element: ET.Element) -> Box | None:
    kind = element.tag.removeprefix(_SVG)
    if kind == "rect":
        x, y, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        return Box(x, y, x + width, y + height)
    if kind == "circle":
        x, y, radius = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
        return Box(x - radius, y - radius, x + radius, y + radius)
    if kind in ("path", "polygon"):
        numbers = [float(number) for number in _NUMBER.findall(element.get("d", element.get("points", "")))]
        across, down = numbers[::2], numbers[1::2]
        return Box(min(across), min(down), max(across), max(down)) if down else None
    return None
