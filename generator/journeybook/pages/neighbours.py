"""Find what stands before and after an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def neighbours(entries: Sequence[T], entry: T) -> tuple[T | None, T | None]:
    """Give what stands before and after an entry on its shelf."""
    if entry not in entries:
        return None, None
    place = entries.index(entry)
    return entries[place - 1] if place else None, entries[place + 1] if place + 1 < len(entries) else None
