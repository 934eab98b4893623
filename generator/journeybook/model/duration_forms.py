"""How long things take: minutes or days for work in a room, spans for the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering

from journeybook.model.amounts import BETWEEN, NUMBER, Amount, Bound, amount, normal, number

MINUTE_FORMS = "45, 45 min, 2 h, 1 h 30 min, half an hour, PT45M"
DURATION_FORMS = "45 min, 1 h 30 min, 45–60 min, 2+ hours, up to 30 min, about 40 min, half an hour, 2–3 days"
HOURS = r"(?:hours?|hrs?|h|stunden?|std|heures?|horas?|時間|小时|小時|시간)\.?"
"""The names of an hour as a regular expression, in small letters."""
_MINUTES = r"(?:minut(?:e[sn]?|os?)|mins?|m|['’′]|分間|分钟|分鐘|分|분)\.?"
_LONG = {
    "day": r"days?|d|tage?n?|jours?|d[ií]as?|日間|日|天|일",
    "week": r"weeks?|wks?|w|wochen?|semaines?|semanas?|週間|周|週|주",
    "month": r"months?|monate?n?|mois|mes(?:es)?|か月|ヶ月|カ月|个月|個月|개월",
    "year": r"years?|yrs?|年|년",
}
_ONE = re.compile(rf"(?:(?P<h>{NUMBER})\s*{HOURS})?(?:(?:\s*,|\s+and)?\s*(?P<m>\d{{1,4}})\s*(?:{_MINUTES})?)?")
_ISO = re.compile(r"pt(?:(?P<h>\d{1,3})h)?(?:(?P<m>\d{1,4})m)?")
_DAYS_ONE = {unit: re.compile(rf"(?P<n>{NUMBER})\s*(?:{words})") for unit, words in _LONG.items()}
_UNIT = re.compile(rf"(?:{HOURS}|{_MINUTES}|{'|'.join(_LONG.values())})$")
_HYPHEN = re.compile(r"(?<=\w)-(?=(?:hour|min|day|week|month|year))")
_IN_FIGURES = (
    (re.compile(r"(?<![\d.,/])([1-9]\d?)\s?[-–]\s?([13]/[24]|[¼½¾])(?=\s?[^\W\d])"), r"\1 \2"),  # 1-1/2 hours
    (re.compile(r"(?<=[\d¼½¾] )(?:full|whole) (?=(?:hour|day|week|month|year)s?\b)"), ""),
    (re.compile(r"\b(?:the )?(?:full|whole|all) (?=(?:hour|day|week|month|year)\b)"), "1 "),
    (re.compile(rf"({NUMBER})\s?(時間|小时|小時|시간)\s?(?:半|반)"), r"\1½\2"),
    (re.compile(r"(?:半|반)\s?(?=時間|小时|小時|시간|日|天)"), "½"),
    (re.compile(rf"\b({NUMBER})\s*((?:hour|day|week|month|year)s?) and 1 half\b"), r"\1½ \2"),
    (re.compile(rf"\b({NUMBER}) and 1 half\b"), r"\1½"),
    (re.compile(r"(?:(?<!\d )\b1 |(?<!\d ))\bhalf (?:of )?(?:1 )?(?=hour|day|week|month|year)"), "½ "),
    (re.compile(r"\b(?:3|the 3)[ -]quarters of 1 (?=hour)"), "¾ "),
    (re.compile(r"(?:(?<!\d )\b1 |(?<!\d ))\bquarter (?:of 1 |1 )?(?=hour)"), "¼ "),
)
_POINTED = re.compile(rf"(?P<h>\d{{1,2}})[.,](?P<m>[0-5]\d)(?=\s*(?:{HOURS}|[-–—]|to\b))", re.I)
_DECIMALS = ("00", "25", "50")
"""Two digits behind a point that are a part of an hour and no minutes."""
_SURELY_MINUTES = 15
"""So many hours nobody means with a bare number."""
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_WORDS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_SPAN = re.compile(r"(?P<min>\d{1,4})(?:\s*(?:–|—|-|to)\s*(?P<max>\d{1,4}))?\s*(?P<unit>day|week|month|year)s?", re.I)
_ISO_SPAN = re.compile(r"P(?P<n>\d{1,4})(?P<unit>[DWMY])", re.I)


@total_ordering
@dataclass(frozen=True, slots=True)
class Days:
    """A time of days, weeks, months or years, which has no minutes: nobody knows how many of a day are work.

    A month counts 30 days and a year 365: enough to compare.
    """

    number: float
    unit: str = "day"

    @property
    def days(self) -> float:
        """The number of days."""
        return self.number * _DAYS[_WORDS[self.unit]]

    def __lt__(self, other: object) -> bool:
        return self.days < other.days if isinstance(other, Days) else NotImplemented

    def __str__(self) -> str:
        return f"{self.number:g} {self.unit}{'' if self.number == 1 else 's'}"


Length = int | Days
"""Minutes, or days; every number of days is more than any of minutes."""


def is_less(one: Length, other: Length) -> bool:
    """Tell whether one time is shorter than another."""
    if isinstance(one, Days) or isinstance(other, Days):
        return one < other if isinstance(one, Days) and isinstance(other, Days) else isinstance(other, Days)
    return one < other


@dataclass(frozen=True, slots=True)
class Times:
    """What a text says of a duration: the least, the most (None: open), and whether that is rough."""

    min: Length
    max: Length | None
    about: bool = False


def parse_minutes(text: str) -> int | None:
    """Read the whole minutes of `45`, `45 min`, `2 h`, `1 h 30 min`, `1½ h`, `PT1H30M`; None for anything else."""
    found = parse_length(text)
    return found if isinstance(found, int) else None


def parse_length(text: str) -> Length | None:
    """Read one time: the minutes of all that `parse_minutes` reads, or the days of `2 days`, `1 week`, `P2W`."""
    return _length(_spelt(text))


def parse_duration(text: str) -> Times | None:
    """Read a duration: one time or a range, `2+ hours`, `up to 30 min`, `about 40 min`; None for anything else.

    What has no least begins with a minute, or with a day where it is said in days. A bare number is minutes only where
    nothing else is said, or where it is rough and too much for hours: whoever writes `2+` or `~6` may mean hours.
    """
    said = None if two_meanings(text) else amount(_spelt(text))
    return None if said is None or _lacks_unit(said) else _read(said)


def two_meanings(text: str) -> tuple[str, str] | None:
    """Give what `1.30 h` may be, with minutes behind the point and as a decimal number; None where it is clear.

    Nobody writes `1.25 h` or `1.50 h` for anything but parts of an hour.
    """
    found = _POINTED.search(text) if re.search(HOURS, text, re.I) else None
    if found is None or found["m"] in _DECIMALS:
        return None
    clock, tenths = (int(found["h"]) * 60 + int(found["m"]), int(found["h"]) * 60 + round(int(found["m"]) * 0.6))
    return usual(clock, clock), usual(tenths, tenths)


def longest(text: str) -> int | None:
    """Give the most minutes of a duration that `parse_duration` reads, or whose figures lack a unit; None without."""
    said = amount(_spelt(text))
    times = _read(said) if said else None
    return times.max if times and isinstance(times.max, int) else None


def total(text: str) -> int | None:
    """Give the minutes of several times that are added, such as `5 min + 40 min`; None for all else."""
    parts = [parse_minutes(part) for part in text.split("+")]
    return sum(part or 0 for part in parts) if len(parts) > 1 and all(parts) else None


def _lacks_unit(said: Amount) -> bool:
    """Tell whether a bare number may mean something else than minutes."""
    figures = said.high.strip()
    if not figures.isdigit() or (said.bound is Bound.NONE and not said.about):
        return False
    return said.bound is not Bound.NONE or int(figures) < _SURELY_MINUTES


def _read(said: Amount) -> Times | None:
    unit = _UNIT.search(said.high)
    alone = unit and number(said.low) is not None  # in `1–2 h` the unit stands once and means both
    low, high = _length(said.low + unit[0] if unit and alone else said.low), _length(said.high)
    return None if low is None or high is None else _times(said, low, high)


def usual(low: int, high: int) -> str:
    """Write minutes as pages say them in English: 45 min, 45–60 min, 1 h 30 min–2 h."""
    if low == high:
        hours, rest = divmod(low, 60)
        return " ".join(part for part in (f"{hours} h" * bool(hours), f"{rest} min" * bool(rest)) if part)
    if low < 60 and high < 120:
        return f"{low}–{high} min"
    return f"{usual(low, low)}–{usual(high, high)}"


def _times(said: Amount, low: Length, high: Length) -> Times:
    match said.bound:
        case Bound.AT_LEAST | Bound.OVER:
            return Times(low, None, said.about)
        case Bound.UNDER if isinstance(high, Days) and high.days == 1:
            return Times(1, None, said.about)  # minutes, and nobody knows how many
        case Bound.AT_MOST | Bound.UNDER:
            least: Length = min(Days(1), high) if isinstance(high, Days) else min(1, high)
            return Times(least, high, said.about)
        case _:
            return Times(low, high, said.about)


def _spelt(text: str) -> str:
    """Give a text in its normal form, halves and quarters in figures."""
    found = _HYPHEN.sub(" ", normal(text))
    for words, figures in _IN_FIGURES:
        found = words.sub(figures, found)
    return found


def _length(text: str) -> Length | None:
    text = text.strip()
    if iso := _ISO_SPAN.fullmatch(text):
        unit = next(word for word, letter in _WORDS.items() if letter == iso["unit"].upper())
        return Days(int(iso["n"]), unit)
    for unit, pattern in _DAYS_ONE.items():
        if (found := pattern.fullmatch(text)) and (count := number(found["n"])) is not None:
            return Days(int(count) if count.denominator == 1 else float(count), unit)
    return _minutes(text)


def _minutes(text: str) -> int | None:
    match = _ISO.fullmatch(text) or _ONE.fullmatch(text)
    if not match or not (match["h"] or match["m"]):
        return None
    minutes = (number(match["h"] or "0") or Fraction(0)) * 60 + int(match["m"] or 0)
    return int(minutes) if minutes.denominator == 1 else None


def parse_range(text: str) -> tuple[int, int] | None:
    """Read the least and most of `12`, `1–12`, `1-12`, `1 to 12`; None for anything else."""
    parts = BETWEEN.split(text.strip().casefold())
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
        count, unit = int(iso["n"]), iso["unit"].upper()
        word = next(word for word, letter in _WORDS.items() if letter == unit)
        return Span(text, count * _DAYS[unit], (count, word))
    if said := _SPAN.fullmatch(text):
        return Span(text, int(said["max"] or said["min"]) * _DAYS[_WORDS[said["unit"].lower()]])
    return Span(text)
