"""JB315: options of journeybook in mkdocs.yml that name a folder which is not there, or which cannot be one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from journeybook.handbook import Handbook, Settings
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.problems import Path as DataPath
from journeybook.problems.nearest import nearest
from journeybook.store.cache_dir import disturbed
from journeybook.store.shared_folders import as_scalar, holds_home

CODES = (
    Code(
        "JB315",
        means=(
            "An [option](publishing.md#options) in `mkdocs.yml` names a folder that is not there, a file, an "
            "address or `~`; `cache` names one that holds your files or the site; or `links` names one that "
            "holds all that you have."
        ),
        remedy="Write the folder that is offered, as a path seen from `mkdocs.yml`, or leave the option out.",
        example=Example(
            wrong="site_name: Mentoring\ntheme: material\nplugins:\n  - journeybook:\n      journeys: jorneys\n",
            right="site_name: Mentoring\ntheme: material\nplugins:\n  - journeybook:\n      journeys: journeys\n",
            file="mkdocs.yml",
            beside={"journeys/visit.yaml": "title: A first visit\nstages: [Before, After]\n"},
        ),
    ),
)

_SCHEME = "://"
Complaint = tuple[Text, Text]
"""What is wrong, and what to write instead."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report options whose folder is not there, is not named as a path, or would do harm."""
    settings = book.settings
    for path, name in _named(settings):
        wrong = wrong_cache(settings, name) if path == ("cache",) else _folder(settings, path, name)
        if wrong:
            yield settings.written[str(path[0])].problem("JB315", *wrong, path=path)


def _named(settings: Settings) -> Iterator[tuple[DataPath, str]]:
    for option, document in settings.written.items():
        given = document.data[option]
        yield from (
            (((option, place), name) for place, name in enumerate(given))
            if option == "links"
            else (((option,), given),)
        )


def _folder(settings: Settings, path: DataPath, name: str) -> Complaint | None:
    """Say what is wrong with an option that names a folder of files, or with an entry of `links`."""
    folder = settings.root / name
    if wrong := _no_path(settings, name):
        return wrong
    if path[0] == "links":
        return _absent(settings, name) or _too_wide(folder, name)
    return _absent(settings, name) if settings.is_missing(str(path[0]), folder) else None


def wrong_cache(settings: Settings, name: str) -> Complaint | None:
    """Say what is wrong with the cache, which need not be there."""
    folder = settings.root / name
    if wrong := _no_path(settings, name):
        return wrong
    hint = say("name a folder for it alone, such as `cache: .cache`, or leave the option out")
    if part := disturbed(folder, settings.parts):
        message = say("the cache’s files would be among those of ‘{part}’", part=settings.file(part))
        return message, hint
    if os.path.exists(folder) and not _is_folder(folder):  # noqa: PTH110  # as in `_is_folder`
        return say("‘{name}’ is a file, not a folder", name=name), hint
    return None


def _no_path(settings: Settings, name: str) -> Complaint | None:
    if not name.strip():
        return say("no folder is named here"), say("write its path, seen from mkdocs.yml, or leave this out")
    if _SCHEME in name:
        return say("‘{name}’ is an address, not a folder", name=name), say("put its files into a folder, and name that")
    if name.startswith("~"):
        message = say("‘{name}’ begins with ~, which stands for no folder here", name=name)
        hint = say("write the path, seen from mkdocs.yml, or all of it from the top of the disk")
        meant = _from_root(settings, Path(os.path.expanduser(name)))  # noqa: PTH111  # a name of nobody is no error
        return message, _write(meant) if meant else hint
    return None


def _absent(settings: Settings, name: str) -> Complaint | None:
    folder = settings.root / name
    if _is_folder(folder):
        return None
    if os.path.exists(folder):  # noqa: PTH110  # as in `_is_folder`
        return _file(name)
    hint = say("write the path of one that is there, seen from mkdocs.yml, or leave this out")
    meant = _nearest(settings.root, name)
    return say("there is no folder ‘{name}’", name=name), _write(meant) if meant else hint


def _file(name: str) -> Complaint:
    around = PurePosixPath(name).parent.as_posix()
    hint = say("name the folder that its files are in") if around == "." else _write(around)
    return say("‘{name}’ is a file, not a folder", name=name), hint


def _write(folder: str) -> Text:
    return say("write `{folder}`", folder=as_scalar(folder))


def _too_wide(folder: Path, name: str) -> Complaint | None:
    if not holds_home(folder):
        return None
    message = say("‘{name}’ holds all your files, so that links could publish any of them", name=name)
    return message, say("name only the folder whose files you share")


def _nearest(root: Path, name: str) -> str | None:
    """Find the folder that was most likely meant: another name for a part of the path, or one level more or less."""
    levels = (f"../{name}", name.removeprefix("../"))
    found = (path for path in (*levels, _mended(root, name)) if path and path != name)
    return next((path for path in found if _is_folder(root / path) and not holds_home(root / path)), None)


def _mended(root: Path, name: str) -> str | None:
    """Give the path with the nearest name of a folder in place of each part that is not there."""
    here = PurePosixPath()
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        meant: str | None = part
        if not _is_folder(root / here / part):
            meant = nearest(part, _folders(root / here))
        if meant is None:
            return None
        here /= meant
    return here.as_posix()


def _folders(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith(".")]
    except OSError:
        return []


def _from_root(settings: Settings, folder: Path) -> str | None:
    """Name a folder that is there as an option does."""
    if not folder.is_absolute() or not _is_folder(folder) or holds_home(folder):
        return None
    try:
        return Path(os.path.relpath(folder, settings.root.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        return folder.as_posix()


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that is closed to us counts as one, or as none, and is no error."""
    return os.path.isdir(path)  # noqa: PTH112
