"""Find the figures of a measure, and the place to write of a handout, in a text: `70 of 85`, `2 lines`, `1–10`."""

from __future__ import annotations

import re

from journeybook.model.meant_items import braces
from journeybook.model.meant_numbers import meant_number

_FIGURE = r"[-+−–]?\d{1,9}(?:[.,]\d{1,6})?"
_UNIT = r"%|(?!(?:am|pm|uhr|or|oder|to|of|out)\b)[^\W\d_]+"
_WITH_TARGET = re.compile(
    rf"(?:from\s+|von\s+)?(?P<value>{_FIGURE})\s*(?P<unit>{_UNIT})?\s*"
    r"(?:,?\s*\(?\s*(?:target|goal|aim|ziel):?|/|→|⇒|->|=>|out of|of|to|von|bis|sur|de)\s*"
    rf"(?P<target>{_FIGURE})\s*(?P<other>{_UNIT})?\)?",
    re.I,
)
_ALONE = re.compile(rf"(?P<value>{_FIGURE})\s*(?P<unit>{_UNIT})?", re.I)
_LINES = re.compile(
    r"(?P<number>\d{1,2}|[a-z]{3,6})\s+(?:short |long |writing )?(?:lines?|rows?|zeilen?|lignes?|líneas?)", re.I
)
_BOX = re.compile(r"(?:a )?(?P<height>small|medium|large)(?: (?:box|frame))?", re.I)
_SCALE = re.compile(
    r"(?:(?:a )?scale(?: from| of)?:?\s*)?(?P<least>\d{1,2})\s*(?:[-–—…]|\.{2,3}|to|bis)\s*(?P<most>\d{1,2})", re.I
)


def figures_of(text: str) -> dict[str, str] | None:
    """Give the value, the target and the unit that a text such as `70 % of 85 %` has; None where it has more words."""
    found = _WITH_TARGET.fullmatch(text.strip()) or _ALONE.fullmatch(text.strip())
    if found is None:
        return None
    said = found.groupdict()
    fields = {key: _number(said[key]) for key in ("value", "target") if said.get(key)}
    unit = said.get("unit") or said.get("other")
    return fields | ({"unit": unit} if unit else {})


def _number(typed: str) -> str:
    return re.sub("[−–]", "-", typed).removeprefix("+").replace(",", ".")


def place_to_write(label: str, text: str) -> str | None:
    """Show `My wish: 2 lines` as a field of a handout, as YAML; None where the text names no place to write."""
    said = text.strip()
    if lines := _LINES.fullmatch(said):
        number = meant_number(lines["number"], 1, None)
        said = lines["number"] if lines["number"].isdigit() else number.number if number else ""
        return braces(label=label, lines=said) if said else None
    if box := _BOX.fullmatch(said):
        return braces(label=label, box=box["height"].lower())
    scale = _SCALE.fullmatch(said)
    if scale is None or int(scale["least"]) >= int(scale["most"]):
        return None
    return braces(label=label, scale=f"{scale['least']}–{scale['most']}")
