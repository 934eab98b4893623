"""The record of an exported file, in the handbook's cache: to leave it alone where it would be the same again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from journeybook.builders.config.inputs import input_digest
from journeybook.builders.config.project import Project
from journeybook.builders.config.settings import cache_of
from journeybook.store.cache import Cache, digest
from journeybook.store.cache_dir import NoCacheError
from journeybook.store.files import content_digest, is_file


class ExportRecord:
    """What a file was made of and what became of it; `links` are the parts that are wanted, `paper` their sheets."""

    def __init__(self, project: Project, target: Path, links: Sequence[str], paper: str) -> None:
        self._target = target
        self._key = digest("the last export", str(target.resolve()))
        wanted = f"export {target.suffix.lower()} {paper} {' '.join(links)}"
        # The folder of books has what exports write; it is no part of what they are made of.
        self._read = input_digest(wanted, project.config, project.options, with_books=False)
        self._cache: Cache | None = None
        with contextlib.suppress(NoCacheError):  # then nothing is kept
            self._cache = cache_of(project.config, project.options)

    def is_current(self) -> bool:
        """Tell whether the file is as it was left, and of what is there now."""
        if self._cache is None or self._read is None or not is_file(self._target):
            return False
        return self._cache.take(self._key, str) == self._said()

    def keep(self) -> None:
        """Note what the file has been made of."""
        if self._cache is not None and self._read is not None:
            self._cache.put(self._key, self._said())

    def _said(self) -> str:
        return f"{self._read} {content_digest(self._target)}"
