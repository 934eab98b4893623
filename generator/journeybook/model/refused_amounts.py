"""What durations and numbers of people have in common where they are refused."""

from __future__ import annotations

import re

from journeybook.model.duration_forms import Length, is_less
from journeybook.model.types import fail
from journeybook.problems import say
from journeybook.source.quotes import in_quotes

SHOWN_AS = say("write {shown} or {note}; or one of {forms}", shown="", note="", forms="")
"""The remedy that shows what the text may mean, how it stands as a note, and all forms."""
LONGEST_SHOWN = 60
"""Characters of a text that a message repeats."""


def in_order(low: Length | None, high: Length | None) -> None:
    """Raise an error where the most is less than the least."""
    if low is not None and high is not None and is_less(high, low):
        raise fail(
            say("the least, {low}, is more than the most, {high}", low=low, high=high),
            say("write {high}–{low}", low=low, high=high),
        )


def brief(text: str) -> str:
    """Cut a text to what a message repeats of it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def noted(text: str) -> str:
    """Show a text as a note, as YAML has it."""
    if len(text) > LONGEST_SHOWN:
        return "{note: …}"
    plain = re.fullmatch(r"\w[\w .+–-]*", text)
    return f"{{note: {text if plain else in_quotes(text)}}}"
