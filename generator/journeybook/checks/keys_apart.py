"""JB467: keys of one item of which each has a dash of its own, and one that says nothing without another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from journeybook.handbook import Handbook
from journeybook.model.walk import lists
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document

CODES = (
    Code(
        "JB467",
        means=(
            "Keys that belong together stand apart: each key of an item has a dash of its own, so that it is read as "
            "several items; or `per` stands without `quantity`, so that readers see neither."
        ),
        remedy="Leave the dash before the first key of each item, and no other. Write how many.",
        example=Example(
            wrong="title: A first talk\nsteps:\n  - title: Ask\n  - text: What is it that you want?\n",
            right="title: A first talk\nsteps:\n  - title: Ask\n    text: What is it that you want?\n",
            file="toolkit/talk.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such item of each list, and each material that is counted for somebody, and has no number."""
    for entry in book.written:
        for path, _ in lists(entry.model):
            yield from _with_dashes(entry.document, path)
    for activity in book.activities:
        for place, material in enumerate(activity.model.materials):
            if material.per and material.quantity is None:
                message = say("‘{title}’ has no number, so that readers do not see for whom", title=material.title)
                hint = say("write `quantity: 1` beside `per: {per}`", per=material.per.value)
                yield activity.problem("JB467", message, hint, path=("materials", place, "per"))


def _with_dashes(document: Document, path: Path) -> Iterator[Problem]:
    items = document.value(path)
    told = _each_apart(items) or _text_apart(items) if _is_list(items) else None
    if told:
        place, key, first = told
        message = say("‘{key}’ begins an item of its own here, because of its dash", key=key)
        hint = say("write `{key}:` below `{first}:`, and no dash before it", key=key, first=first)
        yield document.problem("JB467", message, hint, path=(*path, place, key), at_key=True)


def _each_apart(items: list[Any]) -> tuple[int, str, str] | None:
    """Find keys of which each has a dash: the second of them, its place, and the one above it."""
    keys = [next(iter(item)) for item in items if isinstance(item, dict) and len(item) == 1]
    parts = len(dict.fromkeys(keys))
    are_apart = parts > 1 and len(keys) == len(items) and keys == keys[:parts] * (len(keys) // parts)
    return (1, keys[1], keys[0]) if are_apart else None


def _text_apart(items: list[Any]) -> tuple[int, str, str] | None:
    """Find a title alone, and below it a text with further keys and no title, which are one item."""
    for place, (above, item) in enumerate(pairwise(items), 1):
        is_title = isinstance(above, dict) and [*above] == ["title"]
        if is_title and isinstance(item, dict) and len(item) > 1 and next(iter(item)) == "text" and "title" not in item:
            return place, "text", "title"
    return None


def _is_list(items: object) -> bool:
    return isinstance(items, list) and len(items) > 1
