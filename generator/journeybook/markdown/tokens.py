"""Mark places of a Markdown text with tokens, to see in its HTML what has become of them."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape


def unused(text: str, prefix: str = "jbz") -> str:
    """Make a prefix that neither `text` nor its entities have: letters alone, which nothing takes for markup."""
    known = f"{text} {unescape(text)}"
    while prefix in known:
        prefix += "q"
    return prefix


def marked(text: str, places: Iterable[int], prefix: str) -> str:
    """Put the prefix, the number of the place and a `z` in at each place; they are in order, and numbers begin at 0."""
    pieces, done = list[str](), 0
    for number, place in enumerate(places):
        pieces += [text[done:place], f"{prefix}{number}z"]
        done = place
    return "".join(pieces) + text[done:]
