"""Say what `newcomer: torn` is, where an item of a stage names an actor or a stage: an item of theirs, or a text."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from journeybook.model.journey import Feeling, Next, Responsibility
from journeybook.model.meant_ids import MOST_SHOWN
from journeybook.model.meant_inside import Ids, ids_inside, known
from journeybook.model.meant_items import braces, with_figure
from journeybook.model.meant_numbers import score_in
from journeybook.model.other_names import meant_key
from journeybook.model.types import is_id
from journeybook.problems import Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

_NAMED: dict[type[BaseModel], tuple[str, str, str]] = {
    Feeling: ("actors", "actor", "label"),
    Responsibility: ("actors", "actor", "does"),
    Next: ("stages", "to", "condition"),
}
"""Where the ids stand that each kind of item names, by which field, and the field of its text."""


def pair_with_id(owner: type[BaseModel] | None, given: Any, document: Document) -> tuple[Text, Text] | None:
    """Say what to write for items that have an id as their key; None where this is something else.

    `document` has the actors and the stages that there are; `owner` is the kind of item that is expected.
    """
    if owner not in _NAMED:
        return None
    field, key, text = _NAMED[owner]
    ids = ids_inside(document, field)
    if not _are_pairs(owner, given, ids):
        return None
    if owner is Next and (turned := _turned(given, ids)):
        message = say("‘{key}’ is no stage of this journey, and ‘{text}’ is one", key=turned[0][1], text=turned[0][0])
        shown = [braces(to=stage, condition=condition) for stage, condition in turned]
        several = ", ".join(f"`- {one}`" for one in shown[:MOST_SHOWN])
        return message, say("write `{item}`", item=shown[0]) if len(shown) == 1 else say("write {items}", items=several)
    found = {name: known(name, ids) for name in given}
    unknown = next((name for name, id in found.items() if id is None), None)
    if unknown is None:
        shown = [braces(**{key: id or ""}, **_fields(owner, given[name], text)) for name, id in found.items()]
        message = say("‘{key}’ is no field here, but seems to be an item", key=next(iter(given)))
        several = ", ".join(f"`- {one}`" for one in shown[:MOST_SHOWN])
        return message, say("write `{item}`", item=shown[0]) if len(shown) == 1 else say("write {items}", items=several)
    if owner is Feeling and not is_id(unknown):  # a sentence with a colon
        return None
    there = ", ".join(list(dict.fromkeys(ids.values()))[:MOST_SHOWN])
    return _no_field(unknown, field), _for_unknown(owner, unknown, given[unknown], there)


def _turned(given: dict[str, str], ids: Ids) -> list[tuple[str, str]]:
    """Give the stage and the condition of each pair, where some condition stands before its stage: `yes: talk`."""
    pairs = [
        (known(value, ids), key) if not known(key, ids) else (known(key, ids), given[key])
        for key, value in given.items()
    ]
    found = [(stage, condition) for stage, condition in pairs if stage]
    is_turned = any(not known(key, ids) for key in given)
    return found if is_turned and len(found) == len(given) else []


def _fields(owner: type[BaseModel], value: str, text: str) -> dict[str, str]:
    """Give the fields that a value fills: of a feeling, a number is its score, also one beside words."""
    if owner is not Feeling:
        return {text: value}
    if re.fullmatch(r"[-+−–]?\d", value.strip()):
        return {"score": value}
    found = score_in(value.strip())
    fields = {"score": found.number, text: found.unit} if found else {text: value}
    return {field: one for field, one in fields.items() if one}


def _are_pairs(owner: type[BaseModel], given: Any, ids: Ids) -> bool:
    """Tell whether keys that are no fields have texts, none of them a figure that belongs to the key."""
    fields = list(owner.model_fields)
    pairs = given.items() if isinstance(given, dict) else ()
    return bool(pairs) and all(
        isinstance(value, str)
        and key not in fields
        and not meant_key(key, fields)
        and not (owner is Feeling and key not in ids and with_figure(key, value, "label", "score"))
        for key, value in pairs
    )


def _no_field(key: str, field: str) -> Text:
    if field == "stages":
        return say("‘{key}’ is no field here, and no stage of this journey", key=key)
    return say("‘{key}’ is no field here, and no actor of this journey", key=key)


def _for_unknown(owner: type[BaseModel], key: str, value: str, there: str) -> Text:
    """Say what to write where a key is none of those that are `there`: a feeling may be a text with a colon."""
    _, name, text = _NAMED[owner]
    blank = braces(**{text: value}).removeprefix("{")
    if owner is not Feeling:
        item = f"{{{name}: …, {blank}"
        if there:
            return say("write `{item}`, with one of {words}", item=item, words=there)
        return say("write `{item}`, and name whose task it is under `actors:`", item=item)
    whole = in_quotes(f"{key}: {value}")
    if there:
        return say(
            "put a text that has a colon in quotes: {shown}; the actors here are {words}", shown=whole, words=there
        )
    return say(
        "put a text that has a colon in quotes: {shown}; or name who feels so under `actors:`, and write `{item}` here",
        shown=whole,
        item=braces(**{name: key, text: value}),
    )
