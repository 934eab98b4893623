"""JB337, JB338 and JB478: aliases that are in use or claimed twice, and links that say them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook, Settings
from journeybook.handbook.aliases import current
from journeybook.handbook.chapters import index_of
from journeybook.handbook.editions import ACTIVITIES, JOURNEYS, WORKSHOPS
from journeybook.handbook.entries import RESERVED, Shelf
from journeybook.handbook.targets import Target, renamed, resolve
from journeybook.markdown import fields
from journeybook.markdown.anchors import anchors
from journeybook.markdown.heading_aliases import find_heading_aliases
from journeybook.markdown.references import Reference, find
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say

CODES = (
    Code(
        "JB337",
        means="An alias is in use: something has this id, this address or this heading now, so that nothing leads on.",
        remedy="Take the alias out, or give what has its name another one.",
        example=Example(
            wrong="title: A first talk\naliases: walk\n",
            right="title: A first talk\naliases: first-walk\n",
            file="toolkit/talk.yaml",
            beside={"toolkit/walk.yaml": "title: A walk\n"},
        ),
    ),
    Code(
        "JB338",
        means="Two things have the same alias, so that nobody knows where its address is to lead.",
        remedy="Leave it with the one that readers of old links look for.",
        example=Example(
            wrong="title: A first talk\naliases: chat\n",
            right="title: A first talk\naliases: first-chat\n",
            file="toolkit/talk.yaml",
            beside={"toolkit/walk.yaml": "title: A walk\naliases: chat\n"},
        ),
    ),
    Code(
        "JB478",
        means="A link names something as it was called before. It leads where it is meant to, by an alias.",
        remedy="Write the id that it has now.",
        example=Example(
            wrong="# Welcome\n\nBegin with [](activity:chat).\n",
            right="# Welcome\n\nBegin with [](activity:talk).\n",
            file="content/index.md",
            beside={"toolkit/talk.yaml": "title: A first talk\naliases: chat\n"},
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report aliases that something has, those that two have, and links that say them."""
    for shelf in (book.activities, book.journeys, book.workshops):
        yield from _of_entries(shelf)
    for journey in book.journeys:
        stages = [(stage.key, stage.aliases, ("stages", place)) for place, stage in enumerate(journey.model.stages)]
        yield from _inside(journey, stages)
    for activity in book.activities:
        sheets = enumerate(activity.model.handouts)
        handouts = [(sheet.id or "", sheet.aliases, ("handouts", place)) for place, sheet in sheets]
        yield from _inside(activity, handouts)
    yield from _of_pages(book)
    for page in book.pages.values():
        yield from _of_headings(book, page)
    if book.names:
        yield from _said(book)


def _of_entries(shelf: Shelf[Any]) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for entry in shelf:
        for place, alias in enumerate(entry.model.aliases):
            path: Path = ("aliases", place)
            if alias == entry.id:
                yield entry.problem("JB337", _own(alias), _TAKE_OUT, path=path)
            elif alias in shelf.files or alias in RESERVED:
                file = shelf.files.get(alias)
                message = say("‘{id}’ is in use: {file} has this id", id=alias, file=file or "")
                message = message if file else say("‘{id}’ is in use: the site has a page there", id=alias)
                yield entry.problem("JB337", message, _TAKE_OUT, path=path)
            elif alias in claimed:
                yield entry.problem("JB338", *_twice(alias, claimed[alias]), path=path)
            else:
                claimed[alias] = entry.document.file


def _inside(entry: Entry[Any], parts: Sequence[tuple[str, tuple[str, ...], Path]]) -> Iterator[Problem]:
    """Report those of the stages of a journey, or of the handouts of an activity."""
    known, claimed = {key for key, _, _ in parts}, set[str]()
    for key, aliases, above in parts:
        for place, alias in enumerate(aliases):
            path = (*above, "aliases", place)
            if alias in known:
                message = (
                    _own(alias)
                    if alias == key
                    else say("‘{id}’ is in use: {file} has this id", id=alias, file=entry.document.file)
                )
                yield entry.problem("JB337", message, _TAKE_OUT, path=path)
            elif alias in claimed:
                yield entry.problem("JB338", *_twice(alias, entry.document.file), path=path)
            claimed.add(alias)


def _of_pages(book: Handbook) -> Iterator[Problem]:
    known = {index_of(path, book.settings): page.document.file for path, page in book.pages.items()}
    shelves: dict[str, Shelf[Any]] = {JOURNEYS: book.journeys, ACTIVITIES: book.activities, WORKSHOPS: book.workshops}
    for folder, shelf in shelves.items():
        known |= {f"{folder}/{id}/index.md": file for id, file in shelf.files.items()}
    claimed: dict[str, str] = {}
    for page in book.pages.values():
        for place, alias in enumerate(page.front.aliases):
            address, path = _written_as(alias, book.settings), ("aliases", place)
            if address == _NOT_FOUND:
                message = say("‘{id}’ is in use: the site has a page there", id=alias)
                yield page.document.problem("JB337", message, _TAKE_OUT, path=path)
            elif address in known:
                message = say("‘{path}’ is in use: {file} is at this address", path=alias, file=known[address])
                yield page.document.problem("JB337", message, _TAKE_OUT, path=path)
            elif claimed.get(address) == page.document.file:
                message = say("‘{path}’ stands here twice, with the same address", path=alias)
                yield page.document.problem("JB338", message, _TAKE_OUT, path=path)
            elif address in claimed:
                yield page.document.problem("JB338", *_twice(alias, claimed[address]), path=path)
            else:
                claimed[address] = page.document.file


def _written_as(alias: str, settings: Settings) -> str:
    """Give the index, or the page, that would be written to the address of an alias; its own path where none would."""
    if not alias.endswith(".html"):
        return index_of(alias, settings)
    return alias if settings.directories or alias == _NOT_FOUND else f"{alias.removesuffix('.html')}.md"


def _of_headings(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    body, settings = page.document.text[page.body_at :], book.settings.markdown
    found = list(find_heading_aliases(body, settings))
    if not found:
        return
    bare = body
    for one in sorted(found, key=lambda one: -one.start):
        bare = bare[: one.start] + bare[one.start : one.end].replace("aliases=", "data-was=") + bare[one.end :]
    there, claimed = anchors(bare, settings), Counter[str]()
    for one in found:
        for id in one.ids:
            at = page.body_at + body.index(id, body.index("aliases=", one.start))
            if id in there:
                message = say("‘{id}’ is in use: something on this page has this id", id=id)
                yield page.problem_at("JB337", message, _TAKE_OUT, at)
            elif claimed[id]:
                yield page.problem_at("JB338", *_twice(id, page.document.file), at)
            claimed[id] += 1


def _said(book: Handbook) -> Iterator[Problem]:
    """Advise on links that name something as it was called before."""
    for page in book.pages.values():
        for reference, message, hint in _old(book, page.references):
            line, column = reference.line, reference.column
            yield page.document.problem_at("JB478", message, hint, line=line, column=column)
    for entry in book.written:
        for path, text in markdown_fields(entry.model):
            for reference, message, hint in _old(book, find(text, fields.FIELD_SETTINGS)):
                start, end = reference.destination
                needle, skip = text[start:end], text.count(text[start:end], 0, start)
                yield entry.document.problem_in("JB478", message, hint, path=path, needle=needle, skip=skip)


def _old(book: Handbook, references: Iterable[Reference]) -> Iterator[tuple[Reference, Text, Text]]:
    for reference in references:
        now = current(book, reference)
        if now is not None and not reference.embed and isinstance(resolve(book, reference), Target):
            wrong = renamed(reference, now)
            assert wrong.hint
            yield reference, wrong.message, wrong.hint


def _own(alias: str) -> Text:
    return say("‘{id}’ is what it is called now", id=alias)


def _twice(alias: str, file: str) -> tuple[Text, Text]:
    message = say("‘{id}’ is an alias of something else, too: see {file}", id=alias, file=file)
    return message, say("leave it with one of them")


_TAKE_OUT = say("take this alias out")
_NOT_FOUND = "404.html"
