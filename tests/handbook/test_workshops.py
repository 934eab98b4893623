"""What a workshop yields: clock times, and what to bring."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes
from journeybook.handbook import Handbook
from journeybook.handbook.materials import groups_of, materials
from journeybook.handbook.timetable import by_date, day_minutes, end_of, slots, totals, workshop_totals

TOOLKIT = {
    "toolkit/map.yaml": (
        "title: Vision map\nduration: 45–60 min\ngroup: {size: 3}\nmaterials:\n"
        "  - {title: Pens, quantity: 2, per: person}\n  - {title: Cards, quantity: 4, per: group}\n"
        "  - {title: Clock, quantity: 1, per: session}\n  - {title: Tape, quantity: 2}\n  - Water\n"
    ),
    "toolkit/line.yaml": (
        "title: Life line\nduration: 30 min\nmaterials:\n"
        "  - {title: pens, quantity: 2, per: person}\n  - {title: Pens, quantity: 5, per: person}\n"
        "  - {title: Cards, quantity: 4, per: group}\n  - Water\n"
    ),
}
BLOCKS = """
title: Kick-off
{more}
days:
  - start: "9.30"
    blocks:
      - {{title: Welcome, minutes: 10}}
      - {{activity: map}}
      - {{break: Coffee, minutes: 15 min}}
      - {{activity: line, minutes: 1 h 20 min}}
"""


def _book(folder: Path, more: str = "") -> Handbook:
    return book_of(folder, {**TOOLKIT, "toolkit/workshops/kick-off.yaml": BLOCKS.format(more=more)})


def test_blocks_follow_each_other_in_clock_times(tmp_path: Path) -> None:
    """A block takes its own minutes, else the most of its activity; the day ends when its last block does."""
    book = _book(tmp_path)
    (day,) = book.workshops["kick-off"].model.days
    found = slots(book, day)
    shown = [(f"{slot.start:%H:%M}", slot.minutes, slot.activity and slot.activity.id) for slot in found]
    assert shown == [("09:30", 10, None), ("09:40", 60, "map"), ("10:40", 15, None), ("10:55", 80, "line")]
    assert day_minutes(book, day) == 165
    assert end_of(book, day).strftime("%H:%M") == "12:15"


def test_a_day_may_end_when_its_blocks_do_and_not_a_minute_before(tmp_path: Path) -> None:
    """An end at 12:15 is right; at 12:14 it is one error."""
    for end, expected in (("12:15", []), ("12:14", ["JB305"])):
        plan = BLOCKS.format(more="").replace('start: "9.30"', f'start: "9.30"\n    end: "{end}"')
        book = book_of(tmp_path, {**TOOLKIT, "toolkit/workshops/kick-off.yaml": plan})
        assert codes(book) == expected


def test_materials_are_counted_for_people_groups_and_the_session(tmp_path: Path) -> None:
    """For 16 people in threes: 32 pens, cards for 6 groups, one clock; equal lines of two activities are one line."""
    book = _book(tmp_path, "group_size: 16")
    lines = materials(book, book.workshops["kick-off"].model)
    shown = [(line.title, line.number, line.each, line.per, [a.id for a in line.activities]) for line in lines]
    assert shown == [
        ("Pens", 80, 5, "person", ["line"]),
        ("Pens", 32, 2, "person", ["map", "line"]),
        ("Cards", 24, 4, "group", ["map", "line"]),
        ("Tape", 2, 2, None, ["map"]),
        ("Clock", 1, 1, "session", ["map"]),
        ("Water", None, None, None, ["map", "line"]),
    ]


def test_without_a_group_size_only_what_needs_no_people_is_counted(tmp_path: Path) -> None:
    """Per person and per group cannot be counted, and stay as “each”."""
    book = _book(tmp_path)
    counted = {line.title: line.number for line in materials(book, book.workshops["kick-off"].model) if line.number}
    assert counted == {"Tape": 2, "Clock": 1}


@pytest.mark.parametrize(("people", "groups"), [(1, 1), (3, 1), (4, 2), (16, 6)])
def test_a_rest_of_people_makes_a_group_of_its_own(tmp_path: Path, people: int, groups: int) -> None:
    """Sixteen people in threes are six groups; without a size everyone is one group."""
    book = _book(tmp_path)
    assert groups_of(book.activities["map"].model, people) == groups
    assert groups_of(book.activities["line"].model, people) == 1


PARTS = """
title: Weekend
days:
  - date: 2027-01-14
    start: "09:30"
    blocks:
      - {title: Welcome, minutes: 20}
      - {break: Coffee, minutes: 10}
      - {title: A guest, start: "10:15", minutes: 45}
  - date: 2027-01-14
    start: "12:00"
    blocks: [{title: More, minutes: 60}, {break: Tea, minutes: 15}]
  - date: 2027-01-15
    start: "23:00"
    blocks: {title: Night, minutes: 60}
  - start: "09:00"
    blocks: {title: Some day, minutes: 5}
"""


def test_days_of_one_date_are_parts_of_one_day(tmp_path: Path) -> None:
    """Work, breaks and time between blocks and parts are counted for each date, and for all of them."""
    book = book_of(tmp_path, {"toolkit/workshops/weekend.yaml": PARTS})
    assert codes(book) == []
    model = book.workshops["weekend"].model
    assert by_date(model) == [[0, 1], [2], [3]]
    first = totals(book, model.days[:2])
    assert (first.work, first.breaks, first.pauses, first.altogether) == (125, 100, 2, 225)
    whole = workshop_totals(book, model)
    assert (whole.work, whole.breaks, whole.altogether) == (190, 100, 290)
    assert end_of(book, model.days[2]).strftime("%H:%M") == "00:00"


def test_a_fixed_start_leaves_time_free_before_it(tmp_path: Path) -> None:
    """A block begins at its own start where that is later; where it is earlier, when it can, and it is an error."""
    book = book_of(tmp_path, {"toolkit/workshops/weekend.yaml": PARTS})
    found = [
        (f"{slot.start:%H:%M}", slot.free, slot.title) for slot in slots(book, book.workshops["weekend"].model.days[0])
    ]
    assert found == [("09:30", 0, "Welcome"), ("09:50", 0, "Coffee"), ("10:15", 15, "A guest")]
    early = PARTS.replace('"10:15"', '"09:55"')
    book = book_of(tmp_path / "early", {"toolkit/workshops/weekend.yaml": early})
    assert codes(book) == ["JB305"]
    assert slots(book, book.workshops["weekend"].model.days[0])[2].start.strftime("%H:%M") == "10:00"


@pytest.mark.parametrize(("minutes", "expected"), [(44, ["JB411"]), (45, []), (120, [])])
def test_a_block_gives_its_activity_the_least_time_that_it_takes(
    tmp_path: Path, minutes: int, expected: list[str]
) -> None:
    """An activity of 45 to 60 minutes fits into 45 and into 120, and not into 44."""
    plan = f"title: x\ndays: {{start: 9:00, blocks: {{activity: map, minutes: {minutes}}}}}\n"
    journey_of = "title: J\nstages: [{title: a, activities: [map, line]}, {title: b, questions: Why?}]\n"
    files = {**TOOLKIT, "toolkit/workshops/x.yaml": plan, "journeys/j.yaml": journey_of}
    assert [code for code in codes(book_of(tmp_path, files)) if code == "JB411"] == expected


@pytest.mark.parametrize(
    ("group", "people", "groups"),
    [
        ("2", 40, 20),
        ("2", 41, 21),
        ("{min: 3, max: 3}", 10, 4),
        ("{min: 2, max: 2, size: 1}", 2, 2),
        ("{min: 2, size: 12}", 60, 5),
        ("2–12", 60, 1),
        ("up to 12", 60, 1),
        ("8+", 60, 1),
        ("{note: two teams}", 60, 1),
    ],
)
def test_an_activity_for_exactly_so_many_is_for_as_many_groups(
    tmp_path: Path, group: str, people: int, groups: int
) -> None:
    """`group: 2` means groups of two, rounded up; from a least to a most is one group, however many come."""
    book = book_of(tmp_path, {"toolkit/pair.yaml": f"title: Pair\ngroup: {group}\n"})
    assert groups_of(book.activities["pair"].model, people) == groups


@pytest.mark.parametrize(
    ("group", "people", "told"),
    [
        ("2", 40, False),
        ("2", 1, True),
        ("2–12", 12, False),
        ("2–12", 13, True),
        ("{min: 12, max: 12, size: 3}", 13, True),
        ("{min: 2, size: 12}", 60, False),
        ("8+", 8, False),
        ("8+", 7, True),
        ("{note: two teams}", 60, False),
    ],
)
def test_a_workshop_of_too_many_or_too_few_is_told(tmp_path: Path, group: str, people: int, told: bool) -> None:
    """The advice says at which block the activity is not for the people who are expected."""
    day = '{start: "9.30", blocks: {activity: pair, minutes: 20}}'
    files = {
        "toolkit/pair.yaml": f"title: Pair\ngroup: {group}\n",
        "toolkit/workshops/day.yaml": f"title: Day\ngroup_size: {people}\ndays: {day}\n",
    }
    assert ("JB415" in codes(book_of(tmp_path, files))) == told
