"""A folder of generated files: replaced one by one, and only those that it made itself are ever removed.

All that changes is first written into a hidden folder, so a full disk harms nothing; then each file is put in its place
by a rename. A run that is stopped in between leaves the hidden folder, and the next one goes on with it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from journeybook.problems import JourneybookError
from journeybook.store.files import reason
from journeybook.store.foreign import is_folder, leaves
from journeybook.store.lock import alone
from journeybook.store.manifest import read_manifest, write_manifest
from journeybook.store.target import is_hidden

MANIFEST = ".journeybook.json"
_MADE_BY = "journeybook generate"
_BOTH = f"{MANIFEST}.both"
_NEW, _READY, _LOCK = ".journeybook-new", ".journeybook-ready", ".journeybook-lock"


class FolderError(JourneybookError):
    """The folder is not ours to write into, or cannot be written."""


@dataclass(frozen=True)
class Written:
    """How many files were written, left as they were, and removed."""

    new: int
    same: int
    removed: int


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds something which journeybook did not put there."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file. Name a folder.")
    if not folder.is_dir() or (folder / MANIFEST).is_file():
        return
    if not all(is_hidden(entry.name) for entry in folder.iterdir()):
        raise FolderError(f"{folder} has files that journeybook did not write. Name an empty or a new folder.")


def mend_folder(folder: Path) -> None:
    """Finish what a run that was stopped had begun; a FolderError as in `check_folder`."""
    check_folder(folder)
    if any((folder / name).exists() for name in (_NEW, _READY, _LOCK)):
        with alone(folder / _LOCK):
            _mend(folder)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write files by their paths (forward slashes), and remove those of an earlier run that are no longer made.

    The manifest names a file before it is written and until it is removed, so a run that is stopped forgets none. A
    FolderError where the folder cannot be written.
    """
    check_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / _LOCK):
            _mend(folder)
            changed = {path: content for path, content in files.items() if not _has(folder / path, content)}
            vanished = _named(folder) - set(files)
            _refuse_foreign(folder, changed.keys(), vanished)
            if changed or vanished:
                _stage(folder, changed, set(files))
                _mend(folder)
    except OSError as error:
        halfway = (folder / _READY).is_dir()
        state = "Run this again: it goes on where it stopped." if halfway else f"{folder} stays as it was."
        raise FolderError(f"{reason(error)}. {state}") from error
    return Written(len(changed), len(files) - len(changed), len(vanished))


def _refuse_foreign(folder: Path, changed: Set[str], vanished: Set[str]) -> None:
    """Refuse to write over a file that journeybook did not write, and to write or remove anything through a link."""
    named = _named(folder)
    for path in sorted(changed | vanished):
        ways = [str(way) for way in PurePosixPath(path).parents[:-1] if not is_folder(folder / way)]
        for way in (*ways, path) if path in changed else ways:
            if os.path.lexists(folder / way) and not _is_ours(folder / way, way, named):
                raise FolderError(
                    f"{folder / way} is not as journeybook has written it, and is in the way of {path}. "
                    f"Move it away, or name another folder. {folder} stays as it was."
                )


def _is_ours(there: Path, path: str, named: Set[str]) -> bool:
    return all(leaf in named for leaf in leaves(there, path) or [path])


def _has(file: Path, content: bytes) -> bool:
    with contextlib.suppress(OSError):
        return file.read_bytes() == content
    return False


def _stage(folder: Path, changed: Mapping[str, bytes], names: set[str]) -> None:
    """Write what changes, and what the manifest will be, beside the files."""
    new = folder / _NEW
    try:
        new.mkdir()  # there may be files to remove only
        for path, content in changed.items():
            staged = new / path
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(content)
            if (folder / path).is_file():
                shutil.copymode(folder / path, staged)
        write_manifest(new / MANIFEST, _MADE_BY, names)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    new.rename(folder / _READY)


def _mend(folder: Path) -> None:
    """Put in place what is staged as a whole, and forget what is not."""
    if (folder / _NEW).is_dir():
        shutil.rmtree(folder / _NEW)
    ready = folder / _READY
    if not ready.is_dir():
        return
    if (ready / MANIFEST).is_file():  # it goes last
        before, after = _named(folder), _named(ready)
        both = ready / _BOTH  # beside the files: a kill leaves no half of it among them
        write_manifest(both, _MADE_BY, before | after)
        both.replace(folder / MANIFEST)
        for name in before - after:  # first, since a folder may take the place of a file
            _remove(folder, name)
        for name in after:
            if (ready / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (ready / name).replace(folder / name)
        (ready / MANIFEST).replace(folder / MANIFEST)
    shutil.rmtree(ready)


def _named(folder: Path) -> set[str]:
    """What the manifest names, and nothing outside of the folder."""
    return {name for name in read_manifest(folder / MANIFEST) or () if _is_inside(PurePath(name))}


def _is_inside(path: PurePath) -> bool:
    return bool(path.parts) and not path.anchor and ".." not in path.parts


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    if path.is_file() or path.is_symlink():  # after a kill, a new folder may be there already
        path.unlink()
    for parent in path.parents:
        if parent == folder:
            break
        with contextlib.suppress(OSError):  # it is not empty, and so it stays
            parent.rmdir()
