"""Which files among the chapters a handbook leads to or names, and with them some edition of it, at the most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from journeybook.handbook.book import Handbook
from journeybook.handbook.config_files import config_files, items_of
from journeybook.handbook.editions import ACTIVITIES, GLOSSARY, JOURNEYS, WORKSHOPS
from journeybook.handbook.entries import Entry
from journeybook.handbook.host_files import goes_unnamed, licences_beside
from journeybook.handbook.included import takes_in, with_included
from journeybook.handbook.named_files import (
    NamedFiles,
    NamingText,
    follow,
    of_file,
    of_model,
    of_page,
    of_settings,
    reader,
)
from journeybook.handbook.pictures import all_pictures
from journeybook.markdown.brought_in import with_all_text
from journeybook.store.links import followed_files

_PROGRAM = re.compile(r"\S+\.py")


def shown_files(book: Handbook, paths: set[str]) -> set[str]:
    """Give those of some files, by their paths among the chapters, that something of a handbook leads to or names."""
    settings = book.settings
    begun = {path for path in paths if goes_unnamed(path)}
    configs = sorted({path for path in settings.root.glob("*.y*ml") if path.is_file()})
    nodes = [node for path in configs for _, _, node in config_files(path)]
    content, home = settings.file(settings.content), next(_addresses(nodes), "")
    names = NamedFiles(paths, home=home, content=content, pages=book.pages)
    shown = of_settings(nodes)
    hooks = [settings.root / name for name in _PROGRAM.findall(shown.text)]
    lists, beside = _of_lists(book, shown), (text for _, text in texts_beside(book, hooks))
    texts = [*_of_pages(book), *lists, *texts_of_entries(book), shown, *beside]
    found = follow(names, texts, reader(settings.content), lambda path: True, loosely=paths, begun=begun)
    return found | licences_beside(paths, found)


def _addresses(nodes: Iterable[yaml.Node | None]) -> Iterator[str]:
    """Give the site's own address, as each mkdocs.yml has it: at a `serve` it is another."""
    pairs = (pair for node in nodes for pair in items_of(node))
    yield from (value.value for key, value in pairs if key.value == "site_url" and isinstance(value, yaml.ScalarNode))


def _of_lists(book: Handbook, shown: NamingText) -> Iterator[NamingText]:
    """Give the lists that a plugin makes a navigation of; they are left out of the site, and so are no pages."""
    content, bounds = book.settings.content, book.settings.bounds
    names = {"SUMMARY.md", *(value for value in shown.text.splitlines() if value.endswith(".md"))}
    for file in (Path(one) for one in followed_files(content, bounds) if Path(one).name in names):
        path = file.relative_to(content).as_posix()
        if path not in book.pages and (text := text_at(file, path)):
            yield of_page(path, text.text)


def texts_of_entries(book: Handbook) -> Iterator[NamingText]:
    """Give the texts of journeys, activities and workshops, and of the glossary, as a handbook shows them."""
    for folder, shelf in ((JOURNEYS, book.journeys), (ACTIVITIES, book.activities), (WORKSHOPS, book.workshops)):
        yield from (of_model(entry.model, (folder, f"{folder}/{entry.id}")) for entry in shelf)
    if book.glossary.entry is not None:
        yield of_model(book.glossary.entry.model, (GLOSSARY,))


def texts_beside(book: Handbook, hooks: list[Path]) -> Iterator[tuple[Path, NamingText]]:
    """Give what makes or changes pages, or is copied into the site beside them, and may need files of the chapters."""
    for folder in filter(None, (book.settings.overrides, book.settings.page_templates)):
        for file in map(Path, followed_files(folder, book.settings.bounds)):
            if text := text_at(file, file.relative_to(folder).as_posix()):
                yield file, text
    for file in (*hooks, *sorted(resource_files(book))):
        if text := text_at(file, file.name):
            yield file, text


def text_at(file: Path, path: str) -> NamingText | None:
    """Give the text of a file that lies elsewhere, as if it had a path among the chapters; None of what is no text."""
    try:
        return of_file(path, file.read_bytes()) if file.is_file() else None
    except OSError:  # others tell of what cannot be opened
        return None


def resource_files(book: Handbook) -> set[Path]:
    """Give the files beside the YAML that a handbook offers for download or shows, and pictures that parts share."""
    shelves = (book.journeys, book.activities, book.workshops)
    given = {file for shelf in shelves for entry in shelf for file in _resources(book, entry)}
    return given | {one.file for one in all_pictures(book)}


def _resources(book: Handbook, entry: Entry[Any]) -> Iterator[Path]:
    folder = (book.settings.root / entry.document.file).parent
    yield from (folder / one.file for one in getattr(entry.model, "resources", ()) if one.file)


def _of_pages(book: Handbook) -> Iterator[NamingText]:
    for page in book.pages.values():
        text = page.document.text
        if takes_in(text, book.settings):
            text = with_included(text, page.path, book.settings)
            try:
                text += with_all_text(text, book.settings.markdown)
            except Exception:  # extensions of others raise what they like, which the build tells
                text += ""
        yield of_page(page.path, text)
    yield NamingText(repr(book.settings.markdown.configs), ("",))
