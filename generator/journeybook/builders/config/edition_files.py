"""What the chapters' folder is in an edition: its pages without what is for others, and the files that go with them.

MkDocs, and its plugins, read the folder themselves. So an edition has a folder of its own, in which nothing lies that
it leaves out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.scan import scan
from journeybook.markdown.settings import MarkdownSettings


def page_text(book: Handbook, path: str) -> str | None:
    """Give the text of a page as an edition has it; None where it leaves the page out, or nobody could read it."""
    page = book.pages.get(path)
    return page.document.text if page else None


def carried_files(book: Handbook, paths: set[str]) -> set[str]:
    """Give those of the files, by their paths among the chapters, that an edition carries.

    A file that it shows goes with it. Of the others only those do that nothing names which it leaves out: a name alone
    tells of a file, wherever it stands, so that what cannot be followed is left out rather than let through.
    """
    if book.whole is None:
        return paths
    shown, hidden = _linked(book), _left_out(book).casefold()
    return {path for path in paths if path in shown or PurePosixPath(path).name.casefold() not in hidden}


def _linked(book: Handbook) -> set[str]:
    """Give the files to which an edition's pages lead; the fields of YAML cannot lead to any."""
    pages = book.pages.values()
    return {path for page in pages for path in _links(page.document.text, page.path, book.settings.markdown)}


def _links(text: str, page: str, markdown: MarkdownSettings) -> Iterator[str]:
    """Give the paths to which a text's links without a scheme lead, seen from the page that it stands on."""
    for link in scan(text, markdown, lambda scheme: not scheme):
        target = unquote(link.value.partition("#")[0].partition("?")[0])
        yield posixpath.normpath(posixpath.join(posixpath.dirname(page), target))


def _left_out(book: Handbook) -> str:
    """Give all texts of the whole handbook that are others in an edition, or not in it."""
    assert book.whole is not None
    pages = "\n".join(_hidden_of(page, book.pages.get(path)) for path, page in book.whole.pages.items())
    entries = (
        (entry, shelf.get(entry.id))
        for whole, shelf in (
            (book.whole.journeys, book.journeys),
            (book.whole.activities, book.activities),
            (book.whole.workshops, book.workshops),
        )
        for entry in whole
    )
    return "\n".join([pages, *(whole.document.text for whole, kept in entries if kept is not whole)])


def _hidden_of(page: ContentPage, kept: ContentPage | None) -> str:
    """Give what an edition lacks of a page: all of it, the blocks that it leaves out, or nothing."""
    if kept is None:
        return page.document.text
    lines = set(kept.document.text.splitlines())
    return "\n".join(line for line in page.document.text.splitlines() if line not in lines)
