"""TypeScript's types of what Python writes for scripts: data by pydantic's models, texts by the templates."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from javascript.texts import registries
from journeybook.pages import planmodel
from journeybook.pages.planmodel import PlanPart

HEAD = "/* Written by `make javascript` from the Python models and the templates. Change those, not this. */"
PLAIN = {str: "string", int: "number", bool: "boolean", type(None): "null"}
ALIASES = ("MaterialData", "StepsData")


def of_type(kind: Any) -> str:
    """A type of Python's in TypeScript; one that has no counterpart yet is a KeyError."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(of_type(one) for one in inside))
    if origin is tuple:
        return f"[{', '.join(map(of_type, inside))}]"
    if origin is list:
        (one,) = map(of_type, inside)
        return f"({one})[]" if " " in one else f"{one}[]"
    if origin is dict:
        return f"Record<{', '.join(map(of_type, inside))}>"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " | ".join(f'"{one.value}"' for one in kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind.__name__
    return PLAIN[kind]


def _field(name: str, field: FieldInfo) -> str:
    """A field; one that may be left out is there or is not, and never null."""
    may_lack = "" if field.is_required() else "?"
    kind = of_type(field.annotation)
    return f"  {field.alias or name}{may_lack}: {kind.removesuffix(' | null') if may_lack else kind};"


def interface(model: type[PlanPart]) -> str:
    """A model with all its fields."""
    lines = [_field(name, field) for name, field in model.model_fields.items()]
    return "\n".join([f"/** {model.__doc__} */", f"interface {model.__name__} {{", *lines, "}"])


def _models() -> Iterator[type[PlanPart]]:
    """The models of what is written, in the order in which they stand; a base of others is none of them."""
    for value in vars(planmodel).values():
        if isinstance(value, type) and issubclass(value, PlanPart) and value not in (PlanPart, planmodel.Named):
            yield value


def _texts(name: str, texts: Mapping[str, frozenset[str]]) -> str:
    """A registry: each key with the names that its text lets one fill."""
    lines = [
        f"  {json.dumps(key)}: {' | '.join(map(json.dumps, sorted(names))) or 'never'};" for key, names in texts.items()
    ]
    return "\n".join(["/** Texts by their keys, each with the names in it. */", f"interface {name} {{", *lines, "}"])


def declarations() -> str:
    """The whole file."""
    aliases = [f"type {name} = {of_type(getattr(planmodel, name))};" for name in ALIASES]
    texts = [_texts(name, texts) for name, texts in registries().items()]
    return "\n\n".join([HEAD, *map(interface, _models()), *aliases, *texts]) + "\n"
