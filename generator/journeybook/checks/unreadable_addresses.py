"""JB325: addresses in pages that nobody can take apart, so that MkDocs would stop with words of Python's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.markdown.addresses import is_readable
from journeybook.markdown.references import KINDS
from journeybook.markdown.scan import scan
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB325",
        means=(
            "The host in an address of a page has a bracket or another sign that no host has, as in "
            "`https://[example`, or a port that is no number."
        ),
        remedy="Copy the address anew from a browser, or take the link out.",
        example=Example(
            wrong="# Welcome\n\nRead [this](https://[example.org).\n",
            right="# Welcome\n\nRead [this](https://example.org).\n",
            file="content/index.md",
        ),
    ),
)

_SUSPECT = re.compile(r"""//[^\s/?#)>"']*(?:[^\0-Z\\^-\x7f]|:[^\s/?#)>"'\d])""")
"""A host with a bracket or a letter beyond ASCII, or a port that is no number; only a page that has one is read."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such addresses of links and pictures."""
    for page in book.pages.values():
        body = page.document.text[page.body_at :]
        links = scan(body, book.settings.markdown, lambda scheme: True) if _SUSPECT.search(body) else []
        for link in links:
            if not is_readable(link.value):
                message = say("‘{address}’ cannot be read as an address", address=link.value)
                hint = say("copy it anew from a browser, or take the link out")
                if (ours := link.value.partition("//")[2]).partition(":")[0] in KINDS:
                    hint = say("write `{code}` in its place", code=ours)
                yield page.problem_at("JB325", message, hint, page.body_at + link.destination[0])
