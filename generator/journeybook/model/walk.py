"""Walk through a model: the models inside it, its lists, and every plain or Markdown field, with their paths."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from journeybook.model.types import Markdown, OneOrMany, Plain
from journeybook.problems import Path

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
_MARK = typing.get_args(Markdown)[1]
_PLAIN = typing.get_args(Plain)[1]


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
        elif isinstance(value, dict):
            for inner, item in value.items():
                if isinstance(item, BaseModel):
                    yield from models(item, (*path, key, inner) if inner else (*path, key))


def markdown_fields(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Give the path and the text of each Markdown field, each model's own before those inside it."""
    for path, part in models(model):
        for name, key in _fields(type(part)).markdown:
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*path, key), value


def with_markdown(model: M, change: Callable[[str], str]) -> M:
    """Give a model whose Markdown fields, those of all models inside it too, are what `change` makes of them."""
    fields = _fields(type(model))
    texts = ((name, getattr(model, name)) for name, _ in fields.markdown)
    changed: dict[str, Any] = {name: change(text) for name, text in texts if isinstance(text, str)}
    changed |= {name: _inner(getattr(model, name), change) for name, _ in fields.inner}
    return model.model_copy(update=changed)


def _inner(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, BaseModel):
        return with_markdown(value, change)
    if isinstance(value, tuple):
        return tuple(_inner(item, change) for item in value)
    return {key: _inner(item, change) for key, item in value.items()} if isinstance(value, dict) else value


def plain_fields(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Give the path and the text of each field, and of each item of a list, that is shown as it is typed."""
    for path, part in models(model):
        for name, key in _fields(type(part)).plain:
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*path, key), value
            elif isinstance(value, tuple):
                yield from (((*path, key, place), text) for place, text in enumerate(value))


def list_keys(model: type[BaseModel]) -> frozenset[str]:
    """Give the keys of a model that take a list."""
    return frozenset(key for _, key, _ in _fields(model).many)


def text_keys(model: type[BaseModel]) -> frozenset[str]:
    """Give the keys of a model that any words fit: texts, and things of which a text may stand for the whole."""
    fields = _fields(model)
    return frozenset(key for _, key in (*fields.inner, *fields.markdown, *fields.plain))


def takes_lines(model: type[BaseModel] | None, key: str) -> bool:
    """Tell whether the text of a key is Markdown, and so may have lines, such as those of a list."""
    if model is None:
        return False
    info = next((info for name, info in model.model_fields.items() if (info.alias or name) == key), None)
    inner = next(types_in(info.annotation, BaseModel), None) if info else None
    if inner is not None:
        return takes_lines(inner, str(getattr(inner, "short", "")))
    return key in {own for _, own in _fields(model).markdown}


def lists(model: BaseModel) -> Iterator[tuple[Path, bool]]:
    """Give the path of each list for which one item can stand, and True where its items are Markdown."""
    for path, part in models(model):
        for name, key, is_markdown in _fields(type(part)).many:
            if getattr(part, name):
                yield (*path, key), is_markdown


def types_in(annotation: Any, kind: type[T]) -> Iterator[type[T]]:
    """Find the classes of a kind, such as models or choices, that an annotation is made of."""
    return (part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, kind))


class _Fields(typing.NamedTuple):
    """The fields of a model by what they hold: their names, their keys in YAML; of lists, whether of Markdown."""

    inner: tuple[tuple[str, str], ...]
    markdown: tuple[tuple[str, str], ...]
    plain: tuple[tuple[str, str], ...]
    many: tuple[tuple[str, str, bool], ...]


@cache
def _fields(model: type[BaseModel]) -> _Fields:
    keys = {name: (name, info.alias or name) for name, info in model.model_fields.items()}
    parts = {name: [*info.metadata, *_parts(info.annotation)] for name, info in model.model_fields.items()}
    return _Fields(
        tuple(keys[name] for name, of in parts.items() if any(_is_model(part) for part in of)),
        tuple(keys[name] for name, of in parts.items() if any(part is _MARK for part in of)),
        tuple(keys[name] for name, of in parts.items() if any(part is _PLAIN for part in of)),
        tuple((*keys[name], _is_markdown(of)) for name, of in parts.items() if _is_many(of)),
    )


def _is_many(parts: list[Any]) -> bool:
    return any(isinstance(part, OneOrMany) for part in parts)


def _is_markdown(parts: list[Any]) -> bool:
    """Tell whether a text that stands for an item is Markdown."""
    items = (part for part in parts if _is_model(part) and hasattr(part, "short"))
    return any(part.short in dict(_fields(part).markdown) for part in items)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in typing.get_args(annotation):
        yield from _parts(part)


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)
