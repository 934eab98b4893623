"""JB499: pictures that say nothing to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from journeybook.handbook import Handbook
from journeybook.markdown.pictures import Wordless, with_width, wordless
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB499",
        means=(
            "A picture has no text for those who do not see it, or only the name of its file or a word such as "
            "‘image’: screen readers and search have nothing to say of it. Or a width stands in that text."
        ),
        remedy=(
            'Say between the brackets what the picture shows. Behind one that only decorates, write `{ alt="" }`, and '
            'in HTML `alt=""`.'
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


def check(book: Handbook) -> Iterator[Problem]:
    """Report such pictures of pages; those in fields are told with what fields can show."""
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
