"""Guess which time of day or which date somebody meant who wrote it in another form."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from journeybook.model.amounts import unquoted
from journeybook.model.duration_forms import parse_minutes
from journeybook.problems import Text, say

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_HALF = re.compile(r"(?P<half>[ap])\.?\s*m\.?", re.I)
_CLOCK = re.compile(r"(?P<h>\d{1,2})(?:\s*(?:[:.,h∶：]|uhr)\s*(?P<m>\d{2}))?", re.I)
_FIGURES = re.compile(r"(?P<h>\d{1,2})(?P<m>\d{2})")
_AROUND = re.compile(r"(?:at|um|ca\.?|about|from)\s+|\s*(?:o['’]?clock|uhr|hrs?\.?|hours?|h\.?|heures?)\s*$", re.I)
_HOW_LONG = re.compile(r"(?:hours?|hrs?|minutes?|mins?)\.?$")
_LONGEST_PART = 12 * 60
"""The minutes up to which `3 hours` is a part of a day; `1800 hrs` is a time of day."""
_WORDS = {"noon": "12:00", "midday": "12:00"}
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})(?:[T ]\d.*)?")
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
"""What word processors write for a hyphen."""
_QUOTES = "“”„‘’\"'`., "
_MISTYPED = re.compile(rf"[{_QUOTES}]*[0-9OolI]{{4}}[-‐‑‒–—−－][0-9OolI]{{1,2}}[-‐‑‒–—−－][0-9OolI]{{1,2}}[{_QUOTES}]*")
_LIKE_FIGURES = _SIGNS | str.maketrans("OolI", "0011")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})")
_SLASHED = re.compile(r"(?P<one>\d{1,2})[-/](?P<two>\d{1,2})[-/](?P<y>\d{4})")
_NAMED = re.compile(
    r"(?:\w+day,?\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<name>[a-z]{3,})\.?,?\s+(?P<y>\d{4})", re.I
)
_NAME_FIRST = re.compile(r"(?P<name>[a-z]{3,})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})", re.I)
_LACKS = {
    (2, 30): say("February has no 30th"),
    (2, 31): say("February has no 31st"),
    (4, 31): say("April has no 31st"),
    (6, 31): say("June has no 31st"),
    (9, 31): say("September has no 31st"),
    (11, 31): say("November has no 31st"),
}


def is_how_long(text: str) -> bool:
    """Tell whether a text such as `3 h` is some hours rather than a time of day, as `18 h` is."""
    return bool(re.fullmatch(r"[1-8](?:[.,]\d)?\s*h", text.strip(), re.I))


def both_clocks(text: str) -> tuple[str, str] | None:
    """Give the two times of day of `9:30-13:00`; None for all else."""
    parts = re.split(r"\s*(?:[-–—]|\bto\b|\bbis\b)\s*", text.strip(), flags=re.I)
    found = [meant_clock(part) for part in parts]
    return (found[0], found[1]) if len(found) == 2 and found[0] and found[1] else None


def meant_clock(text: str) -> str | None:
    """Give the time of day that `18:00 Uhr`, `6 pm`, `930` or `9h30` means, as `18:00`; None where it is not clear."""
    said = re.sub(r"(?<=\d[:.]\d\d):00$|[?!]+$", "", unquoted(" ".join(text.split())))
    said = re.sub(r"^(\d{1,2}) (\d\d)$", r"\1:\2", said)
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
    if said in ("midnight", "24:00", "24.00", "24 uhr", "12 midnight"):
        return say('write "00:00" where a day begins, and "23:59" where it ends: a day does not run past midnight')
    minutes = parse_minutes(text)
    if minutes is None or minutes > _LONGEST_PART or not _HOW_LONG.search(said):
        return None
    return say('write hours and minutes on the clock, such as "09:30": {length} is how long', length=text)


def meant_date(text: str) -> str | None:
    """Give the date that `2027/1/14`, `14.1.2027` or `14 January 2027` means, as 2027-01-14.

    None where it is not clear: `3/4/2027` is in March for some, and in April for others.
    """
    said = " ".join(text.translate(_LIKE_FIGURES if _MISTYPED.fullmatch(text) else _SIGNS).split()).strip(_QUOTES)
    found = _YEAR_FIRST.fullmatch(said) or _DAY_FIRST.fullmatch(said)
    if found:
        return _date(found["y"], int(found["m"]), found["d"])
    if found := _SLASHED.fullmatch(said):
        day, month = (int(part) for part in (found["one"], found["two"]))
        day, month = (day, month) if day > 12 else (month, day)
        return _date(found["y"], month, str(day)) if day > 12 else None
    found = _NAMED.fullmatch(said) or _NAME_FIRST.fullmatch(said)
    return _date(found["y"], _month(found["name"]), found["d"]) if found else None


def _month(name: str) -> int:
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.casefold())), 0)


def _date(year: str, month: int, day: str) -> str | None:
    try:
        return dt.date(int(year) if len(year) > 2 else 2000 + int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def no_such_day(text: str) -> tuple[Text, str] | None:
    """Say of a year-month-day that no calendar has why it has not, with the last day of that month.

    None where it is not in that form, or where there is such a day.
    """
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    year, month, day = (int(part) for part in found.groups()) if found else (0, 0, 0)
    if not found or not year:
        return None
    if not 1 <= month <= 12:
        swapped = 1 <= day <= 12 and 1 <= month <= calendar.monthrange(year, day)[1]
        meant = f"{year:04}-{day:02}-{month:02}" if swapped else f"{year:04}-12-31"
        return say("there is no month {month}", month=found[2]), meant
    last = calendar.monthrange(year, month)[1]
    if 1 <= day <= last:
        return None
    return _lacks(year, month, day), f"{year:04}-{month:02}-{last:02}"


def _lacks(year: int, month: int, day: int) -> Text:
    if month == 2 and day == 29:
        return say("February {year} has no 29th", year=year)
    return _LACKS.get((month, day)) or say("no month has a day {day}", day=day)
