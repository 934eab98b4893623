"""A finished download as PDF, made by WeasyPrint."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from journeybook.diagrams.faces import fixed_faces
from journeybook.diagrams.imprint import read
from journeybook.problems import JourneybookError, say

_SVG = "{http://www.w3.org/2000/svg}"
_NO_PAPER = say(
    'PDF needs WeasyPrint and Pango. Install them: `pip install "journeybook[pdf]"`, and on Debian '
    "`apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, on macOS `brew install pango`"
)


class PaperError(JourneybookError):
    """PDF cannot be made here; the message says what to install."""


def pdf(svg: str) -> bytes:
    """The picture as PDF of one page, as large as the picture; a PaperError where WeasyPrint or Pango is missing."""
    try:
        import weasyprint  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:  # OSError: there is no Pango
        raise PaperError(str(_NO_PAPER)) from error
    root = ET.fromstring(svg)
    page = "".join(_page(svg, root))
    drawn = weasyprint.HTML(string=page).write_pdf(custom_metadata=False)
    return bytes(drawn)


def _page(svg: str, root: ET.Element) -> Iterator[str]:
    facts = read(root)
    yield f'<!doctype html><html lang="{escape(root.get("lang", "en"))}"><meta charset="utf-8">'
    yield f"<title>{escape(facts.get('title', ''))}</title>"
    for name, meta in (("creator", "author"), ("source", "description"), ("date", "dcterms.created")):
        if name in facts:
            yield f'<meta name="{meta}" content="{escape(facts[name])}">'
    size = f"{root.get('width')}px {root.get('height')}px"
    yield f"<style>{fixed_faces(svg)}@page{{size:{size};margin:0}}body{{margin:0}}img{{display:block}}</style>"
    data = base64.b64encode(svg.encode()).decode()
    yield f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(root.findtext(f"{_SVG}desc", ""))}">'
