"""The handbook's words on a page in some language: what is in another one is marked as such."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from journeybook.language.direction import direction_of
from journeybook.language.words import Words
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import Days, Span
from journeybook.pages.foreign import begin, is_marked, is_same, mark, mark_figures, runs_left

SOURCE = "en"
"""The language of texts that the message catalogue does not have."""


class PageWords(Words):
    """Words for pages in the language `page`; `foreign.settle` makes elements of their marks."""

    def __init__(self, words: Words, page: str) -> None:
        self.language, self.locale, self.catalogue = words.language, words.locale, words.catalogue
        self._page = page

    @property
    def page(self) -> str:
        """The language of the page."""
        return self._page

    def __call__(self, text: str, **values: object) -> str:
        """Say a text of the message catalogue with its `{names}` filled."""
        translated = self.catalogue.gettext(text)
        language = self._language(translated != text)
        if direction_of(language) != self.direction and self._is_plain(translated, values):
            return self._in_turn(translated, values, language)
        return self._said(super().__call__(text, **self._nested(values, language)), language)

    def many(self, one: str, other: str, number: int, **values: object) -> str:
        """Say a text that depends on a number, which fills `{number}`."""
        language = self._language(self.catalogue.ngettext(one, other, number) not in (one, other))
        return self._said(super().many(one, other, number, **self._nested(values, language)), language)

    def first(self, text: str) -> str:
        """Give a text with a capital at its start."""
        at = begin(text)
        return text[:at] + super().first(text[at:])

    def listing(self, items: Sequence[str]) -> str:
        """Join items with commas and an “and”."""
        language = self.language
        nested = [self._nested({"": item}, language)[""] for item in items] if len(items) > 1 else items
        found = super().listing([str(item) for item in nested])
        return self._said(found, language) if len(items) > 1 else self.figures(found)

    def date(self, date: dt.date) -> str:
        """Say a date, such as 14 January 2027."""
        return self._said(super().date(date), self.language)

    def weekday(self, date: dt.date) -> str:
        """Say a day of the week, such as Thursday."""
        return self._said(super().weekday(date), self.language)

    def duration(self, duration: Duration) -> str:
        """Say a duration as it is written, parted from letters that run the other way; else in words."""
        written = duration.written
        if written and self.direction == "rtl" and not runs_left(written):
            return mark(written)
        return super().duration(duration)

    def span(self, span: Span) -> str:
        """Say a calendar span as the author wrote it, and P2W as 2 weeks."""
        found = super().span(span)
        return self._said(found, self.language) if span.iso else self.figures(found)

    def days(self, days: Days) -> str:
        """Say days, weeks, months or years."""
        return self._said(super().days(days), self.language)

    def number(self, number: float) -> str:
        """Say a number with the language's separators."""
        return self.figures(super().number(number))

    def score(self, score: int) -> str:
        """Say a feeling's score with its sign: +2, 0, −1."""
        return self.figures(super().score(score))

    def figures(self, text: str) -> str:
        """Mark ranges and signed numbers in a text of an author's, so that they keep their order."""
        return mark_figures(text) if self.direction == "rtl" else text

    def _in_turn(self, translated: str, values: Mapping[str, Any], language: str) -> str:
        """Say a text of the other direction with an author's words in it, each part in the order of the page.

        As one text it would begin at its own side: on an Arabic page “if” would stand behind its condition.
        """
        found, run = "", ""
        for literal, name, _, _ in Formatter().parse(translated):
            run += literal
            if name is None:
                continue
            if not self._is_own(values[name]):
                run += str(values[name])
                continue
            found += self._apart(run, language) + mark(values[name], self._page)
            run = ""
        return found + self._apart(run, language)

    def _is_plain(self, translated: str, values: Mapping[str, Any]) -> bool:
        """Tell whether a text is words around an author's; signs such as quotation marks would lose their places."""
        bare = "".join(literal for literal, _, _, _ in Formatter().parse(translated))
        return any(map(self._is_own, values.values())) and bare.replace(" ", "").isalpha()

    def _apart(self, run: str, language: str) -> str:
        """Mark what stands between an author's words, its outer spaces left out."""
        bare = run.strip()
        return run.replace(bare, self._said(bare, language), 1) if bare else run

    def _language(self, translated: bool) -> str:
        return self.language if translated else SOURCE

    def _nested(self, values: Mapping[str, Any], language: str) -> dict[str, Any]:
        """Mark what authors wrote as in the page's language, inside of a text in another one."""
        if is_same(language, self._page):
            return dict(values)
        return {name: mark(value, self._page) if self._is_own(value) else value for name, value in values.items()}

    def _is_own(self, value: object) -> bool:
        """Tell whether a value is a text in the page's language; Latin letters on an Arabic page are none."""
        if not isinstance(value, str) or is_marked(value):
            return False
        return runs_left(value) if self.direction == "rtl" else _has_letters(value)

    def _said(self, text: str, language: str) -> str:
        if is_same(language, self._page) or not _has_letters(text):
            return self.figures(text)
        return mark(text, language)


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)
