"""What we have for ourselves, in or beside what we write: folders and files of fixed names, none of them a link.

What else stands at such a name, somebody else has put there: through it, we would write, move and delete elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from journeybook.problems import JourneybookError


class EntryError(JourneybookError):
    """Something else stands where we have an entry of our own; the message names it, and says to delete it."""


def check_entries(folders: Iterable[Path], files: Iterable[Path]) -> None:
    """Refuse what is neither absent nor of the kind that we put there, with an EntryError; nothing is changed."""
    for path in folders:
        if os.path.lexists(path) and (path.is_symlink() or not path.is_dir()):
            raise _strange(path, "a folder")
    for path in files:
        if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
            raise _strange(path, "a file")


def _strange(path: Path, own: str) -> EntryError:
    kind = "a link" if path.is_symlink() else "a folder" if path.is_dir() else "a file" if path.is_file() else "neither"
    return EntryError(f"{path} is {kind}, where journeybook has {own} of its own. Delete it, then run this again.")
