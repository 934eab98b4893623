"""Every limit of a field, from both sides: the last value that fits, and the first that does not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from journeybook.model import Activity, types
from journeybook.model.base import Resource

LIMITS: dict[str, tuple[Any, list[str], list[str]]] = {
    "a line": (types.Plain, ["x", "x" * 400, "ä" * 400], ["", " ", "x" * 401]),
    "a Markdown field": (types.Markdown, ["x", "x" * 30_000], ["", " \n", "x" * 30_001]),
    "minutes": (types.Minutes, ["1", "168 h", "167 h 60 min"], ["0", "0 min", "0 h", "168 h 1 min"]),
    "a time of day": (types.Clock, ["00:00", "0:00", "23:59", "9.30"], ["24:00", "9:60", "9", "9:3", "-1:00"]),
    "a date": (types.Date, ["2024-02-29", "0001-01-01"], ["2023-02-29", "2027-13-01", "27-01-01", "2027-1-1"]),
    "a whole number": (types.Whole, ["9" * 15, "-" + "9" * 15], ["9" * 16, "1.0", "1e3", "0x1", "١"]),
    "a number": (types.Number, ["4.5", "9" * 15 + ".999999"], ["9" * 16, "1.1234567", "nan", "inf", "1e3"]),
    "a mark": (types.Mark, ["-100", "100", "−100"], ["-101", "101"]),
    "a score": (types.Score, ["-2", "2"], ["-3", "3"]),
    "a grade": (types.Rating, ["1", "3"], ["0", "4"]),
    "an effort": (types.Effort, ["1", "5"], ["0", "6"]),
    "a count": (types.Count, ["0", "9" * 15], ["-1"]),
    "a time": (
        types.LengthOfTime,
        ["1", "168 h", "1/4 day", "3650 days", "10 years"],
        ["0", "10081", "0 days", "3651 days", "11 years"],
    ),
    "how many": (types.Positive, ["1", "1000"], ["0", "1001"]),
    "an id": (types.Id, ["a", "a-1", "ä"], ["A", "a b", "a--b", "-a", "a/b", "..", "a.b", "a_b", ""]),
    "an address": (
        types.Address,
        ["https://a.example", "http://a.example/b?c#d", "HTTPS://A.EXAMPLE", "mailto:a@b.example"],
        [
            *(
                "javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://a.example",
                "//a.example",
            ),
            *("/a", "a.html", "https:a", "https:/a", "https://", "mailto:", "x https://a.example", "https://a b"),
        ],
    ),
    "a time zone": (types.TimeZone, ["Europe/London", "UTC"], ["Europe/Londn", "../../etc/passwd", "/etc/passwd", ""]),
}
FITS = [(name, value) for name, (_, fits, _) in LIMITS.items() for value in fits]
DOES_NOT = [(name, value) for name, (_, _, wrong) in LIMITS.items() for value in wrong]


def _id(value: object) -> str:
    return str(value)[:20]


@pytest.mark.parametrize(("kind", "value"), FITS, ids=_id)
def test_what_fits_is_read(kind: str, value: str) -> None:
    """The least and the most are themselves allowed."""
    TypeAdapter(LIMITS[kind][0]).validate_python(value)


@pytest.mark.parametrize(("kind", "value"), DOES_NOT, ids=_id)
def test_what_does_not_fit_is_refused(kind: str, value: str) -> None:
    """The next one is not, in words of ours or of a range, and not in those of an exception."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(LIMITS[kind][0]).validate_python(value)
    ours = {"journeybook", types.NO_NUMBER, types.NO_ID, "greater_than_equal", "less_than_equal"}
    assert {error["type"] for error in refused.value.errors()} <= ours


@pytest.mark.parametrize(
    "address", ["data:text/html,<script>alert(1)</script>", "javascript:alert(1)", "DATA:,x", "//a.b"]
)
def test_a_resource_leads_to_the_web_or_to_mail(address: str) -> None:
    """Its address is a link on a page."""
    with pytest.raises(ValidationError):
        Resource.model_validate({"title": "x", "url": address})


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "/etc/passwd", "..", "C:\\x", "C:x", "..\\x", "a\\..\\..\\x", "file:x"]
)
def test_a_resource_s_file_is_beside_it(path: str) -> None:
    """No way leads up or to another drive, whichever slash it is written with."""
    with pytest.raises(ValidationError):
        Resource.model_validate({"title": "x", "file": path})


def test_a_resource_s_file_has_one_name() -> None:
    """Dots and doubled slashes are left out, so that it is compared with the names of pages as it will be called."""
    read = [Resource.model_validate({"title": "x", "file": path}).file for path in ("./a//b.pdf", "a\\.\\b.pdf")]
    assert read == ["a/b.pdf"] * 2


def test_control_characters_are_left_out_and_letters_are_composed() -> None:
    """A terminal would obey the one; the other would make two names of one."""
    model = Activity.model_validate({"title": "a\x1b[31m\x00b\x7f\x9bc e\u0301"})
    assert model.title == "a[31mbc é"
