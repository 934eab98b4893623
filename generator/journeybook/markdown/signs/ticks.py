"""Backticks in place of apostrophes: of two, Markdown makes code of what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.paragraphs import paragraphs
from journeybook.markdown.signs.sign import Sign
from journeybook.problems import say

_TICKS = re.compile(r"(?<!\\)`+")
_BEFORE = re.compile(r"(?:(?:[\w’']+[ ])?[^\W\d_]+)\Z")
_BEHIND = re.compile(r"(?:s|t|d|m|re|ve|ll)(?![\w`])", re.I)
"""What stands behind an apostrophe in English."""
_WORD = re.compile(r" [^\W\d_]")
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|(?:d|n|s)ell|all|dall|sull|quell|quest)\Z", re.I)
"""What stands before one in French and Italian."""
_VOWEL = re.compile(r"[aeiouhàâäéèêëîïôöùûüœ]\w++(?!`)", re.I)


def apostrophes(text: str) -> Iterator[tuple[int, str, str]]:
    """Give the place of each backtick that is meant as an apostrophe, its word as it is right, and what readers see.

    They see the words before the first one of a paragraph. It stands where code would begin, while that of several
    `div`s ends some. What is in fences is for the caller to leave out.
    """
    for start, lines in paragraphs(text) if "`" in text else ():
        one = "\n".join(lines)
        ticks = [*_TICKS.finditer(one)]
        if any(len(tick[0]) > 1 for tick in ticks):
            continue
        is_open, seen = False, ""
        for tick in ticks:
            before = _BEFORE.search(one[: tick.start()].rpartition("\n")[2])
            rest = _rest(before[0], one[tick.end() :], is_alone=len(ticks) == 1) if before and not is_open else None
            if before and rest is not None:
                seen = seen or before[0]
                yield start + tick.start(), f"{before[0].rpartition(' ')[2]}’{rest}", seen
            else:
                is_open = not is_open


def _rest(before: str, behind: str, *, is_alone: bool) -> str | None:
    """Give the rest of the word behind an apostrophe, which a plural has not; None where a backtick is none.

    One alone behind a plural may be the end of code.
    """
    found = _BEHIND.match(behind) or (_ELIDED.search(before) and _VOWEL.match(behind))
    if found:
        return found[0]
    return "" if not is_alone and before.endswith(("s", "x", "z")) and _WORD.match(behind) else None


def find(text: str) -> Iterator[Sign]:
    """Find them in a text whose fences are crossed out; of one alone readers see the sign, of two they see code."""
    for at, word, seen in apostrophes(text):
        message = say("a backtick begins code here, and is no apostrophe")
        yield Sign(at, seen, message, say("write `{word}`", word=word))
