"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from journeybook.handbook import ContentPage, Entry
from journeybook.handbook.timetable import workshop_totals
from journeybook.model import Activity
from journeybook.model.duration import Duration
from journeybook.pages import addresses
from journeybook.pages.facts import handbook_facts
from journeybook.pages.helpers import Helpers
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site

NAV = 0


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give the home page, which is always there."""
    yield addresses.HOME, _page


def _page(site: Site) -> Page:
    return index("home", site.book.settings.name, _values, hide=("navigation", "toc"))


@dataclass(frozen=True)
class Link:
    """A link in a door."""

    title: str
    target: str | Entry[Any] | ContentPage
    note: str = ""


@dataclass(frozen=True)
class Door:
    """A box on the home page, one of the ways into the handbook."""

    title: str
    text: str
    action: str
    target: str | Entry[Any] | ContentPage
    links: list[Link]


def _values(site: Site) -> dict[str, Any]:
    """Give the home page's journey, what the handbook holds, and its doors: read, run a workshop, find an activity."""
    book = site.book
    page = book.page_at(addresses.HOME)
    chosen = book.journeys.get(page.front.journey) if page and page.front.journey else None
    first = chosen or next(iter(book.journeys_in_order), None)
    return {"journey": first, "doors": list(_doors(site)), "colophon": list(handbook_facts(book, site.words))}


def _doors(site: Site) -> Iterator[Door]:
    book, words = site.book, site.words
    said_by = Helpers(book, words).said_by
    chapters = list(book.chapters.values())
    if chapters:
        links = [Link(chapter.title, chapter.opening) for chapter in chapters[:3]]
        yield Door(
            words("Read"),
            words("The thinking behind the programme, chapter by chapter."),
            words("Start reading"),
            chapters[0].opening,
            links,
        )
    if book.workshops_in_order:
        some_workshops = book.workshops_in_order[:4]
        lengths = [workshop_totals(book, entry.model).altogether for entry in some_workshops]
        links = [Link(said_by(e, e.title), e, words.minutes(n)) for e, n in zip(some_workshops, lengths, strict=True)]
        yield Door(
            words("Run a workshop"),
            words("A timetable in clock times, the materials counted out, and the handouts."),
            words("Choose a workshop"),
            addresses.WORKSHOPS,
            links,
        )
    if book.activities_in_order:
        some = [e for e in book.activities_in_order if e.model.duration and e.model.duration.min is not None][:4]
        links = [Link(said_by(e, e.title), e, _time(site, e, e.model.duration)) for e in some if e.model.duration]
        number = len(book.activities_in_order)
        yield Door(
            words("Find an activity"),
            words("Each says how long it takes, whom it is for and what to bring."),
            words.many("See the activity", "See all {number} activities", number),
            addresses.TOOLKIT,
            links,
        )


def _time(site: Site, entry: Entry[Activity], duration: Duration) -> str:
    said = site.words.duration(duration)
    return Helpers(site.book, site.words).said_by(entry, said) if duration.written else said
