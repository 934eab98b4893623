"""Refuse folders for a site or for generated files in which something that somebody else wrote would be lost."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from journeybook.problems import JourneybookError
from journeybook.problems.report import printable
from journeybook.store.manifest import read_manifest
from journeybook.store.same_place import lies_in

MANIFEST = ".journeybook.site.json"
"""The list of what a build wrote into a site, in the site itself: hidden, so that MkDocs leaves it there."""
_GENERATOR = re.compile(rb"""<meta\s+name=["']?generator["']?\s+content=["']?(mkdocs|zensical)-""")
_INSTEAD = "name a folder of its own for the site, such as `-d {name}`, or `site_dir: {name}` in mkdocs.yml"
INSTEAD = _INSTEAD.format(name="site")
_NO_FOLDERS = ("~", "http:", "https:")  # as a shell knows one, and the others a browser
_OF_A_SYSTEM = "lost+found"  # at the top of a volume of its own


class DestinationError(JourneybookError):
    """Raised for a folder that is not to be written into; the message says what would be lost, and what to write."""


@dataclass(frozen=True)
class Precious:
    """Something that no build may touch: what it is, in the words of a message, and where."""

    what: str
    path: Path


def instead_of(site: Path, root: Path) -> str:
    """Say what to write in place of a folder for the site that was refused, as the end of a sentence.

    The name that is offered is seen from `root`, the folder of mkdocs.yml, and a site can be built there.
    """
    real = Path(os.path.realpath(site))
    name = next(name for name in _names("site") if _takes_a_site(root / name, real))
    return _INSTEAD.format(name=name)


def new_name(folder: Path, name: str) -> str:
    """Give that name, or the first of `name-2`, `name-3` and so on, that nothing in a folder has."""
    return next(name for name in _names(name) if not os.path.lexists(folder / name))


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _takes_a_site(folder: Path, refused: Path) -> bool:
    try:
        check_site(folder)
    except (JourneybookError, OSError):
        return False
    return Path(os.path.realpath(folder)) != refused


def check_place(target: Path, precious: Iterable[Precious], instead: str = INSTEAD) -> None:
    """Refuse a folder that is, holds or lies in anything precious or in a `.git`, whether it is there yet or not.

    `instead` says what to write, as the end of a sentence. Raises a DestinationError that tells what would have been
    lost.
    """
    if strange := next((part for part in target.parts if part in _NO_FOLDERS), None):
        raise DestinationError(
            f"‘{strange}’ in {target} stands for no folder here. Write the whole path, or {instead}."
        )
    if git := next((part for part in _around(target) if part.name.casefold() == ".git"), None):
        raise _refused(target, f"destroy the history of a repository in {git}", instead)
    for thing in precious:
        if any(lies_in(path, target) for path in (thing.path, thing.path.parent)):  # what is there may be a link
            raise _refused(target, f"destroy {thing.what} in {thing.path}", instead)
        if lies_in(target, thing.path):
            raise _refused(target, f"mix its files with {thing.what} in {thing.path}", instead)


def _refused(target: Path, consequence: str, instead: str) -> DestinationError:
    return DestinationError(f"Writing into {target} would {consequence}; {instead}.")


def _around(target: Path) -> Iterator[Path]:
    real = Path(os.path.realpath(target))
    yield from (real, *real.parents)


def repositories_of(folder: Path) -> Iterator[Precious]:
    """Give the `.git` of every repository that a folder lies in, or where its history is kept elsewhere."""
    for around in _around(folder):
        git = around / ".git"
        if git.is_dir():
            yield Precious("the history of the handbook’s repository", git)
        elif git.is_file():
            yield Precious("the repository of the handbook", git)
            yield from (Precious("the history of the handbook’s repository", path) for path in _kept_at(git))


def _kept_at(git: Path) -> Iterator[Path]:
    """Read from the file `.git` of a worktree or a submodule where its history is."""
    try:
        key, _, path = git.read_text("utf-8", "surrogateescape").partition(":")
    except OSError:
        return
    if key == "gitdir" and path.strip():
        yield git.parent / path.strip()


def is_hidden(name: str) -> bool:
    """Tell whether an entry of a folder is its owner's or the system's, and no part of what is shown."""
    return name.startswith(".") or name == _OF_A_SYSTEM


def check_site(site: Path, instead: str = INSTEAD) -> None:
    """Refuse a folder whose files are no site: it has to be absent, empty, listed by us, or an older build's.

    What is hidden does not count. Raises a DestinationError that names something which would be lost and, in the words
    of `instead`, what to write; a ManifestError as in `read_manifest`.
    """
    if site.exists() and not site.is_dir():
        raise DestinationError(f"{site} is a file; {instead}.")
    if not site.is_dir() or read_manifest(site / MANIFEST) is not None or is_old_site(site):
        return
    if shown := sorted(entry.name for entry in site.iterdir() if not is_hidden(entry.name)):
        some = f"what no build has put there, such as ‘{printable(shown[0])}’"
        raise _refused(site, f"destroy {some}", f"{instead}, or move that away")


def is_old_site(folder: Path) -> bool:
    """Tell whether a folder has what every site of MkDocs with Material, or of Zensical, has."""
    pages = (folder / "index.html", folder / "404.html")
    return (folder / "sitemap.xml").is_file() and all(page.is_file() and _has_line(page) for page in pages)


def _has_line(page: Path) -> bool:
    return bool(_GENERATOR.search(page.read_bytes()))
