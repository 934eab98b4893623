"""Languages as Babel knows them."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from journeybook.model.duration_forms import Span


@cache
def locale_of(language: str) -> Locale:
    """Give the locale of a language tag such as `de` or `en-US`; British English where there is none."""
    if language == "en":  # the catalogue's own English
        language = "en_GB"
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def span_text(span: Span, language: str) -> str:
    """Say a calendar span as the author wrote it, and P2W as 2 weeks."""
    if span.iso is None:
        return span.text
    number, unit = span.iso
    return format_unit(number, f"duration-{unit}", locale=locale_of(language))
