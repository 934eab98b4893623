"""Guess which date somebody meant who wrote it in another form: all of them, where it is not clear."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

from journeybook.problems import Text, say

_MONTHS = (
    ("january", "januar", "janner", "janvier", "enero", "gennaio", "januari", "janeiro"),
    ("february", "februar", "fevrier", "febrero", "febbraio", "februari", "fevereiro"),
    ("march", "marz", "maerz", "mars", "marzo", "maart", "mrt", "marco"),
    ("april", "avril", "abril", "aprile"),
    ("may", "mai", "mayo", "maggio", "mei", "maio"),
    ("june", "juni", "juin", "junio", "giugno", "junho"),
    ("july", "juli", "juillet", "julio", "luglio", "julho"),
    ("august", "aout", "agosto", "augustus"),
    ("september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "sept"),
    ("october", "oktober", "octobre", "octubre", "ottobre", "outubro"),
    ("november", "novembre", "noviembre", "novembro"),
    ("december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"),
)
"""Their names without accents: English, German, French, Spanish, Italian, Dutch, Portuguese."""
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
"""What word processors write for a hyphen."""
_QUOTES = "“”„‘’\"'`., "
_MISTYPED = re.compile(rf"[{_QUOTES}]*[0-9OolI]{{4}}[-‐‑‒–—−－][0-9OolI]{{1,2}}[-‐‑‒–—−－][0-9OolI]{{1,2}}[{_QUOTES}]*")
_LIKE_FIGURES = _SIGNS | str.maketrans("OolI", "0011")
_TIME = re.compile(r"(?:,\s*|\s+)(?:(?:at|um|à|a las)\s+)?\d{1,2}(?:[:.h]\d{2}.*|\s*(?:[ap]\.?m\.?|uhr|h))$", re.I)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})(?:[T ]\d.*)?")
_TOGETHER = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})")
_OF_CHINA = re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]?")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})")
_SLASHED = re.compile(r"(?P<one>\d{1,2})(?P<sign>[-/ ])(?P<two>\d{1,2})(?P=sign)(?P<y>\d{4}|\d{2})")
_BEFORE = r"(?:[^\W\d_]+[.,]*\s+){0,3}?"
"""A weekday, and words such as `on the`."""
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|e|º|ª|°|\.)?"
_GAP = r"(?:[-/,.\s]+(?:of|de|del|d')?\s*)"
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
_YEAR = r"'?(?P<y>\d{4}|\d{2})"
_NAMED = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_BEFORE}{_DAY}{_GAP}{_NAME}{_GAP}{_YEAR}",
        rf"{_BEFORE}{_NAME}{_GAP}{_DAY}{_GAP}{_YEAR}",
        rf"(?P<y>\d{{4}}){_GAP}{_NAME}{_GAP}{_DAY}",
    )
)
_BETWEEN = re.compile(r"\s+(?:-|to|until|bis|au|al|and|und)\s+|\s*/\s*(?=\d{4}-)", re.I)
_FROM = re.compile(r"(?:from|von|vom|du|dal|del)\s+", re.I)
_LIKELY = range(2010, 2060)
"""Years of a date that has only two figures of them."""
_LONGEST = 60
"""A longer text is no date."""
_LACKS = {
    (2, 30): say("February has no 30th"),
    (2, 31): say("February has no 31st"),
    (4, 31): say("April has no 31st"),
    (6, 31): say("June has no 31st"),
    (9, 31): say("September has no 31st"),
    (11, 31): say("November has no 31st"),
}


def date_hint(text: str) -> Text:
    """Say what to write for a text that is no date: the one that is meant, or each of those that can be."""
    meant = meant_dates(text)
    if len(meant) == 1:
        return say("write `{date}`", date=meant[0])
    if meant:
        return say("write `{one}` or `{other}`, whichever is meant", one=meant[0], other=meant[1])
    ends = [meant_dates(part) for part in _BETWEEN.split(_FROM.sub("", _plain(text)))]
    if len(ends) == 2 and all(len(end) == 1 for end in ends):
        return say("write one day here: `{one}` or `{other}`", one=ends[0][0], other=ends[1][0])
    return say("write year-month-day, such as 2027-01-14")


def meant_dates(text: str) -> tuple[str, ...]:
    """Give the date that `2027/1/14`, `14.1.2027` or `14 January 2027` means, as 2027-01-14.

    Two where it is not clear: `3/4/2027` is in April for some, and in March for others. None where it is no date.
    """
    said = _TIME.sub("", _plain(text)).strip(_QUOTES) if len(text) <= _LONGEST else ""
    if found := (
        _YEAR_FIRST.fullmatch(said)
        or _TOGETHER.fullmatch(said)
        or _OF_CHINA.fullmatch(said)
        or _DAY_FIRST.fullmatch(said)
    ):
        return _some((found["y"], int(found["m"]), found["d"]))
    if found := _SLASHED.fullmatch(said):
        return _slashed(found["one"], found["two"], found["y"])
    named = next((found for form in _NAMED if (found := form.fullmatch(said)) and _month(found["name"])), None)
    return _some((named["y"], _month(named["name"]), named["d"])) if named else ()


def _plain(text: str) -> str:
    return " ".join(text.translate(_LIKE_FIGURES if _MISTYPED.fullmatch(text) else _SIGNS).split()).strip(_QUOTES)


def _slashed(one: str, two: str, last: str) -> tuple[str, ...]:
    """Give what figures between slashes can mean: day first, month first; and the year first, where it is short."""
    ways = [(last, int(two), one), (last, int(one), two)]
    if len(one) == len(last) == 2:
        ways.append((one, int(two), last))
    found = _some(*ways)
    return tuple(date for date in found if int(date[:4]) in _LIKELY) or found if len(last) == 2 else found


def _some(*ways: tuple[str, int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(date for way in ways if (date := _date(*way))))


def _month(name: str) -> int:
    """Give the number of the only month whose name, in any of the languages, begins so; else 0."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))
    found = [number for number, names in enumerate(_MONTHS, 1) if any(one.startswith(bare) for one in names)]
    return found[0] if len(found) == 1 else 0


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
