"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from journeybook.diagrams.shapes.overview import has_curve
from journeybook.handbook import ContentPage, Entry, Handbook
from journeybook.handbook.timetable import workshop_totals
from journeybook.model import Activity, Journey
from journeybook.model.duration import Duration
from journeybook.pages import addresses
from journeybook.pages.facts import Fact, handbook_facts
from journeybook.pages.helpers import Helpers
from journeybook.pages.page import Make, Page, index
from journeybook.pages.site import Site
from journeybook.pages.ways_in import titles

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
    first = _drawn(site.book)
    doors, journeys = _doors(site, first), len(site.book.journeys_in_order)
    led = any(door.target == addresses.JOURNEYS for door in doors)
    more = 0 if led or journeys == 1 else journeys
    curve = first is not None and has_curve(first.model)
    held = {"doors": doors, "colophon": _colophon(site), "ways_in": titles(site), "books": site.books}
    return {"journey": first, "curve": curve, "all_journeys": more, **held}


def _drawn(book: Handbook) -> Entry[Journey] | None:
    """Find the journey to draw; none where the author's own words show one already, and name no other."""
    page = book.page_at(addresses.HOME)
    named = page.front.journey if page else None
    shown = page.shown_journeys if page else frozenset()
    if shown and (named is None or named in shown):
        return None
    return book.journeys.get(named or "") or next(iter(book.journeys_in_order), None)


def _colophon(site: Site) -> list[Fact]:
    """Give what the handbook holds, where there is something to count."""
    book = site.book
    held = [len(shelf) for shelf in (book.journeys_in_order, book.activities_in_order, book.workshops_in_order)]
    facts = list(handbook_facts(book, site.words))
    return facts if len(facts) > 1 and max(held) > 1 else []


def _doors(site: Site, drawn: Entry[Journey] | None) -> list[Door]:
    """Give the ways in; journeys have their picture, and a door where nothing else would fill the row."""
    read, run, find = _chapters(site), _workshops(site), _activities(site)
    follow = None if read and run and find else _journeys(site, drawn)
    return [door for door in (read, follow, run, find) if door]


def _chapters(site: Site) -> Door | None:
    words, chapters = site.words, list(site.book.chapters.values())
    if not chapters:
        return None
    links = [Link(chapter.title, chapter.opening) for chapter in chapters[:3]]
    text = words("The thinking behind the programme, chapter by chapter.")
    return Door(words("Read"), text, words("Start reading"), chapters[0].opening, links)


def _journeys(site: Site, drawn: Entry[Journey] | None) -> Door | None:
    words, entries = site.words, site.book.journeys_in_order
    text = words("The stages that somebody passes through, and what helps in each of them.")
    others = [entry for entry in entries if entry is not drawn]
    if not others:
        return None
    if len(entries) == 1:
        return _alone(site, others[0], text, words("Open the whole journey"))
    links = [Link(_title(site, entry), entry) for entry in others[:4]]
    action = words.many("See the journey", "See all {number} journeys", len(entries))
    return Door(words("Follow a journey"), text, action, addresses.JOURNEYS, links)


def _workshops(site: Site) -> Door | None:
    words, entries = site.words, site.book.workshops_in_order
    text = words("A timetable in clock times, the materials counted out, and the handouts.")
    if len(entries) == 1:
        return _alone(site, entries[0], text, words("Open the workshop"))
    lengths = [words.minutes(workshop_totals(site.book, entry.model).altogether) for entry in entries[:4]]
    links = [Link(_title(site, entry), entry, length) for entry, length in zip(entries, lengths, strict=False)]
    found = Door(words("Run a workshop"), text, words("Choose a workshop"), addresses.WORKSHOPS, links)
    return found if entries else None


def _activities(site: Site) -> Door | None:
    words, entries = site.words, site.book.activities_in_order
    text = words("Each says how long it takes, whom it is for and what to bring.")
    if len(entries) == 1:
        return _alone(site, entries[0], "", words("Open the activity"))
    some = [(e, e.model.duration) for e in entries if e.model.duration and e.model.duration.min is not None][:4]
    links = [Link(_title(site, entry), entry, _time(site, entry, duration)) for entry, duration in some]
    action = words.many("See the activity", "See all {number} activities", len(entries))
    return Door(words("Find an activity"), text, action, addresses.TOOLKIT, links) if entries else None


def _alone(site: Site, entry: Entry[Any], text: str, action: str) -> Door:
    """Give the way to the only one of its kind, which needs no list: it is told by its own name."""
    summary = entry.model.summary
    said = Helpers(site.book, site.words).said_by(entry, summary) if summary else text
    return Door(_title(site, entry), said, action, entry, [])


def _title(site: Site, entry: Entry[Any]) -> str:
    return Helpers(site.book, site.words).said_by(entry, entry.title)


def _time(site: Site, entry: Entry[Activity], duration: Duration) -> str:
    said = site.words.duration(duration)
    return Helpers(site.book, site.words).said_by(entry, said) if duration.written else said
