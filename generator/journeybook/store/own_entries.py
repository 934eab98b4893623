"""Check what we have for ourselves, in or beside what we write: folders and files of fixed names, none of them a link.

What else stands at such a name, somebody else has put there: through it, we would write, move and delete elsewhere.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from journeybook.problems import JourneybookError


class EntryError(JourneybookError):
    """Raised where something else stands in the place of an entry of ours; the message says which, and to delete it."""


def check_entries(folders: Iterable[Path], files: Iterable[Path]) -> None:
    """Refuse anything at these places that is not of the kind that we put there, with an EntryError; change nothing."""
    for path in folders:
        _check(path, stat.S_ISDIR, "a folder")
    for path in files:
        _check(path, stat.S_ISREG, "a file")


def _check(path: Path, is_own: Callable[[int], bool], own: str) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        mode = path.lstat().st_mode  # once: another process may be about to remove it
        if not is_own(mode):
            raise EntryError(
                f"{path} is {_kind(mode)}, where journeybook has {own} of its own. Delete it, then run this again."
            )


def _kind(mode: int) -> str:
    kinds = {stat.S_IFLNK: "a link", stat.S_IFDIR: "a folder", stat.S_IFREG: "a file"}
    return kinds.get(stat.S_IFMT(mode), "a pipe or a device")
