"""The first of many things, for a place that has room for a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

FEW = 3
_Thing = TypeVar("_Thing")


def few(things: Sequence[_Thing]) -> tuple[Sequence[_Thing], int]:
    """Give the first `FEW` things, and how many are left: none or several, for one takes no more room than “1 more”."""
    shown = things if len(things) <= FEW + 1 else things[:FEW]
    return shown, len(things) - len(shown)
