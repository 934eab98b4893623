"""A page of the handbook as a section of the book."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from journeybook.export.form import FinishedPage, Wanted
from journeybook.export.links import BookLinks, site_path
from journeybook.export.markup import parsed, prune, tag, with_lines
from journeybook.export.order import Part
from journeybook.export.paper.drawing import drawn, put
from journeybook.export.paper.fields import is_field, name_fields
from journeybook.language.direction import direction_of

_TERM = "data-jb-term"
_REFERRED = ("jb-page-activity", "jb-page-handout")
"""Kinds of pages of which a link says the number of the sheet."""


@dataclass
class Section:
    """A part of the book: its anchor, its tree, and where it has the first use of each term."""

    id: str
    part: Part
    tree: ET.Element
    page: FinishedPage | None = None
    terms: dict[str, str] = field(default_factory=dict)


def heading(part: Part, id: str) -> Section:
    """Make the section of a heading of the navigation that has no page."""
    tree = ET.Element(tag("section"), {"class": f"jb bk-part bk-divider bk-d{min(part.depth, 2)}", "id": id})
    ET.SubElement(tree, tag("h1")).text = part.title
    return Section(id, part, tree)


def section(wanted: Wanted, part: Part, page: FinishedPage, id: str, links: BookLinks, form: str) -> Section:
    """Make the section of a page; `form` is what the fields of a handout are named after, none for other pages."""
    body = parsed(page.html)
    if form:
        name_fields(body, form)
        _say_whose(body)
    terms = dict(_terms(body))
    figures = drawn(body, wanted.site, wanted.paper, lambda href: links.place_of(href, page))
    prune(body, page.kind, twins=False)
    with_lines(body, kept=is_field)
    for box in body.iter(tag("span")):
        if "jb-box" in box.get("class", "").split():
            box.text = None  # drawn: our fonts have no such letter
    links.mend(body, page)
    put(figures)
    _prefix(body, id)
    pictures(body, page, wanted.folder)
    classes = f"jb bk-part bk-d{min(part.depth, 2)} {page.kind}".strip()
    direction = direction_of(page.language)
    tree = ET.Element(tag("section"), {"class": classes, "id": id, "lang": page.language, "dir": direction})
    tree.extend(body)
    return Section(id, part, tree, page, {term: f"{id}-{anchor}" for term, anchor in terms.items()})


def _say_whose(body: ET.Element) -> None:
    """Say of a handout which activity it is for, as the head of a printed one does."""
    for head in body.iter(tag("p")):
        if "jb-sheet-head" in head.get("class", "").split():
            head[:] = list(head)[-1:]
            head.attrib = {"class": "bk-eyebrow"}


def land(sections: list[Section]) -> None:
    """Let every link within the book land: on what it names, else on the section; and mark those to say a number."""
    ids = {one for part in sections for element in part.tree.iter() if (one := element.get("id"))}
    parts = {part.id: part for part in sections}
    for part in sections:
        quiet = {id(link) for around in part.tree.iter() if _is_quiet(around) for link in around.iter(tag("a"))}
        for link in part.tree.iter(tag("a")):
            href = link.get("href", "")
            if not href.startswith("#"):
                continue
            owner = href[1:].split("-")[0]
            if href[1:] not in ids:
                href = f"#{owner}" if owner in parts else ""
                link.set("href", href) if href else link.attrib.pop("href")
            if id(link) not in quiet and owner != part.id and _is_referred(href, parts):
                link.set("class", f"{link.get('class', '')} bk-see".strip())


def drop_anchors(sections: Sequence[Section], also: Collection[str]) -> None:
    """Take the ids away that no link of the sections leads to, nor `also`: WeasyPrint looks each up in all of them."""
    links = (link.get("href", "") for part in sections for link in part.tree.iter(tag("a")))
    wanted = {href[1:] for href in links if href.startswith("#")}.union(also, (part.id for part in sections))
    for part in sections:
        for element in part.tree.iter():
            if element.get("id", "") not in wanted:
                element.attrib.pop("id", None)


def _is_quiet(element: ET.Element) -> bool:
    """Tell whether links in an element say no number: they are over a drawing, or in a line about where one is."""
    classes = element.get("class", "").split()
    return not {"jb-eyebrow", "bk-drawing", "jb-term"}.isdisjoint(classes) or element.tag in map(tag, ("h1", "h2"))


def _is_referred(href: str, parts: dict[str, Section]) -> bool:
    owner, _, anchor = href[1:].partition("-")
    page = parts[owner].page if owner in parts else None
    if page is None:
        return False
    return page.kind in _REFERRED or anchor in _captioned(parts[owner])


def _captioned(part: Section) -> set[str]:
    prefix = f"{part.id}-"
    figures = list(part.tree.iter(tag("figure")))
    return {one.removeprefix(prefix) for figure in figures for element in figure.iter() if (one := element.get("id"))}


def _terms(body: ET.Element) -> Iterator[tuple[str, str]]:
    """Give the terms that a page marks, each with an anchor."""
    for number, link in enumerate(body.iter(tag("a"))):
        if term := link.get(_TERM):
            link.attrib.setdefault("id", f"term{number}")
            yield term, link.get("id", "")


def _prefix(body: ET.Element, prefix: str) -> None:
    """Give ids a name of their own in the book, and let links within it lead to them."""
    for element in body.iter():
        for name in ("id", "name"):
            if element.get(name) and not (name == "name" and is_field(element)):
                element.set(name, f"{prefix}-{element.get(name)}")
        for name in ("aria-labelledby", "aria-describedby", "headers", "for"):
            element.attrib.pop(name, None)
        href = element.get("href", "")
        if href.startswith("#"):
            first, _, rest = href[1:].partition("#")
            element.set("href", f"#{first}-{unquote(rest)}" if rest else href)


def pictures(body: ET.Element, page: FinishedPage, site: Path) -> None:
    """Put the pictures of a page into it; what is not in the folder of the site stays away."""
    for parent in list(body.iter()):
        for picture in parent.findall(tag("img")):
            source = picture.get("src", "")
            for name in ("loading", "srcset", "sizes"):
                picture.attrib.pop(name, None)
            picture.attrib.setdefault("alt", "")
            if not source.startswith("data:"):
                picture.set("src", _data(source, page, site))


def _data(source: str, page: FinishedPage, site: Path) -> str:
    """Give the address of a picture that holds it; empty where it is elsewhere."""
    path = site_path(source, page)
    file = site / path
    if ".." in path.split("/") or not file.is_file():
        return ""
    kind = mimetypes.guess_type(path)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"
