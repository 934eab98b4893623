"""Say what to write for what is meant for some alone, or for nobody, and stands where that cannot be said so."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel

from journeybook.markdown.role_words import USUAL_ROLES, names_only_roles
from journeybook.model import types
from journeybook.model.audience import roles_of_field
from journeybook.model.base import EntryModel, Item
from journeybook.model.fields_at import field_at, keys_of, model_at
from journeybook.model.meant_audience import AUDIENCE, is_nearly_audience
from journeybook.model.meant_ids import role_meant
from journeybook.model.meant_nothing import says_nothing
from journeybook.model.misread import Told
from journeybook.problems import Path, Text, say
from journeybook.source.quotes import in_quotes

_NOBODY = ("nobody", "no one", "noone", "no-one", "never", "nil")
"""What people write for no reader, besides what says that there is nothing."""
_WHERE = {
    "Activity": say(
        "write what is for some alone into `facilitator_notes`, a step or a question, which can have an `audience`;"
        " or give the whole activity one"
    ),
    "Journey": say(
        "write what is for some alone into a question, which can have an `audience`; or give the whole stage or journey"
        " one"
    ),
    "Workshop": say(
        "write what is for some alone into the `text` of a block, which can have an `audience`; or give the whole"
        " workshop one"
    ),
    "Glossary": say("give the whole term an `audience`: write it beside `term`"),
}
"""Where each kind of entry takes a text for some readers."""


def for_some(model: type[BaseModel], path: Path, given: object, told: Text, roles: Collection[str]) -> Told | None:
    """Say what to write for a text with roles beside it or before it; None where none are.

    `told` is what is said of the place so far: only where a text was expected, or no such key, is there more to say.
    """
    where = _WHERE.get(model.__name__)
    if where is None or "table" in path:
        return None
    if told.template == types.UNKNOWN_KEY and path[-1] == AUDIENCE:
        return say("‘audience’ cannot stand here: what this says is for everyone who sees what it belongs to"), where
    if told.template not in (types.TEXT_ALONE.template, types.READ_AS_KEY) or not isinstance(given, dict):
        return None
    there = model_at(model, path)
    takes_readers = AUDIENCE in keys_of(there)
    if path[:1] == ("steps",) and [*given] == ["activity"] and types.is_id(str(given["activity"])):
        message = say("a step is no activity of its own")
        return message, say(
            'write a text with a link to it: `- "[…](activity:{id})"`, with its words in the brackets',
            id=given["activity"],
        )
    if path[-2:-1] == ("activities",) and any(is_nearly_audience(str(key)) for key in given):
        message = say("an activity is named here by its id alone, and its own file says whom it is for")
        return message, say("write `audience: …` into the file of the activity")
    if any(is_nearly_audience(str(key)) for key in given) and not takes_readers:
        message = say(
            "a text is expected here, and for whom it is cannot stand beside it: all see it who see the whole"
        )
        return message, where
    keyed = _keyed(given, roles)
    if not keyed:
        return None
    key, text = next(iter(given.items()))
    message = say("‘{key}’ names who is meant, and everyone would read this text", key=key)
    whole = in_quotes(f"{key}: {text}")
    if not takes_readers or there is None or not issubclass(there, Item):
        if len(keyed) > 1:
            return message, where
        return message, say("put the whole text in quotes if everyone may read it: {shown}", shown=whole)
    shown = f"{{{there.short}: {in_quotes(text)}, audience: [{next(iter(keyed))}]}}"
    if len(keyed) > 1:
        hint = say("write `{item}`, and what is for others into a field or an item of its own", item=shown)
        return message, hint
    hint = say(
        "write `{item}` if it is for them alone; if everyone may read it, quotes: {shown}", item=shown, shown=whole
    )
    return message, hint


def _keyed(given: Mapping[Any, object], roles: Collection[str]) -> dict[str, str]:
    """Give the texts of a mapping by the roles that are their keys; none where one is no role, or has no text."""
    found: dict[str, str] = {}
    for key, text in given.items():
        role = role_named(str(key), roles)
        if role is None or not isinstance(text, str) or not re.search(r"[^\W\d_]", text):  # a number of people
            return {}
        found[role] = text
    return found


def role_named(text: str, roles: Collection[str]) -> str | None:
    """Give the one role that a text names and nothing else, as `Mentor` and `For mentors` do."""
    if not names_only_roles(text, tuple(roles)):
        return None
    found = {role for word in (text, *text.split()) if (role := role_meant(word.strip(",:()"), roles))}
    return found.pop() if len(found) == 1 else None


def names_nobody(text: object) -> bool:
    """Tell whether an `audience` is written that names no reader: none, `n/a`, nobody, an empty text or list."""
    if isinstance(text, str):
        return not text.strip() or says_nothing(text) or text.strip().casefold() in _NOBODY
    return text is None or text == []


def for_nobody(model: type[BaseModel], path: Path, roles: Collection[str]) -> Text:
    """Advise on an `audience` that names nobody; `path` leads to it."""
    role = "mentor" if not roles or "mentor" in roles else next(iter(roles))
    if path[:1] == ("editions",):
        return without_roles(role_named(str(path[1]), roles or USUAL_ROLES) or role)
    owner = model_at(model, path[:-2]) if len(path) > 1 and path[-2:][0] != AUDIENCE else None
    name = path[-2] if len(path) > 1 else None
    if owner and isinstance(name, str) and field_at(owner, name) and roles_of_field(owner, name):
        return say("write the roles it is for, such as `audience: {role}`", role=role)
    if len(path) == 1 and issubclass(model, EntryModel):
        return say(
            "write the roles it is for, such as `audience: {role}`: without it everyone sees this;"
            " what nobody is to see yet has `status: draft`",
            role=role,
        )
    return say("write the roles it is for, such as `audience: {role}`: without it everyone sees this", role=role)


def without_roles(role: str) -> Text:
    """Advise on an edition whose `audience` names nobody, or everyone."""
    return say(
        "write the roles it is for, such as `audience: {role}`: an edition without `audience` has everything,"
        " also what is for those who lead",
        role=role,
    )
