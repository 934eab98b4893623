"""Compare places of paths, however each is written: by links and `..`, in other letters, not there yet."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import NamedTuple


def lies_in(path: Path, folder: Path) -> bool:
    """Tell whether a path is that folder or lies in it; neither need be there.

    Folders are compared as `samefile` does it. Of what is not there only names can be compared, and names that some
    systems cannot tell apart count as one.
    """
    ours, theirs = _place(path), _place(folder)
    if theirs.missing:
        return ours.there[:1] == theirs.there[:1] and ours.missing[: len(theirs.missing)] == theirs.missing
    return theirs.there[0] in ours.there


class _Place(NamedTuple):
    """Where a path is: device and inode of what exists, from the innermost folder outwards, then the missing names."""

    there: list[tuple[int, int]]
    missing: list[str]


def _place(path: Path) -> _Place:
    real = Path(os.path.realpath(path))
    there: list[tuple[int, int]] = []
    missing: list[str] = []
    for part in (real, *real.parents):
        try:
            found = part.stat()
        except OSError:
            missing.insert(0, _folded(part.name))
        else:
            there.append((found.st_dev, found.st_ino))
    return _Place(there, missing)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
