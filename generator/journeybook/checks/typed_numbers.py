"""JB478: pages whose title has the number that journeybook writes before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB478",
        means="The title of a page begins with its number, which is written before it anyway, so that it stands twice.",
        remedy="Write the title alone. If the numbers are your own, set `numbers: false` in mkdocs.yml.",
        example=Example(
            wrong="# 1. Welcome\n",
            right="# Welcome\n",
            file="content/guide/index.md",
        ),
    ),
)

_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)*)(?P<dot>\.?)[ \t]+(?P<title>\S.*)", re.S)


def check(book: Handbook) -> Iterator[Problem]:
    """Report titles with a number of several parts, or with that of their own page and a dot: `7 habits` is a title."""
    for path, number in book.contents.numbers.items():
        page = book.pages[path]
        found = _NUMBER.match(page.title)
        if not found or not ("." in found["number"] or (found["dot"] and found["number"] == number)):
            continue
        message = say("readers see “{number} {title}”", number=number, title=page.title)
        hint = say("write the title alone: `{title}`", title=found["title"])
        if page.front.title:
            yield page.document.problem("JB478", message, hint, path=("title",))
        else:
            at = page.document.text.find(found["number"], page.body_at)
            yield page.problem_at("JB478", message, hint, max(at, page.body_at))
