"""JB466: something that stands twice in one list."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.lists_in_one_text import MOST_ITEMS
from journeybook.handbook import Handbook
from journeybook.model.walk import lists
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document

CODES = (
    Code(
        "JB466",
        means="A list names the same thing, person or word twice, and readers see it twice.",
        remedy="Take one of them out, or write the one that was meant.",
        example=Example(
            wrong="title: A first talk\nsetting: [online, online]\n",
            right="title: A first talk\nsetting: [online, in_person]\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_LISTS = frozenset(
    (
        *("tags", "participants", "setting", "audience", "objectives", "materials", "bring", "related"),
        *("prerequisites", "tested_with", "activities", "needs", "goals", "questions"),
    )
)
"""Lists in which nothing can be meant to stand twice; of steps, and of what people do, much is done again."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report each item that is like one before it, but for its capitals."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, _ in lists(entry.model):
                if path[-1] in _LISTS:
                    yield from _in_list(entry.document, path)


def _in_list(document: Document, path: Path) -> Iterator[Problem]:
    value = document.value(path)
    known: set[str] = set()
    for place, item in enumerate(value[:MOST_ITEMS] if isinstance(value, list) else ()):
        word = " ".join(item.split()).casefold() if isinstance(item, str) else ""
        if word and word in known:
            message = say("‘{text}’ stands twice in this list", text=" ".join(item.split()))
            yield document.problem("JB466", message, say("take one of them out"), path=(*path, place))
        known.add(word)
