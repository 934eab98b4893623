"""JB316: breaks that say that they are one, and not what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

_DAY = 'title: A day\ndays:\n  - start: "09:30"\n    blocks:\n      - {title: Welcome, minutes: 15}\n'

CODES = (
    Code(
        "JB316",
        means="A break has `true`, `yes` or the like in the place of its name, so that readers would see that word.",
        remedy="Write its name. If it is called so indeed, put that in quotation marks.",
        example=Example(
            wrong=f"{_DAY}      - {{break: true, minutes: 15}}\n",
            right=f"{_DAY}      - {{break: Coffee, minutes: 15}}\n",
            file="toolkit/workshops/day.yaml",
        ),
    ),
)

_SWITCHES = frozenset(
    (
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "x",
        "ja",
        "nein",
        "oui",
        "non",
        "si",
        "sí",
        "sim",
        "none",
        "da",
    )
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report breaks whose name is a word that switches something on or off, typed without quotation marks."""
    for workshop in book.workshops:
        for day, part in enumerate(workshop.model.days):
            for place, block in enumerate(part.blocks):
                path = ("days", day, "blocks", place, "break")
                if block.break_ and _is_no_name(block.break_) and not workshop.document.is_quoted(path):
                    message = say("a break has a name, and ‘{text}’ is none", text=block.break_)
                    yield workshop.problem("JB316", message, say("write `break: Coffee`"), path=path)


def _is_no_name(text: str) -> bool:
    """Tell whether a text switches something on or off, or has neither a letter nor a picture: `yes`, `1`, `✓`."""
    is_sign = text in ("✓", "✔", "✅", "☑", "+") or (not re.search(r"[^\W\d_]", text) and text.isascii())
    return text.casefold() in _SWITCHES or is_sign
