"""JB463: a field that says `none`, which readers see as if it were something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook
from journeybook.markdown.signs.code import without_code
from journeybook.model import Activity
from journeybook.model.meant_nothing import (
    is_lost_reference,
    is_mark_of_nothing,
    is_no_title,
    is_open_question,
    is_placeholder,
    says_nothing,
    says_only_yes,
    to_fill_in,
)
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB463",
        means=(
            "A field says `none`, `n/a`, `-`, only `yes` or a number, or `TODO`, or a page has a text that is still to "
            "be written; or a title is `Untitled` or the like. Readers see the word, and a workshop counts it among "
            "what to bring."
        ),
        remedy=(
            "Take the line out: what is left out leaves no trace. Instead of `yes` or a number, write what there is."
        ),
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
_NUMBERED = ("materials", "bring", "objectives")
"""Those of them in which a number alone says no more than `yes`; of participants, JB443 tells."""
_YEARS = range(1950, 2100)
_MOST = 40
"""Characters of a text that is looked at for nothing, and that are shown of one."""
_AROUND = " \t\r>*_-+"
"""Signs of Markdown around a line."""
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_CUT_ADDRESS = re.compile(r"https?://\S*(?:…|\.\.\.)/?", re.I)
"""An address whose end is left open."""
_TO_BE_WRITTEN = say("write it, or take the line out")
_IDS = (
    "chapter",
    "prerequisites",
    "related",
    "activities",
    "activity",
    "journey",
    "compares",
    "actor",
    "to",
    "audience",
)
"""Fields of ids: of one that nothing has, JB301 or JB307 tells, and readers do not see it."""
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
    for entry in book.written:
        yield from _in_fields(entry.document, entry.document.data, ())
    for shelf in (book.journeys, book.activities, book.workshops):
        yield from (problem for entry in shelf for problem in _title(entry))
    for activity in book.activities:
        yield from _tried_with(activity)
    for page in book.read_pages:
        yield from _on_page(page, extended=book.settings.extended)


def _title(entry: Entry[Any]) -> Iterator[Problem]:
    """Report a title that a copy had before anybody wrote it, and one that says that the whole is a draft."""
    title = entry.model.title
    if is_no_title(title) and not is_placeholder(title):
        yield entry.problem("JB463", _unwritten(title), say("write it"), path=("title",))


def _tried_with(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report numbers where it is said whom an activity was tried with: they say how many, or when."""
    for place, text in enumerate(activity.model.tested_with):
        if text.isdecimal():
            message = say("‘{text}’ is shown to readers, and does not say with whom", text=text)
            hint = say("say whom it was tried with, such as `{number} students`", number=text)
            if int(text) in _YEARS:
                hint = say("say whom it was tried with, such as `students in {year}`", year=text)
            yield activity.problem("JB463", message, hint, path=("tested_with", place))
        elif dated := re.fullmatch(r"(\d{4})-\d{2}(?:-\d{2})?", text):
            message = say("‘{text}’ is shown to readers, and does not say with whom", text=text)
            hint = say("say whom it was tried with, such as `students in {year}`", year=dated[1])
            yield activity.problem("JB463", message, hint, path=("tested_with", place))


def _on_page(page: ContentPage, *, extended: bool) -> Iterator[Problem]:
    """Report lines of a page that are still to be written; where a plugin may fill in names, those are none."""
    at, body = page.body_at, page.document.text[page.body_at :]
    bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), without_code(body))
    for typed, line in zip(body.split("\n"), bare.split("\n"), strict=False):
        words, filled = re.sub(r"#{1,6}[ \t]+", "", line.strip(_AROUND), count=1), to_fill_in(line)
        if is_placeholder(words) and words in typed and not is_lost_reference(words):  # JB444 tells of that
            yield page.problem_at("JB463", _unwritten(words), _TO_BE_WRITTEN, at + line.find(words))
        elif filled and not line.lstrip().startswith(">") and not (extended and filled[0].startswith("{")):
            yield page.problem_at("JB463", _unwritten(filled[0]), say("write it"), at + filled.start())
        at += len(line) + 1


def _unwritten(text: str) -> Text:
    shown = text if len(text) <= _MOST else f"{text[:_MOST]}…"
    return say("‘{text}’ stands for a text that is still to be written, and readers see it", text=shown)


def _unwritten_in(document: Document, path: Path, text: str) -> Iterator[Problem]:
    """Report the first line of a text that is still to be written."""
    key = next(str(part) for part in reversed(path) if isinstance(part, str))
    for line in text.splitlines():
        filled, words = to_fill_in(line), line.strip(_AROUND)
        if is_placeholder(words) or filled or (key == "questions" and is_open_question(words)):
            told = filled[0] if filled and not is_placeholder(words) else words
            yield document.problem_in("JB463", _unwritten(told), _to_write(key), path=path, needle=told)
            return


def _in_fields(document: Document, fields: Mapping[str, object], path: Path) -> Iterator[Problem]:
    for key, value in fields.items():
        if key in _IDS or key == "language":  # `no` is Norwegian
            continue
        if key == "url" and isinstance(value, str) and _CUT_ADDRESS.fullmatch(value.strip()):
            hint = say("write the whole address")
            yield document.problem_in("JB463", _unwritten(value), hint, path=(*path, key), needle=value)
        text = _only(value)
        for place, one in _texts(value) if key != "tags" else ():
            yield from _unwritten_in(document, (*path, key, *place), one)
        if key in _OWN_WORDS:
            continue
        if text is not None:
            yield from _of_text(document, (*path, key), text)
        yield from _items(document, value, (*path, key))
        yield from _within(document, value, (*path, key))


def _items(document: Document, value: object, path: Path) -> Iterator[Problem]:
    """Report items of a list that are only a sign, such as `---`; dots may be what somebody thinks."""
    for place, item in enumerate(value if isinstance(value, list) and len(value) > 1 else ()):
        if isinstance(item, str) and is_mark_of_nothing(item) and item.strip(" .…"):
            message = say("‘{text}’ is shown to readers as if it were something", text=item.strip())
            hint = say("take the line out: what is left out is not shown")
            yield document.problem("JB463", message, hint, path=(*path, place))


def _to_write(key: str) -> Text:
    return say("write it") if key == "title" else _TO_BE_WRITTEN


def _within(document: Document, value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, dict):
        yield from _in_fields(document, value, path)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, dict):
                yield from _in_fields(document, item, (*path, place))


def _texts(value: object) -> Iterator[tuple[Path, str]]:
    """Give the text of a field, or those of its list, each with its place there."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, list):
        yield from (((place,), item) for place, item in enumerate(value) if isinstance(item, str))


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
    elif len(path) == 1 and ((path[0] in _WHAT and says_only_yes(text)) or (path[0] in _NUMBERED and text.isdecimal())):
        message = say("‘{text}’ is shown to readers, and does not say what", text=text)
        yield document.problem("JB463", message, say("write what there is, or take the line out"), path=path)
