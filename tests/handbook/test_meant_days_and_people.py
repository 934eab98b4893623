"""Parts of a day without its date, evenings in the morning, people who are counted, and choices by letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

PAGES = {"content/index.md": "# Welcome\n"}


def told(folder: Path, name: str, text: str, *codes: str) -> list[tuple[int, str]]:
    """The line and the remedy of each problem of a file with one of these codes."""
    found = checks.run(book_of(folder, {**PAGES, name: text}))
    return [(one.line, str(one.hint)) for one in found if one.file == name and one.code in codes]


def of_days(folder: Path, *days: str) -> list[tuple[int, str]]:
    """What is told of the days of a workshop, one a line from line 3."""
    lines = "".join(f"  - {{{day}, blocks: [{{title: Talk, minutes: 20}}]}}\n" for day in days)
    return told(folder, "toolkit/workshops/day.yaml", f"title: A day\ndays:\n{lines}", "JB469", "JB305")


@pytest.mark.parametrize("lacking", [0, 1])
def test_a_part_of_a_day_without_its_date_is_told(lacking: int, tmp_path: Path) -> None:
    """The date of the other part is offered, and with it both are one day."""
    date = ", date: 2028-03-04"
    parts = ['title: Morning, start: "9:00"', 'title: Afternoon, start: "13:00"']
    wrong = [part + ("" if place == lacking else date) for place, part in enumerate(parts)]
    assert of_days(tmp_path / "a", *wrong) == [(3 + lacking, "write `date: 2028-03-04` in it, too")]
    assert of_days(tmp_path / "b", *(part + date for part in parts)) == []


def test_other_days_without_a_date_are_quiet(tmp_path: Path) -> None:
    """A second day may have no date yet."""
    days = ['title: Saturday morning, start: "9:00", date: 2028-03-04', 'title: Sunday morning, start: "10:00"']
    assert of_days(tmp_path, *days) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ('title: The evening, start: "5:30"', 'write `start: "17:30"`'),
        ('title: Evening, start: "06:00", end: "20:00"', 'write `start: "18:00"`'),
        ('title: Evening, start: "5:30", end: "8:00"', 'write `start: "17:30"` and `end: "20:00"`'),
    ],
)
def test_an_evening_does_not_begin_in_the_morning(typed: str, right: str, tmp_path: Path) -> None:
    """Twelve hours later it does, and is quiet."""
    assert of_days(tmp_path / "a", typed) == [(3, right)]
    followed = typed.replace('"5:30"', '"17:30"').replace('"06:00"', '"18:00"').replace('"8:00"', '"20:00"')
    assert of_days(tmp_path / "b", followed) == []


@pytest.mark.parametrize(
    "typed", ['title: Morning, start: "6:00"', 'title: The morning after the evening, start: "9:00"', 'start: "5:30"']
)
def test_mornings_are_quiet(typed: str, tmp_path: Path) -> None:
    """Early ones, too."""
    assert of_days(tmp_path, typed) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("[1 mentor, mentee]", ["write `mentor`; `group:` says how many"]),
        ("[two mentors]", ["write `mentor`; `group:` says how many"]),
        ("[3–4 mentees]", ["write `mentee`; `group:` says how many"]),
        ("['mentor (leads)', mentee]", ["write `mentor`"]),
        ("1 mentor and 2 mentees", ["write one a line, each with a dash: `- mentor` `- mentee`"]),
        ("[10th graders, 14 year olds, mentor, class (year 9)]", []),
    ],
)
def test_people_who_are_counted_are_told_by_the_name_that_filters_have(
    typed: str, right: list[str], tmp_path: Path
) -> None:
    """Whoever looks for mentors finds `mentor`."""
    found = told(tmp_path, "toolkit/talk.yaml", f"title: A talk\nparticipants: {typed}\n", "JB443")
    assert [hint for _, hint in found] == right


@pytest.mark.parametrize(("typed", "number"), [("52/60", 52), ("58 of 60", 58), ("52 out of 60", 52)])
def test_how_many_of_the_stage_before_are_those_who_reach_this_one(typed: str, number: int, tmp_path: Path) -> None:
    """A funnel compares the counts itself."""
    text = f"title: A way\nstages: [{{title: One, count: {typed}}}, {{title: Two}}]\n"
    assert told(tmp_path, "journeys/way.yaml", text, "JB203") == [(2, f"write `{number}`")]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("{a: Yes, b: No}", "[Yes, No]"),
        ("{1: Red, 2: Dark blue}", "[Red, Dark blue]"),
        ("{Red: 1, Blue: 1}", "[Red, Blue]"),
    ],
)
def test_choices_by_letters_are_their_texts(typed: str, right: str, tmp_path: Path) -> None:
    """A letter is no choice."""
    text = "title: A talk\nhandouts: [{{title: A, fields: [{{label: One, choices: {}}}]}}]\n"
    assert told(tmp_path / "a", "toolkit/talk.yaml", text.format(typed), "JB203") == [(2, f"write `{right}`")]
    assert told(tmp_path / "b", "toolkit/talk.yaml", text.format(right), "JB203", "JB469") == []


def test_norwegian_is_a_language(tmp_path: Path) -> None:
    """Its code is no word for nothing."""
    assert told(tmp_path, "toolkit/talk.yaml", "title: En samtale\nlanguage: no\n", "JB463", "JB203") == []


@pytest.mark.parametrize(
    ("question", "is_closed"),
    [
        ("Was it the words or the voice?", False),
        ("Was it harder to speak or to listen?", False),
        ("Is it hard or not?", True),
        ("Is it hard?", True),
        ("Did you meet a friend or a colleague?", True),
    ],
)
def test_a_choice_of_two_is_more_than_yes_or_no(question: str, *, is_closed: bool, tmp_path: Path) -> None:
    """Of what something was, one is the answer."""
    found = told(tmp_path, "toolkit/talk.yaml", f"title: A talk\nquestions: ['{question}']\n", "JB403")
    assert bool(found) == is_closed


def test_numbers_of_people_by_role_hide_nothing(tmp_path: Path) -> None:
    """`{mentors: 10}` in a group counts, and no text is kept from anybody."""
    days = 'days: [{start: "9:30", blocks: [{title: A, minutes: 5}]}]'
    text = f"title: A day\ngroup_size: {{mentors: 10, mentees: 10}}\n{days}\n"
    ((_, hint),) = told(tmp_path, "toolkit/workshops/day.yaml", text, "JB203")
    assert "audience" not in hint


def test_whom_an_activity_is_for_stands_in_its_own_file(tmp_path: Path) -> None:
    """A stage names it."""
    text = "title: A way\nstages: [{title: A, activities: [{activity: talk, audience: mentor}]}, {title: B}]\n"
    found = told(tmp_path, "journeys/way.yaml", text, "JB203")
    assert found == [(2, "write `audience: …` into the file of the activity")]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("difficulty: {mentor: easy, mentee: hard}", "write `{facilitator: easy, participant: hard}`"),
        ("difficulty: {leader: easy}", "write `{facilitator: easy}`"),
        (
            "materials: {title: Pens, quantity: 2}, {title: Tea, per: person}",
            "write one a line, each with a dash: `- {title: Pens, quantity: 2}`, `- {title: Tea, per: person}`",
        ),
        (
            "steps:\n  - title: Choose - minutes: 10",
            "write each key on a line of its own: `title: Choose`, `minutes: 10`",
        ),
        (
            "steps:\n  - activity: walk",
            'write a text with a link to it: `- "[…](activity:walk)"`, with its words in the brackets',
        ),
        ("steps:\n  - 'Choose - minutes: 10'", None),
        (
            "steps:\n  - title: Choose - within reason: yes",
            'put the whole text in quotes: "Choose - within reason: yes"',
        ),
    ],
)
def test_what_is_no_text_is_not_told_to_be_put_in_quotes(typed: str, right: str | None, tmp_path: Path) -> None:
    """Readers would see keys and braces."""
    found = told(tmp_path, "toolkit/talk.yaml", f"title: A talk\n{typed}\n", "JB104", "JB203")
    assert [hint for _, hint in found] == ([right] if right else [])


def hours(title: str, more: str = "") -> str:
    """A workshop of one day with that title, which begins at six."""
    blocks = "[{break: Tea, minutes: 30}, {title: Hello, minutes: 9}]"
    return f'title: A day\ndays:\n  - title: {title}\n    start: "18:00"\n{more}    blocks: {blocks}\n'


@pytest.mark.parametrize(
    ("title", "more", "hint"),
    [
        ("Evening (19:00–21:30)", "", 'write `title: Evening`, and `start: "19:00"` where that is right'),
        ("Evening (at 19:00)", "", 'write `title: Evening`, and `start: "19:00"` where that is right'),
        ('"Talks: all, 9:30 to 12:00"', "", 'write `title: "Talks: all"`, and `start: "09:30"` where that is right'),
        (
            "Evening, 19:00 - 21:30",
            '    end: "20:30"\n',
            'write `title: Evening`, and `start: "19:00"` and `end: "21:30"` where these are right',
        ),
    ],
)
def test_a_day_has_the_hours_of_its_title(title: str, more: str, hint: str, tmp_path: Path) -> None:
    """Those of the timetable are what participants come by."""
    assert told(tmp_path, "toolkit/workshops/day.yaml", hours(title, more), "JB469") == [(3, hint)]


@pytest.mark.parametrize(
    "title",
    [
        "Evening (18:00–21:30)",
        "Evening (18:30–21:30)",
        "Evening (6:00–9:30)",
        "Evening (doors open 17:30)",
        "Reading 2:30",
        "Luke 15:11–32",
        "Chapters 15:11–16:20",
        "Evening (2)",
        "The 19:00–21:30 group",
    ],
)
def test_a_day_with_its_hours_or_none_in_its_title_is_quiet(title: str, tmp_path: Path) -> None:
    """Also where a block begins then, and in twelve hours."""
    assert told(tmp_path, "toolkit/workshops/day.yaml", hours(title), "JB469") == []
