"""A folder of generated files: replaced one by one, and only those that it made itself are ever removed.

All that changes is first written into a hidden folder, so a full disk harms nothing; then each file is put in its place
by a rename. A run that is stopped in between leaves the hidden folder, and the next one goes on with it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from journeybook.problems import JourneybookError
from journeybook.store.destination import is_hidden
from journeybook.store.files import closed_folder, open_file, reason
from journeybook.store.foreign import is_folder, leaves
from journeybook.store.lock import alone
from journeybook.store.manifest import read_manifest, write_manifest
from journeybook.store.own_entries import check_entries

MANIFEST = ".journeybook.json"
_MADE_BY = "journeybook generate"
_BEFORE, _BOTH = f"{MANIFEST}.before", f"{MANIFEST}.both"
_NEW, _READY, _LOCK = ".journeybook-new", ".journeybook-ready", ".journeybook-lock"
_OWN = {MANIFEST, _BEFORE, _BOTH, _NEW, _READY, _LOCK}
_NO_NAME = {errno.ENAMETOOLONG, errno.EINVAL}  # no file has it


class FolderError(JourneybookError):
    """Raised where a folder is not ours to write into, or cannot be written."""


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
    """Finish what a run that was stopped had begun; raises a FolderError as `write_folder` does."""
    check_folder(folder)
    if any(os.path.lexists(folder / name) for name in (_NEW, _READY, _LOCK)):
        with _told(folder), _locked(folder):
            _mend(folder)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write files by their paths (forward slashes), and remove those of an earlier run that are no longer made.

    The manifest names a file before it is written and until it is removed, so a run that is stopped forgets none.
    Raises a FolderError where the folder cannot be written, or a file that journeybook did not write is in the way; an
    EntryError as in `check_entries`.
    """
    check_folder(folder)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            _mend(folder)
            changed = {path: content for path, content in files.items() if not _has(folder / path, content)}
            before = _named(folder / MANIFEST)
            vanished = before - set(files)
            _refuse_foreign(folder, changed.keys(), vanished, before)
            if changed or vanished:
                _stage(folder, changed, before, set(files))
                _mend(folder)
    return Written(len(changed), len(files) - len(changed), len(vanished))


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn an OSError into a FolderError that says what happened, how the folder is now, and what to do."""
    try:
        yield
    except OSError as error:
        ready = folder / _READY
        state = f"{folder} stays as it was."
        if ready.is_dir():
            state = f"Run this again: it goes on where it stopped. If it stops there again, delete {ready}."
        closed = closed_folder(folder / _LOCK)
        why = f"Nothing may be written into {closed}. Allow it, or name another folder" if closed else reason(error)
        raise FolderError(f"{why}. {state}") from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    check_entries((), (folder / _LOCK,))
    with alone(folder / _LOCK):
        yield


def _refuse_foreign(folder: Path, changed: Set[str], vanished: Set[str], named: Set[str]) -> None:
    """Refuse to write over a file that journeybook did not write, and to write or remove anything through a link."""
    for path in sorted(changed | vanished):
        ways = [str(way) for way in PurePosixPath(path).parents[:-1] if not is_folder(folder / way)]
        for way in (*ways, path) if path in changed else ways:
            led_away = way != path and (folder / way).is_symlink()  # whatever a list says of it
            if os.path.lexists(folder / way) and (led_away or not _is_ours(folder / way, way, named)):
                raise FolderError(
                    f"{folder / way} is not as journeybook has written it, and is in the way of {path}. "
                    f"Move it away, or name another folder. {folder} stays as it was."
                )


def _is_ours(there: Path, path: str, named: Set[str]) -> bool:
    return all(leaf in named for leaf in leaves(there, path) or [path])


def _has(file: Path, content: bytes) -> bool:
    with contextlib.suppress(OSError), open_file(file) as there:
        return there.read() == content
    return False


def _stage(folder: Path, changed: Mapping[str, bytes], before: set[str], names: set[str]) -> None:
    """Write into the hidden folder all files that change, the manifest as it will be, and the manifest as it was."""
    new = folder / _NEW
    try:
        new.mkdir()  # there may be files to remove only
        for path, content in changed.items():
            staged = new / path
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(content)
            if (folder / path).is_file():
                shutil.copymode(folder / path, staged)
        write_manifest(new / _BEFORE, _MADE_BY, before)
        write_manifest(new / MANIFEST, _MADE_BY, names)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    new.rename(folder / _READY)


def _mend(folder: Path) -> None:
    """Move what an earlier run has staged as a whole into its place, and throw away what it has staged in part.

    Others may have staged it: so nothing is moved through a link, and no file is replaced that the manifest did not
    name before.
    """
    _check_own(folder)
    if (folder / _NEW).is_dir():
        shutil.rmtree(folder / _NEW)
    ready = folder / _READY
    if not ready.is_dir():
        return
    if (ready / MANIFEST).is_file():  # it goes last
        before, after = _named(_before(folder)), _named(ready / MANIFEST)
        staged = {name for name in after if (ready / name).is_file()}
        _refuse_foreign(folder, staged, before - after, before)
        _list(folder / MANIFEST, ready, before | after)
        for name in before - after:  # first, since a folder may take the place of a file
            _remove(folder, name)
        _list(ready / _BEFORE, ready, before & after)  # what takes the place of a removed file is somebody else's
        for name in staged:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (ready / name).replace(folder / name)
        (ready / MANIFEST).replace(folder / MANIFEST)
    shutil.rmtree(ready)


def _check_own(folder: Path) -> None:
    """Refuse links where our own hidden entries are, and among what is staged."""
    ready = folder / _READY
    lists = (ready / MANIFEST, ready / _BEFORE, ready / _BOTH)
    check_entries((folder / _NEW, ready), (folder / MANIFEST, *lists))
    if link := next((path for path in ready.rglob("*") if path.is_symlink()), None):
        raise FolderError(f"{link} is a link, which journeybook never puts there. Delete {ready}, then run this again.")


def _before(folder: Path) -> Path:
    """Give the manifest as it was when files were staged: after a kill, the folder's own may name more."""
    noted = folder / _READY / _BEFORE
    return noted if noted.is_file() else folder / MANIFEST


def _list(file: Path, ready: Path, names: set[str]) -> None:
    """Replace the manifest at once; half of one never stands among the files."""
    whole = ready / _BOTH
    write_manifest(whole, _MADE_BY, names)
    whole.replace(file)


def _named(manifest: Path) -> set[str]:
    """Read the names in a manifest, without those that lead outside, are entries of our own, or no file can have."""
    named = read_manifest(manifest) or ()
    return {name for name in named if _is_inside(PurePath(name)) and _can_be(manifest.parent / name)}


def _is_inside(path: PurePath) -> bool:
    return bool(path.parts) and not path.anchor and ".." not in path.parts and path.parts[0].casefold() not in _OWN


def _can_be(path: Path) -> bool:
    try:
        path.lstat()
    except OSError as error:
        return error.errno not in _NO_NAME
    except ValueError:
        return False
    return True


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    if path.is_file() or path.is_symlink():  # after a kill, a new folder may be there already
        path.unlink()
    for parent in path.parents:
        if parent == folder:
            break
        with contextlib.suppress(OSError):  # it is not empty, and so it stays
            parent.rmdir()
