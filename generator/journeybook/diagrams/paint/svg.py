"""Rewrite for a page what Graphviz drew.

Nothing is carried over that is not listed here: the elements and attributes of the output are built anew, so whatever a
renderer adds (prolog, comments, titles, fonts, colours, sizes) is left behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from journeybook.diagrams.paint import icons, written
from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.paint.styles import STYLES
from journeybook.markdown.addresses import safe_address
from journeybook.text.figures import END, LEFTWARD, part_figures
from journeybook.text.font import TextStyle

_Point = tuple[float, ...]
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_FIGURE = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
ALL = "-all"
"""What ends the id of all that is drawn in a slice."""
CAP_HEIGHT = 0.727
"""The height of capitals in em, of Inter."""
_RENDERER_MIDDLE = 0.3  # em from the middle of a text to its baseline, as Graphviz places it


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a drawing from `x` on, `width` pixels wide: the parts of the class `jd-head`, or all others.

    `names` is the width in pixels of the column of the drawing that holds nothing but these; 0 where there is none.
    """

    x: float
    width: float
    head: bool
    names: float = 0

    def holds(self, classes: Sequence[str]) -> bool:
        """Tell whether a part of these classes belongs to the slice."""
        return ("jd-head" in classes) == self.head


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a drawing: `prefix` begins all its ids, `classes` are those of the `<svg>` element.

    A drawing that is `cut` shows a slice of the whole, at its true size. `again` is for drawings that the page shows in
    parts once more: what is drawn then has an id of its own, the prefix with `ALL`.
    """

    prefix: str
    classes: str
    title: str
    description: str
    language: str = "en"
    cut: Slice | None = None
    again: bool = False


def finish(drawn: str, frame: Frame) -> str:
    """Give the SVG for a page, in one line.

    The root is a group with a title and a description that screen readers announce; parts of one link become one `<a>`
    again, with `xlink:href` (a plain `href` stops Material's instant navigation) and its name as tooltip.
    """
    root = ET.fromstring(drawn)
    content = root.find(f"{_SVG}g")
    if root.tag != f"{_SVG}svg" or not root.get("viewBox"):
        raise ValueError("no SVG with a size")
    found = [] if content is None else content.findall(f"{_SVG}g")
    view_box, size = _rounded(root.get("viewBox", "")), {}
    if frame.cut:
        cut = frame.cut
        found = [group for group in found if cut.holds(group.get("class", "").split())]
        _, _, whole, high = view_box.split()
        view_box = f"{_short(cut.x)} 0 {_short(cut.width)} {high}"
        looks = f"--part:{cut.width / float(whole):.4f};--whole:{whole}px;--names:{_short(cut.names)}px"
        size = {"width": _short(cut.width), "height": high, "style": looks}
    groups = [_Group.read(group) for group in found]
    name = frame.prefix
    head = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "class": frame.classes,
        "viewBox": view_box,
        **size,
        "lang": frame.language,
        "direction": "ltr",  # a page's own direction would swap the ends that texts are anchored at
        "role": "group",
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-desc",
    }
    title = _element("title", {"id": f"{name}-title"}, escape(clean(frame.title)))
    description = _element("desc", {"id": f"{name}-desc"}, escape(clean(frame.description)))
    shown = "".join(_linked(groups, name))
    if frame.again:  # its classes too: browsers look for the styles of what is shown again from here on only
        shown = _element("g", {"id": f"{name}{ALL}", "class": frame.classes}, shown)
    return _element("svg", head, title + description + shown)


@dataclass(frozen=True, slots=True)
class _Group:
    """One node or edge of the drawing, with its link."""

    id: str
    address: str | None
    name: str
    markup: str

    @classmethod
    def read(cls, group: ET.Element) -> _Group:
        anchor = group.find(f"{_SVG}g/{_SVG}a")
        inside = group if anchor is None else anchor
        classes = [word for word in group.get("class", "").split() if word not in ("node", "edge")]
        style = next((STYLES[word] for word in classes if word in STYLES), None)
        shown = {"class": " ".join(classes)}
        if style:
            shown |= {"font-size": f"{style.size:g}", "font-weight": str(style.weight)}
        shapes = _icon(inside, icon) if (icon := icons.icon_of(classes)) else "".join(_shapes(inside))
        markup = _element("g", shown, shapes + _texts(inside.findall(f"{_SVG}text"), style))
        if anchor is None:
            return cls("", None, "", markup)
        address = safe_address(anchor.get(f"{_XLINK}href", ""))
        return cls(group.get("id", ""), address, anchor.get(f"{_XLINK}title", ""), markup)


def _linked(groups: Iterable[_Group], prefix: str) -> Iterator[str]:
    for (key, address, name), parts in groupby(groups, lambda group: (group.id, group.address, group.name)):
        inside = "".join(part.markup for part in parts)
        if address is None:
            yield inside
        else:
            shown = {"id": f"{prefix}-{key}", "xlink:href": address, "aria-label": clean(name)}
            yield _element("a", shown, _element("title", {}, escape(clean(name))) + inside)


def _shapes(parent: ET.Element) -> Iterator[str]:
    for element in parent:
        tag = element.tag.removeprefix(_SVG)
        if tag == "path":
            yield _element("path", {"d": _straight(element.get("d", ""))})
        elif tag == "ellipse":
            yield _element("circle", {key: _rounded(element.get(old, "")) for key, old in _CIRCLE.items()})
        elif tag == "polygon":
            yield _box(element.get("points", ""))


def _icon(parent: ET.Element, name: str) -> str:
    """Give an icon in the place of its square."""
    points = next((square.get("points", "") for square in parent.findall(f"{_SVG}polygon")), "")
    xs, ys = zip(*(map(float, point.split(",")) for point in points.split()), strict=True)
    path = icons.outline(name, min(xs), min(ys), max(xs) - min(xs))
    return _element("path", {"d": "".join(letter + " ".join(map(_roughly, points)) for letter, points in path)})


def _roughly(point: _Point) -> str:
    """Give a point of an icon to a tenth of a pixel: an icon has many."""
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in point)


_CIRCLE = {"cx": "cx", "cy": "cy", "r": "rx"}


def _box(points: str) -> str:
    """Give a rectangle, which CSS can round, where the polygon is one."""
    corners = [tuple(map(float, point.split(","))) for point in points.split()]
    xs, ys = {x for x, _ in corners}, {y for _, y in corners}
    if len(xs) != 2 or len(ys) != 2:
        return _element("polygon", {"points": _rounded(points)})
    x, y = min(xs), min(ys)
    return _element("rect", _numbers({"x": x, "y": y, "width": max(xs) - x, "height": max(ys) - y}))


def _straight(path: str) -> str:
    """Give a path, with lines for the curves that are straight."""
    start, _, curves = path.partition("C")
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", start + " " + curves)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    at, commands = points[0], [f"M{_pair(points[0])}"]
    for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True):
        flat = _between(at, end, 1 / 3, first) and _between(at, end, 2 / 3, second)
        commands.append(f"L{_pair(end)}" if flat else f"C{_pair(first)} {_pair(second)} {_pair(end)}")
        at = end
    if len(commands) > 2 and at == points[0]:
        commands[-1:] = ["Z"] if commands[-1].startswith("L") else [commands[-1], "Z"]
    return "".join(commands)


def _between(start: _Point, end: _Point, part: float, point: _Point) -> bool:
    """Tell whether a point lies at that part of the way, as far as two decimals tell."""
    return all(abs(a + (b - a) * part - c) < 0.02 for a, b, c in zip(start, end, point, strict=True))


def _texts(texts: list[ET.Element], style: TextStyle | None) -> str:
    """Give the lines of a text, evenly spaced.

    Renderers space lines by fonts of their own and differ by pixels; only the middle of the block is theirs. Text that
    begins with a right-to-left letter gets that direction, and with it the other name for the same anchor.
    """
    lines = [(text, float(text.get("y", "0"))) for text in texts if text.text]
    if not lines:
        return ""
    middle = sum(y for _, y in lines) / len(lines)
    leftward = runs_left("".join(text.text or "" for text, _ in lines))
    anchors = {"start": "end", "end": "start"} if leftward else {}
    found = ""
    for number, (text, y) in enumerate(lines):
        if style:
            y = middle + style.size * (CAP_HEIGHT / 2 - _RENDERER_MIDDLE)
            y += (number - (len(lines) - 1) / 2) * style.line
        anchor = text.get("text-anchor", "start")
        shown = _numbers({"x": float(text.get("x", "0")), "y": y})
        shown["text-anchor"] = anchors.get(anchor, anchor)
        if leftward:
            shown["direction"] = "rtl"
        if shown["text-anchor"] == "start":
            del shown["text-anchor"]
        said = text.text or ""
        found += _element("text", shown, escape(with_direction(said) if leftward else said))
    return found


def with_direction(text: str) -> str:
    """Mark the direction of a text that runs to the left, and of the figures in it, where that makes a difference.

    Programs that make pictures know no `direction`, and would put a full stop at the wrong end.
    """
    parted = part_figures(text)
    plain = parted == text and bidirectional(text[-1:] or " ") in ("R", "AL", "NSM")
    return text if plain else f"{LEFTWARD}{parted}{END}"


def runs_left(text: str) -> bool:
    """Tell whether the first letter with a direction is a right-to-left one (Unicode's annex 9, P2 and P3)."""
    return next((kind != "L" for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), False)


def _element(tag: str, attributes: dict[str, str], content: str = "") -> str:
    shown = written.attributes(attributes.items())
    return f"<{tag}{shown}>{content}</{tag}>" if content else f"<{tag}{shown}/>"


def _numbers(values: dict[str, float]) -> dict[str, str]:
    return {key: _short(value) for key, value in values.items()}


def _pair(point: _Point) -> str:
    return " ".join(map(_short, point))


def _rounded(text: str) -> str:
    return _FIGURE.sub(lambda found: _short(float(found.group())), text)


def _short(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
