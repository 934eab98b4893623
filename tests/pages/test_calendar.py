"""Calendar files of workshops, read back by icalendar, which wrote them, and by vobject and dateutil, which did not."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from dateutil import tz

from handbook.handbooks import book_of
from journeybook.assembly import build
from journeybook.language.words import Words
from journeybook.pages.calendar import calendars
from journeybook.pages.site import Site

PATH = "toolkit/workshops/kick-off/kick-off.ics"
WORKSHOP = """
title: Kick-off, über; \\ alles
summary: A weekend for everybody who has ever wanted to know what happens when clocks change in the night, and why.
timezone: Europe/London
location: Room 1, first floor
bring: [A watch, A calendar]
reviewed_on: 2026-10-01
days:
  - {title: Saturday, date: 2027-03-27, start: "09:30", blocks: [{title: Hello, minutes: 90}, {activity: map}]}
  - title: Sunday
    date: 2027-03-28
    start: "08:00"
    blocks:
      - {title: Set up, minutes: 60, audience: [facilitator, coordinator], text: Nobody knows.}
      - {break: Tea, minutes: 15}
      - {title: Mentors only, minutes: 45, audience: [mentor], text: A secret.}
  - {title: Autumn, date: 2027-10-31, start: "09:30", blocks: {title: Back again, minutes: 30}}
"""
MAP = "title: Map\nduration: 45–60 min\nfacilitator_notes: Only for you.\n"


def files(folder: Path, workshop: str = WORKSHOP, address: str = "https://example.org/book/") -> dict[str, bytes]:
    """The calendar files of a handbook with this workshop."""
    book = book_of(folder, {"toolkit/workshops/kick-off.yaml": workshop, "toolkit/map.yaml": MAP})
    assert book.problems == []
    return {file.path: file.read() for file in calendars(Site(book, Words("en"), address=address))}


def events(content: bytes) -> list[icalendar.Event]:
    """The events as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def rules(content: bytes) -> dt.tzinfo:
    """The time zone as dateutil makes it of the file's own VTIMEZONE."""
    text = content.decode().replace("\r\n", "\n")
    return tz.tzical(io.StringIO(text[text.index("BEGIN:VTIMEZONE") : text.index("BEGIN:VEVENT")])).get()


def test_both_parsers_read_what_was_written(tmp_path: Path) -> None:
    """Each day is one event with its title, place, hours and the address of its agenda, whoever reads it."""
    content = files(tmp_path)[PATH]
    ours, theirs = events(content), vobject.readOne(content.decode()).vevent_list
    assert [str(event["SUMMARY"]) for event in ours] == [
        f"Kick-off, über; \\ alles: {day}" for day in ("Saturday", "Sunday", "Autumn")
    ]
    for one, other in zip(ours, theirs, strict=True):
        assert str(one["SUMMARY"]) == other.summary.value
        assert str(one["DESCRIPTION"]) == other.description.value
        assert str(one["LOCATION"]) == other.location.value == "Room 1, first floor"
        assert str(one["UID"]) == other.uid.value
        assert str(one["URL"]) == other.url.value == "https://example.org/book/toolkit/workshops/kick-off/agenda/"
        for name in ("DTSTART", "DTEND"):
            assert one[name].dt.astimezone(dt.UTC) == getattr(other, name.lower()).value.astimezone(dt.UTC)


def test_times_are_right_across_both_changes_of_the_clocks(tmp_path: Path) -> None:
    """09:30 in London is 09:30 in winter time, and an hour earlier by UTC in summer time, by the file's own rules."""
    content = files(tmp_path)[PATH]
    found = [(e.dtstart.value, e.dtend.value) for e in vobject.readOne(content.decode()).vevent_list]
    hours = [[time.replace(tzinfo=rules(content)).astimezone(dt.UTC) for time in pair] for pair in found]
    assert [(f"{start:%d %H:%M}", f"{end:%d %H:%M}") for start, end in hours] == [
        ("27 09:30", "27 12:00"),
        ("28 08:00", "28 09:00"),
        ("31 09:30", "31 10:00"),
    ]


@pytest.mark.parametrize(
    "zone",
    ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin", "Asia/Kolkata", "America/Santiago"],
)
def test_the_rules_of_a_time_zone_are_right_in_every_hour(tmp_path: Path, zone: str) -> None:
    """What a parser makes of the file's own VTIMEZONE is what the time zone does, in every hour of the year."""
    content = files(tmp_path, WORKSHOP.replace("Europe/London", zone))[PATH]
    told, wanted, hour = rules(content), ZoneInfo(zone), dt.datetime(2027, 1, 2)
    wrong = []
    while hour < dt.datetime(2027, 12, 30):
        right = {hour.replace(tzinfo=wanted, fold=fold).utcoffset() for fold in (0, 1)}
        # An hour that comes twice or never has two answers, each of them right.
        if hour.replace(tzinfo=told).utcoffset() not in right:
            wrong.append(hour)
        hour += dt.timedelta(hours=1)
    assert wrong == []


def test_the_file_is_as_rfc_5545_asks(tmp_path: Path) -> None:
    """Lines end with CRLF and have 75 bytes at most; texts are escaped; times name the time zone that is defined."""
    content = files(tmp_path)[PATH]
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"") and max(map(len, lines)) <= 75
    whole = content.decode().replace("\r\n ", "")
    assert r"SUMMARY:Kick-off\, über\; \\ alles: Saturday" in whole
    assert re.findall("^TZID:(.+)\r$", whole, re.M) == ["Europe/London"]
    assert re.findall("^DT(START|END);TZID=Europe/London:", whole, re.M) == ["START", "END"] * 3


def test_the_same_handbook_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the hour of a build is in the file: its time stamp is the day of the review."""
    first, second = files(tmp_path / "a"), files(tmp_path / "b")
    assert first == second
    assert {event["DTSTAMP"].dt for event in events(first[PATH])} == {dt.datetime(2026, 10, 1, tzinfo=dt.UTC)}
    unreviewed = files(tmp_path / "c", WORKSHOP.replace("reviewed_on: 2026-10-01\n", ""))
    assert {event["DTSTAMP"].dt.date() for event in events(unreviewed[PATH])} == {dt.date(2027, 3, 27)}


def test_a_day_keeps_its_uid(tmp_path: Path) -> None:
    """Another date, title or hour changes a calendar's entry; another day, workshop or handbook is another entry."""

    def uids(name: str, workshop: str = WORKSHOP, **more: str) -> list[str]:
        return [str(event["UID"]) for event in events(files(tmp_path / name, workshop, **more)[PATH])]

    first = uids("a")
    assert len(set(first)) == 3
    changed = WORKSHOP.replace("2027-03-27", "2027-03-20").replace("Saturday", "Day one").replace("09:30", "10:00")
    assert uids("b", changed) == first
    assert not set(uids("c", address="https://example.org/other/")) & set(first)
    assert len(set(uids("d", address=""))) == 3


def test_nothing_in_it_is_for_facilitators(tmp_path: Path) -> None:
    """The description is the agenda: what only those who run the workshop do is not in it, nor in its hours."""
    content = files(tmp_path)[PATH]
    saturday, sunday, _ = (str(event["DESCRIPTION"]) for event in events(content))
    assert saturday.endswith("09:30 Hello\n11:00 Map\n12:00 End\n\nPlease bring: A watch and A calendar")
    assert "09:00 Tea\n09:15 Mentors only\n10:00 End" in sunday
    assert not re.search("secret|Nobody knows|Set up|Only for you", content.decode().replace("\r\n ", ""))


def test_without_dates_there_is_no_file_and_no_link(tmp_path: Path) -> None:
    """A workshop without a date has no calendar file, and its pages offer none."""
    undated = re.sub(r"date: [\d-]+,? ?|    date: .*\n", "", WORKSHOP)
    undated = undated.replace("  - title: Sunday\n2", "")
    book = book_of(tmp_path, {"toolkit/workshops/kick-off.yaml": undated, "toolkit/map.yaml": MAP})
    site = Site(book, Words("en"))
    made = build.build(site)
    assert list(calendars(site)) == []
    assert not [page.path for page in made if ".ics" in page.fills.fill(page.markdown)]


@pytest.mark.parametrize("blocks", ["{title: A, minutes: 60, audience: facilitator}", "{activity: map}"])
def test_a_workshop_for_facilitators_has_no_calendar_and_nobody_links_to_one(tmp_path: Path, blocks: str) -> None:
    """Nor to an agenda with nothing on it, whether its block says so or its activity."""
    workshop = f'title: Training\ndays: [{{date: 2027-01-14, start: "18:00", blocks: [{blocks}]}}]\n'
    activity = "title: Map\nduration: 45 min\naudience: facilitator\n"
    book = book_of(tmp_path, {"toolkit/workshops/training.yaml": workshop, "toolkit/map.yaml": activity})
    site = Site(book, Words("en"))
    assert book.problems == [] and list(calendars(site)) == []
    made = {page.path: page.fills.fill(page.markdown) for page in build.build(site)}
    assert not [path for path, text in made.items() if ".ics" in text]
    assert "Agenda for participants" not in made["toolkit/workshops/training/index.md"]


@pytest.mark.parametrize(
    ("zone", "start"), [("", b"DTSTART:20270327T093000\r"), ("UTC", b"DTSTART:20270327T093000Z\r")]
)
def test_times_without_a_place(tmp_path: Path, zone: str, start: bytes) -> None:
    """Without a time zone a workshop begins at that hour wherever one is; UTC needs no rules."""
    content = files(tmp_path, WORKSHOP.replace("timezone: Europe/London\n", f"timezone: {zone}\n"))[PATH]
    assert start in content and b"VTIMEZONE" not in content
    assert vobject.readOne(content.decode()).vevent_list[0].dtstart.value.hour == 9
