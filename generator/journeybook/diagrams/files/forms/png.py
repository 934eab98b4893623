"""A finished download as PNG, drawn by resvg."""

from __future__ import annotations

import struct
import tempfile
import unicodedata
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.form import Form
from journeybook.diagrams.files.imprint import read
from journeybook.diagrams.paint.written import SVG, written
from journeybook.text.faces import fonts_in, lacks

SCALE = 2
_TEXT = f"{{{SVG}}}text"
_INCH = 96  # CSS pixels
_NAMES = {"title": "Title", "creator": "Author", "source": "Source", "publisher": "Publisher", "date": "Reviewed"}
# Where our font has no letter, resvg takes the first that has it, however bold. These come with systems.
_FONTS = {
    "ARABIC": "Noto Sans Arabic, Geeza Pro, Segoe UI, DejaVu Sans",
    "HEBREW": "Noto Sans Hebrew, Arial Hebrew, Segoe UI, DejaVu Sans",
    "DEVANAGARI": "Noto Sans Devanagari, Kohinoor Devanagari, Nirmala UI, Lohit Devanagari",
    "BENGALI": "Noto Sans Bengali, Kohinoor Bangla, Nirmala UI, Lohit Bengali",
    "TAMIL": "Noto Sans Tamil, Tamil Sangam MN, Nirmala UI, Lohit Tamil",
    "THAI": "Noto Sans Thai, Thonburi, Leelawadee UI",
    "HANGUL": "Noto Sans CJK KR, Noto Sans KR, Apple SD Gothic Neo, Malgun Gothic",
    "HIRAGANA": "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, IPAGothic, IPAexGothic",
    "CJK": "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei",
}
_FONTS["KATAKANA"] = _FONTS["HIRAGANA"]


def png(svg: str, scale: float = SCALE) -> bytes:
    """Make a PNG of the picture, `scale` times as wide and high; programs show it at its first size."""
    import resvg_py

    root = ET.fromstring(svg)
    foreign = lacks("".join(text.text or "" for text in root.iter(_TEXT)))
    for text in root.iter(_TEXT):
        _suit(text, root.get("lang", ""))
    fonts = fonts_in(svg)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.ttf") for number in range(len(fonts))]
        for file, data in zip(files, fonts, strict=True):
            file.write_bytes(data)
        drawn = resvg_py.svg_to_bytes(
            svg_string=written(root),
            zoom=scale,
            font_files=[str(file) for file in files],
            skip_system_fonts=not foreign,  # to look for them takes a second where there are many
        )
    return _described(drawn, read(root), scale)


FORM = Form(png, place=2, in_browsers=True)


def _suit(text: ET.Element, language: str) -> None:
    """Set a text's place and font as resvg understands them: it knows neither directions nor good substitutes."""
    if text.attrib.pop("direction", "") == "rtl":
        anchor = text.get("text-anchor", "start")
        text.set("text-anchor", {"start": "end", "end": "start"}.get(anchor, anchor))
    letter = next((char for char in text.text or "" if lacks(char)), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    if script.startswith("CJK") and language.startswith("ja"):
        script = "HIRAGANA"
    if script in _FONTS:
        text.set("font-family", f"{_FONTS[script]}, Inter")


def _described(data: bytes, facts: Mapping[str, str], scale: float) -> bytes:
    """Add to a PNG its resolution and texts that say what it is (PNG 3, 11.3.3 and 11.3.4.3)."""
    dots = round(_INCH * scale / 0.0254)
    chunks = [_chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))]
    for name, keyword in _NAMES.items():
        if name in facts:
            chunks.append(_chunk(b"iTXt", keyword.encode() + b"\0\0\0\0\0" + facts[name].encode()))
    head = 8 + 25  # the signature and IHDR, which comes first
    return data[:head] + b"".join(chunks) + data[head:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
