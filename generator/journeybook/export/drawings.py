"""The drawings of a page as pictures that stand alone: styles of a page do not reach into them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.convert import converted
from journeybook.diagrams.files.download import standalone
from journeybook.diagrams.files.looks import dress
from journeybook.diagrams.files.mount import PLAIN
from journeybook.diagrams.paint.written import SVG, written
from journeybook.export.markup import tag
from journeybook.handbook import Entry
from journeybook.handbook.picture_files import upright
from journeybook.handbook.pictures import read_picture
from journeybook.model import Journey
from journeybook.pages.downloads import imprint_of, request_of
from journeybook.pages.site import Site
from journeybook.store.cache import digest
from journeybook.text.faces import faces

_SVG = f"{{{SVG}}}"
FOLDER = "drawings"


def with_pictures(body: ET.Element, site: Site) -> dict[str, bytes]:
    """Put a picture in the place of each figure's drawings, and give the files by their paths."""
    found: dict[str, bytes] = {}
    for figure in [*body.iter(tag("figure"))]:
        drawing, names = of_kind(figure, "jd-desk"), of_kind(figure, "jd-head")
        if drawing is None:
            continue
        if names is not None:  # of rows, which stay in sight where the rest scrolls
            drawing.extend(child for child in names if child.tag == f"{_SVG}g")
        text = _alone(drawing, site).encode()
        path = f"{FOLDER}/{digest(text.decode())[:16]}.svg"
        found[path] = text
        title = next(drawing.iter(f"{_SVG}title"), None)
        kept = [child for child in figure if child.tag in (tag("figcaption"), tag("div")) and not _draws(child)]
        captions_last = sorted(kept, key=lambda child: bool(child.tag == tag("figcaption")))
        figure[:] = [ET.Element(tag("img"), {"src": path, "alt": _said(title)}), *captions_last]
        figure.text = None
    return found


def drawing(site: Site, entry: Entry[Journey], view: str) -> tuple[bytes, str]:
    """Give a journey's drawing as a PNG, and what it shows in words."""
    request = request_of(site, entry, view or entry.model.views[0].view)
    svg = standalone(
        request, imprint_of(site, entry), PLAIN, tokens=site.tokens, renderer=site.renderer, cache=site.cache
    )
    root = ET.fromstring(svg)
    told = [root.findtext(f"{_SVG}{name}", "").strip() for name in ("title", "desc")]
    return converted(svg, "png", site.cache), ". ".join(text.rstrip(".") for text in told if text)


def picture_of_word(file: Path, site: Site) -> bytes | None:
    """Give a picture of an author's as Word shows it: upright, an SVG as a PNG; None where it cannot be read."""
    content = read_picture(file, site.book.settings.bounds)
    if content is None:
        return None
    if file.suffix.lower() != ".svg":
        return upright(content)
    return converted(content.decode("utf-8-sig"), "png", site.cache)


def of_kind(figure: ET.Element, kind: str) -> ET.Element | None:
    """Give the first drawing of a kind in a figure: the page has them for several widths."""
    return next((svg for svg in figure.iter(f"{_SVG}svg") if kind in svg.get("class", "").split()), None)


def _alone(drawing: ET.Element, site: Site) -> str:
    """Write a drawing with its looks and its letters in itself."""
    style = ET.Element(f"{_SVG}style")
    style.text = faces("".join(_texts(drawing)), site.cache)
    places = [place for place, child in enumerate(drawing) if child.tag in (f"{_SVG}title", f"{_SVG}desc")]
    drawing.insert(places[-1] + 1 if places else 0, style)
    for link in drawing.iter(f"{_SVG}a"):
        link.tag = f"{_SVG}g"
        link.attrib.clear()
    for name in [
        name for name in drawing.attrib if name == "style" or name.startswith("{http://www.w3.org/2000/xmlns/}")
    ]:
        del drawing.attrib[name]
    drawing.set("role", "img")
    dress(drawing, site.tokens)
    return written(drawing) + "\n"


def _texts(drawing: ET.Element) -> Iterator[str]:
    return (text for element in drawing.iter(f"{_SVG}text") for text in element.itertext())


def _draws(element: ET.Element) -> bool:
    return next(element.iter(f"{_SVG}svg"), None) is not None or "jd-tools" in element.get("class", "")


def _said(title: ET.Element | None) -> str:
    return "".join(title.itertext()) if title is not None else ""
