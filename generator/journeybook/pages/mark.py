"""The version mark: it tells what was printed yesterday from what would be printed today, in every form of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from journeybook.pages.artifact import Fills
from journeybook.store.cache import digest

MARK = "jb_mark"
"""The key of the front matter that has the mark of a page, for the theme to print it."""
_DIGITS = 6
_TAG = re.compile(r"<[^>]*>")


def mark(printed: Iterable[str]) -> str:
    """Give the mark of all that is printed: six hexadecimal digits; one of 16 million is equal by chance."""
    return digest(*printed)[:_DIGITS]


def mark_of_page(markdown: str, fills: Fills) -> str:
    """Give the mark of a page's words, its drawings' included: the same where a builder writes its HTML in another way.

    `markdown` has placeholders, in whose place the `fills` stand.
    """
    whole = fills.fill(markdown)
    inside = fills.inside_of(markdown).values()
    return mark(" ".join(html.unescape(_TAG.sub(" ", text)).split()) for text in (whole, *inside))
