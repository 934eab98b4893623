"""What the bytes of a picture tell: its kind, its size as browsers show it, and whether an SVG could do anything."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

BitmapSize = tuple[str, int, int]
"""The kind, as addresses of data name it, and width and height in pixels."""
_SVG = "{http://www.w3.org/2000/svg}"
_TURNED = range(5, 9)
"""EXIF's orientations of pictures that lie on a side: browsers turn them."""
_UNSHOWN = (
    ("HEIC", rb".{4}ftyp(?:hei[cxms]|hev[cmx]|mif1|msf1)"),
    ("TIFF", rb"II\*\0|MM\0\*"),
    ("BMP", rb"BM.{4}\0\0\0\0"),
    ("Photoshop", rb"8BPS"),
    ("PDF", rb"%PDF-"),
    ("Git LFS", rb"version https://git-lfs"),
)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_USUAL = (300, 150)
"""The size that browsers give to a drawing which does not tell its own."""


@dataclass(frozen=True)
class PictureInfo:
    """What browsers show: `kind` as in `image/png`, and its size in pixels."""

    kind: str
    width: int
    height: int


def picture_info(data: bytes) -> PictureInfo | None:
    """Tell what a picture is by its bytes; None where it is none that browsers show."""
    for read in _READERS:
        try:
            found = read(data)
        except (struct.error, IndexError):  # it ends too early
            continue
        if found and found.width > 0 and found.height > 0:
            return found
    return None


def other_kind_of_file(data: bytes) -> str:
    """Give the name of what a file is that browsers do not show as a picture; empty where nobody knows."""
    return next((name for name, head in _UNSHOWN if re.match(head, data[:64], re.S)), "")


def png_size(data: bytes) -> BitmapSize | None:
    """Read the header of a PNG; None where it is none."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 24:
        return ("png", *struct.unpack(">II", data[16:24]))
    return None


def gif_size(data: bytes) -> BitmapSize | None:
    """Read the header of a GIF; None where it is none."""
    return ("gif", *struct.unpack("<HH", data[6:10])) if data[:6] in (b"GIF87a", b"GIF89a") and data[10:] else None


def jpeg_size(data: bytes) -> BitmapSize | None:
    """Find the frame header of a JPEG among its segments (ITU T.81, B.2.2); None where it is none."""
    for kind, at in _segments(data):
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 1 : at + 5])
            return ("jpeg", wide, high)
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Give the kind of each segment of a JPEG before its pixels, and where its content begins."""
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xFF:  # segments may have such bytes before them
            at += 1
            continue
        yield data[at + 1], at + 4
        at += 2 + int.from_bytes(data[at + 2 : at + 4])


def _orientation(data: bytes) -> int:
    """Give how a JPEG is to be turned (EXIF 2.3, 4.6.4), 1 where it does not tell."""
    for kind, at in _segments(data):
        if kind == 0xE1 and data[at : at + 6] == b"Exif\0\0":
            start = at + 6
            order = "<" if data[start : start + 2] == b"II" else ">"
            first = start + struct.unpack(f"{order}I", data[start + 4 : start + 8])[0]
            count = struct.unpack(f"{order}H", data[first : first + 2])[0]
            for place in range(first + 2, first + 2 + 12 * count, 12):
                tag, _, _, value = struct.unpack(f"{order}HHIH", data[place : place + 10])
                if tag == 0x0112:
                    return int(value)
    return 1


def _bitmap(read: Callable[[bytes], BitmapSize | None]) -> Callable[[bytes], PictureInfo | None]:
    def info(data: bytes) -> PictureInfo | None:
        found = read(data)
        return PictureInfo(*found) if found else None

    return info


def _jpeg(data: bytes) -> PictureInfo | None:
    found = jpeg_size(data)
    if found is None:
        return None
    try:
        is_turned = _orientation(data) in _TURNED
    except struct.error:  # what EXIF says is damaged, as it often is: browsers then turn nothing
        is_turned = False
    kind, wide, high = found
    return PictureInfo(kind, high, wide) if is_turned else PictureInfo(kind, wide, high)


def _webp(data: bytes) -> PictureInfo | None:
    """Read the header of a WebP (RFC 9649): of its three forms, each has its size elsewhere."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    form = data[12:16]
    if form == b"VP8X":
        return PictureInfo("webp", 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
    if form == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return PictureInfo("webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if form == b"VP8 ":
        wide, high = struct.unpack("<HH", data[26:30])
        return PictureInfo("webp", wide & 0x3FFF, high & 0x3FFF)
    return None


def _avif(data: bytes) -> PictureInfo | None:
    """Find the largest size among the properties of an AVIF (ISO 23008-12): parts and previews have their own."""
    if data[4:8] != b"ftyp" or data[8:12] not in (b"avif", b"avis"):
        return None
    properties = re.finditer(rb"ispe\0{4}(.{8})", data[:100_000], re.S)
    sizes = [struct.unpack(">II", one[1]) for one in properties]
    if not sizes:
        return None
    wide, high = max(sizes, key=lambda size: size[0] * size[1])
    turns = re.search(rb"\0\0\0\x09irot(.)", data[:100_000], re.S)
    is_turned = bool(turns and turns[1][0] % 2)
    return PictureInfo("avif", high, wide) if is_turned else PictureInfo("avif", wide, high)


def _svg(data: bytes) -> PictureInfo | None:
    root = svg_root(data)
    if root is None:
        return None
    box = [float(one) for one in re.findall(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?", root.get("viewBox", ""))]
    ratio = box[2] / box[3] if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
    wide, high = _length(root.get("width")), _length(root.get("height"))
    if wide is None and high is None and ratio:
        wide, high = box[2], box[3]
    elif ratio:
        wide = wide if wide is not None else (high or 0) * ratio
        high = high if high is not None else wide / ratio
    wide, high = wide or _USUAL[0], high or _USUAL[1]
    return PictureInfo("svg+xml", max(1, round(min(wide, 1e5))), max(1, round(min(high, 1e5))))


def svg_root(data: bytes) -> ET.Element | None:
    """Give the root of an SVG; None where a text is none, is not whole, or has entities of its own."""
    if b"<svg" not in data or re.search(rb"<!ENTITY", data, re.I):
        return None
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError):
        return None
    return root if root.tag == f"{_SVG}svg" else None


def does_something(data: bytes) -> str:
    """Give what in an SVG is no drawing: a script, an attribute that runs one, or what leads out of it; else empty."""
    if outside := re.search(rb"<!ENTITY|<\?xml-stylesheet", data, re.I):
        return outside[0].decode() if b"<svg" in data else ""
    root = svg_root(data)
    for element in root.iter() if root is not None else ():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        if name in ("script", "iframe", "handler", "listener"):
            return f"<{name}>"
        if name == "style" and (found := _OUTSIDE.search(element.text or "")):
            return found[0][:40]
        for key, value in element.items():
            bare, text = key.rpartition("}")[2], value.strip()
            if key.casefold().startswith("on"):
                return f"{bare}="
            if re.match(r"\s*(?:java|vb)script:", text, re.I):
                return f"{bare}={text[:24]}"
            is_loaded = bare == "href" and name != "a" and not re.match("#|data:image/(?!svg)", text, re.I)
            if (is_loaded and text) or _OUTSIDE.search(value):
                return f"{bare}={text[:40]}"
    return ""


_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:|[\"')])[^)\s]{1,60}", re.I)
"""What a style loads from elsewhere, which no browser shows in a picture, and every program that opens it fetches."""


def _length(text: str | None) -> float | None:
    """Read a length of an SVG in pixels; None where it has none, or a part of what is around it."""
    found = _LENGTH.fullmatch(text or "")
    value = float(found[1]) * _PIXELS[found[2] or "px"] if found else 0
    return value or None


_READERS: tuple[Callable[[bytes], PictureInfo | None], ...] = (
    _bitmap(png_size),
    _jpeg,
    _bitmap(gif_size),
    _webp,
    _avif,
    _svg,
)
