"""JB101 and JB312: what cannot be opened in the handbook's folders, and links that lead back to where they stand.

MkDocs follows links to folders and opens whatever it finds: two links to their own folder keep it busy for ever, and a
pipe makes it wait for ever.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from journeybook.handbook import Handbook
from journeybook.problems import Problem, Text, say

MOST_FOLDERS = 20_000
"""Folders below `content/`, counted again for every link that leads to them."""


def check(book: Handbook) -> Iterator[Problem]:
    """Every folder that cannot be read, every file of `content/` that cannot be, and every link in a circle."""
    walk = _Walk(book)
    yield from walk.folder(str(book.settings.journeys), (), follow=False)
    yield from walk.folder(str(book.settings.toolkit), (), follow=False)
    yield from walk.folder(str(book.settings.content), (), follow=True)


class _Walk:
    def __init__(self, book: Handbook) -> None:
        self.book = book
        self.count = 0

    def folder(self, path: str, above: tuple[tuple[int, int], ...], *, follow: bool) -> Iterator[Problem]:
        """What is wrong in a folder; `above` are the folders that it is in, by their device and inode."""
        try:
            found = os.stat(path)  # noqa: PTH116  # thousands of files: a Path for each would take longer
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except FileNotFoundError:
            return  # a handbook needs none of its folders
        except OSError as error:
            yield self._problem(path, "JB101", _cannot(error))
            return
        own = found.st_dev, found.st_ino
        self.count += 1
        if own in above or self.count > MOST_FOLDERS:
            message = say("this link leads to a folder that it is in itself")
            if own not in above:
                message = say("this is folder {number}; links to folders make them too many", number=self.count)
            if self.count <= MOST_FOLDERS + 1:
                yield self._problem(path, "JB312", message, say("take the link out"))
            return
        for entry in entries:
            if _is_folder(entry, follow=follow):
                yield from self.folder(entry.path, (*above, own), follow=follow)
            elif follow:
                yield from self._file(entry)

    def _file(self, entry: os.DirEntry[str]) -> Iterator[Problem]:
        if entry.name.endswith(".md"):
            return  # it has been read, and what was wrong told
        try:
            if not stat.S_ISREG(entry.stat().st_mode):
                yield self._problem(entry.path, "JB101", say("this is a pipe or a device, not a file"))
            elif not os.access(entry.path, os.R_OK):
                yield self._problem(entry.path, "JB101", _cannot(PermissionError(13, "Permission denied")))
        except OSError as error:
            yield self._problem(entry.path, "JB101", _cannot(error))

    def _problem(self, path: str, code: str, message: Text, hint: Text | None = None) -> Problem:
        return Problem(self.book.settings.file(Path(path)), 0, 0, code, message, hint)


def _is_folder(entry: os.DirEntry[str], *, follow: bool) -> bool:
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:  # a link that leads to itself, or nowhere
        return False


def _cannot(error: OSError) -> Text:
    return say("this file cannot be opened: {reason}", reason=error.strerror or str(error))
