"""Snippets that a page takes in and that are in none of their folders, each where it is named."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from journeybook.markdown.references import line_starts
from journeybook.markdown.settings import MarkdownSettings
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document, read_text

_EXTENSION = "pymdownx.snippets"
_NAMED = re.compile(r"^[ \t]*-+8<-+[ \t]+(?P<quote>[\"'])(?P<name>(?!https?:)[^\"'\n]+)(?P=quote)[ \t]*\r?$", re.M)
_BLOCK = re.compile(
    r"^[ \t]*-+8<-+[ \t]*\r?\n(?P<names>(?:(?![ \t]*-+8<-+[ \t]*\r?$).*\n)*)[ \t]*-+8<-+[ \t]*\r?$", re.M
)
"""Two lines of scissors, and a snippet on each line between them."""
_IN_BLOCK = re.compile(r"^[ \t]*(?P<name>(?!https?:|;)[^\s\"'][^\n]*?)[ \t]*\r?$", re.M)
_SECTION = re.compile(r"-+8<-+[ \t]+\[[ \t]*start[ \t]*:[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\]", re.I)
_PART = re.compile(r"(?:(?::-?\d*){1,2}(?:,-?\d*(?::-?\d*)?)*|:[a-z][-_0-9a-z]*)$", re.I)
"""The lines or the section of a file that are taken in."""
_USUAL = ("snippets", "_snippets", "includes", "_includes", "partials", "shared")
"""Folders beside mkdocs.yml in which people keep them."""
_MOST = 2000  # files to look at for the one that was meant


def missing_snippets(document: Document, settings: MarkdownSettings) -> Iterator[Problem]:
    """Find the snippets that a page names and no folder has, and those that are no text.

    Those that other snippets name are left out.
    """
    folders = _folders(settings)
    starts = line_starts(document.text)
    for place, typed in sorted(_named(document.text)):
        name = _PART.sub("", typed)
        line = bisect_right(starts, place)
        column = place - starts[line - 1] + 1
        if file := _file(folders, name):
            yield from (wrong for wrong in read_text(file, file.as_posix())[1] if wrong.code == "JB102")
            if told := _missing_section(file, name, typed.removeprefix(name).removeprefix(":")):
                yield document.problem_at("JB120", *told, line=line, column=column)
            continue
        message = say("there is no snippet ‘{name}’", name=name)
        yield document.problem_at("JB120", message, _hint(name, folders, document.file), line=line, column=column)


def _named(text: str) -> Iterator[tuple[int, str]]:
    """Give the place and the name of each snippet, in a line of its own or in a block of them."""
    yield from ((found.start("name"), found["name"]) for found in _NAMED.finditer(text))
    for block in _BLOCK.finditer(text):
        names = _IN_BLOCK.finditer(text, block.start("names"), block.end("names"))
        yield from ((found.start("name"), found["name"]) for found in names)


def _file(folders: list[Path], name: str) -> Path | None:
    """Find the file of a snippet, in a folder or as one that stands in the place of a folder."""
    for folder in folders:
        if folder.name == name and _is_file(folder):
            return folder
        if _is_file(folder / name):
            return folder / name
    return None


def _missing_section(file: Path, name: str, section: str) -> tuple[Text, Text] | None:
    """Say that a file lacks the section that is taken in, and what to write; None where that is there, or lines are."""
    if not section[:1].isalpha():
        return None
    known = dict.fromkeys(found["name"] for found in _SECTION.finditer(read_text(file, name)[0] or ""))
    if section in known:
        return None
    message = say("the snippet ‘{name}’ has no section ‘{section}’", name=name, section=section)
    if meant := nearest(section, known):
        return message, say("write `{name}`", name=f"{name}:{meant}")
    begin, end = (f"--8<-- [{word}:{section}]" for word in ("start", "end"))
    if file.suffix.casefold() in (".md", ".html"):
        begin, end = f"<!-- {begin} -->", f"<!-- {end} -->"
    hint = say(
        "write `{begin}` above that section in the file and `{end}` below it; or take `{part}` out",
        begin=begin,
        end=end,
        part=f":{section}",
    )
    return message, hint


def taken_in(text: str, settings: MarkdownSettings, root: Path) -> Iterator[tuple[int, str, Path]]:
    """Give the place, the name and the file of each snippet that a page takes in.

    Folders are seen from `root`, that of mkdocs.yml.
    """
    if _EXTENSION in settings.extensions and "8<" in text:
        folders = [root / folder for folder in _folders(settings)]
        for place, typed in sorted(_named(text)):
            name = _PART.sub("", typed)
            if (file := _file(folders, name)) is not None:
                yield place, name, file


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
    bare, _, section = name.replace("\\", "/").partition("#")
    known = list(_names(folders, bare.rpartition("/")[0]))
    wanted = _last(bare)
    same = [one for one in known if wanted in (_last(one), _last(one).rpartition(".")[0])]
    found = bare if bare in known else same[0] if len(same) == 1 else nearest(bare, known)
    file = _file(folders, found) if found and section else None
    sections = [one["name"] for one in _SECTION.finditer(read_text(file, name)[0] or "")] if file else []
    return f"{found}:{section}" if section in sections else found


def _last(name: str) -> str:
    return name.rpartition("/")[2].casefold()


def _names(folders: list[Path], named: str) -> Iterator[str]:
    """Give the texts in the folders, by their names from there.

    Of a whole handbook, they are those right in it, in the folder that is `named`, and where snippets usually lie.
    """
    for folder in filter(os.path.isdir, folders):
        found: Iterable[Path] = folder.rglob("*")
        if folder.name in ("", "."):
            beside = (one for one in dict.fromkeys((named, *_USUAL)) if one and ".." not in one)
            inside = (folder / one for one in beside if not Path(one).is_absolute())
            found = chain(folder.glob("*"), *(one.glob("*") for one in inside))
        files = (path for _, path in zip(range(_MOST), found, strict=False) if _is_file(path))
        yield from (path.relative_to(folder).as_posix() for path in files if not path.name.startswith("."))
