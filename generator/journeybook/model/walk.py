"""Walk through a model: the models inside it, and every Markdown field, with their paths."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from journeybook.model.types import Markdown
from journeybook.problems import Path

T = TypeVar("T")
_MARK = typing.get_args(Markdown)[1]


def models(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Give a model and all models inside it, each with the path that leads there, depth first."""
    yield path, model
    for name, key in _fields(type(model)).inner:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from models(value, (*path, key))
        elif isinstance(value, tuple):
            for place, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from models(item, (*path, key, place))


def markdown_fields(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Give the path and the text of each Markdown field, each model's own before those inside it."""
    for path, part in models(model):
        for name, key in _fields(type(part)).markdown:
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*path, key), value
            elif isinstance(value, dict):
                yield from (((*path, key, inner) if inner else (*path, key), text) for inner, text in value.items())


def types_in(annotation: Any, kind: type[T]) -> Iterator[type[T]]:
    """Find the classes of a kind, such as models or choices, that an annotation is made of."""
    return (part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, kind))


class _Fields(typing.NamedTuple):
    """The fields of a model that may hold models, and those that hold Markdown: their names and their keys in YAML."""

    inner: tuple[tuple[str, str], ...]
    markdown: tuple[tuple[str, str], ...]


@cache
def _fields(model: type[BaseModel]) -> _Fields:
    keys = {name: (name, info.alias or name) for name, info in model.model_fields.items()}
    parts = {name: [*info.metadata, *_parts(info.annotation)] for name, info in model.model_fields.items()}
    return _Fields(
        tuple(keys[name] for name, of in parts.items() if any(_is_model(part) for part in of)),
        tuple(keys[name] for name, of in parts.items() if any(part is _MARK for part in of)),
    )


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in typing.get_args(annotation):
        yield from _parts(part)


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)
