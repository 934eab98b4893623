"""Set a name and a few words in the middle of a ring, as large as the circle allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY, CENTRE, HEADING, LABEL, NOTE, TITLE
from journeybook.diagrams.parts.scene import Scene
from journeybook.text.font import TextStyle, width

_STYLES = ((CENTRE, BODY), (HEADING, BODY), (TITLE, NOTE), (LABEL, NOTE))
_GAP = 4  # pixels between name and words


@dataclass(frozen=True, slots=True)
class HubText:
    """The lines of one text, in one style."""

    lines: list[str]
    style: TextStyle
    classes: str

    @property
    def height(self) -> float:
        """The height of the lines, in pixels."""
        return len(self.lines) * self.style.line


@dataclass(frozen=True, slots=True)
class Hub:
    """The parts that fit a circle, and those that do not, to be set below the ring.

    `large` says whether the whole has its place in the circle, with a name of 18 pixels or more.
    """

    inside: list[HubText]
    below: list[HubText]
    large: bool

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw what fits around x, y."""
        _draw(canvas, self.inside, x, y - _height(self.inside) / 2)

    def draw_below(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the rest from y down."""
        _draw(canvas, self.below, x, y)

    @property
    def height_below(self) -> float:
        """The height of what stands below the ring, in pixels; 0 where all fits."""
        return _height(self.below)


def texts_of(scene: Scene) -> list[str]:
    """Give what a cycle turns around; where the journey does not say it, the journey's own name."""
    centre = scene.journey.centre
    return [text for text in (centre.title, centre.text) if text] if centre else [scene.title]


def hub(scene: Scene, radius: float, room_below: float) -> Hub:
    """Set name and words for a circle of that radius; texts below it get lines of `room_below` pixels at most."""
    texts = texts_of(scene)
    for count in range(len(texts), 0, -1):
        parts = _largest(scene, texts[:count], radius)
        if parts:
            large = count == len(texts) and parts[0].style.size >= HEADING.size
            return Hub(parts, _below(scene, texts, count, room_below), large)
    return Hub([], _below(scene, texts, 0, room_below), False)


def _largest(scene: Scene, texts: Sequence[str], radius: float) -> list[HubText]:
    """Find the largest setting that fits the circle, without a broken word if there is one; empty if none fits."""
    broken: list[HubText] = []
    for parts in _settings(scene, texts, radius):
        if _fits(parts, radius):
            if _whole(parts, texts):
                return parts
            broken = broken or parts
    return broken


def _below(scene: Scene, texts: Sequence[str], first: int, room: float) -> list[HubText]:
    styles = ((HEADING, ""), (BODY, "jd-muted"))[first:]
    rest = zip(texts[first:], styles, strict=False)
    return [HubText(scene.lines(text, room, style), style, classes) for text, (style, classes) in rest]


def _settings(scene: Scene, texts: Sequence[str], radius: float) -> Iterator[list[HubText]]:
    """Set the texts in all styles from the largest to the smallest, each in lines from the longest to the shortest."""
    for styles in _STYLES:
        for share in (1.9, 1.7, 1.5, 1.3):
            parts = zip(texts, styles, ("", "jd-muted"), strict=False)
            yield [HubText(scene.lines(text, share * radius, style), style, classes) for text, style, classes in parts]


def _fits(parts: Sequence[HubText], radius: float) -> bool:
    """Tell whether the corners of all lines, set around the middle, lie within the circle."""
    y = -_height(parts) / 2
    for part in parts:
        for line in part.lines:
            far = max(abs(y + 3), abs(y + part.style.line - 3))  # a line's letters do not fill its height
            if far**2 + (width(line, part.style) / 2) ** 2 > radius**2:
                return False
            y += part.style.line
        y += _GAP
    return True


def _whole(parts: Sequence[HubText], texts: Sequence[str]) -> bool:
    """Tell whether no word is broken: a line ends with a hyphen only where the text has it."""
    ends = [(line.split()[-1], text) for part, text in zip(parts, texts, strict=True) for line in part.lines if line]
    return all(end in text for end, text in ends if end.endswith("-"))


def _height(parts: Sequence[HubText]) -> float:
    return sum(part.height for part in parts) + _GAP * max(0, len(parts) - 1)


def _draw(canvas: Canvas, parts: Sequence[HubText], x: float, y: float) -> None:
    for part in parts:
        canvas.text(x, y, part.lines, part.style, part.classes, "middle")
        y += part.height + _GAP
