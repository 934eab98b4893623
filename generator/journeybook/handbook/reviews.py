"""Whether a handbook tells how fresh its parts are, and may say so to those who have this edition of it."""

from __future__ import annotations

from typing import Any

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Shelf

_FOLDER = "reviews"


def has_reviews(book: Handbook) -> bool:
    """Tell whether there is a page of reviews.

    Something says who keeps it, or when it was or is to be reviewed, which only editions of the coordinator have
    (`EntryModel`); and no page of an author's lies where that page goes, in the whole handbook: a chapter of that name
    stays what it is.
    """
    pages = (book.whole or book).pages
    if any(path.partition("/")[0] in (_FOLDER, f"{_FOLDER}.md") for path in pages):
        return False
    shelves: tuple[Shelf[Any], ...] = (book.journeys, book.activities, book.workshops)
    return any(entry.is_kept for shelf in shelves for entry in shelf)
