"""Every Markdown field of a model, with its path."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from journeybook.model.types import Markdown
from journeybook.problems import Path

_MARK = typing.get_args(Markdown)[1]


def markdown_fields(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The path and the text of each Markdown field, depth first, in the order of the model."""
    marked = _marked(type(model))
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        here: Path = (*path, info.alias or name)
        if name in marked and isinstance(value, str):
            yield here, value
        elif name in marked and isinstance(value, dict):
            yield from (((*here, key) if key else here, text) for key, text in value.items())
        elif isinstance(value, BaseModel):
            yield from markdown_fields(value, here)
        elif isinstance(value, tuple):
            for place, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from markdown_fields(item, (*here, place))


@cache
def _marked(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if any(mark is _MARK for mark in info.metadata) or _mentions(info.annotation)
    )


def _mentions(annotation: Any) -> bool:
    if any(mark is _MARK for mark in getattr(annotation, "__metadata__", ())):
        return True
    return any(_mentions(part) for part in typing.get_args(annotation) if not isinstance(part, type(_MARK)))
