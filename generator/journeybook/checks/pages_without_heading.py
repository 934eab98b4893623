"""JB495: pages without a heading, which are called after their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from journeybook.checks.unread_pages import introduced, is_followed
from journeybook.handbook import ContentPage, Handbook, Settings
from journeybook.handbook.chapters import HOMES
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.signs.sign import short
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB495",
        means=(
            "A page has no heading `# …`, and no `title` in its front matter: readers see the name of its file in the "
            "place of a title, such as ‘Index’."
        ),
        remedy="Write the title of the page above its text, behind `#` and a blank.",
        example=Example(
            wrong="The first ten minutes are the best.\n",
            right="# Be early\n\nThe first ten minutes are the best.\n",
            file="content/guide/early.md",
        ),
    ),
)

_MEANT = re.compile(
    r"\s*(?:(?P<lower>#{2,6})[ \t]+(?P<title>[^\n]*)"
    r"|(?P<bold>\*\*|__)(?P<words>[^*_\n]+)(?P=bold)"
    r"|(?P<tag><h1\b[^<>]*>)(?P<inner>[^<>\n]+)</h1>)[ \t]*(?:\n|$)"
)
"""What stands in the place of a heading at the beginning of a page."""
_BROUGHT_IN = ("8<", "{%", "{{", "{!")
"""What brings texts in, in which a heading may stand."""
_LOST = re.compile(r"\s*[-—+]{1,5}[ \t]*\n")
"""Front matter that is none, of which others tell."""
_NEARLY = re.compile(r"^[ \t]{0,3}#(?!#)\s*\S|\A\s*%[ ]+[^\W\d]", re.M)
"""What others tell as a heading that is none."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report pages that have neither a heading nor a title."""
    named = dict(_named(book.settings.nav or []))
    for page in book.pages.values():
        if not page.is_titled and not _is_told(page, book.settings) and not _is_snippet(book, page):
            yield _problem(book, page, named.get(page.path))


def _named(nav: list[Any]) -> Iterator[tuple[str, str]]:
    """Give each page that has a title in the navigation, with that."""
    for item in nav:
        for title, value in item.items() if isinstance(item, dict) else ():
            if isinstance(value, str):
                yield value, str(title)
            elif isinstance(value, list):
                yield from _named(value)


def _is_told(page: ContentPage, settings: Settings) -> bool:
    """Tell whether others tell of what the page has for a heading, or nobody knows what it has."""
    text = page.document.text
    body = text[page.body_at :]
    if not text.strip():
        return not is_followed(page.path, settings)
    is_unsure = any(sign in body for sign in _BROUGHT_IN) or "template" in page.document.data
    return is_unsure or bool(_NEARLY.search(without_code(body)) or _LOST.match(body))


def _is_snippet(book: Handbook, page: ContentPage) -> bool:
    """Tell whether another page, or an extension by its options, takes a page in."""
    name = PurePosixPath(page.path).name
    texts = (other.document.text for other in book.pages.values() if other is not page)
    return name in repr(book.settings.markdown.configs) or any("8<" in text and name in text for text in texts)


def _problem(book: Handbook, page: ContentPage, named: str | None) -> Problem:
    body = page.document.text[page.body_at :]
    at = page.body_at + len(body) - len(body.lstrip()) if body.strip() else 0
    message = say("this page has no heading: readers see ‘{title}’ in its place, after its file", title=_shown(page))
    if named or "<h1" in body:
        message = say("this page has no heading: what leads to it says ‘{title}’, after its file", title=page.title)
    return page.problem_at("JB495", message, _hint(book, page, named), at)


def _shown(page: ContentPage) -> str:
    return "Home" if page.path in HOMES else page.title  # as MkDocs calls it


def _hint(book: Handbook, page: ContentPage, named: str | None) -> Text:
    found = _MEANT.match(page.document.text, page.body_at)
    title = (found["title"] or found["words"] or found["inner"]).strip("# \t") if found else ""
    if found and title:
        return say("write `{form}` in place of this line", form=f"# {short(title)}")
    return say(
        "write `{form}`, or another title, above its text, and leave a line empty", form=f"# {named or _of(book, page)}"
    )


def _of(book: Handbook, page: ContentPage) -> str:
    """Give a title that a page may have: the name of its folder for what opens one, the handbook's for the home."""
    if page.path in HOMES:
        return book.settings.name
    path = PurePosixPath(page.path)
    if entry := introduced(book, page.path):
        return str(entry.title)
    return path.parent.name.replace("-", " ").replace("_", " ").capitalize() if page.is_index else page.title
