"""Numbers, times of day and zones that are written in another form: what is told, and what is read."""

from __future__ import annotations

import pytest

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.problems import Problem
from journeybook.source.read import parse

STAGE = "title: x\nstages: [{{title: y, {field}}}, z]\n"
ACTIVITY = "title: x\n{field}\n"
MATERIAL = "title: x\nmaterials: [{{title: Pens, {field}}}]\n"
ZONE = 'title: x\n{field}\ndays: [{{start: "9:00", blocks: [{{title: a, minutes: 5}}]}}]\n'
DAY = 'title: x\ndays: [{{start: "9:30", {field}, blocks: [{{title: a, minutes: 5}}]}}]\n'
MODELS = {STAGE: Journey, ACTIVITY: Activity, MATERIAL: Activity, ZONE: Workshop, DAY: Workshop}


def _problems(frame: str, field: str) -> list[Problem]:
    document, problems = parse(frame.format(field=field), "a.yaml")
    assert document is not None, problems
    return validate(document, MODELS[frame])[1]


@pytest.mark.parametrize("dash", "-−–－")
def test_every_dash_before_a_number_is_a_minus(dash: str) -> None:
    """A score of –1 is never one of 1."""
    document, _ = parse(STAGE.format(field=f"feelings: {{score: {dash}1}}"), "a.yaml")
    assert document is not None
    journey, problems = validate(document, Journey)
    assert not problems and journey is not None
    assert [feeling.score for feeling in journey.stages[0].feelings] == [-1]


@pytest.mark.parametrize(
    ("frame", "field", "hint"),
    [
        (STAGE, "feelings: {score: –1 or so}", "write a number from -2 to 2: -1 is nearest"),
        (STAGE, "count: 12k", "write `12000`"),
        (STAGE, "count: 1.5 k people", "write `1500`"),
        (STAGE, "count: 2 million", "write `2000000`"),
        (STAGE, "measures: {title: Asked, value: 12k views}", 'write `value: 12000` and `unit: "views"`'),
        (STAGE, "measures: {title: Asked, value: 12 kg}", 'write `value: 12` and `unit: "kg"`'),
        (ACTIVITY, "setting: both", "write `setting: [in_person, online]`"),
        (ACTIVITY, "setting: remote", "write one of in_person, online, hybrid"),
        (STAGE, "feelings: {score: 1,5, label: Glad}", "write a whole number, such as `score: 1`"),
        (STAGE, "measures: {title: Asked, value: 7,5}", "write `value: 7.5`"),
        (STAGE, "feelings: {label: Glad, proud}", "put a text that has a comma in quotes"),
        (
            STAGE,
            "feelings: {newcomer: torn}",
            'put a text that has a colon in quotes: "newcomer: torn"; '
            "or name who feels so under `actors:`, and write `{actor: newcomer, label: torn}` here",
        ),
        (ACTIVITY, "review_by: 2027-30-10", "write a day that there is, such as 2027-10-30"),
        (ACTIVITY, "review_by: 2027-13-31", "write a day that there is, such as 2027-12-31"),
        (ACTIVITY, "handouts: {title: S, fields: [{label: x, scale: [1, 2, 3, 4, 5]}]}", "write `1–5`"),
        (
            ACTIVITY,
            "handouts: {title: S, fields: [{label: x, table: {columns: 'A, B', rows: [[c, d]]}}]}",
            "write `columns: [A, B]`",
        ),
        (STAGE, 'measures: {title: Asked, target: "< 5"}', "write `target: 5`, `better: lower`"),
        (STAGE, "measures: {title: Asked, target: ≥ 80 %}", 'write `target: 80`, `better: higher`, `unit: "%"`'),
        (STAGE, "measures: {title: Asked, value: < 5}", "write `5`"),
        (ACTIVITY, "duration: {min: 40 min, max: 1}", "write `max: 1 h`"),
        (ACTIVITY, "duration: {min: 45, max: 2}", "write `max: 2 h`"),
        (ACTIVITY, "duration: {min: 45, max: 30}", "write 30–45"),
        (ACTIVITY, "group: {min: 2, max: 3, size: 4}", "write `size: 3` or less, or a larger `max`"),
        (MATERIAL, "quantity: 2 per group", "write `quantity: 2` and `per: group`"),
        (MATERIAL, "quantity: 2 per participant", "write `quantity: 2` and `per: person`"),
        (MATERIAL, "quantity: 2 each", "write `quantity: 2` and `per: person`"),
        (MATERIAL, "quantity: 2 for each table", "write `quantity: 2` and `per: group`"),
        (MATERIAL, "quantity: 1/person", "write `quantity: 1` and `per: person`"),
        (MATERIAL, "quantity: 2 groups", "write `2`"),
        (MATERIAL, "quantity: 2 per lot of string", "write `2`"),
        (ACTIVITY, "group: >8", 'put the whole text in quotes: ">8"'),
        (ACTIVITY, "number: >8", 'put the whole text in quotes: ">8"'),
        (DAY, "end: 18 h", 'write "18:00"'),
        (DAY, "end: 1800 hrs", 'write "18:00"'),
    ],
)
def test_the_value_that_was_meant_is_shown(frame: str, field: str, hint: str) -> None:
    """Multiples, what a quantity is for, and a text that YAML takes for a mark."""
    assert [str(problem.hint) for problem in _problems(frame, field)] == [hint]


def test_a_sign_in_quotes_is_what_it_says() -> None:
    """The answer to `group: >8` is read as nine or more."""
    document, _ = parse('title: x\ngroup: ">8"\n', "a.yaml")
    assert document is not None
    activity, _ = validate(document, Activity)
    assert activity is not None and activity.group is not None
    assert (activity.group.min, activity.group.max) == (9, None)


@pytest.mark.parametrize("text", ["3 hours", "90 min", "2 hrs", "1 hour 30 minutes"])
def test_how_long_a_day_takes_is_no_time_of_day(text: str) -> None:
    """`end: 3 hours` is not three in the morning."""
    (problem,) = _problems(DAY, f"end: {text}")
    assert f'such as "09:30": {text} is how long' in str(problem.hint)


@pytest.mark.parametrize("text", ["midnight", "Midnight", "24:00"])
def test_midnight_begins_a_day_and_does_not_end_one(text: str) -> None:
    """Both ends of a day are shown."""
    (problem,) = _problems(DAY, f"end: {text}")
    assert 'write "00:00" where a day begins, and "23:59" where it ends' in str(problem.hint)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("GMT+1", "Europe/Berlin"),
        ("UTC+1", "Europe/Berlin"),
        ("UTC +01:00", "Europe/Berlin"),
        ("gmt-5", "America/New_York"),
        ("UTC−05:00", "America/New_York"),
        ("+9", "Asia/Tokyo"),
        ("EST", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("BST", "Europe/London"),
        ("MESZ", "Europe/Berlin"),
    ],
)
def test_hours_from_greenwich_are_no_time_zone(text: str, place: str) -> None:
    """No other zone of a like name is offered, but a place that has these hours."""
    (problem,) = _problems(ZONE, f"timezone: {text}")
    assert "did you mean" not in str(problem.message)
    assert str(problem.hint) == f"write a continent and a city, such as {place}"


@pytest.mark.parametrize("zone", ["UTC", "Europe/London", "Asia/Kolkata"])
def test_the_name_of_a_zone_is_read(zone: str) -> None:
    """What is a place, or the time of all of them, stays as it is."""
    assert _problems(ZONE, f"timezone: {zone}") == []
