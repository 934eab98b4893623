"""The navigation: chapters with their numbers, and the indexes of what is generated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import dirname_to_title

from journeybook.handbook import Handbook
from journeybook.handbook.chapters import INDEXES, nav_paths
from journeybook.pages.artifact import PageArtifact


def with_indexes(nav: list[Any] | None, pages: list[PageArtifact]) -> list[Any] | None:
    """Add our indexes at the end of a navigation that names none of them.

    One that names some is the author's choice.
    """
    ours = [page for page in pages if page.in_nav and page.path not in INDEXES]
    if nav is None or set(nav_paths(nav)) & {page.path for page in ours}:
        return nav
    return [*nav, *({page.title: page.path} for page in ours)]


def titles_of_openings(book: Handbook, pages: list[PageArtifact]) -> dict[str, str]:
    """Give the titles of pages that open a folder, by path: chapters with their numbers, and indexes of ours.

    They are the names of their folders in a navigation that nobody has written; an author's title goes first.
    """
    written = {page.path: book.pages[page.path] for page in pages if page.path in book.pages}
    made = {page.path: written[page.path].title if page.path in written else page.title for page in pages}
    chapters = {chapter.opening.path: chapter.name for chapter in book.chapters.values()}
    return {path: title for path, title in (made | chapters).items() if PurePosixPath(path).name in INDEXES}


def number_pages(nav: Navigation, book: Handbook, pages: list[PageArtifact]) -> None:
    """Put numbers before the titles of chapters and sections; name folders as the pages that open them."""
    for page in nav.pages:
        number = book.contents.numbers.get(page.file.src_uri)
        if number:
            page.title = f"{number} {_title(page, book)}"
    _number_sections(nav.items, book, titles_of_openings(book, pages) if book.settings.nav is None else {})


def _title(page: Page, book: Handbook) -> str:
    return page.title or book.pages[page.file.src_uri].title  # unread, it has the navigation's alone


def _number_sections(items: list[Any], book: Handbook, titles: Mapping[str, str]) -> None:
    openings = {chapter.opening.path: chapter for chapter in book.chapters.values()}
    for item in items:
        if not isinstance(item, Section):
            continue
        own = item if isinstance(item, Page) else None  # as `section-index` makes them, numbered by now
        first = own or next((child for child in item.children if isinstance(child, Page)), None)
        path = first.file.src_uri if first else ""
        chapter = openings.get(path)
        if chapter and chapter.number:
            title = chapter.title if book.settings.nav is None else item.title
            item.title = item.title if own and book.settings.nav is not None else f"{chapter.number} {title}"
        elif not own and _is_named_by_folder(item.title, path):
            item.title = titles.get(path, item.title)
        _number_sections(item.children, book, titles)


def _is_named_by_folder(title: str, path: str) -> bool:
    """Tell whether a section has the name that MkDocs makes of the folder that a page opens, and no author's."""
    return title == dirname_to_title(PurePosixPath(path).parent.name)


def numbered(nav: list[Any], book: Handbook, titles: Mapping[str, str]) -> list[Any]:
    """Give a navigation for mkdocs.yml with numbers in its titles; `titles` are those of folders, as above."""
    return [_numbered_item(item, book, titles) for item in nav]


def _numbered_item(item: Any, book: Handbook, titles: Mapping[str, str]) -> Any:
    if isinstance(item, str):
        number = book.contents.numbers.get(item)
        return {f"{number} {book.pages[item].title}": item} if number else item
    if not isinstance(item, dict):
        return item
    return {
        _numbered_name(title, value, book, titles): numbered(value, book, titles) if isinstance(value, list) else value
        for title, value in item.items()
    }


def _numbered_name(title: str, value: Any, book: Handbook, titles: Mapping[str, str]) -> str:
    first = next(nav_paths(value), "") if isinstance(value, list) else value
    opened = next((chapter for chapter in book.chapters.values() if chapter.opening.path == first), None)
    number = book.contents.numbers.get(first) if isinstance(value, str) or opened else None
    if isinstance(value, list) and opened and number and book.settings.nav is None:
        title = opened.title  # as in `_number_sections`
    elif isinstance(value, list) and _is_named_by_folder(title, first):
        title = titles.get(first, title)
    return f"{number} {title}" if number else title
