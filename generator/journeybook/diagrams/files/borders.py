"""Write what stands around a drawing on a sheet: the head of a poster, and a line at the foot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.imprint import Imprint, address_of, care, long_date
from journeybook.diagrams.files.lettering import Edges, written_lines
from journeybook.diagrams.files.logo import Logo
from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.parts.scene import Scene
from journeybook.problems import say
from journeybook.text.font import TextStyle, width
from journeybook.text.graphemes import shorten
from journeybook.text.wrap import wrap

_LONGEST = 600  # characters of a poster's summary
_NAME, _TITLE = TextStyle("", 18, 600, 24), TextStyle("", 40, 700, 48)
_SUMMARY, FOOT = TextStyle("", 19, 400, 27), TextStyle("", 14, 400, 19)
_LOGO = (300, 72)  # pixels
_GAP = 28


def _times(style: TextStyle, factor: float) -> TextStyle:
    return replace(style, size=style.size * factor, line=style.line * factor)


class Head:
    """A poster's head: the handbook's name, title and summary, and the logo where lines end.

    `wide` is in pixels of the sheet, and so is `height`; `share` is how large the sheet is beside A3.
    """

    def __init__(self, scene: Scene, imprint: Imprint, logo: Logo | None, wide: float, share: float) -> None:
        self._logo, self._gap = logo, _GAP * share
        self._logo_size = _inside(logo, wide, share) if logo else (0.0, 0.0)
        room = wide - (self._logo_size[0] + self._gap if logo else 0)
        self._texts = list(_head_texts(scene, imprint, room, share))
        high = sum(len(lines) * style.line for lines, style, _ in self._texts)
        self.height = max(high, self._logo_size[1]) + self._gap

    def draw(self, top: float, edges: Edges, scale: float) -> Iterator[ET.Element]:
        """Give its parts; `scale` is how many pixels are one unit."""
        if self._logo:
            wide, high = (side / scale for side in self._logo_size)
            x, name = edges.at("end")
            yield self._logo.image(x - wide if name == "right" else x, top, wide, high)
        for lines, style, classes in self._texts:
            style = _times(style, 1 / scale)
            yield written_lines(lines, style, top, edges, classes=classes)
            top += len(lines) * style.line


def _head_texts(
    scene: Scene, imprint: Imprint, room: float, share: float
) -> Iterator[tuple[list[str], TextStyle, str]]:
    journey = scene.journey
    texts = (
        (imprint.handbook, _NAME, "jd-muted"),
        (journey.title, _TITLE, ""),
        (journey.summary, _SUMMARY, "jd-muted"),
    )
    for text, style, classes in texts:
        style = _times(style, share)
        if text:
            yield wrap(shorten(clean(text), _LONGEST), room, style, language=scene.language), style, classes


def _inside(logo: Logo, wide: float, share: float) -> tuple[float, float]:
    """Give the size of a logo, as large as its place allows."""
    factor = min(min(_LOGO[0] * share, wide / 3) / logo.wide, _LOGO[1] * share / logo.high)
    return logo.wide * factor, logo.high * factor


class Foot:
    """The line at the foot: where the drawing is from, and when it was right.

    `wide` and `size`, that of the text, are pixels of the sheet, and so is `height`. Of a poster, whose head says the
    names, it says when it was `made`; a slide has one line, and what has no room there is left out.
    """

    def __init__(
        self, scene: Scene, imprint: Imprint, wide: float, size: float, *, poster: bool, made: dt.date | None
    ) -> None:
        self._style = _times(FOOT, size / FOOT.size)
        printed = scene.say(say("Printed on {date}", date=long_date(scene, made))) if made else ""
        names = () if poster else (scene.journey.title, imprint.handbook)
        left, most = 0.6 * wide, 3 if poster else 1
        address = address_of(imprint, left, self._style)
        self._left = _packed(scene, (*names, address), left, self._style, most)
        self._right = _packed(scene, (*care(scene), printed), 0.36 * wide, self._style, most)
        lines = max(len(self._left), len(self._right))
        self.height = (lines + 1) * self._style.line if lines else 0

    def draw(self, bottom: float, edges: Edges, scale: float) -> Iterator[ET.Element]:
        """Give its parts, the last lines of which end at `bottom`."""
        style = _times(self._style, 1 / scale)
        if self._left:
            top = bottom - len(self._left) * style.line
            yield written_lines(self._left, style, top, edges, classes="jd-muted")
        if self._right:
            top = bottom - len(self._right) * style.line
            yield written_lines(self._right, style, top, edges, "end", "jd-muted")


def _packed(scene: Scene, parts: Iterable[str], room: float, style: TextStyle, most: int) -> list[str]:
    """Set texts in at most so many lines, several in one where there is room; the first one is never left out."""
    lines: list[str] = []
    for part in filter(None, map(clean, parts)):
        together = f"{lines[-1]} · {part}" if lines else part
        if lines and width(together, style) <= room:
            lines[-1] = together
        elif not lines or len(lines) < most:
            lines += wrap(shorten(part, _LONGEST), room, style, language=scene.language)
    return lines
