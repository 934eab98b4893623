"""Amounts as people write them: one or a range, exact or rough, with an end or without: “up to 12”, “2+”, “1½”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

M = TypeVar("M")
NUMBER = r"(?:(?:\d{1,4}\s?)?[¼½¾⅓⅔]|(?:\d{1,2}\s)?[1-3]/[2-4]|\d{1,4}(?:[.,]\d{1,2})?|(?<!\d)[.,]\d{1,2})"
"""A number as a regular expression: 2, 1.5, 1,5, .5, 1½, 1 1/2."""
LONGEST = 100
"""The most characters of an amount."""
_FULL_WIDTH = {code + 0xFEE0: code for code in range(ord("!"), ord("~") + 1)} | {0x301C: "~"}
_PARTS = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_NAMES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NAMED = {name: value for value, name in enumerate(_NAMES, 1)}
_NAMED |= {ten: value for value, ten in zip(range(20, 100, 10), _TENS, strict=True)}
_NAMED |= {f"{ten}-{one}": _NAMED[ten] + _NAMED[one] for ten in _TENS for one in _NAMES[:9]}
_COUNTS = "|".join(sorted(_NAMED, key=len, reverse=True)).replace("-", "[ -]")
_NAME = re.compile(rf"\b({_COUNTS}|an?)\b(?=\s*\S)")  # a name alone counts nothing
_LAST_NAME = re.compile(rf"\b({_COUNTS})$")
_QUOTED = re.compile(r"[“„«‘\"'](.+)[”“»’\"']")
_DASH = r"(?:[-–—−‐‑~]|\bto\b)"
BETWEEN = re.compile(rf"\s*{_DASH}\s*")
"""What stands between the ends of a range, in small letters."""
_ENDS = re.compile(rf"\s*(?:{_DASH}|\bor\b|\bbis\b|\bà\b)\s*|(?<=\d)/(?=\d\d)")
_FROM_TO = re.compile(rf"from (?=.*{_DASH})")
_BOTH = re.compile(r"between (.+?) and (.+)")


class Bound(Enum):
    """Which way an amount is open."""

    NONE = "none"
    AT_LEAST = "at least"
    OVER = "over"
    AT_MOST = "at most"
    UNDER = "under"


_BEFORE = (
    (Bound.AT_LEAST, r"at least|(?:no|not) (?:less|fewer) than|minimum(?: of)?|min\b\.?|from|ab\b"),
    (Bound.AT_LEAST, r"≥|>=|最低|最少|少なくとも|至少|최소"),
    (Bound.AT_MOST, r"up to|at most|(?:no|not) more than|maximum(?: of)?|max\b\.?|within|bis(?: zu)?\b"),
    (Bound.AT_MOST, r"≤|<=|最大|最多|最長|최대"),
    (Bound.OVER, r"more than|over|above|>"),
    (Bound.UNDER, r"less than|fewer than|under|below|<"),
)
_AFTER = (
    (Bound.AT_LEAST, r"\+(?=\s*(?:$|[^\W\d]))|\b(?:or|and) (?:more|longer|larger|over|up)\b|以上|이상"),
    (Bound.AT_LEAST, r"\bminimum$|(?<=[a-z])\.?\s+min\.?$"),
    (Bound.AT_MOST, r"\bor (?:less|fewer|shorter)\b|\bmax(?:\.|imum)?$|以下|以内|이하"),
)
_BOUNDS = [(bound, re.compile(rf"^(?:{words})\s*")) for bound, words in _BEFORE]
_BOUNDS += [(bound, re.compile(rf"(?<=\S)\s*(?:{words})")) for bound, words in _AFTER]
_ABOUT = re.compile(
    r"^(?:(?:about|around|roughly|approximately|circa|approx|ca)\b\.?|c\.|[~≈]|大約|大约|約|约|およそ|약)\s*"
)
_ROUGHLY = re.compile(r"(?<=\S)\s*(?:程度|ぐらい|くらい|ほど|前後|左右)$")


@dataclass(frozen=True, slots=True)
class Amount:
    """The texts of an amount's ends, the same where it has one; which way it is open; and whether it is rough."""

    low: str
    high: str
    bound: Bound
    about: bool


def normal(text: str) -> str:
    """Write a text in small letters and with single blanks, without quotation marks, and numbers in figures.

    A text that is too long for an amount becomes an empty one: that bounds the time that patterns take.
    """
    if len(text) > LONGEST:
        return ""
    plain = " ".join(text.translate(_FULL_WIDTH).casefold().split())
    return _NAME.sub(_figures, unquoted(plain))


def unquoted(text: str) -> str:
    """Give a text without the quotation marks around it, such as those of a word processor, which YAML keeps."""
    found = _QUOTED.fullmatch(text)
    return found[1].strip() if found else text


def all_figures(text: str) -> str:
    """Write also the number in figures that a text in its `normal` form ends with: “3 to twelve”, “two”."""
    return _LAST_NAME.sub(_figures, text)


def _figures(name: re.Match[str]) -> str:
    return str(_NAMED.get(name[1].replace(" ", "-"), 1))


def amount(text: str) -> Amount | None:
    """Take an amount in its `normal` form apart; None where its bounds contradict each other, or it has three ends."""
    text, rough = _without([(True, _ABOUT), (True, _ROUGHLY)], _FROM_TO.sub("", text))
    text, bounds = _without(_BOUNDS, text)
    text, rougher = _without([(True, _ABOUT)], text)
    both = _BOTH.fullmatch(text)
    ends = list(both.groups()) if both else _ENDS.split(text)
    if len(bounds) > 1 or len(ends) > 2 or not all(ends):
        return None
    bound = bounds.pop() if bounds else Bound.NONE
    if len(ends) == 2 and bound not in (Bound.NONE, Bound.AT_LEAST):
        return None
    return Amount(ends[0], ends[-1], bound, bool(rough or rougher))


def _without(patterns: list[tuple[M, re.Pattern[str]]], text: str) -> tuple[str, set[M]]:
    """Take the first match of each pattern out of a text; give what is left, and what those that were there mean."""
    found = set()
    for meaning, pattern in patterns:
        if match := pattern.search(text):
            text = f"{text[: match.start()]} {text[match.end() :]}".strip()
            found.add(meaning)
    return text, found


def number(text: str) -> Fraction | None:
    """Read 2, 1.5, 1,5, ½, 1½ or 1 1/2; None for anything else."""
    if not re.fullmatch(NUMBER, text):
        return None
    if text[-1] in _PARTS:
        return Fraction(text[:-1].strip() or 0) + _PARTS[text[-1]]
    return sum((Fraction(part.replace(",", ".")) for part in text.split()), Fraction(0))
