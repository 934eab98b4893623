"""Set the names of stages inside the segments of a ring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import NUMBER, TITLE
from journeybook.diagrams.parts.ring import Ring
from journeybook.diagrams.parts.scene import Scene
from journeybook.text.font import SLACK, width

DISC = 11
"""Radius of a number's disc, in pixels."""
_GAP = 4  # pixels between number and name
_MARGIN = 5  # pixels between a name and the edges of its segment
_ROOMS = (150, 120, 96, 74)  # pixels for the lines of a name
_MOST_LINES = 3
_STEPS = 6  # so many points are looked at on each side of a name


@dataclass(frozen=True, slots=True)
class Inscribed:
    """A number and a name in lines, around a place inside a segment."""

    number: str
    lines: Sequence[str]
    x: float
    y: float

    @property
    def height(self) -> float:
        """Their height in pixels."""
        return 2 * DISC + _GAP + len(self.lines) * TITLE.line

    def draw(self, canvas: Canvas, dy: float, disc: str, text: str) -> None:
        """Draw them `dy` pixels further down; `disc` and `text` are classes."""
        top = self.y + dy - self.height / 2
        canvas.disc(self.x, top + DISC, DISC, disc, self.number, NUMBER)
        canvas.text(self.x, top + 2 * DISC + _GAP, self.lines, TITLE, text, "middle")


def inscribe(scene: Scene, ring: Ring) -> list[Inscribed] | None:
    """Set all names inside their segments; None where one has no room there."""
    found = []
    for index, stage in enumerate(scene.journey.stages):
        name = _fit(scene, ring, index, stage.title)
        if not name:
            return None
        found.append(name)
    return found


def _fit(scene: Scene, ring: Ring, index: int, title: str) -> Inscribed | None:
    """Find the fewest lines in which a name fits its segment with no word broken."""
    x, y = ring.place(index)
    for room in _ROOMS:
        lines = scene.lines(title, room, TITLE)
        name = Inscribed(str(index + 1), lines, x, y)
        if len(lines) <= _MOST_LINES and _whole(lines, title) and _holds(ring, index, name):
            return name
    return None


def _whole(lines: Sequence[str], title: str) -> bool:
    """Tell whether the lines are the title and nothing else: no hyphen was added, and nothing was left out."""
    return "".join("".join(lines).split()) == "".join(title.split())


def _holds(ring: Ring, index: int, name: Inscribed) -> bool:
    """Tell whether a segment holds a name with its number; a name may be set in a wider font than ours."""
    half = max(width(line, TITLE) for line in name.lines) * SLACK / 2
    top = name.y - name.height / 2
    corners = [(DISC, top), (half, top + 2 * DISC + _GAP + 3), (half, top + name.height - 3)]
    points = [(side * wide * step / _STEPS, y) for wide, y in corners for step in range(_STEPS + 1) for side in (-1, 1)]
    return all(ring.holds(index, (name.x + dx, y), _MARGIN) for dx, y in points)
