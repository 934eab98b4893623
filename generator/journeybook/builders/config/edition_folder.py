"""The chapters' folder of an edition on disk, which builders read in place of the author's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from journeybook.builders.config.edition_files import Around, carried_files, page_text
from journeybook.builders.config.edition_own import marked_for_others
from journeybook.builders.config.edition_sources import copies_of_sources
from journeybook.handbook import Handbook


def fill_folder(folder: Path, book: Handbook, sources: Mapping[str, Path], around: Around | None = None) -> None:
    """Make a folder hold what an edition carries of some files, by their paths among the chapters, and nothing else.

    Each file has the time of its source, and one that is as it was is left alone, so that a `serve` writes again only
    what has changed. An OSError where a source cannot be read.
    """
    texts = {path: text for path in sources if is_page(path) and (text := page_text(book, path)) is not None}
    others = files_of(book, sources, around)
    _remove_others(folder, texts.keys() | others)
    for path in others:
        _copy(sources[path], folder / path)
    for path, text in texts.items():
        _write(folder / path, text, sources[path])


def files_of(book: Handbook, sources: Mapping[str, Path], around: Around | None = None) -> set[str]:
    """Give those of some files that an edition carries besides its pages, by their paths among the chapters."""
    others = {path for path in sources if not is_page(path)}
    if book.whole is None or book.edition is None:
        return others
    files = {path: sources[path] for path in others}
    marked = frozenset(marked_for_others(book, book.edition, files))
    own = frozenset(copies_of_sources(book, files))
    return carried_files(book, others, replace(around or Around(), marked=marked, sources=own)) - marked - own


def is_page(path: str) -> bool:
    """Tell whether MkDocs makes a page of a file, as its `utils.is_markdown_file` does."""
    return path.endswith((".markdown", ".mdown", ".mkdn", ".mkd", ".md"))


def _remove_others(folder: Path, kept: set[str]) -> None:
    for path in [*folder.rglob("*")]:
        if not path.is_dir() and path.relative_to(folder).as_posix() not in kept:
            path.unlink()


def _copy(source: Path, target: Path) -> None:
    was, found = _stat(target), source.stat()
    if was is None or (was.st_size, was.st_mtime_ns) != (found.st_size, found.st_mtime_ns):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _write(target: Path, text: str, source: Path) -> None:
    content = text.encode()
    if _stat(target) is None or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    times = source.stat()
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))


def _stat(path: Path) -> os.stat_result | None:
    return path.stat() if path.is_file() else None
