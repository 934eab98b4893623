"""A finished download as PDF, made by WeasyPrint.

WeasyPrint draws the text of SVG letter by letter, which takes Arabic, Hindi and Thai apart. So the text stands as HTML
on the picture without it, and is shaped, read aloud and copied as text.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from threading import Lock
from typing import Any
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.form import Form
from journeybook.diagrams.files.imprint import read
from journeybook.diagrams.paint.written import SVG, written
from journeybook.problems import JourneybookError, say
from journeybook.text.faces import fixed_faces

_SVG = f"{{{SVG}}}"
_BASELINE = (1984 - 494) / 2 / 2048  # em from the middle of a line of Inter to its baseline (its hhea table)
_FAR = 4000  # pixels: wider than any text
_RULES = (
    "body{margin:0}img{display:block}p{position:absolute;margin:0;white-space:pre;line-height:0;"
    f"width:{_FAR}px;unicode-bidi:isolate}}"
)
_LOCK = Lock()  # WeasyPrint shares Pango's fonts between threads
_NO_PAPER = say(
    "PDF needs WeasyPrint and Pango. Install them: `pip install weasyprint`, and on Debian "
    "`apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, on macOS `brew install pango`"
)


class PaperError(JourneybookError):
    """Raised where PDF cannot be made; the message says what to install."""


def pdf(svg: str) -> bytes:
    """Make a PDF of one page, as large as the picture; a PaperError where WeasyPrint or Pango is missing."""
    with weasyprint_here() as weasyprint:
        page = "".join(_page(ET.fromstring(svg), fixed_faces(svg)))
        return bytes(weasyprint.HTML(string=page).write_pdf())


FORM = Form(pdf, place=3, in_browsers=True)


@contextmanager
def weasyprint_here() -> Iterator[Any]:
    """Lend the module WeasyPrint to one thread at a time; a PaperError where it or Pango is missing."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: there is no Pango
        raise PaperError(str(_NO_PAPER)) from error
    with _LOCK:
        yield weasyprint


def _page(root: ET.Element, faces: str) -> Iterator[str]:
    facts = read(root)
    yield f'<!doctype html><html lang="{escape(root.get("lang", "en"))}"><meta charset="utf-8">'
    yield f"<title>{escape(facts.get('title', ''))}</title>"
    for name, meta in (("creator", "author"), ("source", "description"), ("date", "dcterms.created")):
        if name in facts:
            yield f'<meta name="{meta}" content="{escape(facts[name])}">'
    size = f"@page{{size:{root.get('width')}px {root.get('height')}px;margin:0}}"
    face = f"body{{font-family:{root.get('font-family', '')}}}"
    yield f"<style>{faces}{size}{_RULES}{face}</style>"
    texts = list(_texts(root))
    data = base64.b64encode(written(root).encode()).decode()
    yield f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(root.findtext(f"{_SVG}desc", ""))}">'
    yield from texts


def _texts(root: ET.Element) -> Iterator[str]:
    """Take the texts out of the picture, and write them as HTML."""
    left, top, wide, _ = map(float, root.get("viewBox", "").split())
    scale = float(root.get("width", wide)) / wide
    for group in list(root.iter(f"{_SVG}g")):
        size, weight = scale * float(group.get("font-size", "0")), group.get("font-weight", "400")
        for text in group.findall(f"{_SVG}text"):
            group.remove(text)
            x, y = scale * (float(text.get("x", "0")) - left), scale * (float(text.get("y", "0")) - top)
            backwards = text.get("direction") == "rtl"
            side = _side(text.get("text-anchor", "start"), backwards)
            x -= {"left": 0, "center": _FAR / 2, "right": _FAR}[side]
            place = f"left:{x:g}px;top:{y - _BASELINE * size:g}px;text-align:{side}"
            look = f"color:{text.get('fill')};font-size:{size:g}px;font-weight:{weight}"
            direction = ' dir="rtl"' if backwards else ""
            yield f'<p{direction} style="{place};{look}">{escape(text.text or "")}</p>'


def _side(anchor: str, backwards: bool) -> str:
    """Give the side at which a text stands at its place."""
    return "center" if anchor == "middle" else "left" if (anchor == "start") != backwards else "right"
