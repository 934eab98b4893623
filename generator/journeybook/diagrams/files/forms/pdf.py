"""A finished download as PDF, made by WeasyPrint, with its text as HTML on the picture."""

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
from journeybook.diagrams.files.letters import RULE, take_letters
from journeybook.diagrams.paint.written import SVG, written
from journeybook.problems import JourneybookError, say
from journeybook.text.faces import fixed_faces

_SVG = f"{{{SVG}}}"
_RULES = f"body{{margin:0}}img{{display:block}}p{{{RULE}}}"
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
    left, top, wide, _ = map(float, root.get("viewBox", "").split())
    scale = float(root.get("width", wide)) / wide
    letters = take_letters(root)
    data = base64.b64encode(written(root).encode()).decode()
    yield f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(root.findtext(f"{_SVG}desc", ""))}">'
    yield from (line.html(scale, left, top) for line in letters)
