"""Write text beside a finished drawing, in the units of the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from journeybook.diagrams.paint.svg import CAP_HEIGHT, runs_left, with_direction
from journeybook.diagrams.paint.written import SVG
from journeybook.text.font import TextStyle

LineEnd = Literal["start", "end"]
_ANCHORS = {("left", False): "start", ("right", False): "end", ("left", True): "end", ("right", True): "start"}


@dataclass(frozen=True, slots=True)
class Edges:
    """Where lines begin and end: `start` is at the right where one reads from there."""

    left: float
    right: float
    mirrored: bool = False

    @property
    def width(self) -> float:
        """How long a line can be."""
        return self.right - self.left

    def at(self, side: LineEnd) -> tuple[float, str]:
        """Give the place of a side across, and its name on paper."""
        leftmost = (side == "start") != self.mirrored
        return (self.left, "left") if leftmost else (self.right, "right")


def written_lines(
    lines: Sequence[str], style: TextStyle, top: float, edges: Edges, side: LineEnd = "start", classes: str = ""
) -> ET.Element:
    """Give lines of text, `style.line` high each, as one group that the stylesheets colour."""
    shown = {"class": classes, "font-size": f"{style.size:.4g}", "font-weight": str(style.weight)}
    group = ET.Element(f"{{{SVG}}}g", shown)
    x, name = edges.at(side)
    leftward = runs_left("".join(lines))
    for number, line in enumerate(lines):
        y = top + (number + 0.5) * style.line + style.size * CAP_HEIGHT / 2
        place = {"x": f"{x:.2f}", "y": f"{y:.2f}", "text-anchor": _ANCHORS[name, leftward]}
        text = ET.SubElement(group, f"{{{SVG}}}text", place | ({"direction": "rtl"} if leftward else {}))
        text.text = with_direction(line) if leftward else line
    return group
