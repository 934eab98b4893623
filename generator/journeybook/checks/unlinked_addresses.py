"""JB493: addresses of the web and of e-mail that stand in pages as text, where nothing makes links of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from journeybook.handbook import Handbook
from journeybook.markdown.output import without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.markdown.typed_addresses import typed_addresses
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB493",
        means=(
            "An address of the web or of e-mail stands in a page as it is. In fields it is a link; in pages it is text "
            "that readers have to copy, unless an extension of Markdown makes links of addresses."
        ),
        remedy=(
            "Put it between `<` and `>`; or, for all addresses of all pages, write `- pymdownx.magiclink` below "
            "`markdown_extensions:` in mkdocs.yml."
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
_TAG = re.compile(r"<[^<>]*>")
_MOST_KEPT = 1000
"""Pages of which it is remembered what has become of their addresses."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such address of each page."""
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
