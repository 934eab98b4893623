"""A stage's title in its colour with the summary below it: what stands beside a band or a segment."""

from __future__ import annotations

from journeybook.diagrams.paint.canvas import Align, Canvas
from journeybook.diagrams.paint.styles import BODY, NUMBER, NUMBER_PHONE, TITLE, TITLE_PHONE
from journeybook.diagrams.parts.scene import Scene
from journeybook.text.font import TextStyle, width

_GAP = 4  # pixels between title and summary


class Caption:
    """Title and summary in at most `room` pixels, `wide` and `height` as they come out.

    `align` says where x is in `draw_title` and `draw_summary`. A `numbered` one has its number in a disc before the
    title; where the text starts at the left, the summary is indented like the title. `colour` is a class in place of
    the stage's own. One that is not `titled` has the summary alone.
    """

    def __init__(
        self,
        scene: Scene,
        index: int,
        room: float,
        *,
        align: Align = "start",
        numbered: bool = False,
        phone: bool = False,
        colour: str = "",
        titled: bool = True,
    ) -> None:
        stage = scene.journey.stages[index]
        self._number, self._colour = scene.nth(index), colour or scene.colour(index)
        self._align, self._style = align, TITLE_PHONE if phone else TITLE
        self._disc = (_PHONE_DISC if phone else _DISC) if numbered else None
        self._indent = 2 * self._disc.radius + 8 if self._disc else 0.0
        hanging = self._indent if align == "start" else 0
        self._title = scene.lines(stage.title, room - self._indent, self._style) if titled else []
        self._summary = scene.lines(stage.summary, room - hanging, BODY) if stage.summary else []
        self._hanging = hanging
        self._title_wide = max((width(line, self._style) for line in self._title), default=0)
        summary_wide = max((width(line, BODY) for line in self._summary), default=0)
        self.wide = max(self._indent + self._title_wide, hanging + summary_wide)
        self.title_height = max(len(self._title) * self._style.line, 2 * self._disc.radius if self._disc else 0)
        self._gap = _GAP if titled else 0
        self.height = self.title_height + (self._gap + len(self._summary) * BODY.line if self._summary else 0)

    def draw_title(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the number and the title, y being their top."""
        if not self._title:
            return
        align = self._align
        if self._disc:
            if align == "middle":
                x -= (self._indent + self._title_wide) / 2
            radius = self._disc.radius
            middle = y + max(radius, self._style.line / 2)
            canvas.disc(
                x + radius, middle, radius, f"jd-fill jd-on {self._colour}", str(self._number), self._disc.style
            )
            x, y, align = x + self._indent, middle - self._style.line / 2, "start"
        canvas.text(x, y, self._title, self._style, f"jd-stage {self._colour}", align)

    def draw_summary(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the summary, y being the top of the whole."""
        if self._summary:
            top = y + self.title_height + self._gap
            canvas.text(x + self._hanging, top, self._summary, BODY, "jd-muted", self._align)


class _Disc:
    def __init__(self, radius: float, style: TextStyle) -> None:
        self.radius, self.style = radius, style


_DISC, _PHONE_DISC = _Disc(11, NUMBER), _Disc(12, NUMBER_PHONE)
