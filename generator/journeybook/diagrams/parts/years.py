"""An axis of years below the vision: where each dated stage stands in time, as far as dates can be read in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from babel.dates import get_month_names

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import LABEL, NUMBER
from journeybook.diagrams.parts.scene import Scene
from journeybook.language.locales import locale_of
from journeybook.problems import say
from journeybook.text.font import SLACK, width

_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")
_MONTH = re.compile(r"(?<!\d)[12]\d{3}-(0[1-9]|1[0-2])(?!\d)|(?<!\d)(0?[1-9]|1[0-2])[./][12]\d{3}(?!\d)")
_QUARTER = re.compile(r"\bQ([1-4])\b", re.IGNORECASE)
_MIDDLE = 0.5  # of a year, where a date says no more than that
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MOST_YEARS = 6  # that are named: so many fit on a phone
_RADIUS, _TICK, _GAP = 10, 5, 24  # pixels: of a mark, of a tick, between the middles of two marks


def _date_in(text: str, language: str) -> float | None:
    """Read a date as years since year 0, with the month where it says one; None where there is no year in it."""
    year = _YEAR.search(text)
    if not year:
        return None
    if found := _MONTH.search(text):
        return int(year[1]) + (int(found[1] or found[2]) - 0.5) / 12
    if found := _QUARTER.search(text):
        return int(year[1]) + (int(found[1]) - 0.5) / 4
    month = _named_month(text, language)
    return int(year[1]) + ((month - 0.5) / 12 if month else _MIDDLE)


def _named_month(text: str, language: str) -> int:
    """Give the number of the month that a text names in its language; 0 where it names none."""
    words = {word.casefold() for word in re.findall(r"[^\W\d]+", text)}
    for wide in ("wide", "abbreviated"):
        for number, name in get_month_names(wide, "format", locale_of(language)).items():
            if name.casefold().rstrip(".") in words:
                return int(number)
    return 0


def dates(scene: Scene) -> list[tuple[int, float]]:
    """Give the places of dated stages, with their dates in years; empty where these cannot be read, or not in order."""
    stages = scene.journey.stages
    told = [(place, _date_in(s.date, scene.language)) for place, s in enumerate(stages) if s.date]
    found = [(place, date) for place, date in told if date is not None]
    in_order = all(a[1] <= b[1] for a, b in pairwise(found))
    years = {floor(date) for _, date in found}
    return found if len(found) == len(told) and in_order and len(years) > 1 else []


@dataclass(frozen=True, slots=True)
class YearAxis:
    """The axis from `first` to `last`, whole years; `named` ones have their number below a tick."""

    scene: Scene
    dates: Sequence[tuple[int, float]]
    first: int
    last: int
    named: Sequence[int]

    def texts(self) -> str:
        """Say the axis in words."""
        return " ".join([self.heading, *map(str, self.named)])

    @property
    def heading(self) -> str:
        """What stands before the years."""
        return self.scene.say(say("Years"))

    def x(self, date: float, wide: float) -> float:
        """Give where a date stands, in a drawing so wide; the heading stands before all of them."""
        left = width(self.heading, LABEL) * SLACK + 16
        half = width("0000", LABEL) * SLACK / 2
        return left + half + (wide - left - 2 * half) * (date - self.first) / (self.last - self.first)

    def _levels(self, wide: float) -> list[int]:
        """Give how many marks each one stands above: marks that would touch are stacked."""
        ends: list[float] = []
        found = []
        for _, date in self.dates:
            x = self.x(date, wide)
            level = next((level for level, end in enumerate(ends) if x - end >= _GAP), len(ends))
            ends[level : level + 1] = [x]
            found.append(level)
        return found

    def height(self, wide: float) -> float:
        """Give its height in pixels."""
        return self._line(wide) + _TICK + LABEL.line + 2

    def _line(self, wide: float) -> float:
        return (max(self._levels(wide)) + 1) * _GAP + 4

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw it from y down, as wide as the drawing."""
        wide, line = canvas.width, y + self._line(canvas.width)
        start, end = self.x(self.first, wide), self.x(self.last, wide)
        canvas.text(0, line - LABEL.line / 2, [self.heading], LABEL, "jd-muted")
        ticks = [(self.x(year, wide), line + down) for year in self.named for down in (0, _TICK, 0)]
        canvas.outline([(start, line), *ticks, (end, line)], "jd-axis", closed=False)
        for year in self.named:
            x = self.x(year, wide)
            canvas.text(x, line + _TICK + 1, [str(year)], LABEL, "jd-muted jd-year", "middle")
        for (place, date), level in zip(self.dates, self._levels(wide), strict=True):
            at = line - _RADIUS - 4 - level * _GAP
            looks = f"jd-dated {self.scene.colour(place)}"
            canvas.disc(self.x(date, wide), at, _RADIUS, looks, str(self.scene.nth(place)), NUMBER)


def years(scene: Scene) -> YearAxis | None:
    """Give the axis of a journey's years; None where its dates have none that can be read in order."""
    found = dates(scene)
    if not found:
        return None
    first, last = floor(found[0][1]), ceil(found[-1][1])
    step = next(step for step in _STEPS if last // step - -(-first // step) < _MOST_YEARS)
    named = [year for year in range(first, last + 1) if year % step == 0]
    return YearAxis(scene, found, first, last, named)
