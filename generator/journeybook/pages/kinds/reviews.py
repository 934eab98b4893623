"""The page of reviews: who keeps what right, when it was last reviewed, and when that is due again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from journeybook.handbook import Entry
from journeybook.handbook.reviews import has_reviews
from journeybook.model.base import Status
from journeybook.model.types import slug
from journeybook.pages.addresses import REVIEWS
from journeybook.pages.page import Make, Page, shown
from journeybook.pages.site import Site
from journeybook.text.alphabet import alphabet_order

NAV = 7
SOON = 30
"""Days: what is to be reviewed within them is due soon."""


class Freshness(StrEnum):
    """Whether a part of the handbook needs a review, on a day."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True)
class Review:
    """A part of the handbook, and what it is on the day of the build."""

    entry: Entry[Any]
    state: Freshness | None


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps parts of the handbook right, empty for nobody; what is due first comes first."""

    name: str
    id: str
    reviews: Sequence[Review]


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, for those whose edition has owners and days; `has_reviews` decides."""
    if has_reviews(site.book):
        yield REVIEWS, _page


def _page(site: Site) -> Page:
    """Give a page that search leaves out; the navigation has it where readers have editions without it."""
    meta = {"title": shown(site.words("Reviews")), "jb": "reviews", "search": {"exclude": True}}
    return Page("reviews", meta, _values, in_nav=bool(site.book.editions))


def freshness(due: dt.date | None, today: dt.date) -> Freshness | None:
    """Tell whether a review is due; None where no day says so."""
    if due is None:
        return None
    if due < today:
        return Freshness.OVERDUE
    return Freshness.SOON if due <= today + dt.timedelta(days=SOON) else Freshness.LATER


def _values(site: Site) -> dict[str, Any]:
    """Give all parts by who keeps them, and whether the build's day decides what is due: where authors look."""
    book = site.book
    entries = [*book.journeys, *book.activities, *book.workshops]
    kept: dict[str, list[Entry[Any]]] = {}
    for entry in entries:
        if entry.model.status is not Status.RETIRED:
            kept.setdefault((entry.model.owner or "").casefold(), []).append(entry)
    names = {key: _usual([entry.model.owner or "" for entry in found]) for key, found in kept.items()}
    order = sorted(kept, key=lambda key: (not key, alphabet_order(names[key], book.settings.language), key))
    keepers = [_keeper(site, names[key], number, kept[key]) for number, key in enumerate(order, 1)]
    return {"keepers": keepers, "soon": SOON, "decided": book.settings.drafts, "counts": _counts(keepers)}


def _usual(names: Sequence[str]) -> str:
    """Give the form in which most write a name, such as Coordinator; of as many, the one with a capital letter."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], name))


def _keeper(site: Site, name: str, number: int, entries: Sequence[Entry[Any]]) -> Keeper:
    today = site.book.settings.today
    reviews = [Review(entry, freshness(entry.model.review_by, today)) for entry in sorted(entries, key=_order)]
    return Keeper(name, f"by-{slug(name) or number}", reviews)


def _order(entry: Entry[Any]) -> tuple[Any, ...]:
    """Order by the day on which a review is due; what has none comes last, first what was never reviewed."""
    model = entry.model
    return model.review_by or dt.date.max, model.reviewed_on or dt.date.min, entry.title.casefold(), entry.id


def _counts(keepers: Sequence[Keeper]) -> dict[str, int]:
    reviews = [review for keeper in keepers for review in keeper.reviews]
    counted = {str(state): sum(review.state is state for review in reviews) for state in Freshness}
    return counted | {"never": sum(review.entry.model.reviewed_on is None for review in reviews)}
