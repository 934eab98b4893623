"""Dates as people write them, and the one that is meant; both where nobody can know."""

from __future__ import annotations

import pytest

from journeybook.model.meant_dates import date_hint, meant_dates

THIRD_OF_JUNE = [
    *("3rd of June 2027", "June 3, 2027", "June 3rd, 2027", "the 3rd of June, 2027", "Thursday, 3 June 2027"),
    *("Thu 3 Jun 27", "3 June '27", "3-Jun-2027", "2027 June 3", "on Thursday, the 3rd of June 2027 at 9:00"),
    *("3. Juni 2027", "Donnerstag, den 3. Juni 2027", "3 juin 2027", "3 de junio de 2027", "3 giugno 2027"),
    *("3.6.2027", "3. 6. 2027", "03.06.27", "2027-6-3", "2027/6/3", "2027.06.03", "20270603", "27/06/03"),
    *("2027-06-03T09:00", "2027-06-03 09:00", "2027–06–03", "2O27-06-03", "“2027-06-03”", "2027年6月3日"),
]


@pytest.mark.parametrize("text", THIRD_OF_JUNE)
def test_the_date_that_is_meant_is_found(text: str) -> None:
    """In the forms of several countries, with and without the weekday and the time."""
    assert meant_dates(text) == ("2027-06-03",)
    assert str(date_hint(text)) == "write `2027-06-03`"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("03/06/27", "write `2027-06-03` or `2027-03-06`, whichever is meant"),
        ("3-6-2027", "write `2027-06-03` or `2027-03-06`, whichever is meant"),
        ("13/06/2027", "write `2027-06-13`"),
        ("06/13/2027", "write `2027-06-13`"),
        ("6/6/2027", "write `2027-06-06`"),
        ("1er août 2027", "write `2027-08-01`"),
        ("5 mär 2027", "write `2027-03-05`"),
        ("2027-06-03 to 2027-06-04", "write one day here: `2027-06-03` or `2027-06-04`"),
        ("from 3 June 2027 until 4 June 2027", "write one day here: `2027-06-03` or `2027-06-04`"),
    ],
)
def test_what_can_be_two_dates_is_answered_with_both(text: str, hint: str) -> None:
    """Day and month where they could be each other, and the ends of several days."""
    assert str(date_hint(text)) == hint


@pytest.mark.parametrize("text", ["June 2027", "3 June", "someday", "99/99/99", "3 jui 2027", "a " * 99, ""])
def test_what_is_no_date_is_none(text: str) -> None:
    """Nor what could be of two months."""
    assert meant_dates(text) == ()
    assert str(date_hint(text)) == "write year-month-day, such as 2027-01-14"
