"""The last look at an edition: no file that is written may say a sentence of what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.edition_included import top_of
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.written import without_option
from journeybook.handbook import Handbook
from journeybook.handbook.config_files import config_files
from journeybook.handbook.every_page import BANNER
from journeybook.handbook.shown_snippets import shown_snippets
from journeybook.handbook.text_files import text_of
from journeybook.handbook.withheld import withheld
from journeybook.language.said import said_by_us

_TEXTS = (".csv", ".htm", ".html", ".ics", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".xhtml", ".xml")


_OF_PLUGINS = frozenset((".authors.yml", ".meta.yaml", ".meta.yml", ".nav.yaml", ".nav.yml", ".pages"))
"""Files among the chapters whose texts plugins put on pages; an edition's folder has its own."""


def refuse_words_in_site(site: Path, book: Handbook, config: MkDocsConfig, ours: Callable[[], Iterable[str]]) -> None:
    """Raise an EditionError where a file of a site that is made, and not yet in its place, says what is left out."""
    refuse_words(_read(site), book, config, ours)


def refuse_words(
    files: Iterable[tuple[str, bytes]], book: Handbook, config: MkDocsConfig, ours: Callable[[], Iterable[str]]
) -> None:
    """Raise an EditionError where one of some files, by their paths, says what the edition leaves out.

    `config` is the edition's own, of whose folders each file goes with it as it is. `ours` gives the texts that we
    write ourselves, of which the proof of editions tells that they say nothing for others; it is asked once something
    is found, for it takes time.
    """
    if book.whole is None or book.edition is None:
        return
    words = withheld(book, partial(_for_all, book, config, ours))
    for path, content in files if words else ():
        text = text_of(content) if path.casefold().endswith(_TEXTS) else None
        if text and (found := words.find(text)):
            said, file = found
            raise EditionError(
                f"{path}: ‘{said} …’ stands here, which of all sources only {file} says, and the edition "
                f"‘{book.edition.name}’ leaves that out. Take it out where it comes from: a plugin, a hook, a macro, a "
                "template or what a page takes in. If all may read it, write it on a page that the edition has"
            )


def _for_all(book: Handbook, config: MkDocsConfig, ours: Callable[[], Iterable[str]]) -> Iterator[str]:
    """Give what may stand on any page: what we say and write, what pages take in, mkdocs.yml, files that go along."""
    yield from said_by_us(book.settings.language)
    yield from ours()
    yield from shown_snippets(book)
    for _, text, root in config_files(Path(config.config_file_path or "mkdocs.yml").resolve()):
        yield without_option(text, root, BANNER)  # of whose texts some may be for others
    folders = [
        top_of(Path(config.docs_dir), book),
        *([Path(config.theme.custom_dir)] if config.theme.custom_dir else []),
    ]
    for folder in folders:
        yield from (text_of(content) or "" for _, content in _read(folder))
        yield from (text_of(file.read_bytes()) or "" for file in folder.rglob(".*") if file.name in _OF_PLUGINS)


def _read(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file() and file.suffix.casefold() in _TEXTS:
            yield file.relative_to(site).as_posix(), file.read_bytes()
