"""A workshop: a session plan made of activities, blocks and breaks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from journeybook.model.base import EntryModel, Model
from journeybook.model.durations import parse_minutes
from journeybook.model.shown import Place, Shown, many
from journeybook.model.types import Clock, Date, Id, Many, Markdown, Minutes, Plain, Positive, TimeZone, fail
from journeybook.problems import say


class Block(Model):
    """One entry of a workshop's day: an activity, a break, or something of its own."""

    title: Plain | None = None
    """The block's name; an activity has its own."""
    activity: Id | None = None
    """The id of an activity."""
    break_: Plain | None = Field(default=None, alias="break")
    """The name of a break, such as Coffee."""
    start: Clock | None = None
    """When it begins, where that is fixed; left out, it begins when the block before it ends."""
    minutes: Minutes | None = None
    """How long it takes; an activity takes its longest time where this is left out."""
    lead: Plain | None = None
    """Who leads it."""
    text: Markdown | None = None
    """What happens, in Markdown."""
    audience: Many[Id] = ()
    """The roles whose editions carry the block; left out means everyone."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Block:
        if self.activity and self.break_:
            raise fail(say("this block is an activity and a break at once"), say("write two blocks"))
        if self.break_ and self.title:
            message = say("a break has its name in ‘break’, so that ‘{title}’ is lost", title=self.title)
            raise fail(message, say("write `break: {title}`, and take `title:` out", title=self.title))
        if not (self.activity or self.break_ or self.title):
            raise fail(say("this block does not say what happens"), say("write `title:`, `activity:` or `break:`"))
        if self.minutes is None and self.break_ and (minutes := parse_minutes(self.break_)) is not None:
            message = say("‘{text}’ is how long a break takes, and not its name", text=self.break_)
            raise fail(message, say("write `break: Coffee` and `minutes: {minutes}`", minutes=minutes))
        if self.minutes is None and not self.activity:
            raise fail(say("this block does not say how long it takes"), say("write `minutes: 15`"))
        return self


class Day(Model):
    """One day, or one part, of a workshop."""

    title: Plain | None = None
    """The day's name; left out, days are numbered."""
    date: Date | None = None
    """The date, as year-month-day; days of one date are parts of one day, such as morning and afternoon."""
    start: Clock
    """When it begins, such as "09:30"."""
    end: Clock | None = None
    """When it must end; blocks that run past it are an error."""
    blocks: Many[Block] = Field(min_length=1)
    """What happens, in order."""


class Workshop(EntryModel):
    """A workshop: `toolkit/workshops/<id>.yaml`."""

    audience: Many[Id] = ()
    """The roles whose editions carry the workshop; left out means everyone."""
    chapter: Id | None = None
    """The id of the chapter that this workshop belongs to."""
    group_size: Annotated[
        Positive | None,
        Shown(
            say("People"),
            "people",
            {Place.PAGE: 30, Place.CARD: 20, Place.PAPER: 30},
            count=many("{number} person", "{number} people"),
        ),
    ] = None
    """How many people are expected; materials are counted for them."""
    timezone: TimeZone | None = None
    """The time zone's name, such as Europe/London; calendar files need it."""
    location: Annotated[
        Plain | None, Shown(say("Where"), "where", {Place.PAGE: 40, Place.PAPER: 40, Place.CALENDAR: 10})
    ] = None
    """Where it takes place."""
    bring: Annotated[Many[Plain], Shown(say("Please bring"), "bring", {Place.CALENDAR: 20}, dots=True)] = ()
    """What each person brings along; the agenda says so."""
    objectives: Many[Plain] = ()
    """What people have or can do at the end."""
    days: Many[Day] = Field(min_length=1)
    """The days or parts."""
