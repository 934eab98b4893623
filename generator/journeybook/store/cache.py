"""Texts on disk that builds need not make again, each under a digest of what it was made of."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journeybook.store.files import open_file

T = TypeVar("T")


def digest(*parts: str) -> str:
    """Give the SHA-256 of the parts, in hexadecimal; where one ends and the next begins counts."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of texts, each under the digest of what it was made of: drawings, layouts, QR codes, fitted cards.

    It only ever saves time: a text that cannot be read, is damaged, or was made of something else, counts as not there,
    and one that cannot be written is left out in silence.
    """

    folder: Path

    def get(self, key: str) -> str | None:
        """Give the text under a key; None where there is none, or it is damaged."""
        try:
            with open_file(self._file(key), links=False) as file:
                check, _, text = file.read().decode().partition("\n")
        except (OSError, ValueError):
            return None
        return text if check == digest(key, text) else None

    def take(self, key: str, read: Callable[[str], T]) -> T | None:
        """Give what `read` makes of the text under a key; None where there is none, or `read` raises a ValueError."""
        text = self.get(key)
        if text is None:
            return None
        try:
            return read(text)
        except (ValueError, RecursionError):
            return None

    def lack(self) -> str:
        """Tell why nothing can be written here, for a message; an empty text where it can. Writes nothing itself."""
        there = next((path for path in (self.folder, *self.folder.parents) if os.path.lexists(path)), self.folder)
        if not there.is_dir():
            return f"{there}: {os.strerror(errno.ENOTDIR)}"
        return "" if os.access(there, os.W_OK | os.X_OK) else f"{there}: {os.strerror(errno.EACCES)}"

    def put(self, key: str, text: str) -> None:
        """Write a text under a key, whole or not at all: builds at the same time do not disturb each other."""
        file = self._file(key)
        temporary = None
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=file.name)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
                out.write(f"{digest(key, text)}\n{text}")
            os.replace(temporary, file)  # noqa: PTH105  # `temporary` is a text
        except OSError:
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)  # noqa: PTH108

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.svg"
