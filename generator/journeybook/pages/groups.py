"""Entries of one chapter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeybook.handbook import Chapter, Entry


@dataclass(frozen=True)
class ChapterGroup:
    """The entries of one chapter on an index page."""

    chapter: Chapter | None
    entries: list[Entry[Any]]
