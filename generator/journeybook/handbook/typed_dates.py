"""Find dates in texts that no calendar has: a weekday that the day is not, and days that a month has not."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from journeybook.language.locales import locale_of
from journeybook.problems import Text, say

_MAY_SAY = re.compile(r"(?<!\d)(?:\d{4}|29|30|31)(?!\d)")
"""What a text has that has such a date."""
_FIRST_YEAR = 1900
"""Before it, not all countries had our calendar."""


class WrongDate(NamedTuple):
    """A date of a text that there is not: where it begins, as it was typed, what is wrong, and what to write."""

    start: int
    typed: str
    message: Text
    hint: Text


class _Names(NamedTuple):
    """The names of weekdays and months of a language, in small letters, with their numbers, and what finds dates."""

    weekdays: dict[str, int]
    months: dict[str, int]
    dated: re.Pattern[str]
    day_alone: re.Pattern[str]


def wrong_dates(text: str, language: str) -> Iterator[WrongDate]:
    """Find such dates in English or in the language of a handbook, with a year, or of a day that no year has."""
    if not _MAY_SAY.search(text):
        return
    told = set[int]()
    for names in map(_names, dict.fromkeys(("en", language))):
        for found in names.dated.finditer(text):
            if found.start() not in told and (wrong := _with_year(found, names)):
                told.add(found.start())
                yield wrong
        for found in names.day_alone.finditer(text):
            month, day = names.months[_folded(found["month"])], int(found["day"])
            last = calendar.monthrange(2024, month)[1]
            if day > last and not any(found.start("day") in range(at, at + 40) for at in told):
                told.add(found.start())
                yield _no_such_day(found.start("day"), found[0], found["month"], last)


def nearest_day(date: dt.date, weekday: int) -> dt.date:
    """Give the day of a weekday, 0 for Monday, that is nearest to a date."""
    return min((date + dt.timedelta(days) for days in range(-3, 4)), key=lambda day: day.weekday() != weekday)


def _with_year(found: re.Match[str], names: _Names) -> WrongDate | None:
    """Give what is wrong with a weekday and the date behind it; None of a right one, and of one long ago."""
    number = found["number"]
    month = int(number) if number else names.months[_folded(found["month"] or found["before"])]
    day, year = (
        int(found["day"] or found["last"] or found["dotted"]),
        int(found["year"] or found["whole"] or found["of"]),
    )
    if year < _FIRST_YEAR or not 1 <= month <= len(calendar.month_name) - 1:
        return None
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return _no_such_day(found.start(), found[0], found["month"] or found["before"] or number, last)
    date = dt.date(year, month, day)
    said = names.weekdays[_folded(found["weekday"])]
    if date.weekday() == said:
        return None
    right = next(name for name, one in names.weekdays.items() if one == date.weekday())
    if found["weekday"][:1].isupper():
        right = right.capitalize()
    near = nearest_day(date, said)
    message = say("{date} is not a {weekday}", date=date.isoformat(), weekday=found["weekday"])
    hint = say("write `{weekday}`, or another day, such as the {day}", weekday=right, day=near.isoformat())
    return WrongDate(found.start(), found[0], message, hint)


def _no_such_day(start: int, typed: str, month: str, last: int) -> WrongDate:
    message = say("there is no such day: ‘{typed}’", typed=" ".join(typed.split()))
    return WrongDate(start, typed, message, say("the last day of {month} is the {last}", month=month, last=last))


def _folded(name: str) -> str:
    return name.casefold().rstrip(".")


@cache
def _names(language: str) -> _Names:
    locale = locale_of(language)
    weekdays = {_folded(name): day for day, name in locale.days["format"]["wide"].items()}
    months = {_folded(name): month for month, name in locale.months["format"]["wide"].items()}
    if language == "en":
        weekdays |= {name[:3]: day for name, day in weekdays.items()}
        months |= {name[:3]: month for name, month in months.items() if name != "may"}
    a_day, a_month = _one_of(weekdays), _one_of(months)
    number, year = r"(?:st|nd|rd|th|\.|º|er)?", r"(?:,? ?|\.? (?:de |del )?)"
    dated = re.compile(
        rf"(?<![\w])(?P<weekday>{a_day})\.?,? (?:the |den |le |el |dem )?(?:"
        rf"(?P<day>\d{{1,2}}){number} (?:of |de )?(?P<month>{a_month})\.?{year}(?P<year>\d{{4}})"
        rf"|(?P<before>{a_month})\.? (?P<last>\d{{1,2}}){number},? (?P<whole>\d{{4}})"
        rf"|(?P<dotted>\d{{1,2}})\. ?(?P<number>\d{{1,2}})\. ?(?P<of>\d{{4}}))(?!\d)",
        re.I,
    )
    day_alone = re.compile(rf"(?<![\w.,:/-])(?P<day>29|3[01]){number} (?:of |de )?(?P<month>{a_month})(?!\w)", re.I)
    return _Names(weekdays, months, dated, day_alone)


def _one_of(names: dict[str, int]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
