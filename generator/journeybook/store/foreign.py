"""Find what in a site no build of ours has put there; every build keeps it."""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from journeybook.problems.report import printable
from journeybook.store.destination import MANIFEST, is_hidden
from journeybook.store.manifest import read_manifest

_TOLD = 20  # paths in one message
OURS = ".journeybook-"
"""How the names begin of what we have in a site for ourselves while it is built."""
_OWN = {MANIFEST, *(f"{OURS}{part}" for part in ("new", "old", "lock", "ready", "last", "list"))}
LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")  # which systems leave in every folder that somebody opens


def is_for_ourselves(name: str) -> bool:
    """Tell whether an entry of a site is one of our own: our manifest, or what a build has there for a time."""
    return name in _OWN


def files_in(site: Path, *, hidden: bool = True) -> set[str]:
    """Give the paths of all files of a site but our own entries; `hidden` as in `is_hidden`."""
    tops = (entry for entry in site.iterdir() if hidden or not is_hidden(entry.name))
    return {path for top in tops if not is_for_ourselves(top.name) for path in leaves(top, top.name)}


def foreign(site: Path) -> list[str]:
    """Give the paths of what no build has written: files, and folders that hold nothing else, each named once.

    In a site without a manifest of ours those are its hidden entries, and `CNAME`. What systems leave behind below the
    top belongs to nobody. Raises a ManifestError as in `read_manifest`.
    """
    if not site.is_dir():
        return []
    names = read_manifest(site / MANIFEST)
    if names is None:
        return sorted(entry.name for entry in site.iterdir() if _stays_in_old(entry.name))
    folders = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    found = _unnamed(site, "", _Listed(site, names), _Listed(site, folders))
    return sorted(path for path in found if not is_for_ourselves(path))


def _stays_in_old(name: str) -> bool:
    return (is_hidden(name) or name == "CNAME") and not is_for_ourselves(name)


class _Listed:
    """The names in a manifest, found in whichever form of Unicode or letter case the system gives a path."""

    def __init__(self, site: Path, names: Iterable[str]) -> None:
        self._site = site
        self._forms: Mapping[str, set[str]] = defaultdict(set)
        for name in names:
            self._forms[_one_form(name)].add(name)

    def __contains__(self, path: str) -> bool:
        """Tell whether a path of the site is one of the names; where its form differs, both have to be one entry."""
        forms = self._forms.get(_one_form(path), set())
        return path in forms or any(_is_one_entry(self._site / path, self._site / form) for form in forms)


def _unnamed(folder: Path, above: str, named: _Listed, folders: _Listed) -> Iterator[str]:
    for entry in os.scandir(folder):
        path = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if path in folders:
                yield from _unnamed(Path(entry.path), f"{path}/", named, folders)
            else:
                yield path
        elif path not in named and not (above and entry.name in LITTER):
            yield path


def leaves(path: Path, name: str) -> list[str]:
    """List the files of a folder, or the one file, by paths that begin with `name`; a link is a file."""
    if not is_folder(path):
        return [name]
    return [leaf for entry in path.iterdir() for leaf in leaves(entry, f"{name}/{entry.name}")]


def named_line(paths: Sequence[str]) -> str:
    """Write paths into one line of a terminal: the first few, and how many more there are."""
    more = f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
    return printable(", ".join(paths[:_TOLD])) + more


def _one_form(path: str) -> str:
    """Give a path in the form to compare by: macOS gives names in another one than they were written in."""
    return unicodedata.normalize("NFC", path)


def _is_one_entry(one: Path, other: Path) -> bool:
    """Tell whether a system takes two names for the same file; most have an entry for each."""
    with contextlib.suppress(OSError):
        return os.path.samestat(one.lstat(), other.lstat())
    return False


def clashes(site: Path, new: Path, kept: list[str]) -> list[str]:
    """Give those of the `kept` paths whose places something else has in a new site."""
    return sorted(clash for path in kept for clash in _clashes(site, new, path))


def _clashes(site: Path, new: Path, path: str) -> Iterator[str]:
    old = site / path
    if any(os.path.lexists(new / parent) and not is_folder(new / parent) for parent in PurePosixPath(path).parents):
        yield path
    elif not os.path.lexists(new / path):
        return
    elif is_folder(old) and is_folder(new / path):
        for entry in old.iterdir():
            yield from _clashes(site, new, f"{path}/{entry.name}")
    elif not is_same(old, new / path):
        yield path


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder itself, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths are files with the same bytes."""
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def keep(site: Path, new: Path, path: str) -> None:
    """Copy into a new site what it lacks of a path. Nothing is moved: the old site stays whole until the end."""
    (new / path).parent.mkdir(parents=True, exist_ok=True)
    _copy(site / path, new / path)


def _copy(old: Path, new: Path) -> None:
    if not os.path.lexists(new):
        if is_folder(old):
            shutil.copytree(old, new, symlinks=True)
        else:
            shutil.copy2(old, new, follow_symlinks=False)
    elif is_folder(old) and is_folder(new):
        for entry in old.iterdir():
            _copy(entry, new / entry.name)
