"""JB446: words with a letter of another script that looks like a Latin one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import islice

from journeybook.handbook import Handbook
from journeybook.handbook.chapters import FrontMatter
from journeybook.markdown.signs.code import without_code
from journeybook.problems import Code, Example, Problem, say
from journeybook.source import Document
from journeybook.source.lookalikes import lookalikes, writes_in

CODES = (
    Code(
        "JB446",
        means=(
            "A word, or the name of a file, has a letter of another script that looks like a Latin one, such as the "
            "Cyrillic ‘а’ in place of ‘a’: search does not find the word, and an id or an address with it is another "
            "one."
        ),
        remedy="Type the word again, as it is offered.",
        example=Example(
            wrong="title: A wаlk\n",
            right="title: A walk\n",
            file="toolkit/walk.yaml",
        ),
    ),
)

_MOST_TOLD = 5
"""Words of one file: more are most likely a text in signs that somebody has chosen."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such words of each file and of its name; not where it has words of that script."""
    for document, model in book.sources():
        if not document.text.isascii():
            text = without_code(document.text) if isinstance(model, FrontMatter) else document.text
            yield from islice(_in_text(document, text), _MOST_TOLD)
        yield from _in_name(document)


def _in_text(document: Document, text: str) -> Iterator[Problem]:
    for found in lookalikes(text):
        if not writes_in(document.text, greek=found.is_greek):
            before = document.breaks.split(document.text[: found.start])
            hint = say("write `{meant}`", meant=found.meant)
            yield document.problem_at("JB446", found.message, hint, line=len(before), column=len(before[-1]) + 1)


def _in_name(document: Document) -> Iterator[Problem]:
    for found in lookalikes(document.file):
        if not writes_in(document.file + document.text, greek=found.is_greek):
            name = posixpath.basename(document.file.replace(found.word, found.meant))
            hint = say("rename it to `{name}`", name=name)
            if found.word not in posixpath.basename(document.file):
                hint = say("rename its folder to `{name}`", name=found.meant)
            yield Problem(document.file, 0, 0, "JB446", found.message, hint)
