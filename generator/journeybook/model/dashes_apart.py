"""Find the keys of one item of which each has a dash of its own, so that they are read as several items."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from journeybook.model.fields_at import keys_of, model_at
from journeybook.problems import Path, Problem, Text, say
from journeybook.source import Document

NAMES = frozenset(("title", "label", "activity", "break", "id"))
"""The keys that an item begins with; where one has its id first, the title may follow."""


@dataclass(frozen=True)
class Apart:
    """Items of one list that are meant as one: the way to the list, and their places there."""

    path: Path
    places: range

    @property
    def items(self) -> Iterator[Path]:
        """The way to each of them."""
        return ((*self.path, place) for place in self.places)


def dashes_apart(document: Document, model: type[BaseModel], details: list[ErrorDetails]) -> list[Apart]:
    """Give such items, of those that lack a key, or something else that the item above or below has."""
    found: list[Apart] = []
    told: set[Path] = set()
    keys: dict[Path, list[frozenset[str]]] = {}
    empty = {path for path, _ in document.valueless()} if details else set()
    lacking = (_item(detail) for detail in details if detail["loc"] not in empty)
    for item in dict.fromkeys(filter(None, lacking)):
        path, place = item[:-1], int(item[-1])
        if item not in told:
            if path not in keys:
                keys[path] = _keys(document, path, empty)
            places = _around(keys[path], place, frozenset(keys_of(model_at(model, item))))
            if len(places) > 1:
                found.append(Apart(path, places))
                told.update(found[-1].items)
    return found


def without(details: list[ErrorDetails], found: list[Apart]) -> list[ErrorDetails]:
    """Give the errors that are in none of such items."""
    items = {item for apart in found for item in apart.items}
    return [one for one in details if not any(one["loc"][:end] in items for end in range(len(one["loc"]) + 1))]


def _item(detail: ErrorDetails) -> Path | None:
    loc: Path = detail["loc"]
    path = loc[:-1] if detail["type"] == "missing" else loc if detail["type"] == "journeybook" else ()
    return path if path and isinstance(path[-1], int) else None


def _keys(document: Document, path: Path, empty: Collection[Path]) -> list[frozenset[str]]:
    """Give the keys of each item; none of one whose name is left empty: it is an item, and its dash is right."""
    items = document.value(path)
    given = items if isinstance(items, list) else []  # a text may stand for a list of one
    return [
        frozenset(item)
        if isinstance(item, dict)
        and not names_left_empty((*path, place), empty)
        and not has_glued_name((*path, place), empty)
        else frozenset()
        for place, item in enumerate(given)
    ]


def has_glued_name(item: Path, empty: Collection[Path]) -> bool:
    """Tell whether the name of an item lacks the blank behind its colon, as in `{break:Tea, minutes: 20}`."""
    return any(one[:-1] == item and str(one[-1]).partition(":")[0] in NAMES and ":" in str(one[-1]) for one in empty)


def names_left_empty(item: Path, empty: Collection[Path]) -> list[str]:
    """Give the keys that an item begins with, or is a text by, of those after which it has nothing."""
    return [name for name in (*sorted(NAMES), "text") if (*item, name) in empty]


def _around(keys: list[frozenset[str]], place: int, known: frozenset[str]) -> range:
    if place >= len(keys) or not keys[place]:  # a plain text has no keys, and so no dash too many
        return range(0)
    first, last, all_keys = place, place, keys[place]
    while first and not keys[first] & NAMES and _joins(keys[first - 1], all_keys, known):
        first -= 1
        all_keys |= keys[first]
    while last + 1 < len(keys) and _joins(keys[last + 1], all_keys, known) and _follows(keys[last + 1], all_keys):
        last += 1
        all_keys |= keys[last]
    return range(first, last + 1 if all_keys <= known and all_keys & {*NAMES, "text"} else first)


def _joins(keys: frozenset[str], all_keys: frozenset[str], known: frozenset[str]) -> bool:
    return bool(keys) and all_keys.isdisjoint(keys) and keys <= known


def _follows(keys: frozenset[str], all_keys: frozenset[str]) -> bool:
    return all_keys == {"id"} if keys & NAMES else len(keys) == 1


def told(document: Document, apart: Apart) -> Problem:
    """Say which dashes are too many."""
    items = document.value(apart.path)
    keys = [next(iter(items[place])) for place in apart.places]
    path: Path = (*apart.path, apart.places[1], keys[1])
    message = say("‘{key}’ begins an item of its own here, because of its dash", key=keys[1])
    return document.problem("JB201", message, _hint(keys), path=path, at_key=True)


def _hint(keys: list[str]) -> Text:
    if len(keys) == 2:
        return say("write `{key}:` below `{first}:`, and no dash before it", key=keys[1], first=keys[0])
    shown = ", ".join(f"`{key}:`" for key in keys[1:])
    return say("write {keys} below `{first}:`, and no dash before them", keys=shown, first=keys[0])
