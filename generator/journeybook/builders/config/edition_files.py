"""What the chapters' folder is in an edition: its pages without what is for others, and the files that go with them.

MkDocs, and its plugins, read the folder themselves. So an edition has a folder of its own, in which nothing lies that
it leaves out.
"""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.editions import hidden_folders
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.scan import scan
from journeybook.markdown.settings import MarkdownSettings


def page_text(book: Handbook, path: str) -> str | None:
    """Give the text of a page as an edition has it; None where it leaves the page out, or nobody could read it."""
    page = book.pages.get(path)
    return page.document.text if page else None


def carried_files(book: Handbook, paths: set[str]) -> set[str]:
    """Give those of the files, by their paths among the chapters, that an edition carries.

    A file that it shows goes with it. Of the others only those do that lie in no folder for others, and that nothing
    names which it leaves out: a name alone tells of a file, wherever it stands and however it is written, so that what
    cannot be followed is left out rather than let through.
    """
    if book.whole is None or book.edition is None:
        return paths
    shown, told, folders = _linked(book), _plain(_left_out(book)), hidden_folders(book.whole, book.edition)
    return {
        path
        for path in paths
        if unicodedata.normalize("NFC", path) in shown or not (_is_below(path, folders) or _is_named(path, told))
    }


def _is_below(path: str, folders: Collection[str]) -> bool:
    return any(folder.as_posix() in folders for folder in PurePosixPath(path).parents)


def _is_named(path: str, told: str) -> bool:
    """Tell whether a text names a file, or leads to a folder that it is in, as to a site of its own."""
    *folders, name = unicodedata.normalize("NFC", path).casefold().split("/")
    return name in told or any(_leads_to_folder(folder).search(told) for folder in folders)


@cache
def _leads_to_folder(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}/(?:index\.html?)?(?=[\s)\"'>#?]|$)")


def _plain(text: str) -> str:
    """Give a text, and below it the same text without escapes, so that a name is found in every writing of it."""
    as_typed = unicodedata.normalize("NFC", text).casefold()
    read = unquote(html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)))
    return f"{as_typed}\n{unicodedata.normalize('NFC', read).casefold()}"


def _linked(book: Handbook) -> set[str]:
    """Give the files to which an edition's pages lead; the fields of YAML cannot lead to any."""
    pages = book.pages.values()
    return {path for page in pages for path in _links(page.document.text, page.path, book.settings.markdown)}


def _links(text: str, page: str, markdown: MarkdownSettings) -> Iterator[str]:
    """Give the paths to which a text's links without a scheme lead, seen from the page that it stands on."""
    for link in scan(text, markdown, lambda scheme: not scheme):
        target = unquote(link.value.partition("#")[0].partition("?")[0])
        yield unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(posixpath.dirname(page), target)))


def _left_out(book: Handbook) -> str:
    """Give all texts of the whole handbook that are others in an edition, or not in it."""
    assert book.whole is not None
    markdown = book.settings.markdown
    pages = "\n".join(_hidden_of(page, book.pages.get(path), markdown) for path, page in book.whole.pages.items())
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


def _hidden_of(page: ContentPage, kept: ContentPage | None, markdown: MarkdownSettings) -> str:
    """Give what an edition lacks of a page: all of it, the blocks that it leaves out, or nothing."""
    if kept is None:
        return f"{page.document.text}\n{_with_snippets(page.document.text, markdown)}"
    lines = set(kept.document.text.splitlines())
    return "\n".join(line for line in page.document.text.splitlines() if line not in lines)


def _with_snippets(text: str, markdown: MarkdownSettings) -> str:
    """Give a text with what extensions bring into it; nothing where one of them fails, which the build tells."""
    try:
        return with_all_text(text, markdown)
    except Exception:  # extensions of others raise what they like
        return ""
