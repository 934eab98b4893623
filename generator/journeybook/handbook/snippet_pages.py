"""What pages take in as snippets, read as the pages are: readers see the one like the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from journeybook.handbook.chapters import ContentPage, make_page
from journeybook.handbook.settings import Settings
from journeybook.handbook.snippets import taken_in
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.signs.code import without_code
from journeybook.source import read_text

_DEFINED = re.compile(r"^[ ]{0,3}\[(?P<name>[^\[\]\s][^\[\]\n]*)\]:", re.M)
_USED = re.compile(r"\[(?P<name>[^\[\]\s][^\[\]\n]*)\](?!:)")
_ANYWHERE = "https://www.wikipedia.org"
"""Where a link leads whose address stands elsewhere, and is looked at there."""


@dataclass(frozen=True)
class SnippetPage:
    """A snippet of Markdown and the page that takes it in, at the place `at` of that page's whole text.

    `text` is the snippet, read as a page at the path of its `taker`, from where its links are seen; `name` is what the
    page calls it. `is_whole` tells whether the whole file is taken in, and not some lines of it. `typed` is what
    stands in the file. A snippet that another one takes in has the place of that.
    """

    taker: ContentPage
    at: int
    name: str
    is_whole: bool
    text: ContentPage
    typed: str


def snippet_pages(pages: Mapping[str, ContentPage], settings: Settings) -> tuple[SnippetPage, ...]:
    """Give the snippets of all pages, page by page, without those in code and those that are pages themselves."""
    own = {(settings.content / path).resolve() for path in pages}
    return tuple(one for page in pages.values() for one in _of_page(page, settings, own))


def _of_page(page: ContentPage, settings: Settings, own: set[Path]) -> Iterator[SnippetPage]:
    seen = set[Path]()
    waiting = [(place, name, whole, file) for place, name, whole, file in _named(page.document.text, settings)]
    while waiting:
        place, name, is_whole, file = waiting.pop(0)
        if file in seen or file in own:
            continue
        seen.add(file)
        text, _ = read_text(file, name)
        if text and (made := _made(text, page, settings.file(file), settings)):
            yield SnippetPage(page, place, name, is_whole, made, text)
            waiting += [(place, inner, whole, other) for _, inner, whole, other in _named(text, settings)]


def _made(text: str, page: ContentPage, file: str, settings: Settings) -> ContentPage | None:
    """Read a snippet as a page, below which stand the names that it shares with the rest of the page."""
    try:
        rest = with_all_text(page.document.text[page.body_at :], settings.markdown)
    except Exception:  # extensions of others raise what they like
        return None
    return make_page(f"{text}{_shared(text, rest)}", file, page.path, settings)[0]


def _shared(text: str, rest: str) -> str:
    """Give lines for what a snippet uses and the rest of its page defines, and marks for notes that the rest uses."""
    own = {found["name"] for found in _DEFINED.finditer(text)}
    used = {found["name"] for found in _USED.finditer(text)} - own
    elsewhere = [name for name in dict.fromkeys(_DEFINED.findall(rest)) if name in used]
    lines = [f"[{name}]: {'…' if name.startswith('^') else _ANYWHERE}" for name in elsewhere]
    marks = [f"[{name}]" for name in sorted(own) if name.startswith("^") and f"[{name}]" in _DEFINED.sub("", rest)]
    return "".join(f"\n\n{line}" for line in [*lines, " ".join(marks)] if line)


def notes_of_both(page: SnippetPage) -> Iterator[tuple[str, int]]:
    """Give the names of footnotes that a snippet defines and its page as well, with their places in the snippet."""
    known = {*_DEFINED.findall(page.taker.document.text)}
    for found in _DEFINED.finditer(page.typed):
        if found["name"] in known and found["name"].startswith("^"):
            yield found["name"], found.start("name") - 1


def _named(text: str, settings: Settings) -> Iterator[tuple[int, str, bool, Path]]:
    if "8<" not in text:
        return
    bare = without_code(text)
    for place, name, file in taken_in(text, settings.markdown, settings.root):
        if file.suffix.casefold() == ".md" and bare.startswith(name, place):
            yield place, name, text[place + len(name) : place + len(name) + 1] != ":", file.resolve()
