"""The JSON Schemas that editors use, held to the models, to the contract and to the handbook's own files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from journeybook.model.schema import KINDS, schema
from journeybook.model.validate import validate
from journeybook.source.read import parse
from model.contract import FIELDS, PAIRS

ROOT = Path(__file__).parents[2]
STAGED = "title: x\nstages: [a]\n"


class _Editor(yaml.CSafeLoader):
    """YAML 1.2 core, as the language server of an editor reads it: no dates, `no` and `on` are words, 012 is twelve."""


_Editor.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), list(_first))
_Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def _edited(text: str) -> Any:
    return yaml.load(text, Loader=_Editor)


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


def _refused(kind: str, text: str) -> bool:
    return not _validator(kind).is_valid(_edited(text))


def _files() -> Iterator[tuple[str, Path]]:
    for path in sorted([*ROOT.glob("journeys/**/*.yaml"), *ROOT.glob("toolkit/**/*.yaml")]):
        kind = "journey" if "journeys" in path.relative_to(ROOT).parts else "activity"
        yield ("workshop" if path.parent.name == "workshops" else kind), path


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all models that its fields hold."""
    found, pending = {model}, [model]
    while pending:
        for info in pending.pop().model_fields.values():
            for inner in _inside(info.annotation):
                if inner not in found:
                    found.add(inner)
                    pending.append(inner)
    return iter(sorted(found, key=lambda m: m.__name__))


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _inside(part)


MODELS = sorted({model for kind in KINDS.values() for model in _models(kind)}, key=lambda m: m.__name__)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_schema(kind: str) -> None:
    """The schemas are valid JSON Schemas of draft 2020-12, and say that they are."""
    Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("kind", "path"), list(_files()), ids=lambda value: getattr(value, "stem", value))
def test_the_handbooks_own_files_fit_their_schema(kind: str, path: Path) -> None:
    """An editor underlines nothing in the reference handbook's files."""
    errors = [error.message for error in _validator(kind).iter_errors(_edited(path.read_text(encoding="utf-8")))]
    assert not errors


@pytest.mark.parametrize(("model", "short", "long"), PAIRS, ids=[short for _, short, _ in PAIRS])
def test_the_schema_takes_the_short_and_the_long_form(model: type[BaseModel], short: str, long: str) -> None:
    """Whatever the models read in its short or its long form, the editor takes too."""
    kind = next(kind for kind, known in KINDS.items() if known is model)
    for text in (short, long):
        assert [error.message for error in _validator(kind).iter_errors(_edited(text))] == []


@pytest.mark.parametrize("word", ["2024", "no", "true", "012", "1.5", "1:30", "2024-01-01"])
def test_the_schema_takes_texts_that_look_like_something_else(word: str) -> None:
    """`title: 2024` and `title: no` are texts to the models, so they are to the editor."""
    assert not _refused("activity", f"title: {word}\npurpose: {word}\ntags: [{word}]\nvariations: {word}")
    assert not _refused("journey", f"title: x\nstages: [{word}, {{title: {word}, date: {word}}}]")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("journey", STAGED + "titel: y"),
        ("journey", "title: x"),
        ("journey", "stages: [a]"),
        ("journey", "title: x\nstages: [{summary: y}]"),
        ("journey", "title: x\nstages: [{title: a, sumary: y}]"),
        ("journey", STAGED + "views: [spiral]"),
        ("journey", STAGED + "views: spiral"),
        ("journey", STAGED + "status: old"),
        ("journey", "title: x\nstages: [{title: a, feelings: {score: 3}}]"),
        ("journey", "title: x\nstages: [{title: a, effort: 0}]"),
        ("journey", "title: x\nstages: [{title: a, pains: {text: b, severity: 4}}]"),
        ("journey", "title: x\nstages: [{title: a, period: later}]"),
        ("journey", STAGED + "resources: [{titel: y}]"),
        ("activity", "title: x\nid: x"),
        ("activity", "title: [x]"),
        ("activity", "title: {a: b}"),
        ("activity", "title: x\ndifficulty: impossible"),
        ("activity", "title: x\ndifficulty: {facilitator: impossible}"),
        ("activity", "title: x\nenergy: some"),
        ("activity", "title: x\nsetting: [online, outdoors]"),
        ("activity", "title: x\nnumber: 0"),
        ("activity", "title: x\nnumber: -1"),
        ("activity", "title: x\nmaterials: {title: Pens, per: day}"),
        ("activity", "title: x\nduration: {mn: 3}"),
        ("activity", "title: x\nsteps: [{text: y, grouping: pair}]"),
        ("activity", "title: x\nhandouts: {title: y, fields: {label: z, box: 40 mm}}"),
        ("activity", "title: x\nhandouts: {title: y, fields: {label: z, scale: {least: none}}}"),
        ("activity", "title: x\nhandouts: {title: y, fields: {label: z, scale: 1000}}"),
        ("activity", "title: x\nhandouts: {title: y, fields: {label: z, table: {columns: a, rows: 0}}}"),
        ("activity", "title: x\nhandouts: {title: y, fields: {label: z, table: {columns: a, rows: []}}}"),
        ("workshop", "title: x\ndays: []"),
        ("workshop", "title: x\ndays: {start: 9:00, blocks: []}"),
        ("workshop", "title: x\ndays: {start: 9:00, blocks: {titel: y}}"),
    ],
)
def test_the_schema_refuses_what_the_models_refuse(kind: str, text: str) -> None:
    """Unknown keys, wrong choices, numbers out of range and missing keys are underlined as they are typed."""
    document, _ = parse(text, "a.yaml")
    assert document is not None
    assert validate(document, KINDS[kind])[1]
    assert _refused(kind, text)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is(model: type[BaseModel]) -> None:
    """Every model and every field has a description, which editors show and the authoring guide prints."""
    assert model.__doc__
    for name, info in model.model_fields.items():
        assert info.description, f"{model.__name__}.{name}"
        assert info.description.endswith("."), f"{model.__name__}.{name}"


def test_the_models_have_the_fields_of_the_contract_and_no_others() -> None:
    """Each model's keys are those of the contract (contract.py), in no particular order."""
    keys = {m.__name__: {info.alias or name for name, info in m.model_fields.items()} for m in MODELS}
    assert keys == {name: set(fields.split()) for name, fields in FIELDS.items()}
