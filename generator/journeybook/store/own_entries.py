"""What we have for ourselves, in or beside what we write: folders and files of fixed names, none of them a link.

What else stands at such a name, somebody else has put there: through it, we would write, move and delete elsewhere.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from journeybook.problems import JourneybookError


class EntryError(JourneybookError):
    """Something else stands where we have an entry of our own; the message names it, and says to delete it."""


def check_entries(folders: Iterable[Path], files: Iterable[Path]) -> None:
    """Refuse what is neither absent nor of the kind that we put there, with an EntryError; nothing is changed."""
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
