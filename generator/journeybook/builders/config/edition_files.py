"""What the chapters' folder is in an edition: its pages without what is for others, and the files that go with them.

MkDocs, and its plugins, read the folder themselves. So an edition has a folder of its own, in which nothing lies that
it leaves out.
"""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.editions import (
    elsewhere,
    entries_in_part,
    hidden_folders,
)
from journeybook.handbook.host_files import goes_unnamed, licences_beside
from journeybook.handbook.included import takes_in, with_included
from journeybook.handbook.named_files import (
    NamedFiles,
    NamingText,
    follow,
    in_one_line,
    of_page,
    plain_as_shown,
    reader,
    texts_in,
)
from journeybook.handbook.shown_files import texts_of_entries
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.orphans import without_unused
from journeybook.markdown.scan import scan
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.taken_in import divided

AT_THE_ROOT = ("CNAME", ".nojekyll", "robots.txt")
"""Files whose names mean something to hosts, so that a text may name them without leading there."""


def page_text(book: Handbook, path: str) -> str | None:
    """Give the text of a page as an edition has it; None where it leaves the page out, or nobody could read it."""
    page = book.pages.get(path)
    return page.document.text if page else None


@dataclass(frozen=True)
class Around:
    """What an edition has besides its pages and entries, and lacks: texts that may name files, and the site's address.

    `unpublished` are files that MkDocs keeps back, such as those that plugins read; `marked` are those that say
    themselves that they are for others, `sources` those of the handbook and copies of them. `asked` are files that
    mkdocs.yml names. `parts` has, by their paths, what is for the edition of files that plugins read.
    """

    shown: tuple[NamingText, ...] = ()
    hidden: str = ""
    address: str = ""
    asked: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    unpublished: frozenset[str] = frozenset()
    parts: tuple[tuple[str, str], ...] = ()


def carried_files(book: Handbook, paths: set[str], around: Around | None = None) -> set[str]:
    """Give those of the files, by their paths among the chapters, that an edition carries.

    They are those to which something leads, or that it names, which the edition shows: a page, an entry, mkdocs.yml, a
    template, or a file that itself goes; and those that hosts look for. A file that only something else names is left
    out, as is one that nothing names: nobody can say for whom that is. What is found by its name alone, wherever that
    stands and however it is written, must besides be named by nothing hidden. What lies in a folder for others goes
    with no other edition, unless mkdocs.yml asks for it.
    """
    if book.whole is None or book.edition is None:
        return paths
    around = around or Around()
    pages, read = list(_texts(book)), reader(book.settings.content, dict(around.parts))
    content = book.settings.file(book.settings.content)
    names = NamedFiles(paths, home=around.address, content=content, pages=book.whole.pages)
    linked = set(_linked(pages, book)) | around.asked
    texts = [*(of_page(page, text) for page, text in pages), *texts_of_entries(book), *around.shown]
    whole, folders = book.whole, hidden_folders(book.whole, book.edition)
    is_told = told_by_others(book, around)

    def is_below(path: str) -> bool:
        return _is_below(path, folders)

    def may_be_shown(path: str) -> bool:
        place, real = unicodedata.normalize("NFC", path), elsewhere(whole, path)
        if path in held or (real is not None and (is_below(real) or (place not in linked and not may_go(real)))):
            return False  # a link leads to what is for others
        return place in around.asked or not is_below(path)  # in a folder for others: links to it are plain words

    def may_go(path: str) -> bool:
        return path in surely or not (is_below(path) or is_told(path) or path in others)

    surely, others, held = set[str](), set[str](), around.marked | around.sources
    begun = {path for path in paths if unicodedata.normalize("NFC", path) in linked and may_be_shown(path)}
    surely = follow(names, texts, read, may_be_shown, begun=begun)
    apart = [path for path in paths - surely if path in around.marked or is_below(path) or is_told(path)]
    others = follow(names, (), read, lambda path: path not in surely, loosely=paths - surely, begun=apart)
    free = {path for path in paths - surely if may_be_shown(path) and may_go(path)}
    kept_back = free & around.unpublished
    begun = {*surely, *(path for path in free if goes_unnamed(path)), *(path for path in kept_back if _is_dotted(path))}
    carried = follow(names, texts, _read_unless_for_robots(read), may_be_shown, loosely=free, begun=begun)
    return carried | kept_back | licences_beside(free, carried)


def _is_dotted(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _read_unless_for_robots(read: Callable[[str], NamingText | None]) -> Callable[[str], NamingText | None]:
    """Read no file that says to machines where not to look."""
    return lambda path: None if path in AT_THE_ROOT else read(path)


def told_by_others(book: Handbook, around: Around) -> Callable[[str], bool]:
    """Give what tells whether something that an edition leaves out names a file, by its path among the chapters."""
    return _named_in(plain_as_shown(f"{_left_out(book)}\n{around.hidden}"))


def named_by_others(book: Handbook, around: Around, paths: Iterable[str], shown: Iterable[NamingText]) -> set[str]:
    """Give those of the files of the theme's own folder, by their paths, that something hidden names.

    One to which something leads that the edition shows is none of them; a name alone leads nowhere. `shown` are texts
    besides the edition's pages and entries, and what is around these.
    """
    is_told = told_by_others(book, around)
    told = {path for path in paths if is_told(path)}
    if not told:
        return told
    pages = list(_texts(book))
    names = NamedFiles(told, home=around.address, content=book.settings.file(book.settings.content))
    texts = [*(of_page(page, text) for page, text in pages), *texts_of_entries(book), *around.shown, *shown]
    linked = set(_linked(pages, book)) | around.asked
    led = {path for text in texts for path in names.led_to(text)}
    return {path for path in told - led if unicodedata.normalize("NFC", path) not in linked}


def _is_below(path: str, folders: Collection[str]) -> bool:
    return any(folder.as_posix() in folders for folder in PurePosixPath(path).parents)


def _named_in(told: str) -> Callable[[str], bool]:
    """Give what tells whether a text names a file, or leads to a folder that it is in, as to a site of its own."""

    @cache
    def leads_to(folder: str) -> bool:
        return folder in told and bool(_to_folder(folder).search(told))

    return lambda path: _is_named(path, told, leads_to)


def _is_named(path: str, told: str, leads_to: Callable[[str], bool]) -> bool:
    *folders, name = in_one_line(unicodedata.normalize("NFC", path)).casefold().split("/")
    if path in AT_THE_ROOT:
        return False
    by_name = name in told and re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", told)
    return bool(by_name) or any(map(leads_to, folders))


def _to_folder(name: str) -> re.Pattern[str]:
    """Give what finds a folder that is named with its slash, or to which a link leads; not a file in it."""
    folder = re.escape(name)
    with_slash = (
        rf"(?<![^\W_])(?<!-){folder}/(?:index\.html?(?!\w)|\*+(?![.\w])|\*+\.|(?![^\W_]|_\w|[%~@+*-]|\.+[\w/]))"
    )
    return re.compile(rf"{with_slash}|(?:\]\(<? ?|=[\"']?|\.\./|(?<!\.)\./)(?:[^\s()<>\"']*/)?{folder}(?=[\s\"'>)#?])")


def _texts(book: Handbook) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each page that an edition has, with what that takes in."""
    assert book.edition
    for page in book.pages.values():
        text = page.document.text
        if takes_in(text, book.settings):
            text += f"\n{_divided(page.path, book)[0]}"
        yield page.path, without_unused(text)  # what nothing uses shows nobody a file


def _linked(texts: Iterable[tuple[str, str]], book: Handbook) -> Iterator[str]:
    """Give the files to which pages lead, by their paths; the fields of YAML cannot lead to any."""
    for page, text in texts:
        for link in scan(text, book.settings.markdown, lambda scheme: not scheme):
            yield _path(link.value, posixpath.dirname(page))


def _path(target: str, folder: str) -> str:
    path = unquote(html.unescape(target).partition("#")[0].partition("?")[0])
    return unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(folder, path)))


def _left_out(book: Handbook) -> str:
    """Give all texts of the whole handbook that are others in an edition, or not in it."""
    assert book.whole is not None
    pages = "\n".join(_hidden_of(page, book) for page in book.whole.pages.values())
    entries = (one for entry in entries_in_part(book) for one in (entry.document.text, *texts_in(entry.model)))
    return "\n".join([pages, *entries])


def _hidden_of(page: ContentPage, book: Handbook) -> str:
    """Give what an edition lacks of a page, with what that takes in: all of it, its blocks for others, or none."""
    assert book.edition
    text, markdown = page.document.text, book.settings.markdown
    if page.path in book.pages:
        kept = book.pages[page.path]
        left = set(kept.document.text[kept.body_at :].splitlines())  # notes that only a block uses go with it
        hidden = "\n".join(line for line in text[page.body_at :].splitlines() if line not in left)
        if text[: page.body_at] != kept.document.text[: kept.body_at]:  # a question for others may name a file
            hidden += "\n".join(["", *{*texts_in(page.front)}.difference(texts_in(kept.front))])
        if takes_in(text, book.settings):
            hidden += _divided(page.path, book)[1]
        return hidden
    return "\n".join(
        [text, _with_snippets(with_included(text, page.path, book.settings), markdown), *texts_in(page.front)]
    )


def _divided(path: str, book: Handbook) -> tuple[str, str]:
    """Give what an edition has of a page with what that takes in, and what it lacks; nothing where none can be read."""
    assert book.whole and book.edition
    page = book.whole.pages[path]
    try:
        text = with_included(page.document.text[page.body_at :], path, book.settings)
        return divided(text, book.settings.markdown, book.edition.shows)
    except Exception:  # extensions of others raise what they like
        return "", ""


def _with_snippets(text: str, markdown: MarkdownSettings) -> str:
    """Give a text with what extensions bring into it; nothing where one of them fails, which the build tells."""
    try:
        return with_all_text(text, markdown)
    except Exception:  # extensions of others raise what they like
        return ""
