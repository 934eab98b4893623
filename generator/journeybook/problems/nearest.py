"""Find the nearest right word to a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_FIGURES = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W_]+")
_STEPS = ((6, 1), (10, 2))
"""How many letters may be wrong in a word of at most so many; in a longer one three."""
_SHORT, _LONG = 3, 8
"""A word of so few letters may be any other one; one of so many may have two wrong."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Give the word of `words` that the author most likely meant, or None where none is near.

    Case aside, a few letters may be wrong, missing, too many or changed about, more in a long word than in a short one;
    or the one consists of words of the other, as `vision` does of `vision-map`. Where
    only figures differ, as in `day-3`, neither `day-1` nor `day-2` is meant more than the other. Of several, it is the
    most similar one by `difflib` (Ratcliff and Obershelp).
    """
    typed = word.casefold()
    by_fold = {w.casefold(): w for w in sorted(words, reverse=True)}
    near = _typed_wrong(typed, by_fold) or _of_its_words(typed, by_fold)
    found = get_close_matches(typed, near, n=1, cutoff=0)
    return by_fold[found[0]] if found else None


def is_slip(typed: str, known: str) -> bool:
    """Tell whether a word is another one but for a letter, or two of a long one, case aside; the first one is right."""
    one, other = typed.casefold(), known.casefold()
    most = 2 if min(len(one), len(other)) >= _LONG else 1
    return one[:1] == other[:1] and min(len(one), len(other)) > _SHORT and _distance(one, other, most) <= most


def _typed_wrong(typed: str, words: Iterable[str]) -> list[str]:
    near = sorted(known for known in words if _is_near(typed, known))
    same = [known for known in near if _same_figures(typed, known)]
    return same or (near if len(near) == 1 else [])


def _is_near(typed: str, known: str) -> bool:
    """Tell whether a word may be another one with a few letters wrong; both in one case."""
    most = next((steps for length, steps in _STEPS if min(len(typed), len(known)) <= length), 3)
    return len(typed) > 1 and _distance(typed, known, most) <= most


def _same_figures(typed: str, known: str) -> bool:
    """Tell whether no figure stands in place of another: then they count different things."""
    ours, theirs = "".join(_FIGURES.findall(typed)), "".join(_FIGURES.findall(known))
    return len(ours) != len(theirs) or ours == theirs


def _of_its_words(typed: str, known: Iterable[str]) -> list[str]:
    """Find what consists of words of `typed`, or has all of them; nothing where several do."""
    ours = set(_WORDS.findall(typed))
    found = [other for other in known if (theirs := set(_WORDS.findall(other))) and (theirs <= ours or ours < theirs)]
    return found if len(found) == 1 and ours else []


def _distance(one: str, other: str, most: int) -> int:
    """Count the letters to put in, take out, change, or change about (optimal string alignment); to `most` at least."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, theirs in enumerate(other, 1):
            steps = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != theirs))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == theirs:
                steps = min(steps, before[column - 2] + 1)
            line.append(steps)
        before, above = above, line
    return above[-1]
