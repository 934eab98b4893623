"""A handbook as data: what authors have written, with what follows from it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import Question
from journeybook.model.workshop import Block, Day

VERSION = 1
"""Of the form of the data: a program that reads it can tell by this what to expect."""


class Data(BaseModel):
    """Something in the data."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class PageData(Data):
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


class ChapterData(Data):
    """A chapter: its opening page and its sections, in the order of the navigation."""

    id: str
    number: int | None = None
    title: str
    pages: list[PageData]


class JourneyData(Journey):
    """A journey, all of whose stages have their ids."""

    id: str
    address: str | None = None
    """The address of its page on the web."""


class ActivityData(Activity):
    """An activity."""

    id: str
    address: str | None = None
    """The address of its page on the web."""


class BlockData(Block):
    """A block of a workshop's day, with its title, its minutes and the time when it begins."""

    end: dt.time
    """When it ends."""


class DayData(Day):
    """A day of a workshop, or a part of one."""

    blocks: tuple[BlockData, ...]


class WorkshopData(Workshop):
    """A workshop, with the clock times of its blocks."""

    id: str
    address: str | None = None
    """The address of its page on the web."""
    days: tuple[DayData, ...]


class HandbookData(Data):
    """A handbook, or parts of it, with every link resolved."""

    version: int = VERSION
    """The version of this form."""
    made_with: str
    """The program and its version."""
    title: str
    language: str
    edition: str | None = None
    """The name of the edition; none where the handbook has none."""
    address: str | None = None
    """The address of the handbook on the web."""
    chapters: list[ChapterData] = Field(default_factory=list)
    pages: list[PageData] = Field(default_factory=list)
    """Pages that are in no chapter, such as the home page."""
    journeys: list[JourneyData] = Field(default_factory=list)
    activities: list[ActivityData] = Field(default_factory=list)
    workshops: list[WorkshopData] = Field(default_factory=list)


def handbook_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a handbook that is exported as JSON."""
    whole = HandbookData.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole}
