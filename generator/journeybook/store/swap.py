"""Replace a site as a whole: it is written elsewhere on the same file system, then put in its place.

Whatever stops a run, the site is that of the last build or that of this one: at once where writing fails, and after a
kill at the latest when the next run begins, which first mends what the kill left.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from journeybook.problems import JourneybookError
from journeybook.store.destination import INSTEAD, MANIFEST, check_site, is_hidden, is_old_site
from journeybook.store.files import closed_folder, reason
from journeybook.store.foreign import OURS, clashes, files_in, foreign, is_for_ourselves, keep
from journeybook.store.lock import alone
from journeybook.store.manifest import read_manifest, write_manifest
from journeybook.store.own_entries import check_entries

MADE_BY = "journeybook build"
"""What the list of a site says of itself, whichever command wrote it: the same pages, the same bytes."""


class SwapError(JourneybookError):
    """Raised where a new site could not be written; the message says why, and that the old one is there."""


@contextmanager
def site_swap(
    site_dir: Path,
    waiting: Callable[[], None] = lambda: None,
    keeping: Callable[[list[str]], None] = lambda paths: None,
    instead: str = INSTEAD,
    parts: Collection[str] = (),
) -> Iterator[Path]:
    """Give an empty folder to build in, which becomes the site when the block ends well, and vanishes when it does not.

    What a build of ours has written into the old site goes; what anybody else has put there is kept. Where another
    process writes the same site, `waiting` is called, and its end is waited for; `keeping` is called with the paths of
    what is kept. `parts` are folders of the new site that list their files themselves, so that nobody finds in one of
    them which pages another has.

    Raises a SwapError where the folder cannot be written, or the new site has something else in the place of what is to
    be kept; a DestinationError as in `check_site`, with `instead`; an EntryError as in `check_entries`.
    """
    site = Path(os.path.realpath(site_dir))  # a link to a site stays a link
    way = _way(site)
    try:
        way.lock.parent.mkdir(parents=True, exist_ok=True)
        check_entries(way.folders, (way.lock, site / MANIFEST))
        with alone(way.lock, waiting):
            way.mend()
            check_site(site, instead)
            way.new.mkdir()
            try:
                _dress(way.new, site)
                yield way.new
                keeping(_prepare(site, way, instead, parts))
                way.finish()
            except BaseException:
                shutil.rmtree(way.new, ignore_errors=True)
                raise
    except OSError as error:
        state = "Run this again: it begins by mending it." if way.halfway() else f"{site_dir} stays as it was."
        raise SwapError(f"{_reason(error, site, way)}. {state}") from error


def _reason(error: OSError, site: Path, way: _Beside | _Inside) -> str:
    """Say what happened, and which folder is closed to us, if one is: a new site has the old one's permissions."""
    path = Path(error.filename or site)
    path = site / path.name if path.is_relative_to(way.new) and path != way.new else path
    ours = path in (way.lock, way.new, way.old, site, *site.parents) or site in path.parents
    if ours and (closed := closed_folder(path)):
        return f"Nothing may be written into {closed}. Allow it, or name another folder for the site: `-d …`"
    return reason(error)


def _prepare(site: Path, way: _Beside | _Inside, instead: str, parts: Collection[str]) -> list[str]:
    """Write the new site's manifest, copy into it what is to be kept of the old one, and give the paths of that."""
    check_site(site, instead)  # it may be another one since the build began
    kept, listed = foreign(site), (site / MANIFEST).is_file()
    if listed or not is_old_site(site):
        _refuse_clashes(site, way.new, kept)
    write_manifest(way.new / MANIFEST, MADE_BY, files_in(way.new), parts)
    for path in kept:
        if way.moves(path):
            keep(site, way.new, path)
    return kept


def _refuse_clashes(site: Path, new: Path, kept: list[str]) -> None:
    if lost := clashes(site, new, kept):
        raise SwapError(
            f"No build has written {site / lost[0]}, and the new site has something else in its place. "
            f"{site} stays as it was. Move that away, or give one of the two another name."
        )


class _Beside:
    """The usual way: a hidden folder beside the site, and two renames, between which alone there is no site.

    `mend` takes the old site back where a kill came between the two.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new, self.old, self.lock = (site.with_name(f".{site.name}{OURS}{part}") for part in ("new", "old", "lock"))
        self.folders = (self.new, self.old)

    def halfway(self) -> bool:
        return self.old.is_dir() and not self.site.exists()

    def mend(self) -> None:
        if self.halfway():
            self.old.rename(self.site)
        _remove(self.old)
        _remove(self.new)

    def moves(self, path: str) -> bool:
        """Tell whether an entry of the old site would move away with it."""
        return True

    def finish(self) -> None:
        if self.site.is_dir():
            self.site.rename(self.old)
        try:
            self.new.rename(self.site)
        except OSError:
            if self.old.is_dir():
                self.old.rename(self.site)
            raise
        shutil.rmtree(self.old, ignore_errors=True)  # the new site is there; the next run tries again


class _Inside:
    """The way for a site that cannot itself be renamed: a hidden folder in it, and a rename of each thing in it.

    The hidden folder's name says how far it is: `new` while it is built, `ready` while the old things are taken out,
    `last` while the new ones are put in. So `mend` can go on where a kill came between.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new, self.old, self.lock, self.ready, self.last = (
            site / f"{OURS}{part}" for part in ("new", "old", "lock", "ready", "last")
        )
        self.folders = (self.new, self.old, self.ready, self.last)

    def halfway(self) -> bool:
        return self.ready.is_dir() or self.last.is_dir()

    def mend(self) -> None:
        _remove(self.new)
        if self.ready.is_dir():
            self._keep_since()
            self._take_out()
        if self.last.is_dir():
            self._put_in()
        _remove(self.old)

    def moves(self, path: str) -> bool:
        """Tell whether an entry of the old site is taken out: all but what is hidden and in nobody's way."""
        return self._goes(path.partition("/")[0], self.new)

    def finish(self) -> None:
        self.new.rename(self.ready)
        self._take_out()
        self._put_in()
        shutil.rmtree(self.old, ignore_errors=True)

    def _keep_since(self) -> None:
        """Copy into the new site what somebody has put into the old one since a kill."""
        kept = [path for path in foreign(self.site) if self._goes(path.partition("/")[0], self.ready)]
        if (self.site / MANIFEST).is_file():
            _refuse_clashes(self.site, self.ready, kept)
        for path in kept:
            keep(self.site, self.ready, path)

    def _take_out(self) -> None:
        self.old.mkdir(exist_ok=True)
        for entry in list(self.site.iterdir()):
            if not is_for_ourselves(entry.name) and self._goes(entry.name, self.ready):
                _move(entry, self.old / entry.name)
        self.ready.rename(self.last)

    def _goes(self, name: str, new: Path) -> bool:
        return not is_hidden(name) or os.path.lexists(new / name) or name in self._listed()

    def _listed(self) -> set[str]:
        """Give the entries of the site that the manifest of the last build names, in whole or in part."""
        return {path.partition("/")[0] for path in read_manifest(self.site / MANIFEST) or ()}

    def _put_in(self) -> None:
        for entry in list(self.last.iterdir()):
            _move(entry, self.site / entry.name)
        self.last.rmdir()


def _way(site: Path) -> _Beside | _Inside:
    """Choose the way: beside the site, but not for a mount point (as a container's volume is) or in a closed folder."""
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


def _move(old: Path, new: Path) -> None:
    _remove(new)  # something else may have built here since a kill
    old.rename(new)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
