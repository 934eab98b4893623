"""A guess what was meant in a line that is no YAML, and the lines around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.problems import Text
from journeybook.source.document import Document

MAX_SHOWN = 60
BEFORE_VALUE = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#\"'\[\]{},&*!|>][^:#]*:[ \t]+)?")


@dataclass(frozen=True)
class Guess:
    """A place, from 0, and what to say of it."""

    line: int
    column: int
    message: Text
    hint: Text


def line_above(document: Document, line: int) -> int | None:
    """Find the nearest line above that is neither empty nor a comment."""
    return next((n for n in reversed(range(line)) if not re.match(r"[ \t]*(#|$)", document.lines[n])), None)


def indent_of(text: str) -> int:
    """Give the column, from 0, in which a line begins."""
    return len(text) - len(text.lstrip(" "))


def begin_of(text: str) -> int:
    """Find the column of a line's first word, after the dashes of a list."""
    found = re.match(r" *(?:- +)*", text)
    return found.end() if found else 0
