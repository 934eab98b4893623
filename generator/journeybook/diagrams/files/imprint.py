"""Write on a picture that leaves its page whose it is, where it is from, and when it was right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from babel.dates import format_date

from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.paint.styles import FOOT, LABEL
from journeybook.diagrams.paint.written import DC, RDF, SVG
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.language.locales import locale_of
from journeybook.problems import say
from journeybook.text.font import TextStyle, width

_GAP, _INSIDE = 32, 16
_LEFT, _RIGHT = 0.64, 0.32  # of the drawing's width


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a picture is from: the handbook's name, and the address of the journey's page on the web, where known."""

    handbook: str = ""
    address: str = ""


def footer(scene: Scene, sheet: Sheet, imprint: Imprint) -> float:
    """Write the imprint below a drawing, and give the height of both in pixels."""
    canvas, journey = sheet.canvas, scene.journey
    top = sheet.height + _GAP
    canvas.outline([(0, top), (canvas.width, top)], "jd-foot-line", closed=False)
    top += _INSIDE
    title = scene.lines(journey.title, canvas.width * _LEFT, LABEL)
    canvas.text(0, top, title, LABEL)
    left = list(_source(scene, imprint, canvas.width * _LEFT))
    if left:
        canvas.text(0, top + len(title) * LABEL.line + 3, left, FOOT, "jd-muted")
    right = list(_care(scene, canvas.width * _RIGHT))
    if right:
        canvas.text(canvas.width, top, right, FOOT, "jd-muted", align="end")
    return top + max(len(title) * LABEL.line + 3 + len(left) * FOOT.line, len(right) * FOOT.line)


def _source(scene: Scene, imprint: Imprint, room: float) -> Iterator[str]:
    if imprint.handbook:
        yield from scene.lines(imprint.handbook, room, FOOT)
    if address := address_of(imprint, room, FOOT):
        yield address


def address_of(imprint: Imprint, room: float, style: TextStyle) -> str:
    """Give where a picture is from as it is printed; of an address that is too long the host, for cut it is none."""
    address = clean(imprint.address).partition("://")[2].rstrip("/")
    return address if width(address, style) <= room else address.partition("/")[0]


def _care(scene: Scene, room: float) -> Iterator[str]:
    for text in care(scene):
        yield from scene.lines(text, room, FOOT)


def care(scene: Scene) -> Iterator[str]:
    """Say when the journey was reviewed, and who keeps it."""
    journey = scene.journey
    if journey.reviewed_on:
        yield scene.say(say("Reviewed on {date}", date=long_date(scene, journey.reviewed_on)))
    if journey.owner:
        yield scene.say(say("Kept by {owner}", owner=journey.owner))


def long_date(scene: Scene, date: dt.date) -> str:
    """Write a date in full, as the language does."""
    return str(format_date(date, "long", locale=locale_of(scene.language)))


def metadata(scene: Scene, imprint: Imprint) -> ET.Element:
    """Write the imprint for programs, as Dublin Core in RDF (SVG 2, 5.10)."""
    journey = scene.journey
    found = {
        "title": journey.title,
        "creator": journey.owner or "",
        "publisher": imprint.handbook,
        "source": imprint.address,
        "date": journey.reviewed_on.isoformat() if journey.reviewed_on else "",
        "language": scene.language,
    }
    element = ET.Element(f"{{{SVG}}}metadata")
    about = ET.SubElement(ET.SubElement(element, f"{{{RDF}}}RDF"), f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    for name, value in found.items():
        if value:
            ET.SubElement(about, f"{{{DC}}}{name}").text = clean(value)
    return element


def read(svg: ET.Element) -> dict[str, str]:
    """Read what `metadata` wrote, by the names of Dublin Core."""
    return {one.tag.partition("}")[2]: one.text or "" for one in svg.iter() if one.tag.startswith(f"{{{DC}}}")}
