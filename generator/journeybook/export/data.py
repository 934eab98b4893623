"""A handbook as data: what authors have written, with what follows from it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.activity import Step
from journeybook.model.base import Question, Resource
from journeybook.model.handout import Handout
from journeybook.model.illustration import Illustration
from journeybook.model.journey import Stage
from journeybook.model.workshop import Block, Day

VERSION = 1
"""Of the form of the data: a program that reads it can tell by this what to expect."""


class Exported(BaseModel):
    """Something in the data."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class ExportedPage(Exported):
    """A page that authors have written."""

    path: str
    """Its path among the chapters."""
    number: str | None = None
    """Its number, such as 2.1."""
    title: str
    address: str | None = None
    """Its address on the web."""
    questions: tuple[Question, ...] = ()
    text: str
    """Its text in Markdown, in which links lead to the web."""


class ExportedChapter(Exported):
    """A chapter: its opening page and its sections, in the order of the navigation."""

    id: str
    number: int | None = None
    title: str
    pages: list[ExportedPage]


class ExportedPicture(Illustration):
    """A picture beside a text."""

    address: str | None = None
    """Its address on the web."""


class ExportedResource(Resource):
    """Something to read or download."""

    address: str | None = None
    """The address of its file on the web."""


class ExportedStage(Stage):
    """A stage of a journey."""

    picture: ExportedPicture | None = None


class ExportedStep(Step):
    """A step of an activity."""

    picture: ExportedPicture | None = None


class ExportedHandout(Handout):
    """A handout of an activity."""

    address: str | None = None
    """The address of its page on the web."""


class ExportedJourney(Journey):
    """A journey, all of whose stages have their ids."""

    id: str
    address: str | None = None
    """The address of its page on the web."""
    picture: ExportedPicture | None = None
    stages: tuple[ExportedStage, ...]
    resources: tuple[ExportedResource, ...] = ()


class ExportedActivity(Activity):
    """An activity."""

    id: str
    address: str | None = None
    """The address of its page on the web."""
    picture: ExportedPicture | None = None
    steps: tuple[ExportedStep, ...] = ()
    handouts: tuple[ExportedHandout, ...] = ()
    resources: tuple[ExportedResource, ...] = ()


class ExportedBlock(Block):
    """A block of a workshop's day, with its title, its minutes and the time when it begins."""

    end: dt.time
    """When it ends."""


class ExportedDay(Day):
    """A day of a workshop, or a part of one."""

    blocks: tuple[ExportedBlock, ...]


class ExportedWorkshop(Workshop):
    """A workshop, with the clock times of its blocks."""

    id: str
    address: str | None = None
    """The address of its page on the web."""
    days: tuple[ExportedDay, ...]
    resources: tuple[ExportedResource, ...] = ()


class ExportedHandbook(Exported):
    """A handbook, or parts of it, with every link resolved."""

    version: int = VERSION
    """The version of this form."""
    made_with: str
    """The program and its version."""
    title: str
    language: str
    edition: str | None = None
    """The name of the edition; none where the handbook has none."""
    mark: str = ""
    """The version mark: another one where anything here is another."""
    address: str | None = None
    """The address of the handbook on the web."""
    banner: list[str] = Field(default_factory=list)
    """The texts that stand at the top of every page, in Markdown."""
    chapters: list[ExportedChapter] = Field(default_factory=list)
    pages: list[ExportedPage] = Field(default_factory=list)
    """Pages that are in no chapter, such as the home page."""
    journeys: list[ExportedJourney] = Field(default_factory=list)
    activities: list[ExportedActivity] = Field(default_factory=list)
    workshops: list[ExportedWorkshop] = Field(default_factory=list)


def handbook_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a handbook that is exported as JSON."""
    whole = ExportedHandbook.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole}
