"""Find the tags of a template by their places, also of one that Jinja cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What Jinja shows as it is, notes and raw text, is passed over as a whole.
_PIECE = re.compile(
    r"\{\#.*?(?:\#\}|\Z)"
    r"|\{%[-+]?\s*raw\s*[-+]?%\}.*?(?:\{%[-+]?\s*endraw\s*[-+]?%\}|\Z)"
    r"|\{%[-+]?\s*(?P<name>\w*)\s*(?P<rest>.*?)\s*(?:[-+]?%\}|\Z)",
    re.S,
)
_WHOLE = frozenset({"block", "if", "for", "macro", "call", "filter", "trans", "with", "autoescape"})
CLOSERS = frozenset({*(f"end{name}" for name in _WHOLE), "endset", "endraw"})
KNOWN = frozenset({*_WHOLE, *CLOSERS, "set", "raw", "else", "elif", "extends", "include", "import", "from"})
"""Every tag that a template can have without extensions of a handbook's own."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One `{% name rest %}`; line and column are those of its `{%`, from 1."""

    name: str
    rest: str
    line: int
    column: int


def place(text: str, offset: int) -> tuple[int, int]:
    """Give the line and the column of a place in a text whose lines end with LF, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def tags(text: str) -> Iterator[Tag]:
    """Find the tags of a text whose lines end with LF, in their order."""
    for match in _PIECE.finditer(text):
        if match["name"] is not None:
            yield Tag(match["name"], match["rest"], *place(text, match.start()))


def unclosed(found: list[Tag]) -> list[Tag]:
    """Give those of the tags that wait for one to close them, the innermost last."""
    waiting: list[Tag] = []
    for tag in found:
        if tag.name in _WHOLE or (tag.name == "set" and "=" not in tag.rest):
            waiting.append(tag)
        elif waiting and tag.name == f"end{waiting[-1].name}":
            waiting.pop()
    return waiting
