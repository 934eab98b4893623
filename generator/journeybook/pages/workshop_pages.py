"""The pages of a workshop, each as the values that its template shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.handbook import Entry
from journeybook.handbook.materials import materials
from journeybook.handbook.timetable import Slot, Totals, by_date, end_of, slots, totals, workshop_totals
from journeybook.model import Workshop
from journeybook.model.shown import Place
from journeybook.pages.facts import Fact, facts_of, workshop_facts
from journeybook.pages.neighbours import neighbours
from journeybook.pages.room import RoomBlock, shown
from journeybook.pages.site import Site


@dataclass(frozen=True)
class DayPlan:
    """A day of a workshop, or a part of one, in clock times."""

    key: str
    title: str
    date: dt.date | None
    slots: list[Slot]
    end: dt.time
    closing: str

    @property
    def start(self) -> dt.time:
        """When the first of its blocks begins."""
        return self.slots[0].start


def workshop(site: Site, entry: Entry[Workshop]) -> dict[str, Any]:
    """Give a workshop, its days in clock times, what they come to, its materials counted and its handouts."""
    book, model = site.book, entry.model
    previous, following = neighbours(book.workshops_in_order, entry)
    days = day_plans(site, model)
    for_room = agenda_days(site, model)
    used = dict.fromkeys(slot.activity for day in days for slot in day.slots if slot.activity)
    return {
        "facts": workshop_facts(book, model, site.words),
        "days": days,
        "sums": _sums(site, model),
        "agenda": bool(for_room),
        "dated": any(day.date for day in for_room),
        "materials": materials(book, model),
        "handouts": [(entry, handout) for entry in used for handout in entry.model.handouts],
        "previous": previous,
        "following": following,
    }


def day_plans(site: Site, workshop: Workshop) -> list[DayPlan]:
    """Give the days and parts of a workshop, each with a title: parts of one date share the day's number."""
    found = []
    for places in by_date(workshop):
        for place in places:
            day = workshop.days[place]
            plan = slots(site.book, day)
            closing = _closing(site, totals(site.book, [day]))
            title = day_name(site, workshop, places, place)
            found.append(DayPlan(f"day-{day.place}", title, day.date, plan, end_of(site.book, day), closing))
    return found


def day_name(site: Site, workshop: Workshop, places: list[int], place: int) -> str:
    """Give the title of the day or part at a place, or its number; `places` are those of all parts of its date."""
    day = workshop.days[place]
    if day.title:
        return day.title
    if len(places) == 1:
        return site.words("Day {number}", number=day.number)
    return site.words("Day {number}, part {part}", number=day.number, part=places.index(place) + 1)


def _closing(site: Site, sums: Totals) -> str:
    words = site.words
    if not sums.breaks:
        return words("End. {total} of work, no break.", total=words.minutes(sums.work))
    if not sums.work:
        return words("End. {total} of breaks.", total=words.minutes(sums.breaks))
    return words(
        "End. {work} of work and {breaks} of breaks, {total} altogether.",
        work=words.minutes(sums.work),
        breaks=words.minutes(sums.breaks),
        total=words.minutes(sums.altogether),
    )


@dataclass(frozen=True)
class Sum:
    """A line of the totals: a day, or all of them."""

    title: str
    totals: Totals


def _sums(site: Site, workshop: Workshop) -> list[Sum]:
    """Give the totals of each day and of all; none where one line below the timetable has said it already."""
    if len(workshop.days) == 1:
        return []
    words, found = site.words, []
    for places in by_date(workshop):
        parts = [workshop.days[place] for place in places]
        name = words("Day {number}", number=parts[0].number)
        if parts[0].date:
            name = words("{day}, {date}", day=words.weekday(parts[0].date), date=words.date(parts[0].date))
        elif parts[0].title:
            name = parts[0].title
        found.append(Sum(name, totals(site.book, parts)))
    return [*found, Sum(words("Altogether"), workshop_totals(site.book, workshop))] if len(found) > 1 else found


@dataclass(frozen=True)
class AgendaDay:
    """A day as participants see it."""

    key: str
    title: str
    date: dt.date | None
    slots: list[RoomBlock]

    @property
    def start(self) -> dt.time:
        """When the first block for participants begins."""
        return self.slots[0].start

    @property
    def end(self) -> dt.time:
        """When the last block for participants ends."""
        return self.slots[-1].end


def agenda(site: Site, entry: Entry[Workshop]) -> dict[str, Any]:
    """Give what participants need: the days without what is for those who run them."""
    days = agenda_days(site, entry.model)
    facts = [fact for fact in _agenda_facts(site, entry.model, days) if fact.value]
    return {"facts": facts, "days": days, "dated": any(day.date for day in days)}


def _agenda_facts(site: Site, workshop: Workshop, days: Sequence[AgendaDay]) -> Iterator[Fact]:
    """Give the facts of an agenda: when, where, what to bring."""
    words = site.words
    if days:
        first, last = days[0], days[-1]
        hours = words("{start} to {end}", start=words.clock(first.start), end=words.clock(last.end))
        if first.date is None:
            yield Fact("time", words("Time"), hours if len(days) == 1 else "")
        elif last.date and last.date != first.date:
            yield Fact(
                "date", words("When"), words("{low}–{high}", low=words.date(first.date), high=words.date(last.date))
            )
        else:
            note = words("{day}, {hours}", day=words.weekday(first.date), hours=hours)
            yield Fact("date", words("When"), words.date(first.date), note)
    yield from facts_of(workshop, words, Place.CALENDAR)


def agenda_days(site: Site, workshop: Workshop) -> list[AgendaDay]:
    """Give the days that have something for participants."""
    plans = day_plans(site, workshop)
    days = [AgendaDay(p.key, p.title, p.date, [block for slot in p.slots if (block := shown(slot))]) for p in plans]
    return [day for day in days if day.slots]
