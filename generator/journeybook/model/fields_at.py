"""Find what the models have where a path of keys leads: the model, its keys, a field and its limits."""

from __future__ import annotations

import typing
from types import GenericAlias
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from journeybook.problems import Path


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """Give the keys of a model as they stand in YAML; none where there is no model."""
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def limits_at(model: type[BaseModel], path: Path) -> dict[str, int]:
    """Find the least and the most that a field's number may be, as `ge` and `le`."""
    owner = model_at(model, path[:-1])
    info = field_at(owner, path[-1]) if owner else None
    if info is None:
        return {}
    marks = list(info.metadata)
    for part in typing.get_args(info.annotation):
        for mark in getattr(part, "__metadata__", ()):
            marks += [mark, *getattr(mark, "metadata", ())]
    return {name: getattr(mark, name) for mark in marks for name in ("ge", "le") if hasattr(mark, name)}


def field_at(model: type[BaseModel], key: str | int) -> FieldInfo | None:
    """Find the field of a key as it stands in YAML."""
    return next((info for name, info in model.model_fields.items() if key in (name, info.alias)), None)


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Find the model that a path of keys and indexes leads to, None where it leads to no mapping."""
    parts = iter(part for part in path if isinstance(part, str))
    for part in parts:
        field = field_at(model, part)
        inner = model_in(field.annotation) if field else None
        if field is None or inner is None or (_is_named(field.annotation) and next(parts, None) is None):
            return None
        model = inner
    return model


def _is_named(annotation: Any) -> bool:
    """Tell whether names stand between the key of a field and its models, as the author's own do in variations."""
    return typing.get_origin(annotation) is dict or any(map(_is_named, typing.get_args(annotation)))


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model that an annotation is made of."""
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for part in typing.get_args(annotation) if (found := model_in(part))), None)
