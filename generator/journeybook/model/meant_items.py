"""Show an item with its keys, where somebody wrote one of its texts as a key: `Torn: -1`, `mentor: Why?`."""

from __future__ import annotations

import re

from journeybook.model.duration_forms import parse_minutes
from journeybook.source.quotes import in_quotes

_FIGURE = re.compile(r"[-+−–]?\d{1,9}(?:[.,]\d{1,6})?")
_PLAIN = re.compile(r"[^\W\d_][\w .’–-]*|\d[\w ]*")


def braces(**fields: str) -> str:
    """Write keys and their texts in braces, those in quotes that need them."""
    parts = (f"{key.rstrip('_')}: {value if _is_plain(value) else in_quotes(value)}" for key, value in fields.items())
    return f"{{{', '.join(parts)}}}"


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text) or re.fullmatch(r"-?\d+(?:\.\d+)?", text))


def with_figure(text: str, value: str, short: str, figure: str) -> str | None:
    """Show `Torn: -1` as `{score: -1, label: Torn}`, where an item has a figure, or minutes; None where it is none."""
    said = value.strip()
    if figure == "minutes":
        minutes = parse_minutes(said)
        return braces(**{short: text, figure: str(minutes)}) if minutes else None
    if not figure or not _FIGURE.fullmatch(said):
        return None
    number = re.sub("[−–]", "-", said).removeprefix("+").replace(",", ".")
    return braces(
        **({figure: number, short: text} if short == "label" and figure == "score" else {short: text, figure: number})
    )
