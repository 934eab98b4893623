"""JB301 and JB408: links and embeds, in chapters and in the Markdown fields of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook
from journeybook.handbook.meant_links import example, meant_link, meant_page
from journeybook.handbook.targets import Wrong, brought_in_problem, wrong_in_page
from journeybook.markdown import fields, meant
from journeybook.markdown.addresses import is_whole
from journeybook.markdown.references import Reference, find
from journeybook.model.meant_items import braces
from journeybook.model.walk import markdown_fields, models
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.store.files import is_file

CODES = (
    Code(
        "JB308",
        means=(
            "A link in a YAML field leads nowhere, because it is relative, or has a scheme other than `http`, "
            "`https` and `mailto`; or there is a picture in the text. The answer says what was most likely meant. What "
            "is judged is how a browser reads the address, so that `java&#2;script:` is none."
        ),
        remedy=(
            "Write what is offered: the whole address, a link of journeybook’s, a number as text, the file "
            "under `resources`, or the picture as `picture`."
        ),
        example=Example(
            wrong="title: A first talk\npurpose: Read [this](../notes.md).\n",
            right="title: A first talk\npurpose: Read [this](https://example.org/notes).\n",
            file="toolkit/talk.yaml",
        ),
    ),
    Code(
        "JB408",
        means=(
            "A link or a field names a draft, so that it is left out; a workshop shows its id, without materials. Or a "
            "stage or a workshop that is in use names an activity or a journey that is retired."
        ),
        remedy="Publish the draft with `status: current`, or take out what names it.",
        example=Example(
            wrong="# Welcome\n\nBegin with [](activity:talk).\n",
            right="# Welcome\n\nBegin with a talk.\n",
            file="content/index.md",
            beside={"toolkit/talk.yaml": "title: A first talk\nstatus: draft\n"},
        ),
    ),
)


_WORDS_BEFORE = re.compile(r"!\[(?P<alt>[^\[\]\n]{0,200})\]\([ ]*<?\Z")
_QUESTIONS = re.compile(r"^questions\s*:", re.M)


def check(book: Handbook) -> Iterator[Problem]:
    """Report references that lead nowhere, and addresses that pages leave out of a field or that have no base."""
    for page in book.pages.values():
        yield from _in_page(book, page)
    for entry in book.written:
        for path, text in markdown_fields(entry.model):
            yield from _in_field(book, entry, path, text)


def _in_page(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    for reference in page.references:
        if wrong := _wrong(book, reference) or _nothing_to_show(page, reference):
            code = "JB408" if wrong.soft else "JB301"
            yield page.document.problem_at(
                code, wrong.message, wrong.hint, line=reference.line, column=reference.column
            )
    for reference in page.brought_in:
        if (wrong := _wrong(book, reference)) and not wrong.soft:
            yield brought_in_problem(page.document.file, reference, wrong)


def _nothing_to_show(page: ContentPage, reference: Reference) -> Wrong | None:
    if not reference.embed or (reference.kind, reference.target) != ("questions", "") or page.front.questions:
        return None
    if _QUESTIONS.search(page.document.text):  # they stand in front matter that is none, or does not fit
        return None
    message = say("this page has no questions of its own to show")
    return Wrong(
        message, say("write `questions:` into its front matter, or questions:chapter/… for those of a chapter")
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
        message, hint = _why(book, entry, path, text, link)
        start = link.start or 0
        needle, skip = ("", 0) if link.start is None else (link.destination, text.count(link.destination, 0, start))
        yield entry.document.problem_in("JB308", message, hint, path=path, needle=needle, skip=skip)


def _why(book: Handbook, entry: Entry[Any], path: Path, text: str, link: fields.Refused) -> tuple[Text, Text]:
    """Say what is wrong with an address of a field, and what to write instead."""
    if link.embed:
        return say("a picture cannot stand in a text of YAML"), _as_picture(entry, path, text, link)
    if is_whole(link.destination):
        found = meant.whole(link.destination)
        hint = say("write `{code}` in its place", code=found)
        other = say("mend it, or take the link out")
        message = say("‘{address}’ is no address", address=link.destination)
        return message, hint if found not in (None, link.destination) else other
    if not link.destination:
        return say("a link of this text leads nowhere"), _general(book)
    return say("‘{address}’ cannot be a link here", address=link.destination), _instead(book, entry, link.destination)


def _as_picture(entry: Entry[Any], path: Path, text: str, link: fields.Refused) -> Text:
    """Say where a picture goes that somebody has put into a text: beside that text, where there is none yet."""
    around = [
        part for at, part in models(entry.model) if path[: len(at)] == at and "picture" in type(part).model_fields
    ]
    if not around or getattr(around[-1], "picture", None):
        return say("show it in a chapter, or give it as a file of `resources:`")
    address = link.destination.removeprefix("./")
    is_ours = meant.is_file(address) and not (is_whole(address) or _leads_away(address) or meant.has_scheme(address))
    words = _WORDS_BEFORE.search(text[: link.start or 0])
    shown = braces(file=address if is_ours else "…", alt=(words and words["alt"].strip()) or "…")
    if is_ours:
        return say("take it out of the text, and write `picture: {shown}` beside that", shown=shown)
    return say("put a copy of it beside this file, and write `picture: {shown}` beside the text", shown=shown)


def _instead(book: Handbook, entry: Entry[Any], address: str) -> Text:
    """Say what to write in place of an address, by what was most likely meant."""
    if found := meant_link(book, address):
        return say("write `{code}` in its place", code=found)
    if found := meant.whole(address):
        return say("write `{code}` in its place", code=found)
    if page := meant_page(book, address):
        page += "".join(address.partition("#")[1:])
        return say("write the whole address of that page, as `https://…/{page}`", page=page)
    if meant.is_number(address):
        return say("write the number as text, without a link")
    if meant.is_on_a_computer(address):
        return say("nobody else has that file: put a copy beside this one, and give it under `resources:` as `file: …`")
    is_page = address.partition("#")[0].endswith((".md", ".html"))
    if (meant.is_file(address) and not is_page) or _is_beside(book, entry, address):
        return _as_resource(address)
    if meant.has_scheme(address):
        return say("a link begins with https://, http:// or mailto:; write anything else as text")
    return _general(book, address)


def _is_beside(book: Handbook, entry: Entry[Any], address: str) -> bool:
    return not _leads_away(address) and is_file((book.settings.root / entry.document.file).parent / address)


def _leads_away(address: str) -> bool:
    return address.startswith(("/", "\\")) or ".." in address


def _as_resource(address: str) -> Text:
    if _leads_away(address):
        return say("put a copy of the file beside this one, and give it under `resources:` as `file: …`")
    return say("give the file under `resources:`, as `file: {file}`", file=address.removeprefix("./"))


def _general(book: Handbook, near: str = "") -> Text:
    known = example(book, near) or "activity:…"
    return say("write a whole address, such as https://…, or a link such as `{code}`", code=f"[]({known})")


def _wrong(book: Handbook, reference: Reference, *, in_field: bool = False) -> Wrong | None:
    if found := wrong_in_page(book, reference):
        return found
    if in_field and reference.embed and (named := dict(reference.query).get("name")) is not None:
        message = say("a figure in YAML has no number, so that nothing can lead to it by a name")
        return Wrong(message, say("take `name={name}` out", name=named))
    if in_field and reference.kind == "questions" and not reference.target:
        message = say("‘questions:’ means a chapter page's own questions")
        return Wrong(message, say("write questions:activity/… or questions:journey/…"))
    return None
