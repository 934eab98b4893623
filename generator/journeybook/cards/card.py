"""What is printed on a card, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from journeybook.cards.qr import QrCode
from journeybook.pages.mark import mark


@dataclass(frozen=True)
class CardAddress:
    """Where a card's page is: what people read and type, and the whole address (empty where there is none)."""

    text: str
    url: str = ""
    qr: QrCode | None = None

    @property
    def parts(self) -> list[str]:
        """The text cut after each slash, where a line may end."""
        first, *rest = self.text.split("/")
        return [first, *(f"/{part}" for part in rest)]


@dataclass(frozen=True)
class CardStep:
    """A step of an activity: its number from 1, and its minutes and grouping as words."""

    number: int
    title: str
    text: str
    minutes: str = ""


@dataclass(frozen=True)
class ActivityCard:
    """An activity. `facts` are pairs of label and value; `more` tells that its page has more than the card.

    `colour` is the number of a stage colour, 0 for none; `sizes` are points by the names of the card's variables.
    """

    id: str
    path: str
    colour: int
    language: str
    direction: str
    handbook: str
    number: str
    kind: str
    chapter: str
    title: str
    address: CardAddress
    summary: str = ""
    purpose: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    materials: tuple[str, ...] = ()
    steps: tuple[CardStep, ...] = ()
    total: str = ""
    more: bool = False
    sizes: tuple[tuple[str, float], ...] = ()

    @cached_property
    def mark(self) -> str:
        """The version mark."""
        return mark(self.printed())

    def printed(self) -> Iterator[str]:
        """Give everything that is printed on both sides, sizes aside."""
        yield from ("activity", str(self.colour), self.handbook, self.number, self.kind, self.chapter, self.title)
        yield from (self.address.text, self.address.url, self.summary, self.purpose, self.total, str(self.more))
        for name, pairs in (("facts", self.facts), ("materials", ((text,) for text in self.materials))):
            yield name
            for pair in pairs:
                yield from pair
        for step in self.steps:
            yield from (str(step.number), step.title, step.text, step.minutes)


@dataclass(frozen=True)
class QuestionCard:
    """A reflective question. `origin` is the page or stage that asks it, `context` what that belongs to.

    `stage` is the stage's number in its journey, 0 where no stage asks; the rest as in ActivityCard.
    """

    path: str
    colour: int
    language: str
    direction: str
    handbook: str
    text: str
    address: CardAddress
    stage: int = 0
    origin: str = ""
    context: str = ""
    audience: str = ""
    sizes: tuple[tuple[str, float], ...] = ()

    @cached_property
    def mark(self) -> str:
        """The version mark."""
        return mark(self.printed())

    def printed(self) -> Iterator[str]:
        """Give everything that is printed on both sides, sizes aside."""
        yield from ("question", str(self.colour), self.handbook, self.text, self.address.text, self.address.url)
        yield from (str(self.stage), self.origin, self.context, self.audience)


Card = ActivityCard | QuestionCard
