"""How long things take: minutes for work in a room, spans for the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass

DURATION_FORMS = "45, 45 min, 2 h, 1 h 30 min, 45–60 min, PT45M"
_HOURS = r"(?:h|hr|hrs|hour|hours)\.?"
_MINUTES = r"(?:m|min|mins|minute|minutes)\.?"
_ONE = re.compile(rf"(?:(?P<h>\d{{1,3}}(?:[.,]\d)?)\s*{_HOURS})?\s*(?:(?P<m>\d{{1,4}})\s*(?:{_MINUTES})?)?", re.I)
_ISO = re.compile(r"PT(?:(?P<h>\d{1,3})H)?(?:(?P<m>\d{1,4})M)?", re.I)
_BETWEEN = re.compile(r"\s*(?:–|—|-|\bto\b)\s*", re.I)
_UNIT = re.compile(rf"({_HOURS}|{_MINUTES})\s*$", re.I)
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_WORDS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_SPAN = re.compile(r"(?P<min>\d{1,4})(?:\s*(?:–|—|-|to)\s*(?P<max>\d{1,4}))?\s*(?P<unit>day|week|month|year)s?", re.I)
_ISO_SPAN = re.compile(r"P(?P<n>\d{1,4})(?P<unit>[DWMY])", re.I)


def parse_minutes(text: str) -> int | None:
    """Read the whole minutes of `45`, `45 min`, `2 h`, `1 h 30 min`, `1.5 h`, `PT1H30M`; None for anything else."""
    text = text.strip()
    match = _ISO.fullmatch(text) or _ONE.fullmatch(text)
    if not match or not (match["h"] or match["m"]):
        return None
    hours, _, tenths = (match["h"] or "0").replace(",", ".").partition(".")
    return int(hours) * 60 + int(tenths or 0) * 6 + int(match["m"] or 0)


def parse_minutes_range(text: str) -> tuple[int, int] | None:
    """Read the least and most minutes of `45–60 min`, `45-60 min`, `45 to 60 min`, or of one duration twice."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) == 1:
        one = parse_minutes(parts[0])
        return None if one is None else (one, one)
    if len(parts) != 2:
        return None
    low, high = parts
    unit = _UNIT.search(high)
    if unit and low.isdigit():  # in `1–2 h` the unit stands once and means both
        low += unit[1]
    first, last = parse_minutes(low), parse_minutes(high)
    return None if first is None or last is None else (first, last)


def parse_range(text: str) -> tuple[int, int] | None:
    """Read the least and most of `12`, `1–12`, `1-12`, `1 to 12`; None for anything else."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) > 2 or not all(re.fullmatch(r"[0-9]{1,6}", part) for part in parts):
        return None
    return int(parts[0]), int(parts[-1])


@dataclass(frozen=True, slots=True)
class Span:
    """A calendar span: the author's `text` for display, and its length in `days` for sorting (None: not known).

    A month counts 30 days and a year 365: enough to sort by. `iso` is the number and the unit (day, week, month, year)
    of a span such as P2W, which is shown in the reader's language.
    """

    text: str
    days: int | None = None
    iso: tuple[int, str] | None = None


def parse_span(text: str) -> Span:
    """Read `2 weeks`, `10–12 months` (its longer end), `P2W`; any other text is kept without a number of days."""
    if iso := _ISO_SPAN.fullmatch(text):
        number, unit = int(iso["n"]), iso["unit"].upper()
        word = next(word for word, letter in _WORDS.items() if letter == unit)
        return Span(text, number * _DAYS[unit], (number, word))
    if said := _SPAN.fullmatch(text):
        return Span(text, int(said["max"] or said["min"]) * _DAYS[_WORDS[said["unit"].lower()]])
    return Span(text)
