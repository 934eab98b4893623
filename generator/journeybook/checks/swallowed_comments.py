"""JB407: a text that ends at ` #`, because YAML takes the rest for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.source.guess import in_quotes, quoted, without_hash

CODES = (
    Code(
        "JB407",
        means="A text ends at a `#`, because YAML takes the rest for a note.",
        remedy="Put the text in quotation marks, or the note on a line of its own.",
        example=Example(
            wrong="title: Visit #1\nstages: [Before, After]\n",
            right='title: "Visit #1"\nstages: [Before, After]\n',
            file="journeys/visit.yaml",
        ),
    ),
)

_HASH = re.compile(r"[^ \t\n\r][ \t]+#")
"""Where a line has a comment after something else; in all other files there is nothing to look at."""
_COMMENT = re.compile(r"[ \t]+#")
_HASH_WORD = re.compile(r"[ \t]*#[^\s#!]")
_NUMBER = re.compile(r"[-+−0-9.:]+")


def _numbered(rest: str) -> Text:
    """Advise on `#1` alone, which a field of numbers takes without its sign, on tags, and on texts, in quotes."""
    number = rest.strip().removeprefix("#")
    if not re.fullmatch("[0-9]{1,6}", number):
        return without_hash(rest)
    shown = in_quotes(f"#{number}")
    return say("write `{number}` where a number is meant, and {shown} for a text", number=number, shown=shown)


def check(book: Handbook) -> Iterator[Problem]:
    """Report comments right after an unquoted text, which loses what an author may have meant as text."""
    for document, _ in book.sources():
        for node in document.nodes() if _HASH.search(document.text) else ():
            if not isinstance(node, yaml.ScalarNode):
                continue
            end = node.end_mark
            rest = document.lines[end.line][end.column :] if end.line < len(document.lines) else ""
            begun = _COMMENT if node.value else _HASH_WORD  # `goal: # to be written` is a comment and meant so
            if not node.style and begun.match(rest) and not _NUMBER.fullmatch(node.value):
                message = say("‘{rest}’ is a comment, so readers do not see it", rest=rest.strip()[:40])
                hint = quoted(f"{node.value} {rest}") if node.value else _numbered(rest)
                column = end.column + len(rest) - len(rest.lstrip()) + 1
                yield document.problem_at("JB407", message, hint, line=end.line + 1, column=column)
