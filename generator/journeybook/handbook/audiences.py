"""Whom the pages of a handbook are for."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from journeybook.handbook.chapters import ContentPage

if TYPE_CHECKING:
    from journeybook.handbook.book import Handbook


def audiences_of(book: Handbook, page: ContentPage) -> list[tuple[str, ...]]:
    """Give the audiences of a page, all of which must hold: those of its folders and its chapter, and its own.

    A folder and a chapter have that of the page that opens them.
    """
    folders = [folder.as_posix() for folder in PurePosixPath(page.path).parents if folder.name]
    openings = book.contents.openings
    around = [one for folder in reversed(folders) for one in openings.get(folder, ())]
    chapter = book.chapters.get(page.chapter or "")
    opening = [chapter.opening] if chapter and chapter.opening.is_index else []
    pages = dict.fromkeys([*around, *opening, page])
    return [one.front.audience for one in pages if one.front.audience]
