"""An activity of the toolkit."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, PrivateAttr, model_validator
from pydantic_core import CoreSchema

from journeybook.model.audience import Audience, only_for
from journeybook.model.base import EntryModel, Item, Passage, Question
from journeybook.model.duration import Duration
from journeybook.model.group import Group
from journeybook.model.handout import Handout
from journeybook.model.illustration import Illustration
from journeybook.model.meant_audience import is_nearly_audience
from journeybook.model.meant_items import braces
from journeybook.model.other_names import other_word
from journeybook.model.shown import Place, Shown
from journeybook.model.types import NO_STEP, Id, Many, Markdown, Minutes, Plain, Positive, fail, slug
from journeybook.model.work import Source
from journeybook.problems import say


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


_WHO_LEADS = ("facilitator", "facilitators", "mentor", "mentors", "leader", "leaders", "host", "coach", "trainer")
_WHO_JOINS = ("participant", "participants", "mentee", "mentees", "group", "learner", "learners", "people")
"""Whom people name as keys of `difficulty`."""


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

    @model_validator(mode="before")
    @classmethod
    def _of_whom(cls, data: Any) -> Any:
        """Refuse the names of those who lead and of those who join as keys: `{mentor: easy, mentee: hard}`."""
        if not isinstance(data, dict) or not data.keys() <= {*_WHO_LEADS, *_WHO_JOINS, *cls.model_fields}:
            return data
        meant = {("facilitator" if key in _WHO_LEADS else "participant"): value for key, value in data.items()}
        key = next((key for key in data if key not in cls.model_fields), None)
        if key is None or len(meant) < len(data) or not all(isinstance(value, str) for value in data.values()):
            return data
        message = say("‘{key}’ is no field here: an activity is hard to lead or to join", key=key)
        raise fail(message, say("write `{meant}`", meant=braces(**meant)))


class Material(Item):
    """Something to bring."""

    figure: ClassVar[str] = "quantity"
    title: Plain
    """What it is."""
    quantity: Positive | None = None
    """How many."""
    per: Per | None = None
    """What the quantity is for: person, group or session."""
    audience: Audience = ()
    """The roles whose editions carry the material; left out means everyone."""

    @model_validator(mode="before")
    @classmethod
    def _by_what(cls, data: Any) -> Any:
        """Refuse what each person or group needs below a key of that name: `{person: [Paper, Pen], group: [Tape]}`."""
        items = _counted_for(data) if isinstance(data, dict) and not data.keys() & cls.model_fields.keys() else []
        if items:
            message = say("‘{key}’ is no field here: each material says what it is counted for", key=next(iter(data)))
            raise fail(message, say("write {items}", items=", ".join(f"`- {one}`" for one in items[:_MOST_SHOWN])))
        return data


_MOST_SHOWN = 6
_PER = re.compile(r"(?:(?:per|for)[ _-](?:(?:each|every|the)[ _-])?|each[ _-])?(?P<what>[a-z]+)")
"""Keys by which people part what to bring; with a capital letter they are the beginning of a text."""
_NUMBER_OF = re.compile(r"(?P<number>[1-9]\d{0,2})[ ]+(?:x[ ]+)?(?P<title>[^\W\d].*)")


def _counted_for(fields: dict[str, Any]) -> list[str]:
    """Give the materials below keys that all say what they are counted for; none where one says something else."""
    items = []
    for key, value in fields.items():
        found = _PER.fullmatch(key)
        choices = [choice.value for choice in Per]
        per = next((one for one in choices if found and one == found["what"]), None)
        per = per or (other_word(found["what"], choices) if found else None)
        texts = value if isinstance(value, list) else [value]
        if per is None or not texts or not all(isinstance(one, str) and one.strip() for one in texts):
            return []
        for text in texts:
            counted = _NUMBER_OF.fullmatch(text.strip())
            title, number = (counted["title"], counted["number"]) if counted else (text.strip(), "1")
            items.append(braces(title=title, quantity=number, per=per))
    return items


_IDS = re.compile(r"[a-z][a-z-]*(?:, [a-z][a-z-]*){0,3}")


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
    picture: Illustration | None = None
    """A picture of the step."""
    audience: Audience = ()
    """The roles whose editions carry the step; left out means everyone."""
    _number: int = PrivateAttr(0)
    _begins: int = PrivateAttr(0)

    @property
    def number(self) -> int:
        """Its place in the activity as it was written, from 1."""
        return self._number

    @property
    def begins(self) -> int:
        """The minutes of all steps before it in the activity as it was written."""
        return self._begins

    @model_validator(mode="after")
    def _says_something(self) -> Step:
        if self.title is None and self.text is None:
            raise fail(NO_STEP, say("write `title:` or `text:`"))
        return self


def _variations(value: Any) -> Any:
    """Make one variation without a name of a text, which may be for some alone."""
    is_named = isinstance(value, dict) and set(value) != {"text", "audience"}
    if is_named and (key := next((key for key, item in value.items() if _is_an_audience(key, item)), None)):
        raise fail(
            say("‘{key}’ stands in the place of a variation’s name, so that everyone would see the others", key=key),
            say("give each variation its own, as in `Online: {{text: …, audience: mentor}}`"),
        )
    return value if is_named else {"": value}


def _is_an_audience(key: str, value: Any) -> bool:
    """Tell whether a variation is an `audience`, or nearly so and of no more than the ids of roles."""
    ids = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return key == "audience" or (is_nearly_audience(key) and bool(_IDS.fullmatch(ids)))


class _OneOrNamed:
    """A mark for the JSON Schema that one variation stands for all of them, and needs no name."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        named = handler(schema)
        return {"anyOf": [named, named.get("additionalProperties", {})]}


Variations = Annotated[dict[str, Passage], BeforeValidator(_variations), _OneOrNamed()]


class Activity(EntryModel):
    """An activity: `toolkit/**/<id>.yaml`."""

    number: Positive | None = None
    """Its number in the chapter's toolkit: unique there, the same on the web and on paper."""
    chapter: Id | None = None
    """The id of the chapter whose toolkit it is in."""
    audience: Annotated[Audience, Shown(say("Written for"), "audience", {Place.PAGE: 65}, labels=True)] = ()
    """The roles whose editions carry the activity; left out means everyone."""
    picture: Illustration | None = None
    """A picture of it, at the head of its page."""
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
    facilitator_notes: Annotated[Passage | None, only_for("facilitator")] = None
    """For the one who leads, in Markdown. Only facilitators see them."""
    cautions: Passage | None = None
    """Safeguarding, confidentiality, consent: what to take care of, in Markdown."""
    variations: Variations = Field(default_factory=dict)
    """Other ways to do it, each with a name, in Markdown."""
    questions: Many[Question] = ()
    """Reflective questions."""
    debrief: Passage | None = None
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
    def ends(self) -> int:
        """The minutes from its begin to the end of its last step."""
        return max((step.begins + (step.minutes or 0) for step in self.steps), default=0)

    @property
    def minutes(self) -> int:
        """The minutes of all steps; 0 where some do not say theirs."""
        return sum(step.minutes or 0 for step in self.steps) if self.is_timed else 0

    @model_validator(mode="after")
    def _place_steps(self) -> Activity:
        placed, begins = [], 0
        for number, step in enumerate(self.steps, 1):
            placed.append(_placed(step, number, begins))
            begins += step.minutes or 0
        object.__setattr__(self, "steps", tuple(placed))
        return self

    @model_validator(mode="after")
    def _name_handouts(self) -> Activity:
        named = tuple(
            sheet if sheet.id else sheet.model_copy(update={"id": slug(sheet.title) or f"handout-{number}"})
            for number, sheet in enumerate(self.handouts, 1)
        )
        object.__setattr__(self, "handouts", named)
        return self


def _placed(step: Step, number: int, begins: int) -> Step:
    placed = step.model_copy()
    placed._number, placed._begins = number, begins  # what no author writes
    return placed
