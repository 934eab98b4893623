"""The tag of a language, such as `de`, out of whatever somebody calls it."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers

_NEAR = 0.8  # names of languages are alike: Klingon is not Kaingang


def is_tag(language: str) -> bool:
    """Tell whether dates and numbers can be said in this language, such as `de` or `en-US`."""
    return _parsed(language) is not None


def tag_of(language: str, known: Collection[str] | None = None) -> str | None:
    """Give the tag among those `known` that somebody meant who wrote `german`, `Deutsch`, `de-DE` or `cz`.

    Without any known, those that Babel knows. None where nothing is near.
    """
    tags = set(known) if known is not None else {tag.replace("_", "-") for tag in locale_identifiers()}
    by_fold = {tag.casefold(): tag for tag in tags}
    typed = language.strip().replace("_", "-").casefold()
    if typed in by_fold:
        return by_fold[typed]
    names = {name: tag for tag in sorted(tags, reverse=True) for name in _names(tag)}
    if found := names.get(typed):
        return found
    main = typed.partition("-")[0]
    if main != typed and main in by_fold:
        return by_fold[main]
    if len(main) == 2 and (spoken := next((one for one in _spoken(main) if one in by_fold), None)):
        return by_fold[spoken]
    near = get_close_matches(typed, names, n=1, cutoff=_NEAR) if len(typed) > 3 else []
    if near:
        return names[near[0]]
    wider = tag_of(typed) if known is not None else None  # Norwegian is `no`, of which `nb` is one
    return tag_of(wider, known) if wider and wider.casefold() != typed else None


def _parsed(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _names(tag: str) -> list[str]:
    """Give what a language is called in English, and in itself where it has a tag of one part: that takes time."""
    locale, languages = _parsed(tag), Locale("en").languages
    if locale is None:
        return []
    found = [languages.get(tag.replace("-", "_"))]
    if "-" not in tag:
        found += [languages.get(locale.language), locale.get_display_name()]
    return [name.casefold() for name in found if name]


def _spoken(territory: str) -> tuple[str, ...]:
    """Give the languages of a country, for people who write `cz` where the tag is `cs`."""
    return get_official_languages(territory.upper(), de_facto=True)
