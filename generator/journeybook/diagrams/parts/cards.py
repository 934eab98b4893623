"""The cards of the vision view."""

from __future__ import annotations

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY, LABEL, NUMBER, TITLE
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.journey import Horizon, Stage
from journeybook.text.font import SLACK, TextStyle, width

PADDING, TOP = 14, 12
"""Pixels between a card's edge and what is in it, at the sides and above."""
DISC = 11
"""Radius of the number's disc, in pixels."""
_BESIDE = 2 * DISC + 8  # from the padding to what stands beside the number


def when(scene: Scene, stage: Stage) -> list[str]:
    """Give a stage's date and the word for its horizon, as far as it has them."""
    horizon = scene.label(stage.horizon) if stage.horizon else None
    return [part for part in (stage.date, horizon) if part]


class StageCard:
    """What the vision view says of a stage: number, date and horizon, title, summary. `height` is in pixels."""

    def __init__(self, scene: Scene, index: int, wide: float, title: TextStyle = TITLE) -> None:
        stage = scene.journey.stages[index]
        self._number, self._colour = str(scene.nth(index)), scene.colour(index)
        self._wide, self._style, self._horizon = wide, title, stage.horizon
        self._address = scene.links.stage(stage.key)
        room = (wide - PADDING - 4) / SLACK
        self._when = _when_lines(scene, stage, room - _BESIDE)
        self._name = " ".join((self._number, *self._when, stage.title))
        # Without a date and a horizon, the title takes their place beside the number.
        self._title = scene.lines(stage.title, room if self._when else room - _BESIDE, title)
        self._summary = scene.lines(stage.summary, room, BODY) if stage.summary else []
        high = len(self._title) * title.line
        self._title_y = TOP + max(2 * DISC, len(self._when) * LABEL.line + 5) + 4 if self._when else _middle(title)
        self._summary_y = max(self._title_y + high, TOP + 2 * DISC) + 4
        end = self._summary_y - 4 + (len(self._summary) * BODY.line + 4 if self._summary else 0)
        self.height = end + TOP

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y; all but the summary is one link."""
        colour, filled = self._colour, self._horizon is Horizon.VISION
        left = x + PADDING
        with canvas.link(self._address, self._name):
            canvas.box(x, y, self._wide, self.height, f"jd-card jd-is-{self._horizon or 'open'} {colour}")
            disc = "jd-num" if filled else "jd-fill jd-on"
            canvas.disc(left + DISC, y + TOP + DISC, DISC, f"{disc} {colour}", self._number, NUMBER)
            if self._when:
                classes = "jd-on" if filled else f"jd-stage {colour}"
                canvas.text(left + _BESIDE, y + _middle(LABEL), self._when, LABEL, classes)
            title_x = left if self._when else left + _BESIDE
            canvas.text(title_x, y + self._title_y, self._title, self._style, "jd-on" if filled else "")
        if self._summary:  # after the link, whose name would be read in its place
            canvas.text(left, y + self._summary_y, self._summary, BODY, "jd-on" if filled else "jd-muted")


def _middle(style: TextStyle) -> float:
    """Find where text begins whose first line stands at the middle of the number."""
    return TOP + DISC - style.line / 2


def _when_lines(scene: Scene, stage: Stage, room: float) -> list[str]:
    """Set date and horizon in one line where there is room, else under each other."""
    parts = when(scene, stage)
    whole = " · ".join(parts)
    if width(whole, LABEL) <= room:
        return [whole] if whole else []
    return [line for part in parts for line in scene.lines(part, room, LABEL)]
