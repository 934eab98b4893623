"""JB493: addresses of the web and of e-mail that are text in pages and plain fields, and no links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from journeybook.checks.typed_markup import sign_in
from journeybook.handbook import Handbook
from journeybook.markdown.output import without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.markdown.typed_addresses import typed_addresses
from journeybook.model.walk import plain_fields
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

CODES = (
    Code(
        "JB493",
        means=(
            "An address of the web or of e-mail stands in a page as it is. In fields that are Markdown it is a link; "
            "in pages it is text that readers have to copy, unless an extension of Markdown makes links of addresses; "
            "and so is an address of the web in a field that is a line of text, such as `location`."
        ),
        remedy=(
            "Put it between `<` and `>`, that of a field below `resources:`; or, for all addresses of all pages, write "
            "`- pymdownx.magiclink` below `markdown_extensions:` in mkdocs.yml."
        ),
        example=Example(
            wrong="# Welcome\n\nSee https://book.example.org/rules.\n",
            right="# Welcome\n\nSee <https://book.example.org/rules>.\n",
            file="content/index.md",
        ),
    ),
)

_LINK = re.compile(r"<(?P<end>/?)(?:a|button|textarea)\b[^<>]*>", re.I)
_IN_BRACKETS = re.compile(r"(?:\](?:\s?|[*_]{1,3})\(<?|\[(?:url=[\"']?)?|(?<!\d)\]:?[ ]?)$")
"""What stands before an address that is meant to be a link, of which JB454 tells."""
_NEAR = 6
_OF_WEB = re.compile(r"https?://[^\s<>()\[\]\"']+[^\s<>()\[\]\"'.,;:!?]")
_OF_ADDRESSES = ("url", "file", "credit")
"""Fields of addresses, and one whose addresses pages make links of."""
_PRINTED = ("source", "handouts")
"""Fields in which an address may well be text: below a work, and on paper."""
_TAG = re.compile(r"<[^<>]*>")
_MOST_KEPT = 1000
"""Pages of which it is remembered what has become of their addresses."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such address of each page, and of each field of plain text."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, text in plain_fields(entry.model):
                if path[-1] not in _OF_ADDRESSES and path[0] not in _PRINTED:
                    yield from _in_field(entry.document, path, text)
    for page in book.read_pages:
        body = page.document.text[page.body_at :]
        if (first := _first(body, book.settings.markdown)) is not None:
            at, href = first
            message = say("readers cannot click on this address: it is no link")
            extension = "pymdownx.magiclink"
            hint = say(
                "write `{code}`; or, for all addresses of all pages, `- {extension}` below `markdown_extensions:`",
                code=f"<{href}>",
                extension=extension,
            )
            yield page.problem_at("JB493", message, hint, page.body_at + at)


def _in_field(document: Document, path: Path, text: str) -> Iterator[Problem]:
    """Report an address in a field that is no Markdown, where nothing else in the file has it as well."""
    found = _OF_WEB.search(text) if "://" in text else None
    if found and document.text.count(found[0]) == 1 and not sign_in(text):  # of which JB441 tells
        message = say("readers cannot click on this address: it is no link")
        hint = say("write it below `resources:` as well: `{form}`", form=f"{{title: …, url: {in_quotes(found[0])}}}")
        yield document.problem_in("JB493", message, hint, path=path, needle=found[0])


@lru_cache(maxsize=_MOST_KEPT)  # `serve` checks all pages again after each edit of one
def _first(body: str, markdown: MarkdownSettings) -> tuple[int, str] | None:
    """Give the place of the first address that readers see outside of links and code, and what is meant by it."""
    found = [one for one in typed_addresses(body) if not _IN_BRACKETS.search(body, max(one[0] - _NEAR, 0), one[0])]
    if not found:
        return None
    prefix = unused(body)
    places = (start if "@" in href else end for start, end, href in found)  # where it stays an address with a token
    html = render(tame(marked(body, places, prefix)), markdown)
    seen = re.search(f"{prefix}([0-9]+)z", _TAG.sub("", _without_links(without_code(html))))
    return found[int(seen[1])][::2] if seen else None


def _without_links(html: str) -> str:
    """Leave links out with their text; from one that never ends on, all."""
    kept, done, is_inside = list[str](), 0, False
    for tag in _LINK.finditer(html):
        if not tag["end"] and not is_inside:
            kept.append(html[done : tag.start()])
            is_inside = True
        elif tag["end"] and is_inside:
            done, is_inside = tag.end(), False
    return "".join(kept if is_inside else [*kept, html[done:]])
