"""Parts of a drawing that know their height before they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.icons import icon_class
from journeybook.diagrams.paint.styles import BODY, LABEL, SCORE
from journeybook.diagrams.parts.scene import Scene, score_class, score_text
from journeybook.model.journey import Feeling
from journeybook.text.font import TextStyle, width

DISC = 12
"""Radius of a score's disc, in pixels."""


class LayoutBlock(Protocol):
    """A part of a drawing, `height` pixels high."""

    @property
    def height(self) -> float:
        """Its height in pixels."""
        ...

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        ...


class LegendBlock(LayoutBlock, Protocol):
    """A block that says once for all stages what marks mean, `across` pixels wide."""

    @property
    def across(self) -> float:
        """Its width in pixels."""
        ...


class Paragraph:
    """Wrapped text."""

    def __init__(self, scene: Scene, text: str, room: float, style: TextStyle = BODY, classes: str = "") -> None:
        self._lines, self._style, self._classes = scene.lines(text, room, style), style, classes
        self.height = len(self._lines) * style.line

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        canvas.text(x, y, self._lines, self._style, self._classes)


class Bullets:
    """Texts under each other, each with a dot in the stage's colour."""

    indent, gap = 13, 5

    def __init__(self, scene: Scene, texts: Sequence[str], room: float, classes: str) -> None:
        self._entries = [Paragraph(scene, text, room - self.indent) for text in texts]
        self._classes = classes
        self.height = sum(entry.height for entry in self._entries) + self.gap * (len(texts) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry in self._entries:
            canvas.disc(x + 2.5, y + BODY.line / 2 + 0.5, 2.5, f"jd-dot {self._classes}")
            entry.draw(canvas, x + self.indent, y)
            y += entry.height + self.gap


class Marked:
    """Texts under each other, each with an icon that says what kind of text it is."""

    indent, gap, side = 21, 7, 15

    def __init__(self, scene: Scene, texts: Sequence[str], room: float, icon: str, classes: str) -> None:
        self._entries = [Paragraph(scene, text, room - self.indent) for text in texts]
        self._classes = f"{icon_class(icon)} {classes}"
        self.height = sum(entry.height for entry in self._entries) + self.gap * (len(texts) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry in self._entries:
            canvas.box(x, y + (BODY.line - self.side) / 2, self.side, self.side, self._classes)
            entry.draw(canvas, x + self.indent, y)
            y += entry.height + self.gap


class Chips:
    """Links to activities, side by side as far as there is room, each `least` pixels high or more.

    With `touch`, rows stand further apart, and what takes a finger reaches halfway to the next: 44 pixels for each.
    With `even`, all are equally wide, as `room` allows, and stand below each other.
    """

    gap, padding, widest, even_width = 8, 12, 320, 240

    def __init__(
        self,
        scene: Scene,
        links: Sequence[tuple[str, str]],
        room: float,
        classes: str,
        style: TextStyle,
        least: float,
        *,
        touch: bool = False,
        even: bool = False,
    ) -> None:
        room = min(room, self.even_width) if even else room
        self._style, self._classes, self._placed = style, classes, list[_Chip]()
        self._reach = max(0.0, (44 - least) / 2) if touch else 0.0
        below = max(self.gap, 2 * self._reach)
        inner = min(room - 2 * self.padding, self.widest)
        x = y = row = 0.0
        for title, address in links:
            lines = scene.lines(title, inner, style)
            wide = room if even else max(width(line, style) for line in lines) + 2 * self.padding
            high = max(least, len(lines) * style.line + 12)
            if x and x + wide > room:
                x, y, row = 0, y + row + below, 0
            self._placed.append(_Chip(x, y, wide, high, lines, title, address))
            x, row = x + wide + self.gap, max(row, high)
        self.height = y + row
        self.wide = max((chip.x + chip.wide for chip in self._placed), default=0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for chip in self._placed:
            text_y = y + chip.y + (chip.high - len(chip.lines) * self._style.line) / 2
            with canvas.link(chip.address, chip.title):
                if self._reach:
                    top, high = y + chip.y - self._reach, chip.high + 2 * self._reach
                    canvas.box(x + chip.x, top, chip.wide, high, "jd-hit")
                canvas.box(x + chip.x, y + chip.y, chip.wide, chip.high, f"jd-chip {self._classes}")
                canvas.text(x + chip.x + self.padding, text_y, chip.lines, self._style, self._classes)


class _Chip:
    def __init__(
        self, x: float, y: float, wide: float, high: float, lines: list[str], title: str, address: str
    ) -> None:
        self.x, self.y, self.wide, self.high = x, y, wide, high
        self.lines, self.title, self.address = lines, title, address


class Labelled:
    """A label above a block."""

    def __init__(self, scene: Scene, label: str, room: float, block: LayoutBlock, gap: float = 6) -> None:
        self._label, self._block, self._gap = Paragraph(scene, label, room, LABEL, "jd-muted"), block, gap
        self.height = self._label.height + gap + block.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        self._label.draw(canvas, x, y)
        self._block.draw(canvas, x, y + self._label.height + self._gap)


class Mood:
    """A feeling: its score in a disc and, beside it, its label."""

    gap = 8

    def __init__(self, scene: Scene, feeling: Feeling, room: float) -> None:
        self._score = feeling.score
        self._label = Paragraph(scene, feeling.label, room - 2 * DISC - self.gap) if feeling.label else None
        self._offset = DISC - BODY.line / 2  # the first line stands at the disc's middle
        self.height = max(2 * DISC, self._label.height + 2 * self._offset if self._label else 0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        classes = f"jd-point {score_class(self._score)}"
        canvas.disc(x + DISC, y + DISC, DISC, classes, score_text(self._score), SCORE)
        if self._label:
            self._label.draw(canvas, x + 2 * DISC + self.gap, y + self._offset)


def tallest(blocks: Iterable[LayoutBlock | None]) -> float:
    """Give the height of the tallest block in pixels; 0 where there is none."""
    return max((block.height for block in blocks if block), default=0)
