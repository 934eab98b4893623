"""A site that is replaced as a whole: written elsewhere on the same file system, then put in its place.

Whatever stops a run, the site is that of the last build or that of this one: at once where writing fails, and after a
kill at the latest when the next run begins, which first mends what the kill left.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journeybook.files import reason
from journeybook.lock import alone
from journeybook.problems import JourneybookError

_OURS = ".journeybook-"


class SwapError(JourneybookError):
    """The new site could not be written; the message says why, and that the old one is there."""


@contextmanager
def site_swap(site_dir: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """An empty folder to build in, which becomes the site when the block ends well and vanishes when it does not.

    What is hidden in the old site (`.git`, `.well-known`) is kept, as MkDocs keeps it; all else in it is removed. Where
    another process writes the same site, `waiting` is called, and its end is waited for. A SwapError where the folder
    cannot be written.
    """
    site = Path(os.path.realpath(site_dir))  # a link to a site stays a link
    if site.exists() and not site.is_dir():
        raise SwapError(f"{site_dir} is a file. Name a folder for the site.")
    swap = _way(site)
    try:
        swap.lock.parent.mkdir(parents=True, exist_ok=True)
        with alone(swap.lock, waiting):
            swap.mend()
            swap.new.mkdir()
            try:
                _dress(swap.new, site)
                yield swap.new
                swap.finish()
            except BaseException:
                shutil.rmtree(swap.new, ignore_errors=True)
                raise
    except OSError as error:
        state = "Run this again: it begins by mending it." if swap.halfway() else f"{site_dir} stays as it was."
        raise SwapError(f"{reason(error)}. {state}") from error


class _Beside:
    """A hidden folder beside the site, and two renames: the site is gone, or half of it there, at no time but between.

    `mend` takes the old site back where a kill came between the two.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new, self.old, self.lock = (
            site.with_name(f".{site.name}{_OURS}{part}") for part in ("new", "old", "lock")
        )

    def halfway(self) -> bool:
        return self.old.is_dir() and not self.site.exists()

    def mend(self) -> None:
        if self.halfway():
            self.old.rename(self.site)
        _remove(self.old)
        _remove(self.new)

    def finish(self) -> None:
        if self.site.is_dir():
            for entry in _hidden(self.site):
                _keep(entry, self.new / entry.name)
            self.site.rename(self.old)
        try:
            self.new.rename(self.site)
        except OSError:
            if self.old.is_dir():
                self.old.rename(self.site)
            raise
        shutil.rmtree(self.old, ignore_errors=True)  # the new site is there; the next run tries again


class _Inside:
    """A hidden folder in a site that cannot itself be renamed, and a rename of each thing in it.

    The hidden folder's name says how far it is: `new` while it is built, `ready` while the old things are taken out,
    `last` while the new ones are put in. So `mend` can go on where a kill came between.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new, self.old, self.lock, self.ready, self.last = (
            site / f"{_OURS}{part}" for part in ("new", "old", "lock", "ready", "last")
        )

    def halfway(self) -> bool:
        return self.ready.is_dir() or self.last.is_dir()

    def mend(self) -> None:
        _remove(self.new)
        if self.ready.is_dir():
            self._take_out()
        if self.last.is_dir():
            self._put_in()
        _remove(self.old)

    def finish(self) -> None:
        for entry in _hidden(self.site):
            if (self.new / entry.name).is_dir():
                _keep(entry, self.new / entry.name)
        self.new.rename(self.ready)
        self._take_out()
        self._put_in()
        shutil.rmtree(self.old, ignore_errors=True)

    def _take_out(self) -> None:
        self.old.mkdir(exist_ok=True)
        for entry in list(self.site.iterdir()):
            replaced = not entry.name.startswith(".") or os.path.lexists(self.ready / entry.name)
            if replaced and not entry.name.startswith(_OURS):
                _move(entry, self.old / entry.name)
        self.ready.rename(self.last)

    def _put_in(self) -> None:
        for entry in list(self.last.iterdir()):
            _move(entry, self.site / entry.name)
        self.last.rmdir()


def _way(site: Path) -> _Beside | _Inside:
    """Beside the site, but for a mount point (as a container's volume is) and a folder that we may not write beside."""
    fixed = site.is_dir() and (site.is_mount() or not os.access(site.parent, os.W_OK | os.X_OK))
    return _Inside(site) if fixed else _Beside(site)


def _dress(new: Path, site: Path) -> None:
    """Give the new folder the old one's owner and permissions."""
    if not site.is_dir():
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(new, site.stat().st_uid, site.stat().st_gid)
    shutil.copystat(site, new)


def _hidden(site: Path) -> list[Path]:
    return [entry for entry in site.iterdir() if entry.name.startswith(".") and not entry.name.startswith(_OURS)]


def _keep(old: Path, new: Path) -> None:
    """Copy what the new one lacks; nothing is moved, so that the old site stays whole until the end."""
    if not os.path.lexists(new):
        if old.is_dir() and not old.is_symlink():
            shutil.copytree(old, new, symlinks=True)
        else:
            shutil.copy2(old, new, follow_symlinks=False)
    elif all(path.is_dir() and not path.is_symlink() for path in (old, new)):
        for entry in old.iterdir():
            _keep(entry, new / entry.name)


def _move(old: Path, new: Path) -> None:
    _remove(new)  # something else may have built here since a kill
    old.rename(new)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
