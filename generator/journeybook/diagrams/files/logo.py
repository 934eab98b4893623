"""Read a handbook's logo for a poster: as pixels, whatever its file is made of.

A file of somebody else's is not carried on. The program that makes PNG draws it once, bounded in size, without anything
that a file could lead to, and what it drew is the logo: no script, no address and no style of it is left, and every
reader of the poster sees the same.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.bitmaps import shows
from journeybook.diagrams.paint.written import SVG, XLINK
from journeybook.handbook.picture_files import PictureInfo, bitmap_info
from journeybook.problems import RemedyError, say

_MOST_BYTES, _MOST_PIXELS = 5_000_000, 40_000_000
_HIGH, _WIDE = 600, 2400  # pixels of the drawn logo: some 600 dots an inch on A3
_SVG = f"{{{SVG}}}"
_BITMAPS = ("png", "jpeg", "gif")
_KNOWN = (
    *("svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("text", "tspan", "title", "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "style"),
)
_MOST_COPIES = 200
_SAVE = say("save it as PNG, or as plain SVG")
_LOOK = say("see what `logo:` in mkdocs.yml names")
_SMALLER = say("save a smaller one: {wide} pixels across are enough", wide=_WIDE)
_STYLES = re.compile(r"@|\\|url\(\s*['\"]?(?!['\"]?#)", re.I)
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!['\"]?#)|\\", re.I)


class LogoError(RemedyError):
    """Raised where a logo cannot be put on a poster."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as PNG in base64, with its size in its own pixels."""

    data: str
    wide: float
    high: float

    def image(self, x: float, y: float, wide: float, high: float) -> ET.Element:
        """Give the picture at a place in a drawing; it says nothing that the name beside it does not say."""
        place = {"x": f"{x:.2f}", "y": f"{y:.2f}", "width": f"{wide:.2f}", "height": f"{high:.2f}"}
        return ET.Element(f"{_SVG}image", place | {f"{{{XLINK}}}href": f"data:image/png;base64,{self.data}"})


def read_logo(file: Path) -> Logo:
    """Read a logo; a LogoError says why it cannot be used."""
    data = _bytes(file)
    bitmap = bitmap_info(data)
    if bitmap and bitmap.kind in _BITMAPS:
        return _of_bitmap(data, bitmap)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _of_svg(data)
    raise LogoError(say("the logo ‘{name}’ is no SVG, PNG, JPEG or GIF", name=file.name), _SAVE)


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise LogoError(say("the logo ‘{name}’ cannot be read", name=file.name), _LOOK) from error
    if len(data) > _MOST_BYTES:
        most = _MOST_BYTES // 1_000_000
        raise LogoError(say("the logo ‘{name}’ has more than {most} MB", name=file.name, most=most), _SMALLER)
    return data


def _of_bitmap(data: bytes, bitmap: PictureInfo) -> Logo:
    wide, high = bitmap.width, bitmap.height
    if not 0 < wide * high <= _MOST_PIXELS:
        raise LogoError(say("the logo has {wide} × {high} pixels", wide=wide, high=high), _SMALLER)
    root = ET.Element(f"{_SVG}svg", {"viewBox": f"0 0 {wide} {high}"})
    source = f"data:image/{bitmap.kind};base64,{base64.b64encode(data).decode()}"
    ET.SubElement(root, f"{_SVG}image", {"width": str(wide), "height": str(high), f"{{{XLINK}}}href": source})
    return _drawn(root, wide, high, most=1)


def _of_svg(data: bytes) -> Logo:
    if re.search(rb"<!ENTITY", data, re.I):
        raise LogoError(say("the logo has entities of its own"), _SAVE)
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        raise LogoError(say("the logo is no whole SVG"), _SAVE) from error
    if root.tag != f"{_SVG}svg":
        raise LogoError(say("the logo is no SVG"), _SAVE)
    _clean(root)
    _refuse_nests(root)
    wide, high = _size(root)
    return _drawn(root, wide, high)


def _clean(root: ET.Element) -> None:
    """Take out what is not known to be harmless: other elements, and all that leads out of the file."""
    for parent in list(root.iter()):
        for name, value in list(parent.items()):
            leads = name.rpartition("}")[2] == "href" and not value.startswith("#")
            if leads or _OUTSIDE.search(value):
                del parent.attrib[name]
        for child in list(parent):
            tag = child.tag.removeprefix(_SVG) if isinstance(child.tag, str) else ""
            if tag not in _KNOWN or (tag == "style" and _STYLES.search(child.text or "")):
                parent.remove(child)


def _refuse_nests(root: ET.Element) -> None:
    """Refuse copies of what itself has copies: a few lines of such would be millions of shapes."""
    uses = list(root.iter(f"{_SVG}use"))
    names = {value[1:] for use in uses for key, value in use.items() if key.endswith("href")}
    holders = [one for one in root.iter() if one.get("id") in names]
    if len(uses) > _MOST_COPIES or any(list(one.iter(f"{_SVG}use")) for one in holders):
        raise LogoError(say("the logo is made of copies of copies"), _SAVE)


def _size(root: ET.Element) -> tuple[float, float]:
    box = [float(number) for number in re.findall(r"-?\d*\.?\d+", root.get("viewBox", ""))]
    sides = [re.fullmatch(r"\s*(\d*\.?\d+)\s*(px)?\s*", root.get(name, "")) for name in ("width", "height")]
    if len(box) != 4 and all(sides):
        box = [0, 0, *(float(side[1]) for side in sides if side)]
        root.set("viewBox", " ".join(map(str, box)))
    if len(box) != 4 or not (0 < box[2] < 1e6 and 0 < box[3] < 1e6):
        raise LogoError(
            say("the logo does not say how large it is"), say("give its `svg` a viewBox, or save it as PNG")
        )
    return box[2], box[3]


def _drawn(root: ET.Element, wide: float, high: float, most: float = 1e6) -> Logo:
    import resvg_py

    factor = min(_WIDE / wide, _HIGH / high, most)
    size = max(1, round(wide * factor)), max(1, round(high * factor))
    root.attrib |= {"width": str(size[0]), "height": str(size[1])}
    plain = not any(True for _ in root.iter(f"{_SVG}text"))
    try:
        data = bytes(resvg_py.svg_to_bytes(svg_string=ET.tostring(root, "unicode"), skip_system_fonts=plain))
    except (ValueError, RecursionError) as error:
        raise LogoError(say("the logo cannot be drawn"), _SAVE) from error
    if not shows(data):
        raise LogoError(say("nothing is to be seen of the logo"), _SAVE)
    return Logo(base64.b64encode(data).decode(), *size)
