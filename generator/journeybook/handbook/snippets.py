"""Snippets that a page takes in and that are in none of their folders, each where it is named."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from journeybook.markdown.references import line_starts
from journeybook.markdown.settings import MarkdownSettings
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document

_EXTENSION = "pymdownx.snippets"
_NAMED = re.compile(r"^[ \t]*-+8<-+[ \t]+(?P<quote>[\"'])(?P<name>(?!https?:)[^\"'\n]+)(?P=quote)[ \t]*\r?$", re.M)
_PART = re.compile(r"(?:(?::-?\d*){1,2}(?:,-?\d*(?::-?\d*)?)*|:[a-z][-_0-9a-z]*)$", re.I)
"""The lines or the section of a file that are taken in."""
_MOST = 2000  # files to look at for the one that was meant


def missing_snippets(document: Document, settings: MarkdownSettings) -> Iterator[Problem]:
    """Find the snippets that a page names and no folder has; those that other snippets name are left out."""
    folders = _folders(settings)
    starts = line_starts(document.text)
    for found in _NAMED.finditer(document.text):
        name = _PART.sub("", found["name"])
        if any(_is_file(folder / name) or (folder.name == name and _is_file(folder)) for folder in folders):
            continue
        line = bisect_right(starts, found.start("name"))
        message = say("there is no snippet ‘{name}’", name=name)
        column = found.start("name") - starts[line - 1] + 1
        yield document.problem_at("JB120", message, _hint(name, folders, document.file), line=line, column=column)


def taken_in(text: str, settings: MarkdownSettings, root: Path) -> Iterator[tuple[int, str, Path]]:
    """Give the place, the name and the file of each snippet that a page takes in by a line of its own.

    Folders are seen from `root`, that of mkdocs.yml.
    """
    if _EXTENSION in settings.extensions and "8<" in text:
        folders = [root / folder for folder in _folders(settings)]
        for found in _NAMED.finditer(text):
            name = _PART.sub("", found["name"])
            file = next((folder / name for folder in folders if _is_file(folder / name)), None)
            if file is not None:
                yield found.start("name"), name, file


def _is_file(path: Path) -> bool:
    """Tell whether there is a file; a name that no system can hold is none, and no error."""
    return os.path.isfile(path)  # noqa: PTH113


def _folders(settings: MarkdownSettings) -> list[Path]:
    given = settings.configs.get(_EXTENSION, {}).get("base_path") or ["."]
    return [Path(os.fspath(one)) for one in (given if isinstance(given, list) else [given])]


def _hint(name: str, folders: list[Path], file: str) -> Text:
    if meant := _meant(name, folders) or _above(name, folders, file):
        return say("write `{name}`", name=meant)
    if folders[0] == Path():
        return say("put the file beside mkdocs.yml, or take the line out")
    shown = folders[0].name if folders[0].is_absolute() else folders[0].as_posix()
    return say("put the file into the folder `{folder}`, or take the line out", folder=shown)


def _above(name: str, folders: list[Path], file: str) -> str | None:
    """Give the snippet as seen from its folder that is named as seen from the page that names it, or from one above."""
    for folder in Path(file).parents:
        there = Path(os.path.normpath(folder / name))
        if _is_file(there) and folders[0] == Path():
            return there.as_posix()
    return None


def _meant(name: str, folders: list[Path]) -> str | None:
    """Give the snippet of the same name in another folder, or that of nearly the same name."""
    known = list(_names(folders))
    same = [one for one in known if one.rpartition("/")[2].casefold() == name.rpartition("/")[2].casefold()]
    return same[0] if len(same) == 1 else nearest(name, known)


def _names(folders: list[Path]) -> Iterator[str]:
    """Give the texts in the folders, by their names from there; not in those of a whole handbook."""
    for folder in filter(os.path.isdir, folders):
        found = folder.rglob("*") if folder.name not in ("", ".") else folder.glob("*")
        files = (path for _, path in zip(range(_MOST), found, strict=False) if _is_file(path))
        yield from (path.relative_to(folder).as_posix() for path in files if not path.name.startswith("."))
