"""Find a line of a text below `|` or `>` that was to be the next key of the very thing that the text belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Annotated, Any, cast

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from journeybook.model.fields_at import field_at, keys_of
from journeybook.model.walk import text_keys

_KEY = re.compile(r"(?P<key>[a-z][a-z_]*):(?:[ \t]+(?P<value>\S.*?))?[ \t]*")
_ITEM = re.compile(r"[ \t]*- +\S")
_FENCE = re.compile(r"(?:```|~~~)")
_FEW_WORDS = 4
_MAY_END_A_TEXT = ("goal", "owner", "purpose", "summary", "tested_with")
"""Fields of words that are told at the end of a text; `note: bring a pen` may well be a line of one."""

_HAVE_A_FORM = ("duration", "group", "group_size")
"""Fields in which a text stands for several keys, and which take no text but such a one."""


def key_too_far_in(model: type[BaseModel], given: Collection[Any], lines: Sequence[str]) -> tuple[int, str] | None:
    """Give the place and the key of the first such line, None where there is none; `given` are the keys there are.

    The value has to fit the field. `Minutes: 25`, with a capital, is a label that readers are to see.
    """
    known = {*keys_of(model)} - {*given}
    last = max((place for place, line in enumerate(lines) if line.strip()), default=0)
    is_code = False
    for place, line in enumerate(lines):
        is_code ^= bool(_FENCE.match(line))
        found = None if is_code or not place else _KEY.fullmatch(line)
        if not found or found["key"] not in known:
            continue
        if found["value"] is None:
            below = next((one for one in lines[place + 1 :] if one.strip()), "")
            is_key = bool(_ITEM.match(below)) and _takes_items(model, found["key"])
        else:
            is_key = _fits(model, found["key"], found["value"], is_last=place == last)
        if is_key:
            return place, found["key"]
    return None


def _takes_items(model: type[BaseModel], key: str) -> bool:
    info = field_at(model, key)
    return info is not None and "tuple" in str(info.annotation).casefold()


def _fits(model: type[BaseModel], key: str, typed: str, *, is_last: bool) -> bool:
    """Tell whether a value is one of the field; of words, which are so of any, whether they may end a text."""
    if key in text_keys(model) and key not in _HAVE_A_FORM:
        return is_last and (key in _MAY_END_A_TEXT or "_" in key)
    info = field_at(model, key)
    if info is None or len(typed.split()) > _FEW_WORDS or typed.endswith((".", "!", "?", ";")):
        return False
    try:
        TypeAdapter(cast(Any, Annotated[info.annotation, info])).validate_python(yaml.safe_load(typed))
    except (ValidationError, yaml.YAMLError, TypeError, ValueError):
        return False
    return True
