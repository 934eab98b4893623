"""Guess which duration somebody meant who wrote one that is none: times another, with brackets, with a wrong unit."""

from __future__ import annotations

import re

from journeybook.model.duration_forms import HOURS, parse_duration, parse_minutes, usual
from journeybook.problems.nearest import nearest

_TIMES = re.compile(
    r"(?P<n>\d{1,2}|two|three|four)\s*(?:[x×*·]|times|(?:sessions|rounds|parts|meetings|lessons) (?:of|à))"
    r"\s*(?P<one>.+)",
    re.I,
)
_BEHIND = re.compile(
    r"(?P<one>.+?)(?:\s*[x×*·]\s*(?P<n>\d{1,2})|,?\s+(?P<word>twice|(?:\d{1,2}|two|three) times))", re.I
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "twice": 2}
_ROUGHLY = re.compile(r"\s*\(?(?:approx(?:imately)?|about|roughly|circa|ca|or so|more or less)\.?\)?\s*$", re.I)
_RANGE = re.compile(r"(?<=[\w.])\s*(?:\.{2,}|…|-{2,}|—|–{2,})\s*(?=\d)")
_AS_CLOCK = re.compile(rf"(?P<h>\d{{1,2}}):(?P<m>[0-5]\d)(?:\s*{HOURS})?", re.I)
_FROM_TO = re.compile(r"(\d{1,2}):([0-5]\d)\s*[-–—]\s*(\d{1,2}):([0-5]\d)")
_UNIT = re.compile(r"(?P<before>.*\d\s*)(?P<unit>[^\W\d]{2,})\.?")
_UNITS = ("min", "minutes", "hours", "days", "weeks", "months", "years")
_SHORT = {"mn": "min", "mns": "min", "mts": "min", "mnt": "min", "sdt": "h", "hs": "h", "ore": "h", "uur": "h"}
_CLOCK, _EARLY = re.compile(r"(\d{1,2}):([0-5]\d)"), 5
_MOST_TIMES = 20
_LONGEST = 12 * 60
"""Minutes of a time such as `1:30`; a longer one is a time of day."""


def clock_in(value: object) -> str | None:
    """Give the time of day that stands where minutes belong, `11:15`; one so early in a day is how long it takes."""
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    hours = int(found[1]) if found else 0
    return f"{hours:02}:{found[2]}" if found and _EARLY <= hours < 24 else None


def multiplied(text: str) -> int | None:
    """Give the minutes of `2 × 45 min`, `45 min x 2` or `45 min twice`; None for all else."""
    found = _TIMES.fullmatch(text) or _BEHIND.fullmatch(text)
    if found is None:
        return None
    said = (found["n"] or found.groupdict().get("word") or "").casefold().split()[0]
    times, one = _COUNTS.get(said) or int(said), parse_minutes(found["one"])
    return one * times if one and 1 < times <= _MOST_TIMES and not found["one"].strip().isdigit() else None


def meant_duration(text: str) -> str | None:
    """Give the duration that a text most likely means, as `parse_duration` reads it; None where nothing is sure."""
    for meant in (_without_brackets(text), _rough(text), _as_range(text), _spelt(text), _on_a_clock(text)):
        if meant and meant != text and parse_duration(meant):
            return meant
    return None


def _without_brackets(text: str) -> str:
    found = re.fullmatch(r"(?P<time>[^()]+?)\s*\((?P<rest>[^()]+)\)", text)
    return f"{found['time']} {found['rest']}" if found and not re.search(r"\d", found["rest"]) else ""


def _rough(text: str) -> str:
    bare = _ROUGHLY.sub("", text)
    return f"about {bare}" if bare != text else ""


def _as_range(text: str) -> str:
    return _RANGE.sub("–", text)


def _spelt(text: str) -> str:
    """Mend the unit at the end: `45 minuts`, `45 mn`."""
    found = _UNIT.fullmatch(text)
    if found is None:
        return ""
    unit = found["unit"].casefold()
    right = _SHORT.get(unit) or nearest(unit, _UNITS)
    return f"{found['before'].rstrip()} {right}" if right else ""


def _on_a_clock(text: str) -> str:
    """Read `0:15` as how long, and `09:30-09:45` as what lies between."""
    if both := _FROM_TO.fullmatch(text):
        begin, end = int(both[1]) * 60 + int(both[2]), int(both[3]) * 60 + int(both[4])
        return usual(end - begin, end - begin) if end > begin else ""
    found = _AS_CLOCK.fullmatch(text)
    minutes = int(found["h"]) * 60 + int(found["m"]) if found else 0
    return usual(minutes, minutes) if 0 < minutes <= _LONGEST else ""
