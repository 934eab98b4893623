"""Tell by its keys whether a file is meant to be a journey, an activity or a workshop."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journeybook.model.activity import Activity
from journeybook.model.base import EntryModel
from journeybook.model.journey import Journey
from journeybook.model.workshop import Workshop

EntryKind = type[EntryModel]
KINDS: tuple[EntryKind, ...] = (Journey, Workshop, Activity)
_DECIDES: dict[EntryKind, str] = {Journey: "stages", Workshop: "days"}
_ONLY_ACTIVITY = set(Activity.model_fields) - set(Journey.model_fields) - set(Workshop.model_fields)
_LEAST = 2
"""Keys that only activities have, from which on a file is taken for one."""
_MOST_UNKNOWN = 3
"""One key of so many may be unknown in what is taken for ours."""
_KEY = re.compile(r"^(?P<key>[^\W\d][\w-]*)[ \t]*:(?=[ \t\r\n]|\Z)", re.M)


def kinds_of(keys: Iterable[str]) -> list[EntryKind]:
    """Give the kinds that the keys of a file are of; none where they could be anybody's."""
    there = set(keys)
    found = [kind for kind, key in _DECIDES.items() if key in there]
    return [*found, *([Activity] if len(there & _ONLY_ACTIVITY) >= _LEAST else [])]


def other_kind(keys: Iterable[str], expected: EntryKind) -> EntryKind | None:
    """Give the kind that a file is of, where that is clear and is not the expected one."""
    found = kinds_of(keys)
    return found[0] if len(found) == 1 and found[0] is not expected else None


def top_keys(text: str) -> list[str]:
    """Give the keys at the margin of a YAML text, one that cannot be read too."""
    return [found["key"] for found in _KEY.finditer(text)]


def kind_of_text(text: str) -> EntryKind | None:
    """Give the kind of a file anywhere: None unless it has a title, and few keys that the kind has not."""
    keys = top_keys(text)
    found = kinds_of(keys)
    if "title" not in keys or len(found) != 1 or (found[0] is Workshop and not re.search(r"\bblocks[ \t]*:", text)):
        return None
    unknown = [key for key in keys if key not in found[0].model_fields]
    return found[0] if len(unknown) * _MOST_UNKNOWN <= len(keys) else None


def kind_in_folder(text: str, likely: EntryKind) -> EntryKind | None:
    """Give the kind of a file in a folder that is named like one of ours: a title and keys of that kind are enough."""
    keys = top_keys(text)
    fits = "title" in keys and all(key in likely.model_fields for key in keys)
    return kind_of_text(text) or (likely if fits else None)


def is_among_activities(text: str) -> bool:
    """Tell whether a file in a folder that is called `activities` is one: one key that only activities have is enough.

    All its keys have to be theirs, for another program may have a folder of that name.
    """
    keys = top_keys(text)
    return "title" in keys and {*keys} <= {*Activity.model_fields} and bool(_ONLY_ACTIVITY & {*keys})
