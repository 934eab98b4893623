"""Durations and numbers of people that are nearly right: what is offered is read, and means what was typed."""

from __future__ import annotations

import pytest

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.duration import Duration
from journeybook.model.group import Group
from journeybook.model.validate import validate
from journeybook.problems import Problem
from journeybook.source.read import parse

WORKSHOP = 'title: x\ngroup_size: {text}\ndays: [{{start: "9:00", blocks: [{{title: a, minutes: 5}}]}}]\n'


def problems_of(text: str, model: type[Activity | Journey | Workshop] = Activity) -> list[Problem]:
    """What is wrong with a file of that text."""
    document, problems = parse(text, "a.yaml")
    assert document is not None, problems
    return validate(document, model)[1]


def hint_of(text: str, model: type[Activity | Journey | Workshop] = Activity) -> str:
    """The hint of the only problem."""
    (problem,) = problems_of(text, model)
    return str(problem.hint)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2 x 45 min", "{min: 1 h 30 min, note: 2 x 45 min}"),
        ("2 × 45 min", '{min: 1 h 30 min, note: "2 × 45 min"}'),
        ("2 sessions of 45 min", "{min: 1 h 30 min, note: 2 sessions of 45 min}"),
        ("45 min x 2", "{min: 1 h 30 min, note: 45 min x 2}"),
        ("45 min twice", "{min: 1 h 30 min, note: 45 min twice}"),
        ("45 min, three times", '{min: 2 h 15 min, note: "45 min, three times"}'),
        ("45 min (or more)", "`45 min or more`"),
        ("45 min (max)", "`45 min max`"),
        ("45 min approx", "`about 45 min`"),
        ("45 min or so", "`about 45 min`"),
        ("an hour or so", "`about an hour`"),
        ("30…45 min", "`30–45 min`"),
        ("30...45 min", "`30–45 min`"),
        ("45 -- 60 min", "`45–60 min`"),
        ("45 minuts", "`45 minutes`"),
        ("45 mn", "`45 min`"),
        ("1:30", "`1 h 30 min`"),
        ("30 min, 45 min", "`30–45 min`"),
        ("30 min; 1 h", "`30–60 min`"),
    ],
)
def test_a_duration_that_is_nearly_one_is_offered(typed: str, meant: str) -> None:
    """Taking what is offered passes, and is not half of what was said."""
    assert hint_of(f"title: x\nduration: {typed}\n").startswith(f"write {meant} or ")
    assert not problems_of(f"title: x\nduration: {meant.strip('`')}\n")


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("duration: [30, 45]", "write `30–45`"),
        ("duration: [1 h, 2 h]", "write `1 h–2 h`"),
        ("group: [2, 12]", "write `2–12`"),
        ("duration: 200 h", "write up to 168 hours, or days, such as `8 days`"),
        ("duration: 1.30 h", "write `1 h 30 min` or `1 h 18 min`"),
        ("duration: 1,45 Std", "write `1 h 45 min` or `1 h 27 min`"),
        ("duration: 1.30–2 h", "write `1 h 30 min` or `1 h 18 min`"),
        ("duration: {min: 1.30 h, max: 2 h}", "write `1 h 30 min` or `1 h 18 min`"),
        ("steps: [{title: a, minutes: 1.30 h}]", "write `1 h 30 min` or `1 h 18 min`"),
        ("steps: [{title: a, minutes: 0:15}]", "write `15 min`"),
        ("steps: [{title: a, minutes: 09:30-09:45}]", "write `15 min`"),
        ("steps: [{title: a, minutes: 10 minuts}]", "write `10 minutes`"),
    ],
)
def test_a_time_that_may_be_two_is_asked_for_and_a_list_is_a_range(field: str, hint: str) -> None:
    """What is written with a point is never taken for one of its two meanings."""
    assert hint_of(f"title: x\n{field}\n") == hint


@pytest.mark.parametrize("text", ["1.5 h", "1.25 h", "1,50 h", "2.75 hours", "1.00 h", "0.5 h", "1.5–2 h", "90 min"])
def test_parts_of_an_hour_stay_parts_of_an_hour(text: str) -> None:
    """Nobody writes these for minutes."""
    assert not problems_of(f"title: x\nduration: {text}\n")


def test_quotation_marks_of_a_word_processor_are_not_shown() -> None:
    """They stand around the text, and are no part of it."""
    assert str(Duration.model_validate("“2+ hours”")) == "2+ hours"
    assert Duration.model_validate("“45 min”").written == ""
    assert Group.model_validate("“about 12”").note == "about 12"


def test_one_to_one_with_a_dash_is_two_people() -> None:
    """A range from one to one nobody writes."""
    for text in ("1-1", "1 - 1", "1–1", "1:1"):
        group = Group.model_validate(text)
        assert (group.min, group.max) == (2, 2)
    assert Group.model_validate("1").max == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 (max)", "`up to 4`"),
        ("4 (or more)", "`4+`"),
        ("12 pairs", "{min: 24, max: 24, size: 2}"),
        ("six pairs", "{min: 12, max: 12, size: 2}"),
        ("3 groups of 4", "{min: 12, max: 12, size: 4}"),
        ("12 people in groups of 4", "{min: 12, max: 12, size: 4}"),
        ("24 (12 pairs)", "{min: 24, max: 24, size: 2}"),
        ("tables of 6", "{min: 6, size: 6}"),
        ("pairs, 2-12", "{min: 2, max: 12, size: 2}"),
        ("2-12, pairs", "{min: 2, max: 12, size: 2}"),
        ("individual", "`1`"),
        ("one pair", "`2`"),
        ("mentor and mentee", "`2`"),
        ("1 mentor, 1 mentee", "`2`"),
        ("whole class", "`any`"),
        ("1–n", "`any`"),
        ("one to many", "`any`"),
    ],
)
def test_a_number_of_people_that_is_nearly_one_is_offered(typed: str, meant: str) -> None:
    """Pairs are counted as two, and a most is no exact number."""
    assert hint_of(f"title: x\ngroup: {typed}\n").startswith(f"write {meant} or ")
    assert not problems_of(f"title: x\ngroup: {meant.strip('`')}\n")


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("6–8 mentees and 1 mentor", 7, 9),
        ("3-4 mentees and 1 mentor", 4, 5),
        ("1 mentor, up to 3 mentees", 2, 4),
        ("2 mentors + 10–12 mentees", 12, 14),
    ],
)
def test_people_of_whom_some_are_a_range_are_added_at_both_ends(typed: str, least: int, most: int) -> None:
    """And who they are is a note."""
    shown = f"{{min: {least}, max: {most}, note: "
    assert hint_of(f"title: x\ngroup: {typed}\n").startswith(f"write {shown}")
    assert not problems_of(f"title: x\ngroup: {shown}1 mentor and others}}\n")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("8 pairs", 16),
        ("1 mentor and 6–8 mentees", 9),
        ("12 (6 pairs)", 12),
        ("10-12", 12),
        ("6 mentors + 6 mentees", 12),
        ("about 12", 12),
        ("up to 20 people", 20),
        ("3 groups of 5", 15),
    ],
)
def test_the_size_of_a_workshop_counts_every_person(typed: str, number: int) -> None:
    """Materials are counted for them: pairs are two each, and of a range, the most."""
    assert hint_of(WORKSHOP.format(text=typed), Workshop) == f"write `{number}`"


def test_a_share_is_no_count() -> None:
    """A funnel works its shares out of the counts, so that `70` for `70%` would say something else."""
    stages = "title: x\nstages: [{{title: a, count: {text}}}, b]\n"
    assert "shares are worked out" in hint_of(stages.format(text="70%"), Journey)
    assert hint_of(stages.format(text="about 120 people"), Journey) == "write `120`"


@pytest.mark.parametrize("key", ["number of people", "number_of_people", "Number of participants"])
def test_a_number_of_people_is_not_the_number_of_the_activity(key: str) -> None:
    """Nearly all letters of `number` stand in it, and it means `group`."""
    assert hint_of(f"title: x\n{key}: 12\n") == "write `group: …` in its place"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('duration: ""', "write a text, or take the line out"),
        ('group: " "', "write a text, or take the line out"),
        ("duration: 2+", "write `2+ hours` or `2+ min`"),
        ("duration: 1 +", "write `1+ hours` or `1+ min`"),
    ],
)
def test_what_is_left_open_is_asked_for(text: str, hint: str) -> None:
    """An empty text is no amount that is misspelt, and hours are no minutes."""
    assert hint_of(f"title: x\n{text}\n") == hint
