"""An activity of the toolkit."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import (
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from journeybook.markdown.addresses import is_readable
from journeybook.model.amounts import unquoted
from journeybook.model.base import EntryModel, Item, Model, Question
from journeybook.model.durations import DURATION_FORMS, Length, Times, is_less, parse_duration, two_meanings, usual
from journeybook.model.groups import Headcount, people, with_remark
from journeybook.model.handout import Handout
from journeybook.model.meant_durations import meant_duration
from journeybook.model.meant_groups import meant_group
from journeybook.model.parts_of_times import time_with_more
from journeybook.model.shown import Place, Shown
from journeybook.model.types import (
    MAX_PLAIN,
    MOST_MINUTES,
    MOST_PEOPLE,
    Address,
    Id,
    LengthOfTime,
    Many,
    Markdown,
    Minutes,
    Plain,
    Positive,
    as_range,
    fail,
    may_be_both,
    not_a_list,
    scalar,
    slug,
)
from journeybook.problems import say
from journeybook.source.quotes import in_quotes

GROUP_FORMS = "12, 1–12, 8+, 3 or more, at least 4, up to 12, <10, 1–9 people, pairs, groups of 4, 1:1, any size"
_SHOWN = say("write {shown} or {note}; or one of {forms}", shown="", note="", forms="")
_LONGEST_SHOWN = 60  # characters of a text that a message repeats


class Setting(StrEnum):
    """Where an activity works."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Grade(StrEnum):
    """How hard something is."""

    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"


class Energy(StrEnum):
    """How lively an activity is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Grouping(StrEnum):
    """How people sit together in a step."""

    ALONE = "alone"
    PAIRS = "pairs"
    GROUPS = "groups"
    PLENARY = "plenary"


class Per(StrEnum):
    """What a quantity of material is counted for."""

    PERSON = "person"
    GROUP = "group"
    SESSION = "session"


def _ordered(low: Length | None, high: Length | None) -> None:
    if low is not None and high is not None and is_less(high, low):
        raise fail(
            say("the least, {low}, is more than the most, {high}", low=low, high=high),
            say("write {high}–{low}", low=low, high=high),
        )


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _noted(text: str) -> str:
    """Show a text as a note, as YAML has it."""
    if len(text) > _LONGEST_SHOWN:
        return "{note: …}"
    plain = re.fullmatch(r"\w[\w .+–-]*", text)
    return f"{{note: {text if plain else in_quotes(text)}}}"


def _no_duration(text: str) -> PydanticCustomError:
    """Make the error for a text that is no duration; where it has one, what else it says is shown as a note."""
    message, note = say("‘{text}’ is not a duration", text=_brief(text)), _noted(text)
    if meant := meant_duration(text):
        return fail(message, say(_SHOWN.template, shown=f"`{meant}`", note=note, forms=DURATION_FORMS))
    parts = time_with_more(text) if len(text) <= _LONGEST_SHOWN else None
    if parts is None:
        return fail(message, say("write one of {forms}, or {note}", forms=DURATION_FORMS, note=note))
    times = {"preparation": parts.preparation, "min": parts.time}
    shown = [f"{key}: {in_quotes(time) if ',' in time else time}" for key, time in times.items() if time]
    shown += [_noted(parts.note)[1:-1]] if parts.note else []
    return fail(message, say(_SHOWN.template, shown=f"{{{', '.join(shown)}}}", note=note, forms=DURATION_FORMS))


class Duration(Model):
    """How long an activity takes, in minutes or days; what is known of neither is a note."""

    preparation: Minutes | None = None
    """Minutes to prepare before people come."""
    min: LengthOfTime | None = None
    """The least time; without `max`, any form of a duration: 2+ hours, about 40 min."""
    max: LengthOfTime | None = None
    """The most time; left out, it is the least, or as `min` says."""
    note: Plain | None = None
    """What the time depends on, such as “per interview”."""
    _written: str = PrivateAttr("")
    _about: bool = PrivateAttr(False)

    @property
    def written(self) -> str:
        """What the author wrote, where readers read that; empty where the times are said in the reader's language."""
        return self._written

    @property
    def about(self) -> bool:
        """Whether the times are rough."""
        return self._about

    def __str__(self) -> str:
        """Say it in English, for problems: as it is written, its ends, or its note."""
        if self.written or self.min is None:
            return self.written or self.note or ""
        most = "" if self.max == self.min else "+" if self.max is None else f"–{self.max}"
        return f"{self.min}{most}"

    @property
    def least(self) -> int:
        """The least minutes that the activity needs; 0 where that is not known, or no matter of minutes."""
        return self.min if isinstance(self.min, int) else 0

    @property
    def minutes(self) -> int | None:
        """The most minutes, which a block of a workshop takes; None for days, for what has no end, and for a note."""
        return self.max if isinstance(self.max, int) else None

    def is_too_short(self, minutes: int) -> bool:
        """Tell whether minutes are fewer than the least; where the time is rough, a quarter less will do."""
        return minutes < self.least * (0.75 if self.about else 1)

    def is_too_long(self, minutes: int) -> bool:
        """Tell whether minutes are more than the most; where the time is rough, a quarter more will do."""
        return self.minutes is not None and minutes > self.minutes * (1.25 if self.about else 1)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Duration]) -> Duration:
        if isinstance(data, Duration):
            return data
        if (meant := as_range(data)) and parse_duration(meant):
            raise not_a_list(meant)
        fields = data if isinstance(data, dict) else {"min": data}
        text = _one_time(fields, set(cls.model_fields))
        if text is None:
            return handler(fields)
        if both := two_meanings(text):
            raise may_be_both(text, both)
        times = parse_duration(text)
        _in_range(text, times)
        if times is None and fields is not data:
            raise _no_duration(text)
        if times is None:  # the field itself says what is wrong
            return handler(fields | {"min": text, "max": text})
        made = handler(fields | {"min": times.min, "max": times.max})
        made._about, made._written = times.about, "" if _is_usual(text, times) else text
        return made

    @model_validator(mode="after")
    def _in_order(self) -> Duration:
        _ordered(self.min, self.max)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        short = {"type": ["string", "integer"], "examples": DURATION_FORMS.split(", ")}
        return {"anyOf": [handler(schema), short]}


def _one_time(fields: dict[str, Any], known: set[str]) -> str | None:
    """Give the one text that says the time; None where two do, or only a note. Raise an error where nothing does."""
    ends = [fields[end] for end in ("min", "max") if fields.get(end) is not None]
    if not ends and not fields.get("note") and set(fields) <= known:
        raise fail(
            say("this duration does not say how long"),
            say("write `min: 45 min`, and `max: 60 min` where it varies; or `note: …` where nobody can say"),
        )
    if len(ends) != 1 or isinstance(ends[0], dict | list):
        return None
    return unquoted(" ".join(scalar(ends[0]).split()))


def _in_range(text: str, times: Times | None) -> None:
    ends = (times.min, times.max) if times else ()
    if any(isinstance(end, int) and end > MOST_MINUTES for end in ends):
        raise fail(say("‘{text}’ is out of range", text=text), say("write up to 168 hours, or days, such as `8 days`"))


def _is_usual(text: str, times: Times) -> bool:
    """Tell whether a text says its times as pages say them in English, or bare, or in ISO 8601.

    The reader's language says these; all others are said as they are written.
    """
    if re.fullmatch(r"[0-9]+([–—-][0-9]+)?|P[0-9TDHMWY]+", text, re.I):
        return True
    return isinstance(times.min, int) and isinstance(times.max, int) and text == usual(times.min, times.max)


def _no_group(text: str) -> PydanticCustomError:
    """Make the error for a text that is no number of people; where it has one, what else it says is shown as a note."""
    message = say("‘{text}’ is not a number of people", text=_brief(text))
    meant = meant_group(text) if len(text) <= _LONGEST_SHOWN else None
    if meant is not None:
        shown = f"`{meant}`" if isinstance(meant, str) else _counted(meant, "")
        return fail(message, say(_SHOWN.template, shown=shown, note=_noted(text), forms=GROUP_FORMS))
    found = with_remark(text) if len(text) <= _LONGEST_SHOWN else None
    if found is None or not 1 <= found.people.min <= MOST_PEOPLE:
        return fail(message, say("write one of {forms}, or {note}", forms=GROUP_FORMS, note=_noted(text)))
    shown = _counted(found.people, found.text)
    return fail(message, say(_SHOWN.template, shown=shown, note=_noted(text), forms=GROUP_FORMS))


def _counted(people: Headcount, note: str) -> str:
    """Show numbers of people, with a note where there is one, as YAML has them."""
    numbers = {"min": people.min, "max": people.max, "size": people.size}
    parts = [f"{key}: {number}" for key, number in numbers.items() if number is not None]
    return f"{{{', '.join([*parts, *([_noted(note)[1:-1]] if note else [])])}}}"


class Group(Item):
    """How many people an activity works for; what cannot be counted is a note."""

    short: ClassVar[str] = "range"
    min: Positive = 1
    """The least number of people."""
    max: Positive | None = None
    """The most; left out, there is no limit."""
    size: Positive | None = None
    """People in each small group."""
    note: Plain | None = None
    """What the numbers depend on, such as “two at each table”."""

    @property
    def is_counted(self) -> bool:
        """Whether it says a number."""
        return bool(self.model_fields_set & {"min", "max", "size"})

    @property
    def each(self) -> int | None:
        """How many are in a small group: its size, or the only number that it works for; None where all are one."""
        return self.size or (self.max if self.min == self.max else None)

    def fits(self, people: int) -> bool:
        """Tell whether it works for so many people; more than the only number that it is for are several groups."""
        is_divided = self.min == self.max == self.each
        return self.min <= people and (self.max is None or is_divided or people <= self.max)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, dict | Group):
            return data
        if (meant := as_range(data)) and people(meant):
            raise not_a_list(meant)
        text = unquoted(" ".join(scalar(data).split()))
        found = people(text)
        if found is None:
            raise _no_group(text)
        size = {"size": found.size} if found.size else {}
        return {"min": found.min, "max": found.max} | size | ({"note": text} if found.about else {})

    @model_validator(mode="after")
    def _in_order(self) -> Group:
        _ordered(self.min, self.max)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": ["string", "integer"], "examples": GROUP_FORMS.split(", ")}]}


class Difficulty(Item):
    """How hard an activity is, for the one who leads and for those who take part."""

    short: ClassVar[str] = "participant"
    is_text: ClassVar[bool] = False
    facilitator: Annotated[
        Grade | None,
        Shown(say("How hard to lead"), "difficulty", {Place.CATALOGUE: 50}, ambiguous=True, name="leading"),
    ] = None
    """easy, moderate or hard to lead."""
    participant: Annotated[
        Grade | None,
        Shown(say("How hard to join"), "difficulty", {Place.CATALOGUE: 40}, ambiguous=True, name="difficulty"),
    ] = None
    """easy, moderate or hard to join."""


class Material(Item):
    """Something to bring."""

    figure: ClassVar[str] = "quantity"
    title: Plain
    """What it is."""
    quantity: Positive | None = None
    """How many."""
    per: Per | None = None
    """What the quantity is for: person, group or session."""


class Step(Item):
    """One step of an activity."""

    short: ClassVar[str] = "text"
    figure: ClassVar[str] = "minutes"
    title: Plain | None = None
    """A short name."""
    text: Markdown | None = None
    """What people do, in Markdown."""
    minutes: Minutes | None = None
    """How long the step takes."""
    grouping: Grouping | None = None
    """How people sit together: alone, pairs, groups or plenary."""

    @model_validator(mode="after")
    def _says_something(self) -> Step:
        if self.title is None and self.text is None:
            raise fail(say("this step does not say what to do"), say("write `title:` or `text:`"))
        return self


_LINK = re.compile(r"\[(?P<title>[^\][]+)\]\((?P<url>https?://[^\s()]+)\)\.?", re.I)
_TITLE_AND_URL = re.compile(r"(?P<title>.*?)[\s,;:(<–—-]*\b(?P<url>(?:https?://|www\.)[^\s<>()]+)[>).]*", re.I)


def _with_url(text: str) -> dict[str, str]:
    """Read the title and the address of a work from one text that ends in its address; without one, the title."""
    bare = " ".join(text.split())[: MAX_PLAIN + 1]  # what is longer is refused, and would take long to look through
    found = _LINK.fullmatch(bare) or _TITLE_AND_URL.fullmatch(bare)
    url = found["url"].rstrip(".,;") if found else ""
    whole = f"https://{url}" if url.casefold().startswith("www.") else url
    return {"title": found["title"] or url, "url": whole} if found and is_readable(whole) else {"title": text}


class Source(Item):
    """Where an activity comes from."""

    title: Plain
    """The name of the work."""
    url: Address | None = None
    """Where it can be read."""
    licence: Plain | None = None
    """The licence it is under."""
    authors: Many[Plain] = ()
    """Who wrote it."""

    @model_validator(mode="before")
    @classmethod
    def _with_address(cls, data: Any) -> Any:
        """Take the address out of a title that has it, so that readers can follow it."""
        fields = {"title": data} if isinstance(data, str) else data
        if not isinstance(fields, dict) or fields.get("url") or not isinstance(fields.get("title"), str):
            return data
        return fields | _with_url(fields["title"])


def _variations(value: Any) -> Any:
    """Make one variation without a name of a text."""
    return value if isinstance(value, dict) else {"": value}


_NAMED_TEXTS = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
Variations = Annotated[
    dict[str, Markdown],
    BeforeValidator(_variations),
    WithJsonSchema({"anyOf": [_NAMED_TEXTS, {"type": ["string", "number", "boolean"]}]}),
]


class Activity(EntryModel):
    """An activity: `toolkit/**/<id>.yaml`."""

    number: Positive | None = None
    """Its number in the chapter's toolkit: unique there, the same on the web and on paper."""
    chapter: Id | None = None
    """The id of the chapter whose toolkit it is in."""
    audience: Annotated[Many[Id], Shown(say("Written for"), "audience", {Place.PAGE: 65}, labels=True)] = ()
    """The roles whose editions carry the activity; left out means everyone."""
    purpose: Markdown | None = None
    """Why one does this, in Markdown."""
    objectives: Many[Plain] = ()
    """What people have or can do at the end."""
    duration: Annotated[
        Duration | None, Shown(say("Time"), "time", {Place.PAGE: 10, Place.CARD: 10, Place.PAPER: 10})
    ] = None
    """How long it takes: 45–60 min, 2+ hours, 2 days; or preparation, min, max and note."""
    group: Annotated[
        Group | None, Shown(say("People"), "people", {Place.PAGE: 20, Place.CARD: 20, Place.PAPER: 20})
    ] = None
    """How many people: 1–12, 8+, up to 12; or min, max, size and note."""
    participants: Annotated[
        Many[Plain], Shown(say("For whom"), "who", {Place.PAGE: 40, Place.CATALOGUE: 20, Place.PAPER: 30})
    ] = ()
    """The roles that take part, such as mentor and mentee."""
    setting: Annotated[
        Many[Setting], Shown(say("Where"), "where", {Place.PAGE: 30, Place.CATALOGUE: 10, Place.PAPER: 40})
    ] = ()
    """in_person, online or hybrid."""
    difficulty: Annotated[Difficulty | None, Shown(say("Difficulty"), "difficulty", {Place.PAGE: 50})] = None
    """How hard it is to lead and to join."""
    energy: Annotated[
        Energy | None, Shown(say("Energy"), "energy", {Place.PAGE: 60, Place.CATALOGUE: 30}, ambiguous=True)
    ] = None
    """low, medium or high."""
    materials: Annotated[Many[Material], Shown(say("Bring"), "bring", {Place.PAGE: 70})] = ()
    """What to bring."""
    space: Plain | None = None
    """What the room needs."""
    prerequisites: Many[Id] = ()
    """The ids of activities that come first."""
    steps: Many[Step] = ()
    """What to do, in order."""
    facilitator_notes: Markdown | None = None
    """For the one who leads, in Markdown. Only facilitators see them."""
    cautions: Markdown | None = None
    """Safeguarding, confidentiality, consent: what to take care of, in Markdown."""
    variations: Variations = Field(default_factory=dict)
    """Other ways to do it, each with a name, in Markdown."""
    questions: Many[Question] = ()
    """Reflective questions."""
    debrief: Markdown | None = None
    """How to talk about it afterwards, in Markdown."""
    handouts: Many[Handout] = ()
    """Sheets that people write on."""
    related: Many[Id] = ()
    """The ids of activities that go well with it."""
    source: Source | None = None
    """Where it comes from."""
    tested_with: Many[Plain] = ()
    """Whom it was tried with."""

    @property
    def is_timed(self) -> bool:
        """Whether there are steps, and each says its minutes."""
        return bool(self.steps) and all(step.minutes for step in self.steps)

    @property
    def minutes(self) -> int:
        """The minutes of all steps; 0 where some do not say theirs."""
        return sum(step.minutes or 0 for step in self.steps) if self.is_timed else 0

    @model_validator(mode="after")
    def _name_handouts(self) -> Activity:

        named = tuple(
            sheet if sheet.id else sheet.model_copy(update={"id": slug(sheet.title) or f"handout-{number}"})
            for number, sheet in enumerate(self.handouts, 1)
        )
        object.__setattr__(self, "handouts", named)
        return self
