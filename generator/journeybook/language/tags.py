"""Which tags of languages there are, and which one was meant by one that is none."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global


def is_tag(tag: str) -> bool:
    """Tell whether the language and the country of a tag exist; of languages with three letters nobody has all."""
    language, country = _parts(tag)
    languages, countries = _known()
    return (len(language) != 2 or language in languages) and (not country or country in countries)


def meant_tag(tag: str) -> str | None:
    """Give the tag that was meant by one that is none: `en-GB` for `en-UK` and for `gb`; None where nobody can say."""
    language, country = _parts(tag)
    languages, countries = _known()
    if language in languages or len(language) != 2:
        other = _other_name(country)
        return f"{language}-{other}" if other in countries else language
    code = _other_name(language.upper())
    likely = str(get_global("likely_subtags").get(f"und_{code}", "en"))
    return f"{likely.partition('_')[0]}-{code}" if code in countries else None


def _parts(tag: str) -> tuple[str, str]:
    language, *rest = re.split("[-_]", tag)
    return language.lower(), next((part.upper() for part in rest if len(part) == 2), "")


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    english = Locale("en")
    return frozenset(english.languages) | frozenset(get_global("language_aliases")), frozenset(english.territories)


def _other_name(country: str) -> str:
    """Give the code of a country that has had another one, such as GB for UK."""
    return str(next(iter(get_global("territory_aliases").get(country, ())), country))
