"""What an SVG tells: its size as browsers show it, and whether it could do anything."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_USUAL = (300, 150)
"""The size that browsers give to a drawing which does not tell its own."""


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Give width and height of an SVG in pixels, as browsers show it; None where a text is none."""
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
    return max(1, round(min(wide, 1e5))), max(1, round(min(high, 1e5)))


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
