"""JB333, JB334, JB335 and, with other texts, JB444: names of figures and tables, and captions that are none."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.anchors import anchors
from journeybook.markdown.captions import Captioned, without_names
from journeybook.model.types import is_id, slug
from journeybook.problems import Code, Example, Problem, Text, say

_TYPED = re.compile(
    r"!?\[(?P<link>[^\[\]]{0,200})\]\([^()\s]{1,300}\)"
    r"|(?<![\w*])(?P<stars>\*\*?)(?P<slanted>[^\s*](?:[^*]{0,200}[^\s*])?)(?P=stars)(?![\w*])"
    r"|(?P<ticks>`+)(?P<code>[^`]{1,200})(?P=ticks)"
)
"""Markdown in the caption of a picture, which is a title to Markdown, and no text."""
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_PICTURE = "![Chairs in a circle](https://example.org/room.jpg"

CODES = (
    Code(
        "JB333",
        means=(
            "Two figures, or two tables, have the same name, so that nobody knows which of them a link means; or the "
            "name of one is an address on its page by now, that of a heading, say."
        ),
        remedy="Give one of them another name. Names hold for the whole handbook.",
        example=Example(
            wrong=f'# Rooms\n\n{_PICTURE} "A circle"){{: #room }}\n\n{_PICTURE} "A larger one"){{: #room }}\n',
            right=f'# Rooms\n\n{_PICTURE} "A circle"){{: #room }}\n\n{_PICTURE} "A larger one"){{: #large-room }}\n',
            file="content/rooms/index.md",
        ),
    ),
    Code(
        "JB334",
        means="The name of a figure or a table has other signs than an id, or there is none behind `name=`.",
        remedy="Write small letters, digits and hyphens, as in `three-rooms`.",
        example=Example(
            wrong=f'# Rooms\n\n{_PICTURE} "A circle"){{: #The_Room }}\n',
            right=f'# Rooms\n\n{_PICTURE} "A circle"){{: #the-room }}\n',
            file="content/rooms/index.md",
        ),
    ),
    Code(
        "JB335",
        means="A line `Table: … {: #name }` has no table above it, or says nothing: readers see the line as it is.",
        remedy="Write the line under its table, with the caption between the colon and the brace.",
        example=Example(
            wrong="# Prices\n\nTable: What it costs {: #fees }\n\n| For | Euro |\n|---|---|\n| a day | 5 |\n",
            right="# Prices\n\n| For | Euro |\n|---|---|\n| a day | 5 |\n\nTable: What it costs {: #fees }\n",
            file="content/fees/index.md",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report names that are taken, or are none, and captions without a table."""
    first: dict[tuple[str, str], tuple[ContentPage, Captioned]] = {}
    for page in book.pages.values():
        named = [one for one in page.captions if one.name and not one.is_lost]
        taken = anchors(without_names(page.body, named, page.body_at), book.settings.markdown) if named else ()
        here: dict[str, Captioned] = {}
        for one in named:
            if not is_id(one.name):
                yield _problem(page, one, "JB334", *_no_name(one))
            elif before := first.get((one.kind, one.name)):
                yield _problem(page, one, "JB333", *_twice(one, *before))
            elif one.name in here or (one.is_own and one.name in taken):
                message = say("‘{name}’ is the address of something else on this page", name=one.name)
                yield _problem(page, one, "JB333", message, _another(f"{one.kind}-{one.name}"))
            first.setdefault((one.kind, one.name), (page, one))
            here[one.name] = one
        yield from (_problem(page, one, "JB335", *_no_table(one)) for one in page.captions if one.is_lost)
        yield from (told for one in page.captions if one.is_own and one.body for told in _typed(page, one))
        yield from _nameless(page)


def _typed(page: ContentPage, one: Captioned) -> Iterator[Problem]:
    """Report Markdown in a picture's caption, where readers see it as it is typed; that of a table has it."""
    said = _ESCAPED.sub("", html.unescape(one.text)) if one.kind == "figure" else ""
    found = _TYPED.search(said)
    if found:
        message = say("the caption of a picture is plain text: readers see ‘{words}’ as it is typed", words=found[0])
        words = found["link"] or found["slanted"] or found["code"] or ""
        hint = say("write `{words}`, and a link into the text below the picture", words=words)
        if not found["link"]:
            hint = say("write `{words}`", words=words) if words else say("write it into the text below the picture")
        yield page.problem_at("JB444", message, hint, one.start)


def _twice(one: Captioned, page: ContentPage, other: Captioned) -> tuple[Text, Text]:
    line = page.document.text.count("\n", 0, other.name_at) + 1 if other.is_own else 0
    place = f"{page.document.file}:{line}" if line else page.document.file
    message = (
        say("a figure in {place} has the name ‘{name}’, too", place=place, name=one.name)
        if one.kind == "figure"
        else say("a table in {place} has the name ‘{name}’, too", place=place, name=one.name)
    )
    return message, _another(f"{one.name}-2")


def _another(name: str) -> Text:
    return say("give one of them another name, such as `{name}`", name=name)


def _no_name(one: Captioned) -> tuple[Text, Text]:
    message = say("‘{name}’ is no name: it takes small letters, digits and hyphens", name=one.name)
    return message, say("write `{name}`", name=slug(one.name) or "room")


def _no_table(one: Captioned) -> tuple[Text, Text]:
    if one.text:
        return say("there is no table above this caption"), say("write the line under its table, and not above it")
    form = f"Table: … {{: #{one.name} }}"
    return say("this table has a name, and no caption"), say("write one, as in `{form}`", form=form)


def _nameless(page: ContentPage) -> Iterator[Problem]:
    for reference in page.references:
        if reference.embed and reference.kind == "journey" and ("name", "") in reference.query:
            hint = say("write `name={name}`, or take it out", name=reference.target)
            place = reference.line, reference.column
            yield page.document.problem_at(
                "JB334", say("no name stands behind ‘name=’"), hint, line=place[0], column=place[1]
            )


def _problem(page: ContentPage, one: Captioned, code: str, message: Text, hint: Text) -> Problem:
    if one.is_own:
        return page.problem_at(code, message, hint, one.name_at)
    return Problem(page.document.file, 0, 1, code, message, hint, source_line=one.text or one.body)
