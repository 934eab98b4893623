"""The quotation marks of languages, as the Unicode CLDR lists them (“Quotation marks”, release 46)."""

from __future__ import annotations

_MARKS = {
    "“”": "en am bn bo fil gu he hi id kn ko ml mr ms pa pt ta te th tr vi zh",
    "„“": "bg cs de et is ka lt mk sk sl sq",
    "„”": "hr hu nl pl ro sr",
    "”“": "ar",
    "””": "fi sv",
    "«»": "ca da el es eu fa hy it nb nn no pt-pt ru uk",
    "«\u00a0\u00a0»": "fr",
    "「」": "ja zh-hant zh-tw zh-hk",
}
_BY_LANGUAGE = {language: marks for marks, languages in _MARKS.items() for language in languages.split()}
_KNOWN = "\"'“”„‘’‚«»‹›「」『』"


def quoted(text: str, language: str) -> str:
    """Put a text between the quotation marks of a language (a tag such as `de-AT`; those of English where unknown).

    A text that stands between marks of its author's is left as it is.
    """
    if len(text) > 1 and text[0] in _KNOWN and text[-1] in _KNOWN:
        return text
    tag = language.lower().replace("_", "-")
    marks = _BY_LANGUAGE.get(tag) or _BY_LANGUAGE.get(tag.partition("-")[0]) or "“”"
    half = len(marks) // 2
    return f"{marks[:half]}{text}{marks[half:]}"
