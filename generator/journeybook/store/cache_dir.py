"""Find the folder for a handbook's cache: one for each handbook, among the user's own caches.

What is in a cache becomes part of pages. So it is never in the handbook's folder, into which others may have put it,
and nowhere that anybody but the user may write to.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_cache_path

from journeybook.problems import JourneybookError
from journeybook.store.cache import digest
from journeybook.store.files import reason
from journeybook.store.same_place import lies_in

_CLOSED = 0o700


class NoCacheError(JourneybookError):
    """Raised where there is no folder for a cache; the message says why."""


def cache_dir(root: Path) -> Path:
    """Give the folder for the cache of the handbook in `root`; made, and closed to others, where it is missing.

    Raises a NoCacheError where it cannot be made, where it would lie in the handbook, or where somebody else may write
    to it or put another in its place.
    """
    root = root.resolve()
    place = user_cache_path("journeybook", appauthor=False)
    if not place.is_absolute():  # neither a home nor the variables that name one
        raise NoCacheError(f"your user has no folder for caches ({place})")
    folder = place / _name(root)
    if folder.resolve().is_relative_to(root):
        raise NoCacheError(f"your folder for caches, {place}, is in the handbook, and so is whatever came with it")
    try:
        for path in reversed([folder, *folder.parents]):
            path.mkdir(mode=_CLOSED, exist_ok=True)
        if not _is_own(folder):
            raise NoCacheError(f"{folder} or a folder around it belongs to somebody else, or others may write to it")
    except OSError as error:
        raise NoCacheError(reason(error)) from error
    return folder


def disturbed(folder: Path, parts: Iterable[Path]) -> Path | None:
    """Find the part of a handbook, or the `.git`, that a cache in `folder` would lie in or around; None where none is.

    The cache's files would stand among those of an author, and be published or read with them.
    """
    real = folder.resolve()
    if git := next((path for path in (real, *real.parents) if path.name.casefold() == ".git"), None):
        return git
    return next((part for part in parts if lies_in(folder, part) or lies_in(part, folder)), None)


def _name(root: Path) -> str:
    """Give a folder's name: letters of the handbook's own for people, and a digest that no other handbook has."""
    readable = re.sub(r"[^A-Za-z0-9]+", "-", root.name).strip("-")[:30]
    return f"{readable or 'handbook'}-{digest('handbook', str(root))[:32]}"


def _is_own(folder: Path) -> bool:
    """Tell whether only this user (and root, who may do everything) can change what is in a folder.

    On Windows, folders in the user's profile are.
    """
    if os.name == "nt":
        return True
    found = folder.stat()
    ways = {path for way in (folder, folder.resolve()) for path in way.parents}
    mine = found.st_uid == os.getuid() and not found.st_mode & ~_CLOSED & 0o777
    return mine and folder.lstat().st_uid in _trusted() and all(map(_is_fixed, ways))


def _is_fixed(folder: Path) -> bool:
    """Tell whether only this user and root can rename what is in a folder, or the folder itself if it is a link.

    Others may write to it where nobody may rename what is not their own, as in /tmp. A group with the number of its
    user is that user alone.
    """
    found = folder.stat()
    alone = found.st_gid == found.st_uid == os.getuid()
    others = stat.S_IWOTH if alone else stat.S_IWOTH | stat.S_IWGRP
    owners = {found.st_uid, folder.lstat().st_uid}
    return owners <= _trusted() and (not found.st_mode & others or bool(found.st_mode & stat.S_ISVTX))


def _trusted() -> set[int]:
    return {0, os.getuid()}
