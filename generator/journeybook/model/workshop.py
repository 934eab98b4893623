"""A workshop: a session plan made of activities, blocks and breaks."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from journeybook.model.audience import Audience, only_for
from journeybook.model.base import EntryModel, Model, Passage
from journeybook.model.duration_forms import parse_minutes
from journeybook.model.meant_blocks import (
    clock_before,
    is_break,
    keys_inside,
    length_behind,
    meant_block,
    several_blocks,
    thing_in_block,
    with_link,
)
from journeybook.model.meant_nothing import is_placeholder, says_nothing
from journeybook.model.meant_times import is_how_long
from journeybook.model.other_names import meant_key
from journeybook.model.shown import Place, Shown, many
from journeybook.model.types import NO_BLOCK, Clock, Date, Id, Many, Minutes, Plain, Positive, TimeZone, fail, is_id
from journeybook.problems import say


def _without_clock(data: dict[str, Any], known: list[str]) -> dict[str, Any]:
    """Refuse a time of day in the place of a key, beside other keys: `09:30: Welcome`."""
    for key, value in data.items():
        if key not in known and isinstance(value, str) and (found := clock_before(f"{key} {value}")):
            message = say("‘{key}’ is when this block begins, and no key", key=key)
            hint = say('write `title: {title}` and `start: "{start}"`', title=found[1], start=found[0])
            raise fail(message, hint)
    return data


def _no_minutes(name: str, key: str) -> PydanticCustomError:
    message, found = say("this block does not say how long it takes"), length_behind(name)
    if found is None:
        return fail(message, say("write `minutes: 15`"))
    shown = f"{key}: {found[0]}"
    return fail(message, say("write `{name}` and `minutes: {minutes}`", name=shown, minutes=found[1]))


def _one_activity(value: Any) -> Any:
    """Refuse several ids, of which each needs a block of its own."""
    each = list(value) if isinstance(value, list | tuple) else re.split(r"\s*[,;&+]\s*", str(value or "").strip())
    if len(each) < 2 or not all(isinstance(one, str) and is_id(one) for one in each):
        return value
    blocks = "`, `".join(f"- activity: {one}" for one in each)
    raise fail(
        say("a block has one activity, and these are {number}", number=len(each)),
        say("write a block for each: `{blocks}`", blocks=blocks),
    )


_SAYS_BREAK = re.compile(r"true|yes|on|ja|oui|s[ií]|break|pause", re.I)
"""What stands in the place of the name of a break and says no more than that it is one."""


_BESIDE = say("the keys of a block stand beside its name, and not in it")
_NOT_YET = re.compile(r"t\.?b\.?[acd]\.?|to be \w+|(?:not (?:yet )?(?:planned|known)|still open)(?: yet)?", re.I)
"""What stands in the place of a day that is still to be planned."""


class Block(Model):
    """One entry of a workshop's day: an activity, a break, or something of its own."""

    title: Plain | None = None
    """The block's name; an activity has its own."""
    activity: Annotated[Id | None, BeforeValidator(_one_activity)] = None
    """The id of an activity."""
    break_: Plain | None = Field(default=None, alias="break")
    """The name of a break, such as Coffee."""
    start: Clock | None = None
    """When it begins, where that is fixed; left out, it begins when the block before it ends."""
    minutes: Minutes | None = None
    """How long it takes; an activity takes its longest time where this is left out."""
    lead: Annotated[Plain | None, only_for("facilitator", "coordinator")] = None
    """Who leads it."""
    text: Annotated[Passage | None, only_for("facilitator")] = None
    """What happens, in Markdown."""
    audience: Audience = ()
    """The roles whose editions carry the block; left out means everyone."""
    _gap: int = PrivateAttr(0)

    @property
    def gap(self) -> int:
        """The minutes before it that blocks take which an edition leaves out."""
        return self._gap

    def after(self, gap: int, minutes: int | None) -> Block:
        """Give the block as it stands where others before it are left out, which take `gap` minutes.

        `minutes` are its own, which it may have had from an activity that is left out, too.
        """
        found = self.model_copy(update={"minutes": minutes})
        found._gap = gap
        return found

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, data: Any) -> Any:
        """Refuse a line of an agenda, such as `9:30 Welcome` or `Lunch: 60`, and show the block."""
        known = [info.alias or name for name, info in cls.model_fields.items()]
        if thing := thing_in_block(data):
            kind, named = thing
            if not {"title", "activity", "break"} & {*data}:
                block = with_link(kind, named, {key: one for key, one in data.items() if key != kind})
                message = say("‘{key}’ is no field here: a block has a title, an activity or a break", key=kind)
                raise fail(message, say("write `{block}`", block=block))
        if shown := keys_inside(data, known):
            raise fail(
                say("the keys of a block stand beside its name, and not in it"), say("write `{block}`", block=shown)
            )
        key = next(iter(data), "") if isinstance(data, dict) else ""
        is_named = key in known or (meant_key(key, known) is not None and not is_break(key))
        if isinstance(data, dict) and (len(data) > 1 or is_named):
            return _without_clock(data, known)
        if isinstance(data, str) and (is_placeholder(data) or says_nothing(data) or _NOT_YET.fullmatch(data.strip())):
            message = say("‘{text}’ is no block: a day says what happens", text=data.strip())
            hint = say(
                "write what is known, such as `{{title: Afternoon, minutes: 180}}`, or take the day out until then"
            )
            raise fail(message, hint)
        if shown := meant_block(data):
            raise fail(say("a block has keys, and this is one text"), say("write `{block}`", block=shown))
        return data

    @model_validator(mode="after")
    def _is_one_thing(self) -> Block:
        if self.activity and self.break_:
            raise fail(say("this block is an activity and a break at once"), say("write two blocks"))
        if self.break_ and self.title:
            message = say("a break has its name in ‘break’, so that ‘{title}’ is lost", title=self.title)
            if re.search(r"[^\W\d_]{2}", self.break_) and not _SAYS_BREAK.fullmatch(self.break_):
                both = f"{self.title} – {self.break_}"
                raise fail(message, say("write `break: {title}`, and take `title:` out", title=both))
            raise fail(message, say("write `break: {title}`, and take `title:` out", title=self.title))
        if not (self.activity or self.break_ or self.title):
            raise fail(NO_BLOCK, say("write `title:`, `activity:` or `break:`"))
        if self.minutes is None and self.break_ and (minutes := parse_minutes(self.break_)) is not None:
            message = say("‘{text}’ is how long a break takes, and not its name", text=self.break_)
            raise fail(message, say("write `break: Coffee` and `minutes: {minutes}`", minutes=minutes))
        if self.minutes is None and not self.activity:
            raise _no_minutes(self.break_ or self.title or "", "break" if self.break_ else "title")
        return self


_OPEN = re.compile(
    r"(?:with )?(?:an )?open[ -]?end(?:ed)?|open|(?:until )?late|whenever|until done|offen|offenes ende|flexible"
    r"|t\.?b\.?[acd]\.?|[?–—-]+|n/?a|none",
    re.I,
)
"""What stands for an end that nobody knows."""


def _end(value: Any) -> Any:
    """Refuse `3 h`, which at the end of a day is how long it lasts."""
    if isinstance(value, str) and is_how_long(value):
        message = say("‘{text}’ is how long, and not when this day ends", text=value.strip())
        raise fail(message, say('write the time of day at which it ends, such as "16:30"'))
    if isinstance(value, str) and _OPEN.fullmatch(value.strip()):
        message = say("‘{text}’ is not a time of day", text=value.strip())
        raise fail(message, say("take the line out: without `end`, a day ends with its last block"))
    return value


def _each_block(value: Any) -> Any:
    """Refuse several blocks in one text, such as `Hello, coffee, ten-minutes`, and show each."""
    if isinstance(value, str) and len(blocks := several_blocks(value)) > 1:
        items = ", ".join(f"`- {one}`" for one in blocks)
        message = say("this is a list of {number} items in one text", number=len(blocks))
        raise fail(message, say("write {items}", items=items))
    return value


class Day(Model):
    """One day, or one part, of a workshop."""

    title: Plain | None = None
    """The day's name; left out, days are numbered."""
    date: Date | None = None
    """The date, as year-month-day; days of one date are parts of one day, such as morning and afternoon."""
    start: Clock
    """When it begins, such as "09:30"."""
    end: Annotated[Clock | None, BeforeValidator(_end)] = None
    """When it must end; blocks that run past it are an error."""
    blocks: Annotated[Many[Block], BeforeValidator(_each_block)] = Field(min_length=1)
    """What happens, in order."""
    audience: Audience = ()
    """The roles whose editions carry the day; left out means everyone."""
    _place: int = PrivateAttr(0)
    _number: int = PrivateAttr(0)

    @property
    def place(self) -> int:
        """Its place in the workshop as it was written, from 1."""
        return self._place

    @property
    def number(self) -> int:
        """The number of its date in the workshop as it was written, from 1: parts of one date have the same."""
        return self._number


def _all_people(value: Any) -> Any:
    """Refuse numbers for each kind of people, as in `{mentors: 10, mentees: 10}`, and offer their sum."""
    numbers = (
        list(value.values()) if isinstance(value, dict) and not value.keys() & {"min", "max", "from", "to"} else []
    )
    if numbers and all(re.fullmatch(r"[1-9]\d{0,3}", str(number)) for number in numbers):
        message = say("one number is expected here, and no keys")
        raise fail(message, say("write `{meant}`", meant=sum(map(int, numbers))))
    return value


class Workshop(EntryModel):
    """A workshop: `toolkit/workshops/<id>.yaml`."""

    audience: Annotated[Audience, Shown(say("Written for"), "audience", {Place.PAGE: 50}, labels=True)] = ()
    """The roles whose editions carry the workshop; left out means everyone."""
    chapter: Id | None = None
    """The id of the chapter that this workshop belongs to."""
    group_size: Annotated[
        Positive | None,
        BeforeValidator(_all_people),
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

    @model_validator(mode="after")
    def _number_days(self) -> Workshop:
        numbered: list[Day] = []
        for place, day in enumerate(self.days, 1):
            goes_on = bool(numbered) and day.date is not None and day.date == numbered[-1].date
            number = (numbered[-1].number if numbered else 0) + (not goes_on)
            numbered.append(_numbered(day, place, number))
        object.__setattr__(self, "days", tuple(numbered))
        return self


def _numbered(day: Day, place: int, number: int) -> Day:
    found = day.model_copy()
    found._place, found._number = place, number  # what no author writes
    return found
