"""Write workshops with dates as calendar files (RFC 5545): the same input gives the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from journeybook.handbook import Entry
from journeybook.handbook.timetable import minute_of
from journeybook.model import Workshop
from journeybook.model.shown import Place
from journeybook.pages.addresses import agenda_of, calendar_of, path_of
from journeybook.pages.artifact import FileArtifact
from journeybook.pages.facts import facts_of
from journeybook.pages.site import Site
from journeybook.pages.workshop_pages import AgendaDay, agenda_days

_TOLD = ("location", "bring")  # the one has a place of its own in the file, the other a sentence


def calendars(site: Site) -> Iterator[FileArtifact]:
    """Make the calendar file of every workshop that has dates."""
    for entry in site.book.workshops:
        yield from site.results.get(("calendar", entry.id), partial(_file, site, entry))


def _file(site: Site, entry: Entry[Workshop]) -> list[FileArtifact]:
    days = [day for day in agenda_days(site, entry.model) if day.date]
    return [FileArtifact(calendar_of(entry), content=_calendar(site, entry, days).to_ical())] if days else []


def _calendar(site: Site, entry: Entry[Workshop], days: list[AgendaDay]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//journeybook//journeybook//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    zone = zone_of(entry.model.timezone) if entry.model.timezone else None
    dates = [day.date for day in days if day.date]
    if zone is not None and not _is_utc(zone):
        calendar.add_component(_time_zone(zone, min(dates), max(dates)))
    for day in days:
        calendar.add_component(_event(site, entry, day, zone))
    return calendar


def _event(site: Site, entry: Entry[Workshop], day: AgendaDay, zone: ZoneInfo | None) -> Event:
    """Make the event of a day or part, as participants come and go; its stamp is the review's date, not the build's."""
    model, event = entry.model, Event()
    assert day.date is not None
    start = dt.datetime.combine(day.date, day.start, zone)
    minutes = (minute_of(day.end) - minute_of(day.start)) % (24 * 60)
    stamp = model.reviewed_on or min(d.date for d in model.days if d.date)
    event.add("uid", _uid(site, entry, day))
    event.add("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    event.add("dtstart", start)
    event.add("dtend", start + dt.timedelta(minutes=minutes))
    event.add("summary", _summary(site, entry, day))
    event.add("description", _description(site, entry, day))
    if model.location:
        event.add("location", model.location)
    if address := site.on_the_web(agenda_of(entry)):
        event.add("url", address)
    return event


def _uid(site: Site, entry: Entry[Workshop], day: AgendaDay) -> str:
    """Give a day's id, the same whatever its date and words become, so that calendars change their entry."""
    page = site.on_the_web(path_of(entry)) or f"journeybook:{site.book.settings.name}/{path_of(entry)}"
    return str(uuid5(NAMESPACE_URL, f"{page}#{day.key}"))


def _summary(site: Site, entry: Entry[Workshop], day: AgendaDay) -> str:
    if len(entry.model.days) == 1:
        return entry.title
    return site.words("{title}: {part}", title=entry.title, part=day.title)


def _description(site: Site, entry: Entry[Workshop], day: AgendaDay) -> str:
    """Write the agenda of the day: nothing in it is for facilitators alone."""
    words, model = site.words, entry.model
    lines = [model.summary, ""] if model.summary else []
    for slot in day.slots:
        lines.append(f"{words.clock(slot.start)} {slot.title}")
    lines.append(f"{words.clock(day.end)} {words('End')}")
    if model.bring:
        lines += ["", words("Please bring: {things}", things=words.listing(model.bring))]
    more = facts_of(model, words, Place.CALENDAR, without=_TOLD)
    lines += [words("{label}: {value}", label=fact.label, value=fact.value) for fact in more]
    return "\n".join(lines)


def zone_of(name: str) -> ZoneInfo:
    """Read a time zone from the package `tzdata`: what a machine itself knows may be older."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, name)


def _is_utc(zone: ZoneInfo) -> bool:
    """Tell whether times are written with a Z, which needs no definition."""
    return zone.key in ("UTC", "Etc/UTC", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal", "UCT", "Etc/UCT")


def _time_zone(zone: ZoneInfo, first: dt.date, last: dt.date) -> Timezone:
    """Define a time zone from the year of the first day to the end of that of the last.

    `Timezone.from_tzinfo` of icalendar 7.3 would do it, but has each spring's change an hour late.
    """
    found = Timezone()
    found.add("tzid", zone.key)
    start = dt.datetime(first.year, 1, 1, tzinfo=dt.UTC)
    found.add_component(_rule(zone, start, start))
    for moment in _changes(zone, start, dt.datetime(last.year + 1, 1, 1, tzinfo=dt.UTC)):
        found.add_component(_rule(zone, moment - dt.timedelta(minutes=1), moment))
    return found


def _changes(zone: ZoneInfo, start: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """Find the moments at which clocks change, to the minute."""
    day, minute = dt.timedelta(days=1), dt.timedelta(minutes=1)
    while start < end:
        if _clock(zone, start) != _clock(zone, start + day):
            before, after = start, start + day
            while after - before > minute:
                middle = before + (after - before) // minute // 2 * minute
                before, after = (middle, after) if _clock(zone, middle) == _clock(zone, start) else (before, middle)
            yield after
        start += day


def _clock(zone: ZoneInfo, moment: dt.datetime) -> tuple[dt.timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _rule(zone: ZoneInfo, before: dt.datetime, moment: dt.datetime) -> TimezoneStandard | TimezoneDaylight:
    """Make the rule that holds from a moment on; RFC 5545 tells the moment by the clock that ran until then."""
    old, new = before.astimezone(zone), moment.astimezone(zone)
    rule = TimezoneDaylight() if new.dst() else TimezoneStandard()
    rule.add("dtstart", (moment + (old.utcoffset() or dt.timedelta())).replace(tzinfo=None))
    rule.add("tzoffsetfrom", old.utcoffset())
    rule.add("tzoffsetto", new.utcoffset())
    rule.add("tzname", new.tzname())
    return rule
