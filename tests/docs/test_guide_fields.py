"""The guide against the models: every field and every choice, and nothing that is not there."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from enum import StrEnum

import pytest
import yaml
from pydantic import BaseModel

from docs.guide import PAGES, codes, rows, section
from journeybook.handbook.chapters import FrontMatter
from journeybook.language.words import Words
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import parse_duration
from journeybook.model.glossary import Term
from journeybook.model.group import Group
from journeybook.model.journey import MAX_STAGES
from journeybook.model.shown import shown_fields
from journeybook.pages.facts import said

MODELS: dict[str, type[BaseModel]] = {
    "journeys.md": Journey,
    "activities.md": Activity,
    "workshops.md": Workshop,
    "chapters.md": FrontMatter,
    "glossary.md": Term,
}
pages = pytest.mark.parametrize("page", MODELS)


def types_in(annotation: object) -> Iterator[type]:
    """The models and choices that an annotation is made of, those of its fields included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from types_in(field.annotation)
    elif isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    else:
        for part in typing.get_args(annotation):
            yield from types_in(part)


def names(model: type[BaseModel]) -> set[str]:
    """The names of all fields of a model and of the models in it, as authors write them."""
    inner = (kind for kind in types_in(model) if issubclass(kind, BaseModel))
    return {field.alias or name for kind in inner for name, field in kind.model_fields.items()}


@pages
def test_every_field_is_explained(page: str) -> None:
    """Every field of a model, and of every part of it, stands on its page as code."""
    assert names(MODELS[page]) - set(codes(PAGES[page])) == set()


@pages
def test_no_field_is_invented(page: str) -> None:
    """Every name in a column “Field” is a field of the page's model."""
    tables = re.findall(r"^\| Field \|.*?(?:\n\n|\Z)", PAGES[page], re.M | re.S)
    assert tables
    listed = {name for table in tables for row in rows(table) for name in codes(row[0])}
    assert listed - names(MODELS[page]) == set()


@pages
def test_every_choice_is_named(page: str) -> None:
    """Every word that a field allows stands as code on the model's page, or on the page that it sends readers to."""
    choices = {choice.value for kind in types_in(MODELS[page]) if issubclass(kind, StrEnum) for choice in kind}
    assert choices - set(codes(PAGES[page])) - set(codes(PAGES["journeys.md"])) == set()


def test_the_limit_of_stages_is_right() -> None:
    """The limits name the number of stages that can be drawn."""
    assert f"**1 to {MAX_STAGES} stages**" in section("journeys.md", "Limits")


def test_durations_are_read_as_the_guide_says() -> None:
    """All forms in a row of the table mean the same time, and what is said not to be understood is not."""
    text = section("activities.md", "Durations")
    for row in rows(text[: text.index("Not understood")]):
        read = {parse_duration(form) for form in codes(row[0])}
        assert len(read) == 1 and None not in read, row
    refused = codes(text[text.index("Not understood") : text.index("The checker")])
    assert len(refused) == 5 and {parse_duration(form) for form in refused} == {None}


def test_durations_with_keys_are_shown_as_the_guide_says() -> None:
    """What readers see of a duration that is written with keys: its time, then its notes."""
    text = section("activities.md", "Durations")
    shown = next(part for name, part in shown_fields(Activity).items() if name == "duration")
    for written, seen in rows(text[text.index("Readers see") :]):
        (form,) = codes(written)
        value, note = said(Words("en"), shown, Duration.model_validate(yaml.safe_load(form)))
        assert ", ".join(part for part in (value, note) if part) == seen


def test_groups_are_read_as_the_guide_says() -> None:
    """Every form in the table is a group, and those of one row are the same group."""
    for row in rows(section("activities.md", "Groups")):
        forms = codes(row[0])
        keys = [yaml.safe_load(form) if form[0] == "{" else form for form in forms]
        groups = [Group.model_validate(form) for form in keys]
        assert len({(group.min, group.max, group.each, group.note) for group in groups}) == 1, row
