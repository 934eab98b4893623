"""JB497: pages with more than one title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.headings import titles
from journeybook.markdown.signs.sign import short
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB497",
        means=(
            "A page has more than one heading `# …`: one is its title, and the others are shown as large, are in no "
            "table of contents below it, and are read out as titles of their own."
        ),
        remedy="Write `##` before the headings below the title.",
        example=Example(
            wrong="# Matching\n\nTwo by two.\n\n# Who decides\n\nBoth do.\n",
            right="# Matching\n\nTwo by two.\n\n## Who decides\n\nBoth do.\n",
            file="content/matching.md",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report the second title of each page; those in blocks for some readers may be meant for each of them."""
    yield from _in_snippets(book)
    for page in book.pages.values():
        body = page.document.text[page.body_at :]
        found = [(text, page.body_at + at) for text, at in titles(body, book.settings.markdown)]
        others = [(text, at) for text, at in found[1:] if not (_is_in_block(page, at) or _is_tag(page, at))]
        if others and not _is_in_block(page, found[0][1]):
            (text, at), more = others[0], len(others) - 1
            message = say("this page has a title already: ‘{title}’", title=short(found[0][0]))
            if more:
                message = say(
                    "this page has a title already: ‘{title}’; {more} more below", title=short(found[0][0]), more=more
                )
            yield page.problem_at("JB497", message, say("write `{form}`", form=f"## {short(text)}"), at)


def _in_snippets(book: Handbook) -> Iterator[Problem]:
    """Report the title of each snippet that a page takes in which has one."""
    for snippet in book.snippets:
        page, text = snippet.taker, snippet.text.document.text
        body = page.document.text[page.body_at :]
        found = titles(text[snippet.text.body_at :], book.settings.markdown, 1) if snippet.is_whole else []
        own = titles(body, book.settings.markdown, 1) if found else []
        if own and not (_is_in_block(page, snippet.at) or _is_in_block(page, page.body_at + own[0][1])):
            title, at = found[0]
            message = say(
                "‘{file}’ takes this in, and has a title already: ‘{title}’",
                file=page.document.file,
                title=short(own[0][0]),
            )
            hint = say("write `{form}`", form=f"## {short(title)}")
            yield snippet.text.problem_at("JB497", message, hint, snippet.text.body_at + at)


def _is_tag(page: ContentPage, at: int) -> bool:
    """Tell whether a line begins like `#tag`, of which others tell."""
    return bool(re.match(r"#[^\s#]", page.document.text[at : at + 2]))


def _is_in_block(page: ContentPage, at: int) -> bool:
    return any(block.begin.start < at < block.end.start for block in page.blocks.blocks)
