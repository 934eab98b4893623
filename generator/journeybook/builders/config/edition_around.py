"""What an edition has besides its pages and entries that may name files, and what it lacks besides them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.edition_files import Around
from journeybook.builders.config.edition_own import is_for_others, roles_at_top
from journeybook.builders.config.settings import root_of
from journeybook.builders.config.written import config_files
from journeybook.handbook import Handbook
from journeybook.handbook.entries import Entry
from journeybook.handbook.named_files import NamingText, of_file, of_settings
from journeybook.store.links import followed_files


def around(config: MkDocsConfig, book: Handbook, sources: Mapping[str, Path], kept_back: Collection[str]) -> Around:
    """Give what decides about an edition's files besides its pages and entries.

    `sources` are all files among the chapters by their paths, of which MkDocs publishes none that is kept back.
    """
    assert book.whole and book.edition
    root = Path(config.config_file_path or "mkdocs.yml").resolve()
    settings = of_settings(node for _, _, node in config_files(root))
    hidden = [file.read_text("utf-8-sig", "replace") for file in _others(book, sources) if file.is_file()]
    return Around(
        shown=(settings, *_programs(config, book)),
        hidden="\n".join(hidden),
        address=config.site_url or "",
        asked=frozenset(_asked(config)),
        unpublished=frozenset(kept_back),
    )


def draft_files(book: Handbook) -> Iterator[Path]:
    """Give the files of journeys, activities and workshops that are not finished, which no site has."""
    for shelf in (book.journeys, book.activities, book.workshops):
        yield from (book.settings.root / shelf.files[id] for id in shelf.drafts if id in shelf.files)


def resource_files(book: Handbook) -> set[Path]:
    """Give the files beside the YAML that a handbook offers for download."""
    shelves = (book.journeys, book.activities, book.workshops)
    return {file for shelf in shelves for entry in shelf for file in _resources(book, entry)}


def _resources(book: Handbook, entry: Entry[Any]) -> Iterator[Path]:
    folder = (book.settings.root / entry.document.file).parent
    yield from (folder / one.file for one in getattr(entry.model, "resources", ()) if one.file)


def _asked(config: MkDocsConfig) -> Iterator[str]:
    """Give the files that mkdocs.yml names for the look of the site."""
    yield from (str(config.theme.get(name)) for name in ("logo", "favicon"))
    yield from (str(one) for one in (*config.extra_css, *config.extra_javascript))


def _others(book: Handbook, sources: Mapping[str, Path]) -> Iterator[Path]:
    """Give what is for others, or not finished, and is neither a page nor an entry of the whole handbook."""
    assert book.whole and book.edition
    yield from draft_files(book.whole)
    known = book.settings.roles, [one.name for one in book.editions]
    for path, file in sources.items():
        if path.endswith(".md") and path not in book.whole.pages:
            text = file.read_text("utf-8-sig", "replace")
            if not book.edition.shows(roles_at_top(text, *known)):
                yield file


def _programs(config: MkDocsConfig, book: Handbook) -> Iterator[NamingText]:
    """Give what makes or changes pages, or is copied into the site beside them, and may need files of the chapters."""
    assert book.edition
    known = book.settings.roles, [one.name for one in book.editions]
    folders = [folder for folder in (config.theme.custom_dir, book.settings.page_templates) if folder]
    for folder in folders:
        for file in map(Path, followed_files(Path(folder), book.settings.bounds)):
            if not is_for_others(file, book.edition, *known):
                yield from _text(file, file.relative_to(folder).as_posix())
    for name in config.hooks:
        yield from _text(root_of(config) / name, posixpath.basename(name))
    for file in sorted(resource_files(book)):
        yield from _text(file, Path(os.path.relpath(file, root_of(config))).as_posix())


def _text(file: Path, path: str) -> Iterator[NamingText]:
    text = of_file(path, file.read_bytes()) if file.is_file() else None
    if text:
        yield text
