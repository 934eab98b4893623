"""Kinds of content, each with a look of its own: pains by severity, figures, amounts as pips."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import AMOUNT, BODY, LABEL
from journeybook.diagrams.parts.blocks import Paragraph
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.twin import Label
from journeybook.problems import say
from journeybook.text.font import SLACK, TextStyle, width

GRADES = 3
_UNSAID = say("not said")


class Texts:
    """Texts under each other."""

    gap = 7

    def __init__(
        self, scene: Scene, found: Sequence[Label], room: float, style: TextStyle = BODY, classes: str = ""
    ) -> None:
        self._entries = [Paragraph(scene, entry.text, room, style, classes) for entry in found]
        self.height = sum(entry.height for entry in self._entries) + self.gap * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry in self._entries:
            entry.draw(canvas, x, y)
            y += entry.height + self.gap


class Graded:
    """Texts, each with as many filled steps as its grade, of three; none where there is no grade."""

    gap, indent = 8, 21

    def __init__(self, scene: Scene, found: Sequence[tuple[str, int]], room: float) -> None:
        self._entries = [(Paragraph(scene, text, room - self.indent), grade) for text, grade in found]
        self.height = sum(entry.height for entry, _ in self._entries) + self.gap * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry, grade in self._entries:
            steps(canvas, x, y, grade)
            entry.draw(canvas, x + self.indent, y)
            y += entry.height + self.gap


def steps(canvas: Canvas, x: float, y: float, grade: int) -> None:
    """Draw three steps that rise, so many of them filled, beside a line of text with its top at y; a dash for none."""
    if not grade:
        canvas.box(x + 4, y + BODY.line / 2 - 0.5, 6, 2, "jd-pip-on jd-grave")
        return
    foot = y + BODY.line / 2 + 6
    for step in range(GRADES):
        high = 4 + 4 * step
        classes = "jd-pip-on" if step < grade else "jd-pip"
        canvas.box(x + 5 * step, foot - high, 4, high, f"{classes} jd-grave")


class Grades:
    """What the steps beside pains mean, and the dash where there are none, once for all stages, in rows of `room`."""

    _row = 24.0

    def __init__(self, scene: Scene, room: float) -> None:
        words = {grade: scene.label(f"severity-{grade}") for grade in reversed(_grades(scene))}
        if any(not pain.severity for stage in scene.journey.stages for pain in stage.pains):
            words[0] = scene.say(_UNSAID)
        self._placed: list[tuple[float, float, int, str]] = []
        x = y = self.across = 0.0
        for grade, word in words.items():
            wide = 21 + width(word, LABEL) * SLACK
            if x and x + wide > room:
                x, y = 0, y + self._row
            self._placed.append((x, y, grade, word))
            self.across = max(self.across, x + wide)
            x += wide + 18
        self.height = y + 19

    @staticmethod
    def needed(scene: Scene) -> bool:
        """Tell whether any pain has a severity."""
        return bool(_grades(scene))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for left, top, grade, word in self._placed:
            steps(canvas, x + left, y + top, grade)
            canvas.text(x + left + 21, y + top + 1, [word], LABEL, "jd-muted")


def _grades(scene: Scene) -> list[int]:
    """Give the severities that a journey's pains have, from the least on."""
    return sorted({pain.severity for stage in scene.journey.stages for pain in stage.pains if pain.severity})


class Amounts:
    """What is measured: the figures large, beside them what they count, and below what it is."""

    gap = 10

    def __init__(self, scene: Scene, found: Sequence[tuple[str, str, str]], room: float) -> None:
        self._entries = [_Amount(scene, *entry, room) for entry in found]
        self.height = sum(entry.height for entry in self._entries) + self.gap * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry in self._entries:
            entry.draw(canvas, x, y)
            y += entry.height + self.gap


class _Amount:
    def __init__(self, scene: Scene, title: str, amount: str, unit: str, room: float) -> None:
        self._title = Paragraph(scene, title, room)
        self._amount = Paragraph(scene, amount, room, AMOUNT) if amount else None
        self._beside = width(amount, AMOUNT) * 1.03 + 4  # a space, and what another font may need
        self._fits = self._beside + width(unit, BODY) <= room
        self._unit = Paragraph(scene, unit, room, BODY, "jd-muted") if amount and unit else None
        below = [self._amount, None if self._fits else self._unit, self._title]
        self.height = sum(block.height for block in below if block)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        if self._amount:
            self._amount.draw(canvas, x, y)
        if self._unit and self._fits:
            self._unit.draw(canvas, x + self._beside, y + (AMOUNT.line - BODY.line) / 2 + 0.5)
        y += self._amount.height if self._amount else 0
        if self._unit and not self._fits:
            self._unit.draw(canvas, x, y)
            y += self._unit.height
        self._title.draw(canvas, x, y)


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
