"""List the folders of a handbook, and decide which links in them are followed: those that stay in the handbook.

Whatever reads or lists an author's files asks here. A link that leads out could publish any file of the machine that
builds; one that leads into a circle has no end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from journeybook.store.same_place import lies_in

Bounds = Sequence[Path]
"""The folders that links may lead to: the handbook's, and those that mkdocs.yml names."""
MOST_FOLDERS = 20_000
"""Folders below one, counted again for every link that leads to them."""


class Lost(Enum):
    """Why a file, a folder or a link is not followed."""

    OUT = "it leads out of the handbook"
    ROUND = "it leads to a folder that it is in itself"
    MANY = "it is a folder too many"
    CLOSED = "it cannot be opened"
    DEAD = "what it leads to is not there"


class Found(NamedTuple):
    """A file or a folder; or one that is not followed, with `lost` for why and the system's own `reason`."""

    path: str
    is_folder: bool = False
    lost: Lost | None = None
    reason: str = ""


def stays(path: str | Path, bounds: Bounds) -> bool:
    """Tell whether a path, all links in it followed, is within the bounds. The inside of a `.git` never is."""
    real = Path(os.path.realpath(path))
    return not _is_secret(real) and any(lies_in(real, folder) for folder in bounds)


class SymlinkTarget(NamedTuple):
    """Where a symbolic link leads: in words for a message, and the folder that holds it.

    `named` is that folder as the option `links` would name it.
    """

    shown: str
    folder: Path
    named: str
    is_secret: bool
    is_there: bool


def target_of(path: str | Path, root: Path) -> SymlinkTarget:
    """Find where a link leads; its text is seen from the handbook's root where that is shorter."""
    real = Path(os.path.realpath(path))
    folder = real if os.path.isdir(real) else real.parent  # noqa: PTH112  # a folder that is closed to us is no error
    return SymlinkTarget(_seen(real, root), folder, _seen(folder, root), _is_secret(real), os.path.lexists(real))


def _is_secret(real: Path) -> bool:
    """Tell whether a path is or lies in the `.git` of a repository, which may have passwords in it."""
    return any(part.casefold() == ".git" for part in real.parts)


def _seen(path: Path, root: Path) -> str:
    try:
        near = os.path.relpath(path, os.path.realpath(root))
    except ValueError:  # another drive of Windows
        return path.as_posix()
    return min(Path(near).as_posix(), path.as_posix(), key=len)


def walk(folder: Path, bounds: Bounds, *, hidden: bool = False) -> Iterator[Found]:
    """Give everything in a folder and in the folders below, in the order of names; with `hidden`, dotted names too.

    Nothing where there is no such folder: a handbook needs none of its own.
    """
    walked = _Walk(bounds, hidden)
    if not stays(folder, bounds):
        yield Found(str(folder), True, Lost.OUT)
    elif folder.is_symlink() and (broken := _broken(str(folder))):
        yield broken
    else:
        yield from walked.entries(str(folder), ())


def followed_files(folder: Path, bounds: Bounds) -> list[str]:
    """Give the paths of all files in a folder, hidden ones too, without those that are not followed."""
    inside = (found for found in walk(folder, bounds, hidden=True) if not (found.is_folder or found.lost))
    return [found.path for found in inside if Path(found.path).is_file()]


def linked_folders(folder: Path, bounds: Bounds) -> Iterator[Path]:
    """Give the links to folders in a folder that are followed."""
    inside = (Path(found.path) for found in walk(folder, bounds, hidden=True) if found.is_folder and not found.lost)
    return (path for path in inside if path.is_symlink())


class _Walk:
    def __init__(self, bounds: Bounds, hidden: bool) -> None:
        self.bounds = bounds
        self.hidden = hidden
        self.count = 0

    def entries(self, folder: str, above: tuple[tuple[int, int], ...]) -> Iterator[Found]:
        """Give what is in a folder; `above` are the folders that it is in, by their device and inode."""
        try:
            found = os.stat(folder)  # noqa: PTH116  # thousands of files: a Path for each would take longer
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as error:
            yield Found(folder, True, Lost.CLOSED, error.strerror or str(error))
            return
        own = found.st_dev, found.st_ino
        self.count += 1
        if own in above or self.count > MOST_FOLDERS:
            if self.count <= MOST_FOLDERS + 1:  # one too many is told once
                yield Found(folder, True, Lost.ROUND if own in above else Lost.MANY)
            return
        for entry in entries:
            if self.hidden or not entry.name.startswith("."):
                yield from self._entry(entry, (*above, own))

    def _entry(self, entry: os.DirEntry[str], above: tuple[tuple[int, int], ...]) -> Iterator[Found]:
        if _is_link(entry) and not stays(entry.path, self.bounds):
            yield Found(entry.path, _is_folder(entry), Lost.OUT)
        elif _is_link(entry) and (broken := _broken(entry.path)):
            yield broken
        elif _is_folder(entry):
            yield Found(entry.path, True)
            yield from self.entries(entry.path, above)
        else:
            yield Found(entry.path)


def _broken(link: str) -> Found | None:
    """Say what is wrong with a link that leads to nothing, or back to itself; None where it leads to something."""
    try:
        os.stat(link)  # noqa: PTH116  # as above
    except (FileNotFoundError, NotADirectoryError):
        return Found(link, lost=Lost.DEAD)
    except OSError as error:
        return Found(link, lost=Lost.CLOSED, reason=error.strerror or str(error))
    return None


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a link, or on Windows a junction (Python 3.12 tells)."""
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself, or nowhere
        return False
