"""Say what to write for keys where a text, or a list of texts, belongs: `{building: Main Library, room: 2.04}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel
from yaml import SequenceNode

from journeybook.model.base import DASHES_BELOW
from journeybook.model.fields_at import model_at
from journeybook.model.misread import Told
from journeybook.model.types import READ_AS_KEY
from journeybook.model.walk import takes_lines
from journeybook.problems import Path, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

_MOST_ITEMS = 6
_OF_A_PLACE = {
    *("building", "room", "floor", "street", "address", "city", "town", "place", "venue", "house", "hall", "name"),
    *("postcode", "zip", "country", "campus", "site", "location", "district", "area", "number"),
}
"""Keys of what stands behind each other in the name of a place."""


def keys_for_text(
    document: Document, model: type[BaseModel], path: Path, given: object, told: tuple[Text, Text | None]
) -> Told | None:
    """Say what to write for the keys that a path leads to; None of a text that has a colon, and of all else.

    `told` is what is said of them so far: only where a text, or the items of a list, were expected is there more.
    """
    message, hint = told
    if not isinstance(given, dict) or not given or (message.template != READ_AS_KEY and hint != DASHES_BELOW):
        return None
    typed = next((path[:end] for end in range(len(path), 0, -1) if document.value(path[:end]) == given), path)
    in_list = isinstance(path[-1], int) and not isinstance(document.value(path[:-1]), list)
    in_brackets = all(is_in_brackets(document, (*typed, key)) for key in given)
    if hint == DASHES_BELOW or in_list:
        items = each_behind_a_dash(given.values()) if in_brackets else None
        if in_list and hint != DASHES_BELOW and all(isinstance(value, list) for value in given.values()):
            return say("words are expected here, and no keys"), items or DASHES_BELOW
        pairs = [in_quotes(f"{key}: {text}") for key, text in given.items() if isinstance(text, str)]
        if hint != DASHES_BELOW and len(pairs) == len(given) > 1:
            items = say("write each behind a dash, in place of this: {items}", items=_shown(pairs))
        return (message, items) if items else None
    key = next((part for part in reversed(typed) if isinstance(part, str)), "")
    written = _text(key, given, lines=takes_lines(model_at(model, typed[:-1]), key))
    return (say("a text is expected here, and no keys"), written) if written else None


def is_in_brackets(document: Document, path: Path) -> bool:
    """Tell whether a list is written in brackets, rather than with dashes."""
    node = document.at(path)
    return isinstance(node, SequenceNode) and bool(node.flow_style)


def each_behind_a_dash(lists: Iterable[object]) -> Text | None:
    """Say that all texts of some lists are items of one; None where something else is in one of them."""
    each = [item for value in lists for item in (value if isinstance(value, list) else [None])]
    items = [item for item in each if isinstance(item, str)]
    if not items or len(items) < len(each):
        return None
    return say("write each behind a dash, in place of this: {items}", items=_shown(items))


def _text(key: str, fields: Mapping[str, object], *, lines: bool) -> Text | None:
    """Say how the text of a key is written that has keys; `lines` tells whether it may be of several lines."""
    name, first = next(iter(fields.items()))
    if len(fields) > 1 and all(isinstance(text, str) for text in fields.values()):
        if {*fields} <= _OF_A_PLACE:
            return say("write `{text}`", text=_quoted(", ".join(map(str, fields.values()))))
        pairs = [f"{one}: {text}" for one, text in fields.items()]
        if lines:
            return say("write `{key}: |`, and below it, further in, {items}", key=key, items=_shown(pairs))
        return say("write `{text}`", text=_quoted(", ".join(pairs)))
    items = first if isinstance(first, list) and len(fields) == 1 else []
    if not items or not all(isinstance(item, str) for item in items) or " " in name or name[:1].isupper():
        return None
    if not lines:
        return say("write `{text}`", text=_quoted(", ".join(items)))
    return say(
        "write `{key}: |`, and below it, further in and in place of ‘{name}’, {items}",
        key=key,
        name=name,
        items=_shown(items),
    )


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"\w[^:#]*", text) else in_quotes(text)


def _shown(items: list[str]) -> str:
    return ", ".join(f"`- {item}`" for item in items[:_MOST_ITEMS]) + (" …" if len(items) > _MOST_ITEMS else "")
