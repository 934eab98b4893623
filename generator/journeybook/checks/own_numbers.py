"""JB481: a number that an author has typed before the title of a page, which gets one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB481",
        means="The title of a page begins with a number, and the page gets one from the navigation: readers see both.",
        remedy="Take the number out of the title, or write `numbers: false` below `journeybook` in mkdocs.yml.",
        example=Example(
            wrong="# 1. The first year\n",
            right="# The first year\n",
            file="content/year/index.md",
        ),
    ),
)

_NUMBERED = re.compile(r"(?:\d{1,2}\.)*\d{1,2}[.):]?\s+(?=\D)")


def check(book: Handbook) -> Iterator[Problem]:
    """Report titles whose number is the page's own, or looks like one."""
    for path, number in book.contents.numbers.items():
        page = book.pages[path]
        if told := numbered_twice(page.title, number):
            yield page.problem_at("JB481", *told, max(page.document.text.find(page.title), 0))


def numbered_twice(title: str, number: str) -> tuple[Text, Text] | None:
    """Say that readers see two numbers before a title, and what to write; None where its own is none."""
    found = _NUMBERED.match(title)
    if found is None or not _is_number_of(found[0], number):
        return None
    message = say("readers see ‘{title}’: the number comes by itself", title=f"{number} {title}")
    return message, say("write `{title}`", title=title[found.end() :])


def _is_number_of(typed: str, number: str) -> bool:
    """Tell whether something typed is the number, or ends like one; `3 questions` and `3.5 hours` are titles."""
    bare = typed.strip()
    return bare.rstrip(".):") == number or bare[-1] in ".):"
