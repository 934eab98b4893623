"""What the models say of a value that is of another kind: no sentence lists names where there are none."""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.source.read import parse

OTHER: tuple[Any, ...] = ("x", [], ["x"], {"nothing": "x"})
BREAKS_OFF = re.compile(r"(?::|\bof|\bby)\s*[.;]?\s*$|:\s*;")


def wraps(found: type[BaseModel], deep: int = 0) -> Iterator[list[str]]:
    """The paths of keys to every field of a model and of those inside it."""
    for name, info in found.model_fields.items():
        key = info.alias or name
        yield [key]
        for inner in _models(info.annotation) if deep < 2 else ():
            yield from ([key, *rest] for rest in wraps(inner, deep + 1))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)


def placed(keys: list[str], value: Any, *, listed: bool) -> dict[str, Any]:
    """A value at the end of a path of keys, each mapping on the way alone or in a list."""
    for key in reversed(keys[1:]):
        value = [{key: value}] if listed else {key: value}
    return {"title": "A title", keys[0]: value}


@pytest.mark.parametrize("model", [Journey, Activity, Workshop])
def test_no_hint_breaks_off_before_its_list(model: type[BaseModel]) -> None:
    """Each field of each model, with values of four other kinds: whatever is told names something where it lists."""
    told = set()
    for keys in wraps(model):
        for value in OTHER:
            for listed in (False, True):
                document, _ = parse(json.dumps(placed(keys, value, listed=listed)), "a.yaml")
                if document is not None:
                    problems = validate(document, model)[1]
                    told |= {str(text) for p in problems for text in (p.message, p.hint) if text}
    assert len(told) > 20
    assert sorted(text for text in told if BREAKS_OFF.search(text)) == []
