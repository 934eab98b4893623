"""JB499: pictures that say nothing to those who do not see them, and those for which everybody waits."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from journeybook.handbook import Handbook
from journeybook.handbook.picture_files import says_where
from journeybook.markdown.pictures import Wordless, with_width, wordless
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.tame import tame
from journeybook.model.illustration import Illustration
from journeybook.model.walk import models
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB499",
        means=(
            "A picture has no text for those who do not see it, or only the name of its file or a word such as "
            "‘image’: screen readers and search have nothing to say of it. Or a width stands in that text. Or its file "
            "has more than 5 MB, so that all who open the page wait for it; or the file says where the photo was "
            "taken, which may be somebody’s home."
        ),
        remedy=(
            'Say between the brackets what the picture shows. Behind one that only decorates, write `{ alt="" }`, and '
            'in HTML `alt=""`. Save a large picture anew, some 1600 pixels wide.'
        ),
        example=Example(
            wrong="# Welcome\n\n![](https://www.harbour.example/room.jpg)\n",
            right="# Welcome\n\n![Chairs in a circle](https://www.harbour.example/room.jpg)\n",
            file="content/index.md",
        ),
    ),
)

_MOST_KEPT = 1000
"""Pages of which it is remembered which pictures they lack words for."""
_SHOWN = re.compile(
    r"!\[[^\[\]]{0,300}\]\([ ]*<?(?P<path>[^\s()<>#?:]{1,300}\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?))(?=[)>\s#?])", re.I
)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_PLACED = (
    say("this photo says where it was taken, and everybody who has it can read that"),
    say("take the place out of the file, as ‘Remove properties’ of Windows or ‘Remove location’ of a phone does"),
)
_MOST_BYTES, _MB = 5_000_000, 1_000_000
"""A photo as a phone takes it, which a page shows with a tenth of its points, has more."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such pictures of pages; those in fields are told with what fields can show."""
    if not book.settings.extended:  # a plugin may make them smaller
        yield from _large(book)
    yield from _of_entries(book)
    for page in book.read_pages:
        for picture in _wordless(page.document.text[page.body_at :], book.settings.markdown):
            yield page.problem_at("JB499", _message(picture), _hint(picture), page.body_at + picture.start)


@lru_cache(maxsize=_MOST_KEPT)  # `serve` checks all pages again after each edit of one
def _wordless(body: str, markdown: MarkdownSettings) -> list[Wordless]:
    return wordless(body, lambda text: render(tame(text), markdown))


def _message(picture: Wordless) -> Text:
    if picture.lack == "width":
        return say("the width of this picture is read as a part of its text")
    if picture.lack == "no words":
        return say("‘{words}’ says nothing to those who do not see this picture", words=picture.words)
    return say("this picture says nothing to those who do not see it")


def _hint(picture: Wordless) -> Text:
    address = picture.address or "…"
    if picture.lack == "width":
        form = f"![{picture.words or '…'}]({address}){with_width(picture.width)}"
        return say("write `{form}`", form=form)
    if picture.is_html:
        return say('write `alt="…"` into the tag, with what it shows; or `alt=""`, if it only decorates')
    form, decorates = f"![…]({address})", '{ alt="" }'
    return say(
        "say what it shows between the brackets: `{form}`; behind one that only decorates, write `{decorates}`",
        form=form,
        decorates=decorates,
    )


def _large(book: Handbook) -> Iterator[Problem]:
    """Report each large picture of the chapters at the first place where a page shows it."""
    told = set[str]()
    for page in book.pages.values():
        text = page.document.text
        if "![" not in text:
            continue
        bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), without_code(text))
        for shown in _SHOWN.finditer(bare, page.body_at):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(shown["path"])))
            if path in told or path.startswith(("/", "..")):
                continue
            told.add(path)
            if says_where(book.settings.content / path):
                yield page.problem_at("JB499", *_PLACED, shown.start())
            size = _size(book.settings.content / path)
            if size > _MOST_BYTES:
                message = say("this picture has {size} MB, for which all who open this page wait", size=size // _MB)
                hint = say("save it anew, some 1600 pixels wide and as JPEG or WebP: that has less than 1 MB")
                yield page.problem_at("JB499", message, hint, shown.start())


def _of_entries(book: Handbook) -> Iterator[Problem]:
    """Report photos of journeys and activities that say where they were taken."""
    for entry in book.written:
        root = book.settings.root
        folder = (root / entry.document.file).parent
        for path, model in models(entry.model):
            if isinstance(model, Illustration) and any(says_where(one / model.file) for one in (folder, root)):
                yield entry.document.problem("JB499", *_PLACED, path=(*path, "file"))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # others tell of what is not there
        return 0
