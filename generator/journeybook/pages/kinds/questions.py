"""The bank of all reflective questions."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.pages.addresses import QUESTIONS
from journeybook.pages.bank import has_questions, questions
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site

NAV = 5


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, where anything is asked."""
    if has_questions(site.book):
        yield QUESTIONS, _page


def _page(site: Site) -> Page:
    return index("questions", site.words("Questions"), questions)
