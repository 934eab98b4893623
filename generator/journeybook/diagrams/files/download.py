"""A journey's drawing as a file of its own: what people put into slides, print and frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from pydantic import TypeAdapter

from journeybook.diagrams.draw.cached import cached
from journeybook.diagrams.draw.figure import cached_layout
from journeybook.diagrams.draw.request import Request
from journeybook.diagrams.files.cutting import mark_parts
from journeybook.diagrams.files.imprint import Imprint, footer, metadata
from journeybook.diagrams.files.looks import dress
from journeybook.diagrams.files.mount import PLAIN, Mount, Mounted
from journeybook.diagrams.files.remedy import on_sheet
from journeybook.diagrams.paint.render import Renderer
from journeybook.diagrams.paint.svg import Frame, finish
from journeybook.diagrams.paint.written import SVG, XLINK, written
from journeybook.diagrams.shapes import load
from journeybook.store.cache import Cache
from journeybook.text.faces import faces

MARGIN = 32
"""Pixels of paper around the drawing."""
_TEXT = TypeAdapter(str)
_SVG = f"{{{SVG}}}"
_HREF = f"{{{XLINK}}}href"


def standalone(
    request: Request,
    imprint: Imprint | None = None,
    mount: Mount = PLAIN,
    *,
    tokens: Mapping[str, str] | None = None,
    renderer: Renderer | None = None,
    cache: Cache | None = None,
) -> str:
    """Draw the wide drawing as an SVG text that needs nothing else.

    Its colours are values, its font is inside, and below the drawing stands where it is from. Drawings that scroll on a
    page are whole. Links stay where they lead to the web, and are gone where they lead to places on a page. `tokens`
    are values for the variables of tokens.css, such as `--jb-stage-1`. A ChoiceError says what would fit where a
    drawing is too large for the sheet that it is to be mounted on.
    """
    imprint, renderer = imprint or Imprint(), renderer or Renderer()
    if mount.background == "white":
        tokens = {**(tokens or {}), "--jb-paper": "#ffffff"}

    def make(request: Request) -> str:
        return _drawn(request, imprint, mount, tokens, renderer, cache)

    about = f"alone {renderer.version()} {imprint} {mount} {tokens}" if cache else ""
    return cached(request, cache, about, _TEXT, make)


def _drawn(
    request: Request,
    imprint: Imprint,
    mount: Mount,
    tokens: Mapping[str, str] | None,
    renderer: Renderer,
    cache: Cache | None,
) -> str:
    scene = request.scene(cached_layout(renderer, cache))
    if mount.size:
        place = on_sheet(request, scene, imprint, mount, mount.size)
        sheet, height = place.fit.sheet, place.fit.sheet.height
    else:
        place = None
        sheet = load(request.view).desk(scene, request.desk_width)
        height = footer(scene, sheet, imprint)
    frame = Frame(request.name, f"jd jd-{request.view} jd-desk", scene.title, scene.description, request.language)
    drawn = renderer.svg(sheet.canvas.dot(height))
    with renderer.reading():
        svg = ET.fromstring(finish(drawn, frame))
    if place:
        _put(svg, place)
    else:
        _widen(svg)
        mark_parts(svg, scene, sheet)
    about = metadata(scene, imprint)
    return _alone(svg, about, tokens, cache, bare=mount.background == "none")


def _widen(svg: ET.Element) -> None:
    """Put paper around a drawing."""
    x, y, wide, high = map(float, (svg.get("viewBox") or "").split())
    box = (x - MARGIN, y - MARGIN, wide + 2 * MARGIN, high + 2 * MARGIN)
    svg.attrib |= {"viewBox": _numbers(box), "width": f"{box[2]:g}", "height": f"{box[3]:g}"}


def _put(svg: ET.Element, place: Mounted) -> None:
    """Put a drawing in its place on a sheet, between head and foot."""
    size = {"width": f"{place.size.width:.6g}", "height": f"{place.size.height:.6g}"}
    svg.attrib |= {"viewBox": _numbers(place.view_box), **size}
    above, below = place.around()
    svg[2:2] = above  # after title and description
    svg.extend(below)


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{round(value, 3):g}" for value in values)


def _alone(
    svg: ET.Element, about: ET.Element, tokens: Mapping[str, str] | None, cache: Cache | None, *, bare: bool
) -> str:
    names = ("x", "y", "width", "height")
    paper = ET.Element(f"{_SVG}g", {"class": "jd-paper", "data-part": "paper"})
    ET.SubElement(paper, f"{_SVG}rect", dict(zip(names, (svg.get("viewBox") or "").split(), strict=True)))
    style = ET.Element(f"{_SVG}style")
    style.text = faces("".join(text.text or "" for text in svg.iter(f"{_SVG}text")), cache)
    svg[2:2] = [about, style] if bare else [about, style, paper]  # after title and description
    _keep_web_links(svg)
    dress(svg, tokens)
    return written(svg) + "\n"


def _keep_web_links(svg: ET.Element) -> None:
    links = list(svg.iter(f"{_SVG}a"))
    for link in links:
        del link.attrib["id"]
        if not link.get(_HREF, "").lower().startswith(("http:", "https:", "mailto:")):
            link.tag = f"{_SVG}g"
            link.attrib.clear()
            for title in link.findall(f"{_SVG}title"):
                link.remove(title)
    if not any(link.tag == f"{_SVG}a" for link in links):
        svg.set("role", "img")
