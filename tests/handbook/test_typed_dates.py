"""Dates in texts that no calendar has are told; right ones, and those of no year that we know, are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, journey
from journeybook import checks
from journeybook.handbook.typed_dates import wrong_dates


@pytest.mark.parametrize(
    ("text", "language", "message", "hint"),
    [
        (
            "On Friday, 14 January 2027.",
            "en",
            "2027-01-14 is not a Friday",
            "write `Thursday`, or another day, such as",
        ),
        ("Friday, January 14, 2027", "en", "2027-01-14 is not a Friday", "such as the 2027-01-15"),
        ("Fri 14th of Jan 2027", "en", "2027-01-14 is not a Fri", "such as the 2027-01-15"),
        ("am Freitag, den 14.01.2027", "de", "2027-01-14 is not a Freitag", "write `Donnerstag`"),
        ("vendredi 14 janvier 2027", "fr", "2027-01-14 is not a vendredi", "write `jeudi`"),
        ("until 31 June", "en", "there is no such day: ‘31 June’", "the last day of June is the 30"),
        ("Monday, 29 February 2027", "en", "there is no such day", "the last day of February is the 28"),
    ],
)
def test_a_date_that_no_calendar_has_is_told(text: str, language: str, message: str, hint: str) -> None:
    """With the right weekday, and the day near it that has the one that was typed."""
    (wrong,) = wrong_dates(text, language)
    assert message in str(wrong.message) and hint in str(wrong.hint)


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday, 14 January 2027, or Friday, 14 January.",
        "Friday, 14 January 1723",
        "29 February, 31 May, and 30 people on Monday 31 times.",
        "Friday 2027 and 31 marches",
        "May 31 be enough? Version 31 Junebug.",
    ],
)
def test_other_dates_are_left_alone(text: str) -> None:
    """Right ones, those of no year, those of another calendar, and what is no date."""
    assert [*wrong_dates(text, "en")] == []


def test_they_are_told_where_they_stand(tmp_path: Path) -> None:
    """In pages, but not in code, and in fields of YAML."""
    page = "# Plan\n\nWe meet on Friday, 14 January 2027. Write `31 June`.\n"
    way = journey("title: A, summary: 'Until 31 June.', questions: Why?")
    found = checks.run(book_of(tmp_path, {"content/index.md": page, "journeys/way.yaml": way}))
    assert [(one.file, one.line, one.column) for one in found if one.code == "JB469"] == [
        ("content/index.md", 3, 12),
        ("journeys/way.yaml", 3, 32),
    ]
