"""Find the nearest right word to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Give the word of `words` that the author most likely meant, or None where none is near.

    Similarity is that of `difflib` (Ratcliff and Obershelp) with its default cutoff of 0.6, case aside.
    """
    by_fold = {w.casefold(): w for w in sorted(words, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(by_fold), n=1)
    return by_fold[found[0]] if found else None
