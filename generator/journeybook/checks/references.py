"""JB301 and JB408: links and embeds, in chapters and in the Markdown fields of YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook
from journeybook.handbook.targets import Wrong, resolve
from journeybook.markdown import fields
from journeybook.markdown.addresses import is_whole
from journeybook.markdown.references import Reference, find
from journeybook.model.walk import markdown_fields
from journeybook.problems import Path, Problem, Text, say


def check(book: Handbook) -> Iterator[Problem]:
    """Every reference that leads nowhere, and every address that pages leave out of a field or that has no base."""
    for page in book.pages.values():
        yield from _in_page(book, page)
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, text in markdown_fields(entry.model):
                yield from _in_field(book, entry, path, text)


def _in_page(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    for reference in page.references:
        if wrong := _wrong(book, reference):
            code = "JB408" if wrong.soft else "JB301"
            yield page.document.problem_at(
                code, wrong.message, wrong.hint, line=reference.line, column=reference.column
            )


def _in_field(book: Handbook, entry: Entry[Any], path: Path, text: str) -> Iterator[Problem]:
    references = find(text, fields.FIELD_SETTINGS)
    for reference in references:
        if wrong := _wrong(book, reference, in_field=True):
            start, end = reference.destination
            needle = text[start:end]
            yield entry.document.problem_in(
                "JB408" if wrong.soft else "JB301",
                wrong.message,
                wrong.hint,
                path=path,
                needle=needle,
                skip=text.count(needle, 0, start),
            )
    for link in fields.refused(text, references):
        message, hint = _why(link)
        start = link.start or 0
        needle, skip = ("", 0) if link.start is None else (link.destination, text.count(link.destination, 0, start))
        yield entry.document.problem_in("JB308", message, hint, path=path, needle=needle, skip=skip)


def _why(link: fields.Refused) -> tuple[Text, Text]:
    """What is wrong with an address of a field, and what to write instead."""
    if link.embed:
        message = say("a picture cannot stand in YAML")
        return message, say("show it in a chapter, or give it as a file of `resources:`")
    if is_whole(link.destination):
        return say("‘{address}’ is no address", address=link.destination), say("mend it, or take the link out")
    message = say("‘{address}’ has no meaning in YAML", address=link.destination)
    if not link.destination:
        message = say("a link of this text leads nowhere")
    hint = say("write https://…, mailto:…, or a link such as [](activity:vision-map); give files as `resources:`")
    return message, hint


def _wrong(book: Handbook, reference: Reference, *, in_field: bool = False) -> Wrong | None:
    found = resolve(book, reference)
    if isinstance(found, Wrong):
        return found
    if reference.embed and (reference.indent or not reference.alone):
        message = say("this is shown in place, so it needs a paragraph of its own")
        return Wrong(message, say("put it at the start of a line of its own, with an empty line above and below"))
    if in_field and reference.kind == "questions" and not reference.target:
        message = say("‘questions:’ means a chapter page's own questions")
        return Wrong(message, say("write questions:activity/… or questions:journey/…"))
    return None
