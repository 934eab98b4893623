"""Drawings on paper: pictures without letters, on which their text and their links stand as HTML.

A drawing that would be too small between the margins is put on a sheet that is turned; where it would be too small
there, too, it goes on from sheet to sheet, parted as the page's own print parts it.
"""

from __future__ import annotations

import base64
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from journeybook.cards.sheet import Paper
from journeybook.diagrams.files.letters import Letters, letters_in, take_letters
from journeybook.diagrams.files.looks import dress
from journeybook.diagrams.paint.written import SVG, written
from journeybook.export.drawings import of_kind
from journeybook.export.markup import parsed, tag
from journeybook.export.paper.extent import Box, around, box_of, box_of_line
from journeybook.export.paper.sheet import Room, column, turned, upright
from journeybook.pages.site import Site

_SVG = f"{{{SVG}}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
LinkPlace = Callable[[str], str]
SMALLEST = 7 * 96 / 72
"""Letters are no smaller than 7 points, in pixels of CSS."""


@dataclass(frozen=True, slots=True)
class _Link:
    href: str
    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class _Taken:
    """A drawing taken apart: its shapes, its lines and its links."""

    shapes: ET.Element
    lines: list[Letters]
    links: list[_Link]
    whole: Box
    said: str


def drawn(body: ET.Element, site: Site, paper: Paper, place: LinkPlace) -> list[tuple[ET.Element, ET.Element]]:
    """Take the drawings out of the figures of a page; give each figure with what stands in it on paper.

    It is put there (`put`) once what a screen alone can use has been taken out of the page. `place` says where an
    address of the page leads in the book, or nothing.
    """
    found = []
    for figure in [*body.iter(tag("figure"))]:
        is_narrow = "jb-paper-tablet" in figure.get("class", "").split()  # its page prints that form, too
        drawing = of_kind(figure, "jd-tablet" if is_narrow else "jd-desk")
        if drawing is None:
            continue
        panels = _panels(figure)
        names = of_kind(figure, "jd-head")
        if names is not None:  # of rows, which stay in sight where the rest scrolls
            drawing.extend(child for child in names if child.tag == f"{_SVG}g")
        look, shown = _shown(_taken(drawing, site), panels, paper, place)
        figure[:] = [child for child in figure if child.tag == tag("figcaption")]
        figure.text = None
        figure.set("class", f"bk-figure {look}")
        found.append((figure, parsed("".join(shown))))
    return found


def put(found: list[tuple[ET.Element, ET.Element]]) -> None:
    """Put the drawings into their figures."""
    for figure, shown in found:
        figure[:0] = list(shown)


def _taken(drawing: ET.Element, site: Site) -> _Taken:
    """Take a drawing apart, once it has its looks."""
    links = [(link, link.get(_LINK, ""), link.get("aria-label", "")) for link in drawing.iter(f"{_SVG}a")]
    for link, _, _ in links:
        link.tag = f"{_SVG}g"
        link.attrib.clear()
    told = [drawing.findtext(f"{_SVG}{name}", "") for name in ("title", "desc")]
    whole = _view(drawing)
    dress(drawing, site.tokens)
    surfaces = [_Link(href, name, box) for link, href, name in links if (box := _surface(link))]
    return _Taken(drawing, take_letters(drawing), surfaces, whole, ". ".join(text for text in told if text))


def _surface(link: ET.Element) -> Box | None:
    shape = box_of(link)
    return around([*([shape] if shape else []), *map(box_of_line, letters_in(link))])


def _panels(figure: ET.Element) -> list[list[Box]]:
    """Give the parts of a drawing in which its page prints it, row by row."""
    rows = [
        row for row in figure.iter(tag("div")) if {"jd-panel-head", "jd-panel-strip"} & {*row.get("class", "").split()}
    ]
    return [[_view(svg) for svg in row.iter(f"{_SVG}svg")] for row in rows]


def _view(svg: ET.Element) -> Box:
    left, top, wide, high = map(float, svg.get("viewBox", "").split())
    return Box(left, top, left + wide, top + high)


def _shown(taken: _Taken, panels: list[list[Box]], paper: Paper, place: LinkPlace) -> tuple[str, Iterator[str]]:
    """Give the class of the drawing's figure, and the drawing as HTML."""
    least = min((line.size for line in taken.lines), default=0)
    rooms = {"bk-column": column(paper), "bk-wide": upright(paper), "bk-turned": turned(paper)}
    scales = {look: _scale(taken.whole, room) for look, room in rooms.items()}
    fitting = [look for look, scale in scales.items() if scale * least >= SMALLEST or scale == 1]
    if not fitting and panels:
        widest = max(_wide(row) for row in panels)
        is_turned = least * min(1, rooms["bk-wide"].width / widest) < SMALLEST
        look = "bk-turned" if is_turned else "bk-wide"
        return f"{look} bk-parted", _parted(taken, panels, rooms[look], place)
    look = fitting[0] if fitting else max(scales, key=lambda one: scales[one])
    return look, iter([_picture(taken, taken.whole, scales[look], place, taken.said)])


def _wide(row: list[Box]) -> float:
    return sum(box.right - box.left for box in row)


def _scale(box: Box, room: Room) -> float:
    return min(1, room.width / (box.right - box.left), room.height / (box.bottom - box.top))


def _parted(taken: _Taken, panels: list[list[Box]], room: Room, place: LinkPlace) -> Iterator[str]:
    said = taken.said
    for row in panels:
        wide = _wide(row)
        high = max(box.bottom - box.top for box in row)
        scale = min(1, room.width / wide, room.height / high)
        yield '<div class="bk-row">'
        for box in row:
            yield _picture(taken, box, scale, place, said)
            said = ""
        yield "</div>"


def _picture(taken: _Taken, box: Box, scale: float, place: LinkPlace, said: str) -> str:
    """Write a part of a drawing: its shapes as a picture, and above it lines and links."""
    size = f"width:{scale * (box.right - box.left):.2f}px;height:{scale * (box.bottom - box.top):.2f}px"
    data = base64.b64encode(written(_part(taken.shapes, box)).encode()).decode()
    lines = "".join(line.html(scale, box.left, box.top) for line in taken.lines if box.has(line.x, line.y))
    links = "".join(_anchor(link, box, scale, place) for link in taken.links)
    alt = escape(said or taken.said)
    return (
        f'<div class="bk-drawing" style="{size}">'
        f'<img style="{size}" src="data:image/svg+xml;base64,{data}" alt="{alt}">{lines}{links}</div>'
    )


def _anchor(link: _Link, box: Box, scale: float, place: LinkPlace) -> str:
    found, seen = place(link.href), link.box.within(box)
    if not found or seen is None:
        return ""
    at = f"left:{scale * (seen.left - box.left):.2f}px;top:{scale * (seen.top - box.top):.2f}px"
    size = f"width:{scale * (seen.right - seen.left):.2f}px;height:{scale * (seen.bottom - seen.top):.2f}px"
    return f'<a class="bk-over" href="{escape(found)}" title="{escape(link.name)}" style="{at};{size}"></a>'


def _part(shapes: ET.Element, box: Box) -> ET.Element:
    """Give a drawing of those shapes alone that are seen in a part of it."""
    part = copy.deepcopy(shapes)
    part.attrib.clear()
    view = f"{box.left:g} {box.top:g} {box.right - box.left:g} {box.bottom - box.top:g}"
    part.attrib |= {"viewBox": view, "width": f"{box.right - box.left:g}", "height": f"{box.bottom - box.top:g}"}
    for parent in [*part.iter()]:
        for child in [*parent]:
            around_it = box_of(child)
            if around_it is None or not around_it.meets(box):
                parent.remove(child)
    return part
