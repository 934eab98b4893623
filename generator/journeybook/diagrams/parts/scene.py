"""What a shape needs to know to draw a journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from babel.numbers import format_decimal, format_percent

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.render import Renderer
from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.parts.links import AsIs, Links
from journeybook.diagrams.parts.twin import Label
from journeybook.language.direction import Direction
from journeybook.language.labels import LABELS
from journeybook.language.locales import locale_of, span_text
from journeybook.model.base import Model
from journeybook.model.duration_forms import Span
from journeybook.model.journey import Feeling, Journey, Stage
from journeybook.palette.stages import stage_class
from journeybook.problems import Text, say
from journeybook.text.font import TextStyle, width
from journeybook.text.graphemes import clusters, shorten
from journeybook.text.wrap import wrap

M = TypeVar("M", bound=Model)
LONGEST = 160
"""Labels are drawn up to this many characters; the page below a drawing tells them whole."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A journey, where its parts lead, and the language and direction in which it is read.

    `layout` finds places for the nodes and edges of a DOT text, as `Renderer.layout` does; `as_is` is the journey with
    which this one is compared. A shape asks `nth` and `colour` for the number of a stage and the class of its colour.
    """

    journey: Journey
    links: Links
    words: Callable[[str], str] = str
    language: str = "en"
    direction: Direction = "ltr"
    layout: Callable[[str], str] = Renderer().layout
    as_is: AsIs | None = None

    def nth(self, place: int) -> int:
        """Give the number of a stage in its journey, from 1; `place` counts the drawn ones from 0."""
        return self.journey.stages[place].number

    def colour(self, place: int) -> str:
        """Give the class that colours all that belongs to a stage; `place` counts the drawn ones from 0."""
        return stage_class(self.nth(place))

    def canvas(self, width: float) -> Canvas:
        """Give an empty drawing, mirrored for right-to-left readers."""
        return Canvas(width, mirrored=self.direction == "rtl")

    def say(self, text: Text) -> str:
        """Say a catalogue sentence in the reader's language."""
        return self.words(text.template).format(**dict(text.values))

    def lines(self, text: str, room: float, style: TextStyle) -> list[str]:
        """Break a label into lines, and cut it where it is longer than `LONGEST`; at least one line."""
        return wrap(shorten(clean(text), LONGEST), room, style, language=self.language) or [""]

    def line(self, text: str, room: float, style: TextStyle) -> str:
        """Give a label in one line of at most so many pixels, with `…` where that is not all of it."""
        whole = clean(text)
        parts = clusters(whole)
        while width(whole, style) > room and len(parts) > 1:
            parts = parts[:-1]
            whole = shorten(f"{''.join(parts)} ", len(parts))
        return whole

    def label(self, key: str) -> str:
        """Give the word for a choice such as `achieved`."""
        return self.words(LABELS[key])

    def number(self, value: float) -> str:
        """Say a number with the language's separators."""
        return format_decimal(value, locale=locale_of(self.language))

    def span(self, span: Span) -> str:
        """Say a calendar span as the author wrote it, and P2W as 2 weeks."""
        return span_text(span, self.language)

    def percent(self, share: float) -> str:
        """Say a share such as 0.15 as the language writes it: 15%."""
        return format_percent(share, locale=locale_of(self.language))

    def settings(self, view: str, kind: type[M]) -> M:
        """Give the settings of a view, of that kind; the defaults where the journey says nothing."""
        found = self.journey.drawing(view).settings
        return found if isinstance(found, kind) else kind()

    def stage_entries(self) -> tuple[Label, ...]:
        """Give the stages' titles with their addresses, for a twin."""
        return tuple(Label(stage.title, self.links.stage(stage.key), stage.number) for stage in self.journey.stages)

    def activities(self, stage: Stage) -> list[tuple[str, str]]:
        """Give title and address of the stage's activities that are to be shown."""
        return [found for id in stage.activities if (found := self.links.activity(id))]

    @property
    def title(self) -> str:
        """The drawing's name."""
        return self.journey.title

    @property
    def description(self) -> str:
        """The stages in order, in one sentence: what those hear who do not see the drawing."""
        titles = (shorten(stage.title, LONGEST) for stage in self.journey.stages)
        stages = ", ".join(f"{self.nth(place)} {title}" for place, title in enumerate(titles))
        return self.say(say("The stages in order: {stages}.", stages=stages))


def score_text(score: int) -> str:
    """Say a feeling's score as it is written: +2, 0, −1 (with a true minus)."""
    return f"{score:+d}".replace("-", "−") if score else "0"


def score_class(score: int) -> str:
    """Give the class that colours a score."""
    return "jd-good" if score > 0 else "jd-bad" if score < 0 else "jd-even"


def first_feelings(stage: Stage) -> list[Feeling]:
    """Give what one curve shows of a stage: its first feeling, and what else the same actor feels, in that order."""
    return [feeling for feeling in stage.feelings if feeling.actor == stage.feelings[0].actor]
