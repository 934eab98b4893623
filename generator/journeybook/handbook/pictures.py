"""The pictures of journeys and activities, and of their stages and steps: where each lies, and how large it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.handbook.picture_files import PictureInfo, picture_info
from journeybook.handbook.settings import Settings
from journeybook.model.illustration import Illustration
from journeybook.model.walk import models
from journeybook.problems import Path as DataPath
from journeybook.store.files import is_file, open_file
from journeybook.store.links import Bounds, stays

MOST_BYTES = 10_000_000
"""A larger picture is an error: a page would take minutes to load on a phone."""
_MOST_KEPT = 1000
Stamp = tuple[str, int, int]
SHARED = "files/"
"""How the paths of pictures begin that all parts of a handbook share: they lie in this folder of its root."""


@dataclass(frozen=True)
class PlacedPicture:
    """A picture of an entry, the way to it in the entry's data, and the file that it is."""

    entry: Entry[Any]
    path: DataPath
    picture: Illustration
    file: Path


def pictures_of(settings: Settings, entry: Entry[Any]) -> Iterator[PlacedPicture]:
    """Give the pictures of an entry, and of all in it, in the order of the file."""
    for path, model in models(entry.model):
        if isinstance(model, Illustration):
            yield PlacedPicture(entry, path, model, picture_file(settings, entry, model))


def all_pictures(book: Handbook) -> Iterator[PlacedPicture]:
    """Give the pictures of a handbook."""
    for shelf in (book.journeys, book.activities):
        for entry in shelf:
            yield from pictures_of(book.settings, entry)


def picture_file(settings: Settings, entry: Entry[Any], picture: Illustration) -> Path:
    """Give the file of a picture: beside the YAML, else below `files/` of the handbook's root."""
    beside = (settings.root / entry.document.file).parent / picture.file
    return settings.root / picture.file if is_shared(settings, entry, picture) else beside


def is_shared(settings: Settings, entry: Entry[Any], picture: Illustration) -> bool:
    """Tell whether a picture is one of those in the folder that all parts of a handbook share."""
    beside = (settings.root / entry.document.file).parent / picture.file
    return picture.file.startswith(SHARED) and not is_file(beside) and is_file(settings.root / picture.file)


def read_picture(file: Path, bounds: Bounds) -> bytes | None:
    """Read a picture, and a byte more than the most that one may have; None where it cannot be, or must not."""
    try:
        if not stays(file, bounds):
            return None
        with open_file(file) as opened:
            return opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):  # ValueError: no name at all
        return None


def info_of(file: Path, settings: Settings) -> PictureInfo | None:
    """Tell what a picture is; None where it is none, of which a check tells."""
    return _info(picture_stamp(file), settings.bounds)


@lru_cache(maxsize=_MOST_KEPT)  # `serve` asks of all pictures again after each change
def _info(stamp: Stamp, bounds: tuple[Path, ...]) -> PictureInfo | None:
    data = read_picture(Path(stamp[0]), bounds)
    return picture_info(data) if data else None


def picture_stamp(file: Path) -> Stamp:
    """Give what tells that a picture is another one than it was: its path, its size, and when it was written."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return str(file), 0, 0
    return str(file), found.st_size, found.st_mtime_ns
