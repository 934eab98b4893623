"""JB463: a field that says `none`, which readers see as if it were something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeybook.handbook import Handbook
from journeybook.model.meant_nothing import is_mark_of_nothing, is_placeholder, says_nothing, says_only_yes
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB463",
        means=(
            "A field says `none`, `n/a`, `-`, only `yes`, or `TODO`. Readers see the word under the field’s heading, "
            "and a workshop counts it among what to bring."
        ),
        remedy="Take the line out: what is left out leaves no trace. Instead of `yes`, write what there is.",
        example=Example(
            wrong="title: A first talk\nmaterials: none\n",
            right="title: A first talk\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_WHAT = ("materials", "bring", "objectives", "participants", "tested_with", "space", "location")
"""Fields that say what or who, so that `yes` says nothing."""
_NAMES = ("owner", "participants", "tested_with", "location")
"""Fields of people and places, who may be called Nada or Inga."""
_MOST = 40
"""Characters of a text that is looked at."""
_OWN_WORDS = frozenset(
    (
        "title",
        "label",
        "choices",
        "columns",
        "rows",
        "unit",
        "least",
        "most",
        "value",
        "quote",
        "break",
        "hint",
        "date",
        "file",
        "url",
    )
)
"""Fields in which a word or a sign is what it says."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report fields that say that they have nothing; within stages, blocks and items only bare signs, such as `-`."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            yield from _in_fields(entry.document, entry.document.data, ())


def _in_fields(document: Document, fields: Mapping[str, object], path: Path) -> Iterator[Problem]:
    for key, value in fields.items():
        text = _only(value)
        if text is not None and key != "tags" and is_placeholder(text):
            message = say("‘{text}’ stands for a text that is still to be written, and readers see it", text=text)
            yield document.problem("JB463", message, _to_write(key), path=(*path, key))
        if key in _OWN_WORDS:
            continue
        if text is not None:
            yield from _of_text(document, (*path, key), text)
        yield from _within(document, value, (*path, key))


def _to_write(key: str) -> Text:
    return say("write it") if key == "title" else say("write it, or take the line out")


def _within(document: Document, value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, dict):
        yield from _in_fields(document, value, path)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, dict):
                yield from _in_fields(document, item, (*path, place))


def _only(value: object) -> str | None:
    """Give the text that a field has, alone or as the one item of its list."""
    found = value[0] if isinstance(value, list) and len(value) == 1 else value
    return found.strip() if isinstance(found, str) and len(found) < _MOST else None


def _of_text(document: Document, path: Path, text: str) -> Iterator[Problem]:
    is_name = path[0] in _NAMES and text.casefold() != "none"
    is_nothing = says_nothing(text) if len(path) == 1 and not is_name else is_mark_of_nothing(text)
    if is_nothing:
        message = say("‘{text}’ is shown to readers as if it were something", text=text)
        yield document.problem("JB463", message, say("take the line out: what is left out is not shown"), path=path)
    elif path[0] in _WHAT and len(path) == 1 and says_only_yes(text):
        message = say("‘{text}’ is shown to readers, and does not say what", text=text)
        yield document.problem("JB463", message, say("write what there is, or take the line out"), path=path)
