"""A journey's drawing as a file of its own: what people put into slides, print and frame."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from pydantic import TypeAdapter

from journeybook.diagrams.draw.cached import cached
from journeybook.diagrams.draw.figure import cached_layout
from journeybook.diagrams.draw.request import Request, scene_of
from journeybook.diagrams.files.imprint import Imprint, footer, metadata
from journeybook.diagrams.files.looks import dress
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
    *,
    tokens: Mapping[str, str] | None = None,
    renderer: Renderer | None = None,
    cache: Cache | None = None,
) -> str:
    """Draw the wide drawing as an SVG text that needs nothing else.

    Its colours are values, its font is inside, and below the drawing stands where it is from. Drawings that scroll on a
    page are whole. Links stay where they lead to the web, and are gone where they lead to places on a page. `tokens`
    are values for the variables of tokens.css, such as `--jb-stage-1`.
    """
    imprint, renderer = imprint or Imprint(), renderer or Renderer()

    def make(request: Request) -> str:
        return _drawn(request, imprint, tokens, renderer, cache)

    return cached(request, cache, _about(imprint, tokens, renderer) if cache else "", _TEXT, make)


def _about(imprint: Imprint, tokens: Mapping[str, str] | None, renderer: Renderer) -> str:
    return f"alone {renderer.version()} {imprint} {tokens}"


def _drawn(
    request: Request, imprint: Imprint, tokens: Mapping[str, str] | None, renderer: Renderer, cache: Cache | None
) -> str:
    layout = cached_layout(renderer, cache)
    scene = scene_of(request, layout)
    sheet = load(request.view).desk(scene, request.desk_width)
    frame = Frame(request.name, f"jd jd-{request.view} jd-desk", scene.title, scene.description, request.language)
    drawn = renderer.svg(sheet.canvas.dot(footer(scene, sheet, imprint)))
    with renderer.reading():
        finished = finish(drawn, frame)
    return _alone(ET.fromstring(finished), metadata(scene, imprint), tokens, cache)


def _alone(svg: ET.Element, about: ET.Element, tokens: Mapping[str, str] | None, cache: Cache | None) -> str:
    x, y, wide, high = map(float, (svg.get("viewBox") or "").split())
    box = {"x": x - MARGIN, "y": y - MARGIN, "width": wide + 2 * MARGIN, "height": high + 2 * MARGIN}
    shown = {name: f"{value:g}" for name, value in box.items()}
    svg.attrib |= {"viewBox": " ".join(shown.values()), "width": shown["width"], "height": shown["height"]}
    paper = ET.Element(f"{_SVG}g", {"class": "jd-paper"})
    ET.SubElement(paper, f"{_SVG}rect", shown)
    style = ET.Element(f"{_SVG}style")
    style.text = faces("".join(text.text or "" for text in svg.iter(f"{_SVG}text")), cache)
    svg[2:2] = [about, style, paper]  # after title and description
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
