"""A journey: the stages that somebody passes through."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PrivateAttr, field_validator, model_validator

from journeybook.model.aliases import Aliases
from journeybook.model.audience import Audience
from journeybook.model.base import EntryModel, Item, Model, Question
from journeybook.model.channels import is_channel
from journeybook.model.illustration import Illustration
from journeybook.model.meant_items import braces
from journeybook.model.meant_measures import figures_of
from journeybook.model.meant_numbers import score_in
from journeybook.model.other_names import meant_key
from journeybook.model.shown import Place, Shown
from journeybook.model.types import (
    Address,
    CalendarSpan,
    Count,
    Effort,
    Id,
    Many,
    Markdown,
    Number,
    Plain,
    Rating,
    Score,
    fail,
    slug,
)
from journeybook.model.views import Drawing, each_once
from journeybook.problems import say

MAX_STAGES = 20


class State(StrEnum):
    """Whether a journey shows how it is today or how it should become."""

    AS_IS = "as_is"
    TO_BE = "to_be"


class ActorKind(StrEnum):
    """CJML's two kinds of actor."""

    END_USER = "end_user"
    SERVICE_PROVIDER = "service_provider"


class Better(StrEnum):
    """Which way a figure gets better."""

    HIGHER = "higher"
    LOWER = "lower"


class Period(StrEnum):
    """When a stage happens, seen from the central event of the journey."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Horizon(StrEnum):
    """Where a stage stands on a vision map."""

    ACHIEVED = "achieved"
    TODAY = "today"
    NEXT = "next"
    PLANNED = "planned"
    VISION = "vision"


class TouchpointKind(StrEnum):
    """CJML's two kinds of touchpoint: something done, or something said between two actors."""

    ACTION = "action"
    COMMUNICATION = "communication"


class Centre(Item):
    """What a cycle turns around."""

    title: Plain
    """The name in the middle."""
    text: Plain | None = None
    """A few words below it."""


class Actor(Item):
    """Somebody who takes part in a journey."""

    id: Id | None = None
    """What other fields call this actor; left out, it is made of the title."""
    title: Plain
    """The actor's name or role."""
    kind: ActorKind | None = None
    """end_user: the one whose journey it is; service_provider: one who serves on the way."""
    needs: Many[Plain] = ()
    """What this actor needs."""
    quote: Plain | None = None
    """Something that this actor says."""
    audience: Audience = ()
    """The roles whose editions carry the actor; left out means everyone."""

    @property
    def key(self) -> str:
        """The id, given or made of the title."""
        return self.id or slug(self.title)


class Touchpoint(Item):
    """A moment in which a person meets the service."""

    title: Plain
    """What happens, in a few words."""
    channel: Plain | None = None
    """How they meet: by phone, on the website, in the room."""
    actors: Many[Id] = ()
    """The ids of the actors who meet here."""
    kind: TouchpointKind | None = None
    """action or communication."""
    when: Plain | None = None
    """When it happens, in words."""
    url: Address | None = None
    """Where it can be seen."""
    audience: Audience = ()
    """The roles whose editions carry the touchpoint; left out means everyone."""

    @classmethod
    def meant_by(cls, key: str, value: Any) -> str | None:
        """Show `in person: Coffee` as a touchpoint with its channel."""
        is_pair = isinstance(value, str) and is_channel(key)
        return braces(title=value, channel=key) if is_pair else super().meant_by(key, value)


class Feeling(Item):
    """How an actor feels in a stage."""

    short: ClassVar[str] = "label"
    figure: ClassVar[str] = "score"

    score: Score = 0
    """From -2 (very bad) to +2 (very good)."""
    label: Plain | None = None
    """The feeling in a few words."""
    actor: Id | None = None
    """The id of the actor who feels so; needed where several do."""

    @field_validator("label")
    @classmethod
    def _is_in_words(cls, label: str | None) -> str | None:
        """Refuse a score in the place of the words."""
        if label and (score := re.fullmatch(r"[+]?([-−]?[0-9])", label)):
            number = score[1].replace("−", "-")
            raise fail(
                say("‘{text}’ is a score, and not a feeling in words", text=label),
                say("write `{{score: {number}}}`", number=number),
            )
        return label

    @model_validator(mode="after")
    def _has_its_score(self) -> Feeling:
        """Refuse a score that stands in the words, such as `Torn (-1)` or a face, where there is no other."""
        found = None if "score" in self.model_fields_set or not self.label else score_in(self.label)
        if found is None:
            return self
        more = {"label": found.unit, "actor": self.actor}
        shown = braces(score=found.number, **{key: text for key, text in more.items() if text})
        raise fail(say("‘{text}’ has a score in its words", text=self.label or ""), say("write `{item}`", item=shown))


class Pain(Item):
    """Something that hurts or gets in the way."""

    short: ClassVar[str] = "text"
    figure: ClassVar[str] = "severity"
    text: Plain
    """What goes wrong."""
    severity: Rating | None = None
    """1 noticeable, 2 serious, 3 strong."""


class Opportunity(Item):
    """Something that could be better."""

    short: ClassVar[str] = "text"
    text: Plain
    """What could be done."""


class Responsibility(Model):
    """Who does what in a stage."""

    actor: Id
    """The actor's id."""
    does: Plain
    """What this actor does."""

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, data: Any) -> Any:
        """Refuse `mentor: Keeps Friday free`, and a text, which does not say who."""
        if isinstance(data, str):
            shown = f"{{actor: …, does: {data}}}"
            raise fail(say("this does not say whose task it is"), say("write `{item}`", item=shown))
        key, does = next(iter(data.items()), ("", None)) if isinstance(data, dict) else ("", None)
        if (
            isinstance(does, str)
            and len(data) == 1
            and key not in cls.model_fields
            and not meant_key(key, ["actor", "does"])
        ):
            message = say("‘{key}’ is no field here, but seems to be an item", key=key)
            raise fail(message, say("write `{item}`", item=braces(actor=slug(key), does=does)))
        return data


class Measure(Item):
    """A figure that shows how well a stage works."""

    figure: ClassVar[str] = "value"
    title: Plain
    """What is measured."""
    value: Number | None = None
    """The figure today."""
    target: Number | None = None
    """The figure that is wanted."""
    unit: Plain | None = None
    """What is counted."""
    better: Better = Better.HIGHER
    """lower for what should become less, such as days of waiting."""

    @classmethod
    def meant_by(cls, key: str, value: Any) -> str | None:
        """Show `Meetings kept: 70 of 85` as a measure with its figures."""
        figures = figures_of(value) if isinstance(value, str) else None
        return braces(title=key, **figures) if figures else super().meant_by(key, value)

    @property
    def is_missed(self) -> bool:
        """Whether the figure today is worse than the one that is wanted."""
        if self.value is None or self.target is None:
            return False
        return self.value > self.target if self.better is Better.LOWER else self.value < self.target


class Next(Item):
    """Where the way goes on from a stage."""

    short: ClassVar[str] = "to"
    to: Id
    """The id of the stage that follows."""
    condition: Plain | None = None
    """When the way goes there."""


class Stage(Item):
    """One stage of a journey."""

    id: Id | None = None
    """The stage's address on the page; left out, it is made of the title. Give one, and links survive a new title."""
    aliases: Aliases = ()
    """Ids that it had before; links with them lead here."""
    title: Plain
    """The stage's name, one to four words."""
    summary: Plain | None = None
    """One sentence: what happens here."""
    description: Markdown | None = None
    """Markdown, as long as needed."""
    picture: Illustration | None = None
    """A picture of the stage."""
    audience: Audience = ()
    """The roles whose editions carry the stage; left out means everyone."""
    period: Period | None = None
    """before, during or after the central event."""
    horizon: Horizon | None = None
    """For the vision view: achieved, today, next, planned or vision."""
    date: Plain | None = None
    """A date or year as it should be shown."""
    duration: CalendarSpan | None = None
    """How long the stage takes: 2 weeks, 10–12 months, P2W."""
    count: Count | None = None
    """For the funnel view: how many people reach this stage."""
    goals: Many[Plain] = ()
    """What the person wants here."""
    actions: Many[Plain] = ()
    """What the person does here."""
    thoughts: Many[Plain] = ()
    """What the person thinks here."""
    touchpoints: Many[Touchpoint] = ()
    """Where the person meets the service."""
    feelings: Many[Feeling] = ()
    """How it feels: one, or one for each actor."""
    pains: Many[Pain] = ()
    """What goes wrong here."""
    opportunities: Many[Opportunity] = ()
    """What could be better here."""
    responsibilities: Many[Responsibility] = ()
    """Who does what."""
    measures: Many[Measure] = ()
    """Figures that show how well the stage works."""
    evidence: Many[Plain] = ()
    """What the person sees or holds here: a letter, a badge, a room (service blueprint)."""
    frontstage: Many[Plain] = ()
    """What the person sees us do (service blueprint)."""
    backstage: Many[Plain] = ()
    """What we do out of sight (service blueprint)."""
    support: Many[Plain] = ()
    """What we rely on (service blueprint)."""
    questions: Many[Question] = ()
    """Reflective questions."""
    activities: Many[Id] = ()
    """The ids of toolkit activities that help here."""
    journey: Id | None = None
    """The id of a journey that shows this stage in detail."""
    next: Many[Next] = ()
    """Where the way branches; left out means the stage below."""
    effort: Effort | None = None
    """1 to 5: how much work this stage needs from us."""
    _number: int = PrivateAttr(0)
    _ends: bool = PrivateAttr(False)

    @property
    def ends(self) -> bool:
        """Whether no way goes on from here, not even to the stage below: where it led is left out."""
        return self._ends

    def leading(self, following: tuple[Next, ...]) -> Stage:
        """Give the stage with these ways on, and no other."""
        found = self.model_copy(update={"next": following})
        found._ends = not following
        return found

    @property
    def number(self) -> int:
        """Its place in the journey as it was written, from 1; a part of the journey has it too."""
        return self._number

    @property
    def key(self) -> str:
        """The stage's id; every stage of a journey has one."""
        return self.id or slug(self.title)


class Journey(EntryModel):
    """A journey: `journeys/<id>.yaml`."""

    audience: Annotated[Audience, Shown(say("Written for"), "audience", {Place.PAGE: 65}, labels=True)] = ()
    """The roles whose editions carry the journey; left out means everyone."""
    picture: Illustration | None = None
    """A picture of it, beside its description."""
    goal: Annotated[Plain | None, Shown(say("Goal"), "goal", {Place.PAGE: 20})] = None
    """What the person wants to reach at the end."""
    views: Annotated[Many[Drawing], AfterValidator(each_once)] = Field(default=(Drawing.of("path"),), min_length=1)
    """How the stages are drawn; the first leads the page."""
    centre: Centre | None = None
    """What the cycle view turns around."""
    chapter: Id | None = None
    """The id of the chapter that this journey belongs to."""
    state: Annotated[State | None, Shown(say("Shows"), "shows", {Place.PAGE: 40})] = None
    """as_is: how it is today; to_be: how it should become."""
    compares: Id | None = None
    """The id of the journey that shows how it is today, beside which this one, as it should become, is shown."""
    actors: Annotated[Many[Actor], Shown(say("Who"), "who", {Place.PAGE: 30})] = ()
    """Who takes part."""
    stages: Many[Stage] = Field(min_length=1)
    """The stages, in order."""

    @model_validator(mode="after")
    def _name_stages(self) -> Journey:
        named = tuple(_named(stage, number) for number, stage in enumerate(self.stages, 1))
        object.__setattr__(self, "stages", named)
        return self

    @property
    def feels(self) -> bool:
        """Whether a feeling is told in any stage."""
        return any(stage.feelings for stage in self.stages)

    def actor_title(self, key: str) -> str:
        """Give the title of the actor with that id, or the id itself."""
        return next((actor.title for actor in self.actors if actor.key == key), key)

    def drawing(self, view: str) -> Drawing:
        """Give how a view is drawn: as `views` says, or with its defaults where `views` does not name it."""
        return next((drawing for drawing in self.views if drawing.view == view), Drawing.of(view))

    def place_of(self, key: str) -> int | None:
        """Give the place of the stage with that id among all that there are, from 0; None where there is none."""
        return next((place for place, stage in enumerate(self.stages) if stage.key == key), None)


def _named(stage: Stage, number: int) -> Stage:
    """Give a stage its number, and the id that follows from its title where it has none."""
    named = stage.model_copy(update={} if stage.id else {"id": slug(stage.title) or f"stage-{number}"})
    named._number = number  # what no author writes
    return named
