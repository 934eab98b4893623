"""JB316: breaks that say that they are one, and not what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.model.meant_blocks import is_clock
from journeybook.model.meant_times import both_clocks, meant_clock
from journeybook.problems import Code, Example, Problem, Text, say

_DAY = 'title: A day\ndays:\n  - start: "09:30"\n    blocks:\n      - {title: Welcome, minutes: 15}\n'

CODES = (
    Code(
        "JB316",
        means=(
            "A break has `true`, `yes` or the like in the place of its name, a time of day or the id of an activity, "
            "so that readers would see that."
        ),
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
    """Report breaks whose name is a time, an id, or, without quotation marks, a word that switches something."""
    for workshop in book.workshops:
        for day, part in enumerate(workshop.model.days):
            for place, block in enumerate(part.blocks):
                path = ("days", day, "blocks", place, "break")
                if block.break_ and (told := _told(block.break_, book)):
                    yield workshop.problem("JB469" if workshop.document.is_quoted(path) else "JB316", *told, path=path)
                elif block.break_ and _is_no_name(block.break_) and not workshop.document.is_quoted(path):
                    message = say("a break has a name, and ‘{text}’ is none", text=block.break_)
                    yield workshop.problem("JB316", message, say("write `break: Coffee`"), path=path)


def _told(name: str, book: Handbook) -> tuple[Text, Text] | None:
    """Say of a time of day, and of the id of an activity, that it is no name; None of all else.

    An id of one word, such as `walk`, may well be what people do in the break.
    """
    message = say("a break has a name, and ‘{text}’ is none", text=name)
    start = (both_clocks(name) or (meant_clock(name),))[0] if is_clock(name) else None
    if start:
        return message, say('write `break: Coffee`, and `start: "{start}"` where that is fixed', start=start)
    if "-" in name and name in book.activities:
        return message, say("write `activity: {id}` in its place", id=name)
    return None


def _is_no_name(text: str) -> bool:
    """Tell whether a text switches something on or off, or has neither a letter nor a picture: `yes`, `1`, `✓`."""
    is_sign = text in ("✓", "✔", "✅", "☑", "+") or (not re.search(r"[^\W\d_]", text) and text.isascii())
    return text.casefold() in _SWITCHES or is_sign
