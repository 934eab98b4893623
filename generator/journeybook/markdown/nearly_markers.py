"""Find comments that nearly are markers of a block for some: misspelt, in other words, or in other signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.markdown.role_words import says_for_whom

COMMENT = re.compile(r"<!--(?P<said>[^<>]{0,400}?)--!?>")
_DASH = "[-‐‑‒–—―−]"
_LESS = r"(?:\\?[<‹«＜〈]|&[lL][tT];|&#0{0,6}60;|&#[xX]0{0,6}3[cC];)"
_MORE = r"(?:\\?[>›»＞〉]|&[gG][tT];|&#0{0,6}62;|&#[xX]0{0,6}3[eE];)"
_BEFORE = r"^[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}\.)[ \t]{1,4})?"
_OTHERS = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        rf"(?P<form>{_LESS}\s?\\?[!¡！]\s?{_DASH}*(?P<said>[^<>\n]{{0,200}}?)(?:{_DASH}*\s?{_MORE}|$))",
        rf"(?P<form>{_LESS}\s?{_DASH}{{2,}}(?P<said>[^<>\n]{{0,200}}?){_DASH}+\s?{_MORE})",  # an arrow has no end
        _BEFORE + r"(?P<form>\[[^\]\n]{1,40}\]:[ \t]*(?:#|<>)[ \t]*[\"'(]?(?P<said>[^\n]{1,200})$)",
        _BEFORE + r"(?P<form>\[(?P<said>[^\]\n]{1,80})\]:[ \t]*(?:#|<>)[ \t]*$)",
        r"(?P<form>\{#(?P<said>[^\n{}]{0,200}?)(?:#\}|$))",
        r"(?P<form>%%(?P<said>[^\n%]{1,200})%%)",
    )
)
"""What other programs and people take for a comment, none of which is a marker."""
_WORDS = r"[\w\s,;&+/-]*"
_END = r"/?\s*(?:end|ende|close)[\s_-]*(?:of\s+)?(?:for|fro|fr|fo)\b.*"
_NEARLY = re.compile(rf"\s*(?:(?:for|four|fro|fr|fo|or|audience|only)\s*[:;=.]{_WORDS}|for\b{_WORDS}|{_END})\s*", re.I)
_SURELY = re.compile(
    rf"\W*(?:(?:start|begin|open|only|not|show|block)\s+)*(?:(?:for|audience)\s*[:;=：]{_WORDS}\W*|{_END})", re.I
)
"""What is nearly a marker in any signs: `for later` is in a comment alone, where it always was."""
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class NearlyMarker:
    """What nearly is a marker, from `start` to `end`; `is_comment` tells whether the page's HTML hides it."""

    start: int
    end: int
    is_comment: bool


def find_nearly(text: str, roles: tuple[str, ...], offset: int = 0) -> Iterator[NearlyMarker]:
    """Find what is nearly a marker in a text, comments first, code included; a right one is none of them."""
    comments = list(COMMENT.finditer(text, offset))
    for one in comments:
        if _is_nearly_in_a_comment(one["said"], roles):
            yield NearlyMarker(*one.span(), is_comment=True)
    inside = [one.span() for one in comments]
    for pattern in _OTHERS:
        for one in pattern.finditer(text, offset):
            start, end = one.span("form")
            if is_nearly(one["said"], roles) and not any(begin <= start < stop for begin, stop in inside):
                inside.append((start, end))
                yield NearlyMarker(start, end, is_comment=False)


def is_nearly(said: str, roles: tuple[str, ...]) -> bool:
    """Tell whether the words of a comment, in whatever signs, say for whom something is, or that it ends."""
    return (_is_short(said) and bool(_SURELY.fullmatch(said))) or says_for_whom(said, roles)


def _is_nearly_in_a_comment(said: str, roles: tuple[str, ...]) -> bool:
    return (_is_short(said) and bool(_NEARLY.fullmatch(said))) or is_nearly(said, roles)


def _is_short(said: str) -> bool:
    return len(said.split()) <= _MOST_WORDS
