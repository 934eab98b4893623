"""JB465: a quotation mark too many, and a backslash with an n where a new line was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from journeybook.handbook import Handbook
from journeybook.model.walk import markdown_fields, plain_fields
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document

CODES = (
    Code(
        "JB465",
        means=(
            "Readers see a sign that was not meant for them: a quotation mark at the end of a text that none begins, "
            "or `\\n` where a new line was meant."
        ),
        remedy="Take it out. In a field that is Markdown, write `|`, and the lines below it.",
        example=Example(
            wrong='title: A first talk"\n',
            right="title: A first talk\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_CODE = re.compile(r"(`+)[^`].*?\1", re.S)
_INCHES = re.compile(r'(?<=\d)"')
_OTHER_QUOTES = re.compile("[“„«‟]")
_NEW_LINE = re.compile(r"(?<=[^\W\d_][^\\])\\n|(?<=[.,;:!?)\]])\\n")
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\|\\(?!n)\w")
"""What has backslashes of its own: the path of a file."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such sign of each text."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            fields = chain(
                ((path, text, False) for path, text in plain_fields(entry.model)),
                ((path, text, True) for path, text in markdown_fields(entry.model)),
            )
            for path, text, is_markdown in fields:
                if '"' in text or "\\n" in text:
                    yield from _in_text(entry.document, path, text, is_markdown)


def _in_text(document: Document, path: Path, text: str, is_markdown: bool) -> Iterator[Problem]:
    bare = _CODE.sub("", text) if is_markdown else text
    if _ends_alone(bare):
        message = say("a quotation mark ends this text, and none begins it")
        hint = say("take it out, or write one before the words that are quoted")
        yield document.problem("JB465", message, hint, path=path)
    if "\\n" in bare and not _PATH.search(bare) and " " in bare and _NEW_LINE.search(bare):
        message = say("‘{signs}’ is shown as it is typed here", signs="\\n")
        lines = say("write `|` behind the colon or the dash, and each line on a line of its own below")
        hint = lines if is_markdown else say("write a space; this field is one line")
        yield document.problem_in("JB465", message, hint, path=path, needle="\\n")


def _ends_alone(text: str) -> bool:
    signs = _INCHES.sub("", text)
    return signs.endswith('"') and signs.count('"') == 1 and len(signs) > 1 and not _OTHER_QUOTES.search(signs)
