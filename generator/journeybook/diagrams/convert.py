"""A finished download as PNG and as PDF. Nothing is asked of the network, and bytes are the same in every run."""

from __future__ import annotations

import base64
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

from journeybook.diagrams.cache import Cache, digest
from journeybook.diagrams.faces import fixed_faces, fonts_in, lacks
from journeybook.diagrams.imprint import read
from journeybook.problems import JourneybookError, say

SCALE = 2
_VERSION = "1"
_SVG = "{http://www.w3.org/2000/svg}"
_INCH = 96  # CSS pixels
_PNG_NAMES = {"title": "Title", "creator": "Author", "source": "Source", "publisher": "Publisher", "date": "Reviewed"}


_NO_PAPER = say(
    'PDF needs WeasyPrint and Pango. Install them: `pip install "journeybook[pdf]"`, and on Debian '
    "`apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, on macOS `brew install pango`"
)


class PaperError(JourneybookError):
    """PDF cannot be made here; the message says what to install."""


def png(svg: str, scale: float = SCALE) -> bytes:
    """The picture as PNG, `scale` times as wide and high; programs show it at its first size."""
    import resvg_py

    root = ET.fromstring(svg)
    fonts = fonts_in(svg)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.ttf") for number in range(len(fonts))]
        for file, data in zip(files, fonts, strict=True):
            file.write_bytes(data)
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            font_files=[str(file) for file in files],
            skip_system_fonts=not lacks(_text(root)),  # to look for them takes a second where there are many
        )
    return _described(drawn, read(root), scale)


def _text(root: ET.Element) -> str:
    return "".join(text.text or "" for text in root.iter(f"{_SVG}text"))


def _described(data: bytes, facts: Mapping[str, str], scale: float) -> bytes:
    """A PNG with its resolution and with texts that say what it is (PNG 3, 11.3.3 and 11.3.4.3)."""
    dots = round(_INCH * scale / 0.0254)
    chunks = [_chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))]
    for name, keyword in _PNG_NAMES.items():
        if name in facts:
            chunks.append(_chunk(b"iTXt", keyword.encode() + b"\0\0\0\0\0" + facts[name].encode()))
    head = 8 + 25  # the signature and IHDR, which comes first
    return data[:head] + b"".join(chunks) + data[head:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


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


MAKERS: dict[str, Callable[[str], bytes]] = {"svg": str.encode, "png": png, "pdf": pdf}
"""What makes each format of a download's SVG text."""


def converted(svg: str, form: str, cache: Cache | None = None) -> bytes:
    """The picture in a format of `MAKERS`."""
    if form == "svg":
        return svg.encode()
    key = digest("converted", _VERSION, form, svg)
    kept = cache.get(key) if cache else None
    if kept is not None:
        return base64.b64decode(kept)
    made = MAKERS[form](svg)
    if cache:
        cache.put(key, base64.b64encode(made).decode())
    return made
