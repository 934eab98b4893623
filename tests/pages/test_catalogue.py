"""By which times and numbers of people an activity is found in the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.language.words import Words
from journeybook.pages.catalogue import catalogue, days, times
from journeybook.pages.plandata import plan_data
from journeybook.pages.site import Site


@pytest.mark.parametrize(
    ("field", "ranges"),
    [
        ("duration: 45–60 min", {"time": "45-60"}),
        ("duration: up to 30 min", {"time": "1-30"}),
        ("duration: about 40 min", {"time": "40-40"}),
        ("duration: 2+ hours", {"time": "120-10080"}),
        ("duration: 2-3 Days", {"time": "2d-3d"}),
        ("duration: half a day", {"time": "0.5d-0.5d"}),
        ("duration: less than a day", {"time": "1-10080"}),
        ("duration: 1 week", {"time": "7d-7d"}),
        ("duration: 1 day or more", {"time": "1d-3650d"}),
        ("duration: {min: 4 h, max: 2 days}", {"time": "240-2d"}),
        ("duration: {note: as it comes}", {}),
        ("group: 8+", {"people": "8-"}),
        ("group: <10", {"people": "1-9"}),
        ("group: {note: two teams}", {}),
    ],
)
def test_an_activity_is_found_by_its_least_and_its_most(tmp_path: Path, field: str, ranges: dict[str, str]) -> None:
    """Days stay days, what has no end ends with the last of its minutes, and a note is found by no number."""
    book = book_of(tmp_path, {"toolkit/one.yaml": f"title: One\n{field}\n"})
    (facts,) = catalogue(Site(book, Words("en")), book.activities_in_order).facts
    assert {name: value for name, value in facts.items() if name != "in"} == ranges


def test_a_day_or_more_is_offered_where_it_tells_some_from_others(tmp_path: Path) -> None:
    """As with every other time: where all take days, or none does, there is nothing to choose."""
    texts = {"short": "20 min", "long": "2 days", "open": "2+ hours", "noted": "{note: as it comes}"}
    files = {f"toolkit/{id}.yaml": f"title: {id}\nduration: {text}\n" for id, text in texts.items()}
    book = book_of(tmp_path, files)
    entries = {entry.id: entry for entry in book.activities_in_order}
    assert days(entries.values()) and times(entries.values()) == [30, 60, 90, 120, 180]
    assert not days([entries["long"], entries["noted"]])
    assert not days([entries["short"], entries["open"]])


@pytest.mark.parametrize(("language", "time"), [("en", "2+ hours"), ("ar", "\u20682+ hours\u2069")])
def test_the_planner_is_told_the_time_as_it_is_written(tmp_path: Path, language: str, time: str) -> None:
    """Scripts show it as it comes, so that it brings along what parts it from letters that run to the left."""
    book = book_of(tmp_path, {"toolkit/one.yaml": "title: One\nduration: 2+ hours\ngroup: {note: two teams}\n"})
    (activity,) = json.loads(plan_data(Site(book, Words(language))).content or b"")["activities"]
    assert (activity["time"], activity["least"]) == (time, 120)
    assert "minutes" not in activity and "group" not in activity and "two teams" in activity["facts"][0]
