"""What Material's search has found on each page: the one thing inside another plugin that we touch.

In a `dirty` build it merges the entries of all pages as if they were of one, so its index is put together here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

Entries = list[Any]


class SearchEntries:
    """The index of one build, where the handbook has Material's search."""

    def __init__(self, config: MkDocsConfig) -> None:
        plugin: Any = config.plugins.get("material/search")
        self._plugin = plugin if plugin is not None and plugin.config.enabled else None
        self._seen = 0
        if self._plugin:
            self._plugin.is_dirty = False

    def added(self) -> Entries:
        """Give the entries that came since the last call: those of one page, where it is called after each."""
        if not self._plugin:
            return []
        entries: Entries = self._plugin.search_index.entries[self._seen :]
        self._seen += len(entries)
        return entries

    def replace(self, pages: Iterable[Entries]) -> None:
        """Make the index that of these pages."""
        if self._plugin:
            self._plugin.search_index.entries = [entry for page in pages for entry in page]
