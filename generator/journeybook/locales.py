"""Languages as Babel knows them."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language tag such as `de` or `en-US`; British English where there is none."""
    if language == "en":  # the catalogue's own English
        language = "en_GB"
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
