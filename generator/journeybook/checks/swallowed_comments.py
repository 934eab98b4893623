"""JB407: a text that ends at ` #`, because YAML takes the rest for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Problem, say

_NUMBER = re.compile(r"[-+−0-9.:]+")


def check(book: Handbook) -> Iterator[Problem]:
    """A comment right after an unquoted text, which loses what an author may have meant as text."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            document = entry.document
            for node in document.scalars():
                end = node.end_mark
                rest = document.lines[end.line][end.column :] if end.line < len(document.lines) else ""
                if not node.style and re.match(r"[ \t]+#", rest) and not _NUMBER.fullmatch(node.value):
                    message = say("‘{rest}’ is a comment, so readers do not see it", rest=rest.strip()[:40])
                    hint = say('put the text in quotes: "{text} {rest}"', text=node.value, rest=rest.strip()[:40])
                    column = end.column + len(rest) - len(rest.lstrip()) + 1
                    yield document.problem_at("JB407", message, hint, line=end.line + 1, column=column)
