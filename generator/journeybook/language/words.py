"""Words, dates and numbers in the handbook's language."""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from journeybook.language.direction import Direction, direction_of
from journeybook.language.labels import LABELS
from journeybook.language.locales import locale_of, span_text
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import Days, Length, Span
from journeybook.model.group import Group
from journeybook.model.views import VIEWS
from journeybook.problems import Text

LOCALE_FOLDER = Path(__file__).parent.parent / "locale"


class Words:
    """Everything that a reader reads and no author wrote, in one language; English where a catalogue has no entry."""

    def __init__(self, language: str, folder: Path = LOCALE_FOLDER) -> None:
        self.language = language
        self.locale = locale_of(language)
        codes = [str(self.locale), self.locale.language]
        self.catalogue = gettext.translation("journeybook", folder, codes, fallback=True)

    @property
    def page(self) -> str:
        """The language of the pages on which these words stand."""
        return self.language

    @property
    def direction(self) -> Direction:
        """The direction of those pages."""
        return direction_of(self.page)

    def __call__(self, text: str, **values: object) -> str:
        """Say a text of the message catalogue, with its `{names}` filled."""
        translated = self.catalogue.gettext(text)
        return translated.format(**values) if values else translated

    def many(self, one: str, other: str, number: int, **values: object) -> str:
        """Say a text that depends on a number, which fills `{number}`."""
        translated = self.catalogue.ngettext(one, other, number)
        return translated.format(number=self.number(number), **values)

    def text(self, text: Text) -> str:
        """Say a sentence of a problem."""
        return self.catalogue.gettext(text.template).format(**dict(text.values))

    def label(self, key: str) -> str:
        """Give the word for a choice such as `in_person`; a key that is no choice is its own word."""
        return self(LABELS[key]) if key in LABELS else key

    def view(self, key: str) -> str:
        """Give the name of a view such as `map`."""
        return self(VIEWS[key].label.template)

    def first(self, text: str) -> str:
        """Give a text with a capital at its start."""
        return text[:1].upper() + text[1:]

    def listing(self, items: Sequence[str]) -> str:
        """Join items with commas and an “and”."""
        return format_list(list(items), locale=self.locale)

    def date(self, date: dt.date) -> str:
        """Say a date, such as 14 January 2027."""
        return format_date(date, "long", locale=self.locale)

    def weekday(self, date: dt.date) -> str:
        """Say a day of the week, such as Thursday."""
        return format_date(date, "EEEE", locale=self.locale)

    def clock(self, time: dt.time) -> str:
        """Say a time of day with 24 hours, such as 09:30."""
        return format_time(time, "HH:mm", locale=self.locale)

    def number(self, number: float) -> str:
        """Say a number with the language's separators."""
        return _decimal(number, self.locale)

    def minutes(self, minutes: int) -> str:
        """Say minutes as 45 min, 2 h, 1 h 30 min."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self("{minutes} min", minutes=rest)
        if not rest:
            return self("{hours} h", hours=hours)
        return self("{hours} h {minutes} min", hours=hours, minutes=rest)

    def duration(self, duration: Duration) -> str:
        """Say a duration as it is written; else as 45 min, 45–60 min, 1 h 30 min–2 h, 2 h or more, 3 days.

        Nothing where it is only a note.
        """
        if duration.written:
            return self.figures(duration.written)
        low, high = duration.min, duration.max
        if low is None:
            return ""
        if high is None:
            return self("{least} or more", least=self.length(low))
        if isinstance(low, int) and isinstance(high, int) and low < 60 and low < high < 120:
            return self("{low}–{high} min", low=low, high=high)
        return self.length(low) if low == high else self("{low}–{high}", low=self.length(low), high=self.length(high))

    def length(self, length: Length) -> str:
        """Say minutes as 1 h 30 min, days as 2 days, 1 week."""
        return self.minutes(length) if isinstance(length, int) else self.days(length)

    def days(self, days: Days) -> str:
        """Say days, weeks, months or years."""
        return format_unit(days.number, f"duration-{days.unit}", locale=self.locale)

    def span(self, span: Span) -> str:
        """Say a calendar span as the author wrote it, and P2W as 2 weeks."""
        return span_text(span, self.language)

    def group(self, group: Group) -> str:
        """Say a number of people as 12, 1–12, 4 or more; nothing where it is not counted."""
        if not group.is_counted:
            return ""
        if group.max is None:
            return self("{least} or more", least=group.min)
        return str(group.min) if group.min == group.max else self("{low}–{high}", low=group.min, high=group.max)

    def score(self, score: int) -> str:
        """Say a feeling's score with its sign: +2, 0, −1."""
        return f"+{score}" if score > 0 else f"−{-score}" if score < 0 else "0"

    def figures(self, text: str) -> str:
        """Give an author's text that may have figures in it; as it is, but on pages that mark them."""
        return text

    def elapsed(self, minutes: int) -> str:
        """Say the minutes since the start as 0:45."""
        return f"{minutes // 60}:{minutes % 60:02d}"


@lru_cache(maxsize=1000)
def _decimal(number: float, locale: Locale) -> str:
    return format_decimal(number, locale=locale)
