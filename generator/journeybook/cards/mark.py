"""The version mark: it tells a card that was printed yesterday from the one that would be printed today."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.store.cache import digest

_DIGITS = 6


def mark(printed: Iterable[str]) -> str:
    """Give the mark of all that is printed on a card: six hexadecimal digits; one of 16 million is equal by chance."""
    return digest(*printed)[:_DIGITS]
