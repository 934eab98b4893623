"""JB433: an option with which pages load from another host, though mkdocs.yml names none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.handbook.settings import Outside
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB433",
        means=(
            "An option of `mkdocs.yml` makes pages load from another host, though none is named there: `font`, "
            "mermaid diagrams, or emoji as pictures."
        ),
        remedy="Do as the answer says: leave it out, or have your own copy.",
        example=Example(
            wrong="site_name: Mentoring\ntheme:\n  name: material\n  font: {text: Roboto}\nplugins: [journeybook]\n",
            right="site_name: Mentoring\ntheme: material\nplugins: [journeybook]\n",
            file="mkdocs.yml",
        ),
    ),
)

_TOLD = {
    "font": (
        say("with `font`, every page loads its letters from fonts.googleapis.com"),
        say("leave `font` out: the fonts of the handbook come with the site; or add Material’s plugin `privacy`"),
    ),
    "mermaid": (
        say("pages with a mermaid diagram load a script from unpkg.com"),
        say("put a copy of mermaid.min.js into the chapters’ folder, and name it under `extra_javascript`"),
    ),
    "emoji": (
        say("pages with an emoji such as `:smile:` load its picture from cdnjs.cloudflare.com"),
        say(
            "give the extension `emoji_index: !!python/name:material.extensions.emoji.twemoji` "
            "and `emoji_generator: !!python/name:material.extensions.emoji.to_svg`"
        ),
    ),
}
# What a chapter has that uses it, for an option that none uses loads nothing; and the option’s name in its list.
_USED = {"mermaid": re.compile(r"\bmermaid\b"), "emoji": re.compile(r":[a-z][\w+-]*:")}
_NAMES = {"mermaid": "pymdownx.superfences", "emoji": "pymdownx.emoji"}


def check(book: Handbook) -> Iterator[Problem]:
    """Report options that load from elsewhere what a chapter, or every page, uses."""
    for one in book.settings.outside:
        used = _USED.get(one.kind)
        if used is None or any(used.search(page.document.text) for page in book.pages.values()):
            yield _problem(one)


def _problem(one: Outside) -> Problem:
    message, hint = _TOLD[one.kind]
    if name := _NAMES.get(one.kind):
        return one.document.problem_in("JB433", message, hint, path=one.path, needle=name)
    return one.document.problem("JB433", message, hint, path=one.path, at_key=True)
