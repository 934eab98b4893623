"""What earlier builds have read."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Memory:
    """What was made of each file, for as long as its text is the same."""

    _read: dict[Hashable, tuple[str, Any]] = field(default_factory=dict)

    def get(self, key: Hashable, text: str, make: Callable[[], T]) -> T:
        """What the text of a file is read to; the key names the file and what it is read as."""
        before = self._read.get(key)
        if before is None or before[0] != text:
            self._read[key] = before = text, make()
        found: T = before[1]
        return found
