"""Guess which number somebody meant who wrote what is none: a word, a face, a unit, or separators."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_GROUPED = r"\d{1,3}(?:(?P<mark>[.,'’ \u00a0\u202f])\d{3})(?:(?P=mark)\d{3})*(?!\d)"
_NUMBER = re.compile(rf"(?P<sign>[-−–+]?)(?:(?P<grouped>{_GROUPED})|(?P<plain>\d+(?:[.,]\d+)?))")
_MULTIPLES = {"k": 10**3, "tsd": 10**3, "thousand": 10**3, "mio": 10**6, "million": 10**6}
_MANY = re.compile(rf"({'|'.join(_MULTIPLES)})\b\.?", re.I)
_SIGNS = re.compile(r"\++|[-−–]+")
MOST = 10**15
MOST_STEPS = 5
"""A range of so many numbers at most is a scale, on which words have a place."""
_WORDS = {
    0.0: "very bad|very low|very poor|terrible|awful|none|minimal|lowest|worst|trivial|negligible",
    0.25: "bad|low|poor|negative|sad|mild|minor|small|slight|light|little|noticeable|easy",
    0.5: "medium|middle|moderate|neutral|ok|okay|average|normal|mixed|serious|so-so",
    0.75: "good|high|positive|happy|strong|severe|major|big|large|much|hard",
    1.0: "very good|very high|great|excellent|best|highest|critical|extreme|maximum|perfect|very strong|very hard",
}
_SIGNED = re.compile(
    r"(?P<words>[^\d()]*[^\W\d][^\d()]*?)\s*(?:\((?P<bracketed>[-−–+][0-9]|[0-2])\)|(?<=\s)(?P<bare>[-−–+][0-9]))"
)
_SIGN_FIRST = re.compile(
    r"(?:\((?P<bracketed>[-−–+][0-9])\)|(?P<bare>[-−–+][0-9]))[ \t]*[ \t:,.=|–—-][ \t]*(?P<words>[^\W\d_].*)"
)
_EMOTICONS = {":(": 0.25, ":[": 0.25, ":'(": 0.0, ":/": 0.25, ":)": 0.75, ":]": 0.75, ";)": 0.75, ":d": 1.0, "<3": 1.0}
_FACES = {
    0.0: "POUTING FACE|LOUDLY CRYING|ANGRY|SCREAMING|SYMBOLS OVER MOUTH|BROKEN HEART",
    0.25: "CRYING|FROWN|PENSIVE|DISAPPOINTED|WORRIED|CONFUSED|SAD|WEARY|TIRED|PERSEVERING|THUMBS DOWN|ANGUISHED",
    0.5: "NEUTRAL FACE|EXPRESSIONLESS|THINKING|WITHOUT MOUTH|STRAIGHT MOUTH",
    1.0: "GRINNING|GRIN|JOY|LAUGH|HEART|STAR-STRUCK|SMILING FACE WITH OPEN|PARTY|BEAMING",
    0.75: "SMIL|RELIEVED|THUMBS UP|WINKING",
}
"""Parts of the names that Unicode gives to faces, those that decide first."""


_FACE_AT_AN_END = (
    re.compile(r"(?P<face>[^\w\s]+)\s*(?P<words>\w.*)"),
    re.compile(r"(?P<words>.*[\w.!?])\s*(?P<face>[^\w\s.!?]+)"),
    re.compile(r"(?P<words>.*\w)\s+(?P<face>:-?D)"),
)


class MeantNumber(NamedTuple):
    """A number that may have been meant, as it is written, and the `unit` that stood behind it."""

    number: str
    unit: str = ""


def meant_number(text: str, low: int | None, high: int | None) -> MeantNumber | None:
    """Give the number from `low` to `high` that a text most likely means, or None."""
    found = _of(text, high) or _spelt(text.casefold()) or _with_unit(text)
    if found is None and low is not None and high is not None and high - low < MOST_STEPS:
        found = _on_scale(text, low, high)
    if found is None or found.number == text or not _is_in(float(found.number), low, high):
        return None
    return found


def score_in(label: str) -> MeantNumber | None:
    """Give the score from -2 to 2 that stands in the words of a feeling, and the words; None without one.

    `Torn (-1)`, `Glad +2`, `-1 Torn`, `:-(` and a face have one, a face beside words as well; a number without a sign
    may count anything, and 0 says nothing.
    """
    if behind := _SIGNED.fullmatch(label) or _SIGN_FIRST.fullmatch(label):
        number = int(re.sub("[−–]", "-", behind["bracketed"] or behind["bare"]))
        return MeantNumber(str(max(-2, min(2, number))), behind["words"].strip(" ,:–—-"))
    place, words = _face_beside(label)
    if place is None:
        place = _emoticon(label.replace(" ", ""))
    if place is None and not re.search(r"\w", label):
        place = _place(label)
    score = round((place if place is not None else 0.5) * 4 - 2)
    return MeantNumber(str(score), words) if score else None


def _emoticon(word: str) -> float | None:
    return _EMOTICONS.get(word.replace("-", "").replace("^", "").casefold())


def _face_beside(label: str) -> tuple[float | None, str]:
    """Give the place of a face before or behind words, and the words; hearts and the like may be ornaments there."""
    for found in filter(None, (ends.fullmatch(label) for ends in _FACE_AT_AN_END)):
        face = found["face"]
        names = " ".join(unicodedata.name(sign, "") for sign in face)
        place = _place(face) if re.search(r"\bFACE\b|\bTHUMBS\b", names) else _emoticon(face) if face != "<3" else None
        if place is not None:
            return place, found["words"].strip(" ,:–—-")
    return None, ""


def _is_in(number: float, low: int | None, high: int | None) -> bool:
    return abs(number) < MOST and (low is None or number >= low) and (high is None or number <= high)


def _of(text: str, high: int | None) -> MeantNumber | None:
    """Read `3/5` and `3 out of 5` on a scale to 5."""
    found = re.fullmatch(r"([-−+]?\d{1,3})\s*(?:/|of|out of|von|sur)\s*(\d{1,3})", text.strip(), re.I)
    is_scale = found is not None and high is not None and int(found[2]) == high
    return MeantNumber(str(int(found[1].replace("−", "-")))) if found and is_scale else None


def _spelt(text: str) -> MeantNumber | None:
    return MeantNumber(str(_SMALL.index(text) + 1)) if text in _SMALL else None


def _with_unit(text: str) -> MeantNumber | None:
    """Read the one number of a text such as `70 %`, `12,400` or `about 12 people`, and what stands behind it."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    one = found[0]
    figures = one["plain"].replace(",", ".") if one["plain"] else re.sub(r"\D", "", one["grouped"])
    number = float(figures) * (-1 if one["sign"] in ("-", "−", "–") else 1)
    unit = text[one.end() :].strip()
    if many := _MANY.match(unit):
        number, unit = number * _MULTIPLES[many[1].casefold()], unit[many.end() :].strip()
    return MeantNumber(f"{number:.6f}".rstrip("0").rstrip("."), unit)


def _on_scale(text: str, low: int, high: int) -> MeantNumber | None:
    if _SIGNS.fullmatch(text):
        sign = 1 if text.startswith("+") else -1
        return MeantNumber(str(sign * len(text))) if low < 0 else None
    place = _place(text)
    return None if place is None else MeantNumber(str(low + round(place * (high - low))))


def _place(text: str) -> float | None:
    """Give the place of a word or a face on a scale, from 0 to 1."""
    word = text.casefold().strip(" .!")
    for place, words in _WORDS.items():
        if word in words.split("|"):
            return place
    names = " ".join(unicodedata.name(letter, "") for letter in text if unicodedata.category(letter) == "So")
    return next((place for place, parts in _FACES.items() if names and re.search(parts, names)), None)
