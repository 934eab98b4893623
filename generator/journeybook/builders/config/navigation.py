"""The navigation: chapters with their numbers, and the indexes of what is generated."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

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


def number_pages(nav: Navigation, book: Handbook) -> None:
    """Put numbers before the titles of chapters and sections."""
    for page in nav.pages:
        number = book.contents.numbers.get(page.file.src_uri)
        if number:
            page.title = f"{number} {_title(page, book)}"
    _number_sections(nav.items, book)


def _title(page: Page, book: Handbook) -> str:
    return page.title or book.pages[page.file.src_uri].title  # unread, it has the navigation's alone


def _number_sections(items: list[Any], book: Handbook) -> None:
    openings = {chapter.opening.path: chapter for chapter in book.chapters.values()}
    for item in items:
        if not isinstance(item, Section):
            continue
        own = item if isinstance(item, Page) else None  # as `section-index` makes them, numbered by now
        first = own or next((child for child in item.children if isinstance(child, Page)), None)
        chapter = openings.get(first.file.src_uri) if first else None
        if chapter and chapter.number:
            title = chapter.title if book.settings.nav is None else item.title
            item.title = item.title if own and book.settings.nav is not None else f"{chapter.number} {title}"
        _number_sections(item.children, book)


def numbered(nav: list[Any], book: Handbook) -> list[Any]:
    """Give a navigation for mkdocs.yml with the numbers written into its titles."""
    return [_numbered_item(item, book) for item in nav]


def _numbered_item(item: Any, book: Handbook) -> Any:
    if isinstance(item, str):
        number = book.contents.numbers.get(item)
        return {f"{number} {book.pages[item].title}": item} if number else item
    if not isinstance(item, dict):
        return item
    return {_numbered_name(title, value, book): _numbered_value(value, book) for title, value in item.items()}


def _numbered_name(title: str, value: Any, book: Handbook) -> str:
    first = next(nav_paths(value), "") if isinstance(value, list) else value
    opened = next((chapter for chapter in book.chapters.values() if chapter.opening.path == first), None)
    number = book.contents.numbers.get(first) if isinstance(value, str) or opened else None
    if isinstance(value, list) and opened and number and book.settings.nav is None:
        title = opened.title  # as in `_number_sections`
    return f"{number} {title}" if number else title


def _numbered_value(value: Any, book: Handbook) -> Any:
    return numbered(value, book) if isinstance(value, list) else value
