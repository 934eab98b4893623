"""Mount a drawing on a sheet: a slide with a line at its foot, or a poster with a head too."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args
from xml.etree import ElementTree as ET

from journeybook.diagrams.files.borders import FOOT, Foot, Head
from journeybook.diagrams.files.fitting import LARGEST, Fit, fitted
from journeybook.diagrams.files.imprint import Imprint
from journeybook.diagrams.files.lettering import Edges
from journeybook.diagrams.files.logo import Logo
from journeybook.diagrams.files.sizes import SheetSize
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.shapes import Shape

Background = Literal["paper", "white", "none"]
BACKGROUNDS: tuple[Background, ...] = get_args(Background)
_UNIT = 1122  # pixels: the short side of A3, for which the sizes of heads and feet are made
_MARGIN = 0.05  # of the short side


@dataclass(frozen=True, slots=True)
class Mount:
    """What a drawing is mounted on; without a `size`, on paper as large as itself.

    A `poster` has a head: the handbook's name and `logo`, the journey's title and summary; and at its foot the day on
    which it was `made`. `background` is the page's paper, white, or none, which lets a slide's own be seen.
    """

    size: SheetSize | None = None
    poster: bool = False
    background: Background = "paper"
    logo: Logo | None = None
    made: dt.date | None = None


PLAIN = Mount()


@dataclass(frozen=True, slots=True)
class Mounted:
    """A drawing with its place on a sheet; all sizes but those of `fit` are pixels of the sheet."""

    scene: Scene
    size: SheetSize
    fit: Fit
    head: Head | None
    foot: Foot
    room: tuple[float, float]

    @property
    def readable(self) -> bool:
        """Whether its smallest text is as large as the sheet asks for; a hundredth of a pixel is not missed."""
        return self.fit.smallest >= self.size.least_pixels - 0.01

    @property
    def view_box(self) -> tuple[float, float, float, float]:
        """The sheet in the units of the drawing, which stands in the middle of its room."""
        scale, sheet = self.fit.scale, self.fit.sheet
        above = self.margin + (self.head.height if self.head else 0) + (self.room[1] - sheet.height * scale) / 2
        left = (sheet.canvas.width - self.size.width / scale) / 2
        return left, -above / scale, self.size.width / scale, self.size.height / scale

    @property
    def margin(self) -> float:
        """The air at each edge."""
        return _margin(self.size)

    def around(self) -> tuple[list[ET.Element], list[ET.Element]]:
        """Give what stands above the drawing and what stands below it, in its units."""
        left, top, wide, high = self.view_box
        scale = self.fit.scale
        air = self.margin / scale
        edges = Edges(left + air, left + wide - air, self.scene.direction == "rtl")
        above = list(self.head.draw(top + air, edges, scale)) if self.head else []
        return above, list(self.foot.draw(top + high - air, edges, scale))


def mounted(scene: Scene, shape: Shape, imprint: Imprint, mount: Mount, size: SheetSize) -> Mounted:
    """Put a drawing on a sheet, upright or lying, so that its text is as large as can be."""
    found = [_mounted(scene, shape, imprint, mount, way) for way in size.ways()]
    return max(found, key=lambda one: (round(one.fit.smallest, 1), one.fit.area))


def _mounted(scene: Scene, shape: Shape, imprint: Imprint, mount: Mount, size: SheetSize) -> Mounted:
    wide = size.width - 2 * _margin(size)
    share = min(size.width, size.height) / _UNIT
    head = Head(scene, imprint, mount.logo, wide, share) if mount.poster else None
    text = max(share * FOOT.size, size.least_pixels)
    foot = Foot(scene, imprint, wide, text, poster=mount.poster, made=mount.made)
    high = size.height - 2 * _margin(size) - (head.height if head else 0) - foot.height
    fit = fitted(scene, shape, wide, max(1, high), LARGEST * max(1, share))
    return Mounted(scene, size, fit, head, foot, (wide, high))


def _margin(size: SheetSize) -> float:
    return _MARGIN * min(size.width, size.height)
