"""Durations, ranges and calendar spans: every form that the authoring guide names reads as what it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeybook.model import Activity, Journey
from journeybook.model.durations import (
    Days,
    Times,
    parse_duration,
    parse_minutes,
    parse_range,
    parse_span,
)
from journeybook.model.validate import validate
from journeybook.problems import Problem
from journeybook.source.read import parse

_minutes = st.integers(1, 9_999)
_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
_dashes = st.sampled_from(["–", "-", "—", " – ", " - ", " to ", " TO "])


def _forms(n: int) -> list[str]:
    """Every way to write n minutes."""
    hours, rest = divmod(n, 60)
    forms = [f"{n}", f"{n} min", f"{n}min", f"{n} minutes", f"{n} mins", f"{n} m", f"PT{n}M", f" {n} min "]
    if hours and rest:
        forms += [f"{hours} h {rest} min", f"{hours}h{rest}", f"{hours} hours {rest} minutes", f"PT{hours}H{rest}M"]
    if hours and not rest:
        forms += [f"{hours} h", f"{hours}h", f"{hours} hr", f"{hours} hours", f"PT{hours}H", f"{hours} H"]
    if hours and rest and not rest % 6:
        forms += [f"{hours}.{rest // 6} h", f"{hours},{rest // 6} h"]
    return forms


@settings(max_examples=300)
@given(_minutes)
@example(60)
@example(90)
@example(150)
def test_every_form_of_a_duration_reads_as_its_minutes(n: int) -> None:
    """45, 45 min, 1 h 30 min, 1.5 h and PT1H30M all read back as the minutes that were meant."""
    assert {form: parse_minutes(form) for form in _forms(n)} == dict.fromkeys(_forms(n), n)


@settings(max_examples=300)
@given(st.integers(1, 999), _minutes, _dashes, st.data())
def test_every_form_of_a_range_reads_as_its_ends(low: int, high: int, dash: str, data: st.DataObject) -> None:
    """45–60 min, 45-60 min, 45 min to 1 h: whatever stands between the ends, both read back."""
    first, last = (data.draw(st.sampled_from(_forms(n))).strip() for n in (low, high))
    bare = first.isdigit() and re.search(r"h(ou)?r?s?$", last, re.I)  # in `1–2 h` the unit means both
    assert parse_duration(f"{first}{dash}{last}") == Times(low * 60 if bare else low, high)
    assert parse_range(f"{low}{dash}{high}") == (low, high)


def test_a_unit_that_stands_once_means_both_ends() -> None:
    """`1–2 h` is one to two hours, not one minute to two hours."""
    assert parse_duration("1–2 h") == Times(60, 120)
    assert parse_duration("45–60 min") == Times(45, 60)
    assert parse_duration("2-3 days") == Times(Days(2), Days(3))


def _problems(text: str, model: type[Activity | Journey] = Activity) -> list[Problem]:
    document, problems = parse(text, "a.yaml")
    assert document is not None, problems
    return validate(document, model)[1]


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


@pytest.mark.parametrize("words", ["1:30", "an hour or so", "45 minuten", "-5", "1 h 30 h", "45 60", "h", "PT"])
def test_what_is_no_duration_is_told_with_the_forms_that_are(words: str) -> None:
    """`1:30` and other nonsense are one JB203 that quotes them and shows what to write."""
    (problem,) = _problems(f"title: x\nduration: {words}\n")
    assert (problem.code, problem.line, problem.column) == ("JB203", 2, 11)
    assert f"‘{words}’" in str(problem.message)
    assert "1 h 30 min" in str(problem.hint)


@settings(max_examples=400, deadline=None)
@given(_words | st.text("0123456789.,:-–hminPT to", max_size=12))
@example("٣٠ min")
@example("²")
@example("1²")
@example("9999 h")
@example("１２")
def test_nonsense_is_a_duration_or_one_problem_per_field(words: str) -> None:
    """No text makes a duration, a group, a number or a date raise: it reads, or is told once, at its own place."""
    fields = ("duration", "group", "number", "reviewed_on")
    lines = "".join(f"{field}: {_quoted(words)}\n" for field in fields)
    problems = _problems(f"title: x\n{lines}")
    assert len({(problem.line, str(problem.message)) for problem in problems}) == len(problems)
    assert {(problem.path[0], problem.line) for problem in problems} <= {(f, n) for n, f in enumerate(fields, 2)}
    assert {problem.code for problem in problems} <= {"JB203", "JB205"}


@settings(max_examples=200)
@given(st.integers(1, 999), st.sampled_from([("day", 1), ("week", 7), ("month", 30), ("year", 365)]), st.booleans())
def test_every_form_of_a_calendar_span_has_its_days(n: int, unit: tuple[str, int], plural: bool) -> None:
    """`2 weeks` is kept as written; `P2W` has its number and unit; both sort as 14 days."""
    word, days = unit
    text = f"{n} {word}{'s' if plural else ''}"
    assert (parse_span(text).text, parse_span(text).days) == (text, n * days)
    short = parse_span(f"P{n}{word[0].upper()}")
    assert (short.text, short.iso, short.days) == (f"P{n}{word[0].upper()}", (n, word), n * days)
    assert parse_span(f"1–{n} {word}s").days == n * days


def test_any_other_span_is_kept_as_it_is_written() -> None:
    """“a while” is a duration of a stage like any other, only without a number of days to sort by."""
    assert (parse_span("a while").text, parse_span("a while").days) == ("a while", None)
