"""Parts of a drawing that carry a mark: links among texts, pains by severity, amounts as pips."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY
from journeybook.diagrams.parts.blocks import Paragraph
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.twin import Label
from journeybook.text.font import width

GRADES = 3


class Texts:
    """Texts under each other."""

    gap = 7

    def __init__(self, scene: Scene, found: Sequence[Label], room: float) -> None:
        self._entries = [Paragraph(scene, entry.text, room) for entry in found]
        self.height = sum(entry.height for entry in self._entries) + self.gap * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry in self._entries:
            entry.draw(canvas, x, y)
            y += entry.height + self.gap


class Graded:
    """Texts, each with as many filled pips as its grade, of three; none where there is no grade."""

    gap = 7

    def __init__(self, scene: Scene, found: Sequence[tuple[Label, int]], room: float) -> None:
        self.indent = 14 if any(grade for _, grade in found) else 0
        self._entries = [(Paragraph(scene, entry.text, room - self.indent), grade) for entry, grade in found]
        self.height = sum(entry.height for entry, _ in self._entries) + self.gap * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry, grade in self._entries:
            for pip in range(GRADES if grade else 0):
                classes = "jd-pip-on" if pip < grade else "jd-pip"
                canvas.box(x, y + BODY.line / 2 + 4 - 6 * pip, 7, 4, f"{classes} jd-grave")
            entry.draw(canvas, x + self.indent, y)
            y += entry.height + self.gap


class Pips:
    """A small amount as a row of pips, and beside it in words."""

    side, gap = 9, 4

    def __init__(self, scene: Scene, text: str, amount: int, most: int, classes: str) -> None:
        self._amount, self._most, self._classes = amount, most, classes
        self._text = Paragraph(scene, text, width(text, BODY) + 1)
        self.height = self._text.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        top = y + (BODY.line - self.side) / 2
        for pip in range(self._most):
            classes = "jd-pip-on" if pip < self._amount else "jd-pip"
            canvas.box(x + pip * (self.side + self.gap), top, self.side, self.side, f"{classes} {self._classes}")
        self._text.draw(canvas, x + self._most * (self.side + self.gap) + 6, y)
