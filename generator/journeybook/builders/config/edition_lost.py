"""JB426: files whose names a script of an edition makes up, and which it lacks, since something hidden names them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.builders.config.edition_around import around
from journeybook.builders.config.edition_folder import files_of, is_page
from journeybook.builders.config.edition_nav_file import nav_files
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of, hidden_places
from journeybook.handbook.named_files import NamedFiles, NamingText, reader
from journeybook.model.editions import Edition
from journeybook.problems import Problem, say

_SCRIPTS = (".js", ".mjs", ".cjs")
_MADE_UP = re.compile(r"[\w\]})]\s*\+\s*[\"'`][\w-]*(\.\w{1,5})[\"'`]|\}[\w-]*(\.\w{1,5})`")
"""The ending of a name of which the rest is made up, as in `"cards/" + n + ".png"`."""


def lost_by_name(config: MkDocsConfig, files: Files, book: Handbook) -> Iterator[Problem]:
    """Find such files, folder by folder, with the first edition that lacks them."""
    found = {file.src_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}
    sources = {path: source for path, source in found.items() if source.is_file()}
    read = reader(book.settings.content)
    scripts = {path: text for path in sources if path.endswith(_SCRIPTS) and (text := read(path))}
    made_up = {path: text for path, text in scripts.items() if _MADE_UP.search(text.text)}
    told = set[str]()
    for edition in book.editions if made_up else ():
        part = edition_of(book, edition)
        if edition.audience is not None and part.whole is not None:
            carried = _carried(config, files, part, sources)
            is_hidden = hidden_places(book, edition)
            lost = {path for path in sources if not (is_page(path) or path in carried or is_hidden(path))} - told
            for script in sorted(made_up.keys() & carried):
                named = sorted(_made_up_in(made_up[script], lost - told, book))
                told |= {*named}
                yield from (_problem(book, [*paths], script, edition) for _, paths in groupby(named, posixpath.dirname))


def _carried(config: MkDocsConfig, files: Files, book: Handbook, sources: Mapping[str, Path]) -> set[str]:
    """Give the files that an edition carries; none where one of them cannot be opened, which others tell."""
    kept_back = {file.src_uri for file in files if file.inclusion.is_excluded()}
    lists = {path: sources[path] for path in nav_files(config, book, sources)}
    try:
        return files_of(book, sources, around(config, book, sources, kept_back, lists))
    except OSError:
        return set()


def _made_up_in(script: NamingText, paths: set[str], book: Handbook) -> Iterator[str]:
    """Give those of some files whose names a script makes up, by their folder and their ending."""
    names = NamedFiles(paths, content=book.settings.file(book.settings.content), pages=book.pages)
    for path in names.named_in([script], paths):
        folder, ending = PurePosixPath(path).parent.name, PurePosixPath(path).suffix
        if ending and re.search(
            rf"(?<![\w-]){re.escape(folder)}/[^\n;,]{{0,80}}{re.escape(ending)}[\"'`]", script.text
        ):
            yield path


def _problem(book: Handbook, paths: list[str], script: str, edition: Edition) -> Problem:
    first, *more = paths
    message = say(
        "a script ({script}) makes up the name of this file, and something for others names it, so that the edition "
        "‘{edition}’ lacks it",
        script=script,
        edition=edition.name,
    )
    if more:
        message = say(
            "a script ({script}) makes up the names of this file and {more} more of its folder, and something for "
            "others names them, so that the edition ‘{edition}’ lacks them",
            script=script,
            more=len(more),
            edition=edition.name,
        )
    hint = say(
        "write the whole name, `{name}`, in the script, or in a list that it reads, such as a JSON; leave what is for "
        "others alone",
        name="/".join(first.split("/")[-2:]),
    )
    return Problem(book.settings.file(book.settings.content / first), 0, 0, "JB426", message, hint)
