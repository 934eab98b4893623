"""Guess which time of day somebody meant who wrote it in another form."""

from __future__ import annotations

import re

from journeybook.model.amounts import unquoted
from journeybook.model.duration_forms import parse_minutes
from journeybook.problems import Text, say

_HALF = re.compile(r"(?P<half>[ap])\.?\s*m\.?", re.I)
_CLOCK = re.compile(r"(?P<h>\d{1,2})(?:\s*(?:[:.,h∶：]|uhr)\s*(?P<m>\d{2}))?", re.I)
_ONE_CLOCK = re.compile(r"(?P<h>\d{1,2})(?:[-–_;/'](?P<m>0\d|2[4-9]|[3-5]\d)|[;_/'](?P<n>[12]\d))")
"""A time with another sign for its colon: the second figures of `13-00` and `9-30` are no hours."""
_FIGURES = re.compile(r"(?P<h>\d{1,2})(?P<m>\d{2})")
_AROUND = re.compile(r"(?:at|um|ca\.?|about|from)\s+|\s*(?:o['’]?clock|uhr|hrs?\.?|hours?|h\.?|heures?)\s*$", re.I)
_HOW_LONG = re.compile(r"(?:hours?|hrs?|minutes?|mins?)\.?$")
_LONGEST_PART = 12 * 60
"""The minutes up to which `3 hours` is a part of a day; `1800 hrs` is a time of day."""
_QUARTER = re.compile(r"(?P<h>\d{1,2})(?:[:.]00)?(?:\s*(?:h|uhr)\.?)?[\s,(]*(?P<quarter>[cs])\.?\s*t\.?\)?", re.I)
"""A time as universities have it: `18 c.t.` is a quarter past, `18 s.t.` is on the hour."""
_DOORS = re.compile(r"(?<=\d\d) (?:for|open for) \d{1,2}[:.]\d\d$", re.I)
"""What invitations say of when it begins, behind the time from which one can come: `18:00 for 18:30`."""
_WORDS = {"noon": "12:00", "midday": "12:00"}


def is_how_long(text: str) -> bool:
    """Tell whether a text such as `3 h` is some hours rather than a time of day, as `18 h` is."""
    return bool(re.fullmatch(r"[1-8](?:[.,]\d)?\s*h", text.strip(), re.I))


def both_clocks(text: str) -> tuple[str, str] | None:
    """Give the two times of day of `9:30-13:00`; None for all else."""
    if _ONE_CLOCK.fullmatch(text.strip()):
        return None
    parts = re.split(r"\s*(?:[-–—]|\bto\b|\bbis\b)\s*", text.strip(), flags=re.I)
    found = [meant_clock(part) for part in parts]
    return (found[0], found[1]) if len(found) == 2 and found[0] and found[1] else None


def meant_clock(text: str) -> str | None:
    """Give the time of day that `18:00 Uhr`, `6 pm`, `930` or `9h30` means, as `18:00`; None where it is not clear."""
    said = re.sub(r"(?<=\d[:.]\d\d):00$|[?!]+$", "", unquoted(" ".join(text.split())))
    said = _DOORS.sub("", said)
    if quarter := _QUARTER.fullmatch(said):
        return _of_the_day(int(quarter["h"]), 15 if quarter["quarter"].casefold() == "c" else 0, "")
    said = re.sub(r"^(\d{1,2}) (\d\d)$", r"\1:\2", said)
    said = re.sub(r"^(\d{1,2}):(\d)$", r"\1:\g<2>0" if said.endswith(":0") else r"\1:0\2", said)
    if other := _ONE_CLOCK.fullmatch(said):
        said = f"{other['h']}:{other['m'] or other['n']}"
    if said.casefold() in _WORDS:
        return _WORDS[said.casefold()]
    half = _HALF.search(said)
    bare = _AROUND.sub("", said[: half.start()] if half and half.end() == len(said) else said).strip()
    found = _FIGURES.fullmatch(bare) or _CLOCK.fullmatch(bare)
    if found is None:
        return None
    return _of_the_day(int(found["h"]), int(found["m"] or 0), half["half"].lower() if half else "")


def _of_the_day(hour: int, minute: int, half: str) -> str | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def no_clock(text: str) -> Text | None:
    """Say what to write for a text that is how long something takes, or the end of a day; None for all else."""
    said = " ".join(text.casefold().split())
    if said in ("midnight", "24 uhr", "12 midnight") or re.fullmatch(r"24[:.][0-5]\d", said):
        return say('write "00:00" where a day begins, and "23:59" where it ends: a day does not run past midnight')
    minutes = parse_minutes(text)
    if minutes is None or minutes > _LONGEST_PART or not _HOW_LONG.search(said):
        return None
    return say('write hours and minutes on the clock, such as "09:30": {length} is how long', length=text)
