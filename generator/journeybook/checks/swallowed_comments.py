"""JB407: a text that ends at ` #`, because YAML takes the rest for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from journeybook.handbook import Handbook
from journeybook.model.types import is_id
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes, quoted, without_hash

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
_HASH_WORD = re.compile(r"[ \t]*#(?:[^\s#!]|#*[ \t]+(?!TODO|TBD|FIXME)[^\W\d_a-z])")
"""A word with a sign before it, or a heading of Markdown; `# to be written` is a note, and meant as one."""
_HEADING = re.compile(r"#+[ \t]+(?P<text>\S.*)")
_ID_KEY = re.compile(r"\b(?:id|to|next|actor|activity|journey|chapter|related|prerequisites|activities|audience):$")
_NO_TEXT = re.compile(
    r"(?<![\w-])(?:id|to|chapter|journey|compares|activity|actor|duration|energy|difficulty|status|setting|period|horizon"
    r"|state|kind|better|effort|box|group|group_size|minutes|number|date|start|end|timezone|language|audience"
    r"|reviewed_on|review_by):[ \t]*$"
)
"""Keys whose values are no text that could go on: what stands behind one is a note, and loses nothing."""
_NUMBER = re.compile(r"[-+−0-9.:]+")


def _numbered(rest: str) -> Text:
    """Advise on `#1` alone, which a field of numbers takes without its sign, on tags, and on texts, in quotes."""
    number = rest.strip().removeprefix("#")
    if not re.fullmatch("[0-9]{1,6}", number):
        return without_hash(rest)
    shown = in_quotes(f"#{number}")
    return say("write `{number}` where a number is meant, and {shown} for a text", number=number, shown=shown)


def _fragment(text: str, rest: str) -> Text | None:
    """Advise on the end of an address that a blank parts from it."""
    part = rest.strip()
    if not re.fullmatch(r"https?://\S+", text, re.I) or not re.fullmatch(r"#[^\s#]+", part):
        return None
    return say("write `{address}`, without a blank", address=f"{text}{part}")


def _id(document: Document, node: yaml.ScalarNode, rest: str) -> Text | None:
    """Advise on `id: #call`, as addresses have it: an id has no sign before it."""
    id, line = rest.strip().removeprefix("#"), document.lines[node.end_mark.line][: node.end_mark.column]
    return say("write `{id}`, without the #", id=id) if _ID_KEY.search(line) and is_id(id) else None


def check(book: Handbook) -> Iterator[Problem]:
    """Report comments right after an unquoted text, which loses what an author may have meant as text."""
    for document, _ in book.sources():
        for node in document.nodes() if _HASH.search(document.text) else ():
            if not isinstance(node, yaml.ScalarNode):
                continue
            end = node.end_mark
            rest = document.lines[end.line][end.column :] if end.line < len(document.lines) else ""
            begun = _COMMENT if node.value else _HASH_WORD  # `goal: # to be written` is a comment and meant so
            before = document.lines[node.start_mark.line][: node.start_mark.column] if node.value else ""
            if _NO_TEXT.search(before):
                continue
            if not node.style and begun.match(rest) and not _NUMBER.fullmatch(node.value):
                message = say("‘{rest}’ is a comment, so readers do not see it", rest=rest.strip()[:40])
                hint = _fragment(node.value, rest) if node.value else _id(document, node, rest)
                if not node.value and (heading := _HEADING.fullmatch(rest.strip())):
                    hint = say("where it is a text, write it without the #: `{text}`", text=heading["text"])
                hint = hint or (quoted(f"{node.value} {rest}") if node.value else _numbered(rest))
                column = end.column + len(rest) - len(rest.lstrip()) + 1
                yield document.problem_at("JB407", message, hint, line=end.line + 1, column=column)
