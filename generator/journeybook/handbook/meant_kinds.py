"""Guess what was meant by an address with a word before it that is no kind of link: `map:year`, `cards:starting`."""

from __future__ import annotations

from journeybook.handbook.book import Handbook
from journeybook.handbook.meant_links import kinds_of
from journeybook.model.other_names import other_word
from journeybook.model.views import NAMED, VIEWS
from journeybook.problems import Text, say

_SHOWN = {"journey": "journey", "chapter": "toolkit"}
"""What shows a thing in place, by its kind; of the other kinds there are links alone."""
_MOST_SHOWN = 60
_OF_HANDOUTS = ("handout", "handouts", "worksheet", "worksheets", "sheet", "sheets")
_OF_ACTIVITIES = ("activities", "exercises", "methods", "tools", "cards", "catalogue", "catalog")
"""Words for what `toolkit:` shows, of whichever chapter."""


def meant_address(book: Handbook, word: str, id: str, *, embed: bool) -> str | None:
    """Give the address that a word in the place of a kind means, with an id that something has; None without one.

    Of a journey, the word may be a view that can be drawn of it: `map:year` is `journey:year?view=map`.
    """
    kinds = kinds_of(book, id)
    if not kinds:
        return None
    view, journey = _view(word), book.journeys.get(id)
    if embed and view and journey and not VIEWS[view].lack(journey.model):
        return f"journey:{id}?view={view}"
    activity = book.activities.get(id)
    if word.casefold() in _OF_HANDOUTS and activity and activity.model.handouts:
        handouts = activity.model.handouts
        return f"handout:{id}" if len(handouts) == 1 else f"handout:{id}/{handouts[0].id}"
    kind = next((kind for kind in kinds if kind in _SHOWN), None) if embed else None
    return f"{_SHOWN[kind]}:{id}" if kind else f"{kinds[0]}:{id}"


def for_kind(book: Handbook, word: str, id: str, text: str, *, embed: bool) -> Text | None:
    """Say what to write in place of `![text](word:id)`, or of a link so; None where nothing has the id."""
    if not id and embed and word.casefold() in _OF_ACTIVITIES and book.chapters:
        return say("write {form}", form=f"![{text}](toolkit:{next(iter(book.chapters))})")
    address = meant_address(book, word, id, embed=embed)
    if address is None:
        return None
    text = text if len(text) <= _MOST_SHOWN else "…"
    if embed and address.partition(":")[0] in ("activity", "workshop", "chapter"):
        return say("write {form}, without the !", form=f"[{text}]({address})")
    return say("write {form}", form=f"{'!' if embed else ''}[{text}]({address})")


def _view(word: str) -> str | None:
    return word.casefold() if word.casefold() in NAMED else other_word(word, NAMED)
