"""What a workshop yields: clock times, and what to bring."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes
from journeybook.handbook import Handbook
from journeybook.handbook.materials import groups_of, materials
from journeybook.handbook.timetable import day_minutes, end_of, slots

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
