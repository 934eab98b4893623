"""What shapes are drawn with: text, boxes, discs and outlines at places in pixels, written down as DOT."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, pairwise, starmap
from typing import Literal

from graphviz import Digraph, nohtml
from graphviz.quoting import quote

from journeybook.diagrams.paint.sanitise import dot_text, dot_tooltip
from journeybook.markdown.addresses import safe_address
from journeybook.text.font import TextStyle, width
from journeybook.text.graphemes import marks_in

Point = tuple[float, float]
Align = Literal["start", "middle", "end"]
_INCH = 72  # Graphviz counts sizes in inches and places in points; one point stands for one pixel
_HIDDEN = 'shape="point" style="invis" height="0.001" width="0.001"'
_PLAIN = re.compile(r"[\w ,.-]*").fullmatch
"""What stands between quotes as it is."""
_SURFACES = frozenset(("jd-hit", "jd-mask", "jd-curtain", "jd-above"))
"""The surfaces of links, of what lies behind a text, and of several lanes; and names that only a phone shows."""
_LINE_ENDS = {
    ("start", False): r"\l",
    ("start", True): r"\r",
    ("end", False): r"\r",
    ("end", True): r"\l",
    ("middle", False): r"\n",
    ("middle", True): r"\n",
}


def straight(start: Point, end: Point) -> list[Point]:
    """Give a line as the rest of a Bézier curve, since Graphviz knows only curves.

    Thirds of the way as handles make it straight.
    """
    (x1, y1), (x2, y2) = start, end
    return [(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for part in (1 / 3, 2 / 3, 1)]


class Canvas:
    """A drawing `width` pixels wide, with x to the right and y down.

    Everything is a pinned node, or an edge from a hidden point to itself that carries an outline (for `neato -n2`).
    What is added first is drawn and read first. Looks come from `classes` alone. With `mirrored`, x runs to the left:
    the shape stays the same and the drawing becomes one for right-to-left readers.
    """

    def __init__(self, width: float, *, mirrored: bool = False) -> None:
        self.width = width
        self.mirrored = mirrored
        self._items: list[dict[str, str]] = []
        self._link: dict[str, str] = {}
        self._links = 0

    @property
    def smallest(self) -> float:
        """The size of the smallest text in pixels; 0 where there is none."""
        return min((float(item["fontsize"]) for item in self._items if "fontsize" in item), default=0)

    def extents(self) -> list[tuple[float, float]]:
        """Give where each text, box, disc and closed outline begins and ends from top to bottom, in pixels.

        Lines are left out, and so are surfaces that can be cut or that nobody sees (`_SURFACES`).
        """
        return [_extent(item) for item in self._items if _is_solid(item)]

    @contextmanager
    def link(self, address: str, name: str) -> Iterator[None]:
        """Make everything added inside one link with this accessible name; no link where the address is not safe."""
        safe = safe_address(address)
        if safe is not None:
            self._links += 1
            self._link = {
                "id": f"link{self._links}",  # the same on all its parts: by it they become one link again
                "URL": nohtml(dot_text(safe)),
                "tooltip": nohtml(dot_tooltip(name)),
            }
        try:
            yield
        finally:
            self._link = {}

    def text(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        style: TextStyle,
        classes: str = "",
        align: Align = "start",
    ) -> None:
        """Add lines of text, each `style.line` pixels high; y is the top of the first, and x where they are aligned."""
        # Twice as wide as the text, and one letter wider for each mark, which a renderer without the font takes for a
        # letter: its own idea of the width then never moves the text.
        wide = max(2 * width(line, style) + marks_in(line) * style.size for line in lines) + style.size
        height = len(lines) * style.line
        middle = x + {"start": wide / 2, "middle": 0, "end": -wide / 2}[align]
        end = _LINE_ENDS[align, self.mirrored]
        label = "".join(dot_text(line) + end for line in lines)
        shown = {"label": nohtml(label), "fontsize": _number(style.size)}
        self._node(middle, y + height / 2, wide, height + style.size, f"{style.name} {classes}", shown)

    def box(self, x: float, y: float, wide: float, height: float, classes: str) -> None:
        """Add a rectangle with its left top corner at x, y; CSS may round it."""
        self._node(x + wide / 2, y + height / 2, wide, height, classes, {"shape": "box"})

    def disc(
        self, x: float, y: float, radius: float, classes: str, text: str = "", style: TextStyle | None = None
    ) -> None:
        """Add a circle around x, y, with a short text in it."""
        shown = {"shape": "circle"}
        if style:
            classes = f"{style.name} {classes}"
            shown |= {"label": nohtml(dot_text(text)), "fontsize": _number(style.size)}
        self._node(x, y, 2 * radius, 2 * radius, classes, shown)

    def outline(self, points: Sequence[Point], classes: str, *, closed: bool = True) -> None:
        """Add straight lines from point to point."""
        corners = [*points, points[0]] if closed else points
        self.curve([corners[0], *chain.from_iterable(starmap(straight, pairwise(corners)))], classes)

    def curve(self, points: Sequence[Point], classes: str) -> None:
        """Add Bézier curves: the start, then two handles and an end for each; filled or stroked as CSS says."""
        self._items.append({"class": classes, "pos": " ".join(self._place(*p) for p in points), **self._link})

    def dot(self, height: float) -> str:
        """Write the drawing as DOT, `height` pixels high."""
        wide, high = _number(self.width), _number(height)
        graph = Digraph("journey")
        viewport = f"{wide},{high},1,{_number(self.width / 2)},{_number(-height / 2)}"
        graph.attr("graph", bgcolor="transparent", notranslate="true", pad="0", viewport=viewport)
        graph.attr("node", fixedsize="true", fontname="Arial", label="", margin="0", shape="none")
        graph.attr("edge", arrowhead="none")
        for number, corner in enumerate(("0,0", f"{wide},{_number(-height)}")):  # so that the whole area counts
            graph.body.append(f'\tcorner{number} [pos="{corner}" {_HIDDEN}]\n')
        for number, item in enumerate(self._items):
            if "width" in item:
                graph.body.append(f"\tn{number} {_attributes(item)}\n")
            else:
                start = item["pos"].partition(" ")[0]
                graph.body.append(f'\tp{number} [pos="{start}" {_HIDDEN}]\n')
                graph.body.append(f"\tp{number} -> p{number} {_attributes(item)}\n")
        return str(graph.source)

    def _node(self, x: float, y: float, wide: float, height: float, classes: str, shown: dict[str, str]) -> None:
        place = {"pos": self._place(x, y), "width": f"{wide / _INCH:.5f}", "height": f"{height / _INCH:.5f}"}
        self._items.append({"class": classes.strip(), **shown, **place, **self._link})

    def _place(self, x: float, y: float) -> str:
        return f"{_number(self.width - x if self.mirrored else x)},{_number(-y)}"


def _is_solid(item: Mapping[str, str]) -> bool:
    places = item["pos"].split()
    return _SURFACES.isdisjoint(item["class"].split()) and ("width" in item or places[0] == places[-1])


def _extent(item: Mapping[str, str]) -> tuple[float, float]:
    """Give the top and the bottom of an item; the box of a text is as much higher as its letters."""
    ys = [-float(place.partition(",")[2]) for place in item["pos"].split()]
    is_text = "fontsize" in item and "shape" not in item
    half = (float(item.get("height", 0)) * _INCH - (float(item["fontsize"]) if is_text else 0)) / 2
    return min(ys) - half, max(ys) + half


def _attributes(values: Mapping[str, str]) -> str:
    return f"[{' '.join([f'{name}={_quoted(value)}' for name, value in values.items()])}]"


def _quoted(value: str) -> str:
    """Quote a value for DOT; most are numbers and names, which `quote` would look at for long."""
    return f'"{value}"' if _PLAIN(value) else str(quote(value))


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
