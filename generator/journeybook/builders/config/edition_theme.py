"""Which files of the theme's own folder, which builders copy into a site, an edition leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.edition_around import draft_files
from journeybook.builders.config.edition_files import Around, named_by_others, told_by_others
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.edition_own import withheld
from journeybook.handbook import Handbook
from journeybook.handbook.editions import entries_in_part, hidden_places
from journeybook.handbook.host_files import goes_unnamed
from journeybook.handbook.shown_files import resource_files, text_at
from journeybook.store.links import followed_files

_NAMES_FILES = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".webmanifest", ".txt"}
"""Files that are copied into a site and may need another one."""


def left_out_of_theme(config: MkDocsConfig, book: Handbook, chapters: Path, around: Around) -> set[str]:
    """Give the files of the theme's own folder, which builders copy into the site, that are for others.

    They say so themselves, or only hidden pages name them, or they are by a link of the file system what is for others.
    An EditionError where it is the folder of the chapters, too.
    """
    if not config.theme.custom_dir or book.edition is None:
        return set()
    own = Path(config.theme.custom_dir)
    if book.settings.content.resolve().is_relative_to(own.resolve()):
        raise EditionError(
            f"the chapters lie in the folder ‘{own.name}’ of templates (`custom_dir`), which builders copy "
            "as it is, with what is for others. Put the templates into a folder of their own, and write "
            "`custom_dir: overrides` below `theme:` in mkdocs.yml"
        )
    files = {Path(file).relative_to(own).as_posix(): Path(file) for file in followed_files(own, book.settings.bounds)}
    beside = [path for path in chapters.rglob("*") if path.suffix in _NAMES_FILES]
    shown = filter(None, (text_at(path, path.relative_to(chapters).as_posix()) for path in beside))
    copied = {path: file for path, file in files.items() if not _is_template(path, config, own)}
    asked = (path for path in copied if not (path.endswith(".html") or goes_unnamed(path) or _is_behind(path, config)))
    named = named_by_others(book, around, asked, shown)
    return named | withheld(book, book.edition, copied) | set(_links_to_hidden(copied, book, chapters, around))


def _links_to_hidden(files: Mapping[str, Path], book: Handbook, chapters: Path, around: Around) -> Iterator[str]:
    """Give the files that are, by a link of the file system, what an edition leaves out of the chapters or the YAML."""
    assert book.edition and book.whole
    content = book.settings.content.resolve()
    is_hidden, is_told = hidden_places(book.whole, book.edition), told_by_others(book, around)
    entries = (book.settings.root / entry.document.file for entry in entries_in_part(book))
    beside = resource_files(book.whole) - resource_files(book)
    others = {file.resolve() for file in (*entries, *beside, *draft_files(book.whole))}
    for path, file in files.items():
        real = file.resolve()
        if real in others:
            yield path
        elif real.is_relative_to(content) and real != file.absolute():
            place = real.relative_to(content).as_posix()
            is_there = (chapters / place).is_file()
            if place in book.whole.pages or (not is_there and (is_hidden(place) or is_told(place))):
                yield path


def _is_template(path: str, config: MkDocsConfig, own: Path) -> bool:
    """Tell whether a file of the theme's own folder takes the place of one of the theme, or others take it in."""
    if not path.endswith((".html", ".xml")):
        return False
    texts = (one.read_text("utf-8", "replace") for one in own.rglob("*.html") if one.is_file())
    return _is_behind(path, config) or any(path in text for text in texts)


def _is_behind(path: str, config: MkDocsConfig) -> bool:
    """Tell whether a theme has a file of that path, in whose place the own one comes."""
    folders = (Path(folder) for folder in config.theme.dirs)
    return any((folder / path).is_file() for folder in folders if folder != Path(config.theme.custom_dir or ""))
