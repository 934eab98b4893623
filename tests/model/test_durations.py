"""Durations, ranges and calendar spans: every form that the authoring guide names reads as what it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeybook.model import Activity, Journey
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import (
    Days,
    Times,
    is_less,
    parse_duration,
    parse_minutes,
    parse_range,
    parse_span,
)
from journeybook.model.group import Group
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


@pytest.mark.parametrize(
    ("text", "most"),
    [("5-10", 10), ("ca. 10", 10), ("4-5 min.", 5), ("up to 1 h", 60), ("1 or 2 h", 120), ("about 8 min", 8)],
)
def test_minutes_of_a_step_or_a_block_are_one_duration(text: str, most: int) -> None:
    """What several are, or rough ones, is told with the longest, which the clock would need."""
    (problem,) = _problems(f"title: x\nsteps:\n  - {{text: y, minutes: {text}}}\n")
    assert (str(problem.message), str(problem.hint)) == (
        f"‘{text}’ is not one duration",
        f"write one, such as `{most}`",
    )
    assert parse_minutes("10'") == 10


def _problems(text: str, model: type[Activity | Journey] = Activity) -> list[Problem]:
    document, problems = parse(text, "a.yaml")
    assert document is not None, problems
    return validate(document, model)[1]


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


FORMS: dict[Times, str] = {
    Times(
        120, None
    ): "2+ hours|2 hours+|2 hours or more|2 or more hours|at least 2 h|minimum 2 hours|min. 2 h|2時間以上",
    Times(60, None): "1 hr min|1 hr. min|1 h min.|60 min min|ab 1 Stunde|60+ min|1 hour+|1hr +|an hour or more|from 1 h"
    "|more than an hour|≥ 60 min|1 h minimum",
    Times(
        30, 30
    ): "half an hour|half hour|Half-hour|a half hour|a half-hour|½ h|0.5 h|.5 h|半時間|thirty min|30 Minuten|30分"
    "|３０分|30分間|30分钟|30-minute",
    Times(90, 90): "1-1/2 hours|1–1/2 h|1-½ h"
    "|90'|1h30'|1時間半|1 小时半|1시간 반|ninety minutes|1½ Stunden|1,5 Stunden|1½ h|1 1/2 h|1.5 hours"
    "|an hour and a half|one and a half hours|1 hour and 30 minutes|1時間30分",
    Times(
        45, 45
    ): "45'|45’|45 ′|“45 min”|«45 Minuten»|forty-five minutes|forty five minutes|45 minutes.|45 minutos|45min"
    "|45 Mins|45 min.|three quarters of an hour|three-quarters of an hour",
    Times(15, 15): "a quarter of an hour|a quarter hour|fifteen minutes|quarter of an hour|15 MINUTES",
    Times(1, 30): "up to 30 minutes|at most 30 min|max 30 min|30 min max.|30 minutes or less|less than 30 min|30分以内",
    Times(75, 75): "one hour and fifteen minutes|1 Stunde 15 Minuten|1 heure 15 minutes",
    Times(60, 90): "60/90 min|60/90'|60 or 90 min|60 bis 90 Minuten|60 à 90 minutes",
    Times(45, 45, about=True): "~45|ca. 45'|ca. 45|about 45",
    Times(40, 40, about=True): "about 40 min|ca. 40 min|~40 min|approx. 40 mins|around 40 minutes|約40分|40分程度",
    Times(30, 60): "30–60'|30'–60'|30–60 min|30 - 60 min|30min-1h|30 minutes to one hour|between 30 and 60 minutes"
    "|from 30 to 60 min|30〜60分",
    Times(
        60, 120
    ): "1 or 2 hours|one or two hours|1 à 2 heures|1 bis 2 Stunden|1-2時間|1–2 hours|1 to 2 h|an hour to two hours",
    Times(60, 120, about=True): "about 1–2 h|~ 1-2 hours",
    Times(240, None): "4-8+ hours",
    Times(
        Days(1), Days(1)
    ): "full day|a full day|the whole day|all day|1 Tag|1 jour|1 día|1 day|a day|One Day|1日|P1D|1 day",
    Times(Days(0.5), Days(0.5)): "half a day|half-day|½ day|a half day|up to half a day|less than half a day",
    Times(Days(1.5), Days(1.5)): "1½ days|1.5 days|a day and a half",
    Times(Days(2), Days(2)): "2 full days|two full days|2 Tage|2 jours",
    Times(Days(2), Days(3)): "2–3 full days|2 or 3 days|2 bis 3 Tage|2-3 Days|2–3 days|2 to 3 days|2 - 3 days|2日〜3日",
    Times(Days(1), None): "at least one day|1+ day|1 day or more",
    Times(Days(1), Days(2)): "up to 2 days|less than 2 days",
    Times(1, None): "less than a day|under one day|< 1 day",
    Times(Days(1, "week"), Days(1, "week")): "1 week|one week|a week|P1W|1週間",
    Times(Days(2, "week"), Days(12, "week")): "2-12 weeks",
    Times(240, Days(2)): "4 hours to 2 days",
}
REFUSED = (
    "1 h + 30 min|2+2 hours|1 2 hours|30-45-60 min|up to 10–20 min|at least up to 5 min|1.33 h|30 min per story"
    "|several days|varies|about|+|up to|a|one|half|½|days|2 people|1/0 h|5 min 3 h|1-|d|2+|about 5|five to ten"
    "|1 h 30. min"
    "|30/45/60 min|an hour or so|up to 30|<10|~6"
    "|1 hour ago|+1 h|++|two|2 half hours|two half days|2 quarter hours"
)


@pytest.mark.parametrize(("form", "times"), [(form, times) for times, all in FORMS.items() for form in all.split("|")])
def test_durations_are_read_as_people_write_them(form: str, times: Times) -> None:
    """What toolkits have: open to one side, rough, in words, in days, and in the letters of Japanese and Chinese."""
    assert parse_duration(form) == times


@pytest.mark.parametrize("text", REFUSED.split("|"))
def test_what_is_not_sure_is_no_duration(text: str) -> None:
    """Nothing is guessed: what could mean two things, or none, is not read."""
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1–2 hours per interviewee", "{min: 1–2 hours, note: per interviewee}"),
        ("30 minutes to one hour, per person", "{min: 30 minutes to one hour, note: per person}"),
        ("1 hour, 30 minutes per person", '{min: "1 hour, 30 minutes", note: per person}'),
        ("45 min (per group)", "{min: 45 min, note: per group}"),
        ("5 min + 40 min", "{min: 45 min, note: 5 min + 40 min}"),
        ("1 h + 30 min + 5 min", "{min: 1 h 35 min, note: 1 h + 30 min + 5 min}"),
        ("30 min prep, 60 min session", "{preparation: 30 min, min: 60 min, note: session}"),
        ("60 min plus 10 mins prep", "{preparation: 10 mins, min: 60 min}"),
        ("5-10 min prep, 1 h", "{preparation: 10 min, min: 1 h}"),
        ("60 min (10 min set-up)", "{preparation: 10 min, min: 60 min}"),
        ("10 min preparation + 45 min", "{preparation: 10 min, min: 45 min}"),
        ("45 min, 10 minutes to prepare", "{preparation: 10 minutes, min: 45 min}"),
    ],
)
def test_what_else_a_duration_says_has_its_place(text: str, shown: str) -> None:
    """The hint shows all of it in keys, and what it shows is read; no sum becomes a time without an end."""
    (problem,) = _problems(f"title: x\nduration: {text}\n")
    assert str(problem.hint).startswith(f"write {shown} or ")
    assert not _problems(f"title: x\nduration: {shown}\n")


def test_a_time_to_prepare_alone_leaves_room_for_the_other() -> None:
    """Nobody knows from `10 mins prep` how long the activity takes."""
    (problem,) = _problems("title: x\nduration: 10 mins prep\n")
    assert "write {preparation: 10 mins, min: …} or" in str(problem.hint)


@pytest.mark.parametrize("text", ["5 min + 40 mins or so", "2 h to two", "30 min – long", "5 min + 3 rounds"])
def test_no_part_of_a_range_or_a_sum_is_offered_as_the_time(text: str) -> None:
    """What follows belongs to the time: only the whole text as a note is right."""
    (problem,) = _problems(f"title: x\nduration: {text}\n")
    assert "{min" not in str(problem.hint)


def test_a_long_text_is_no_amount() -> None:
    """Its patterns are not tried, so that no text takes long."""
    assert parse_duration("1" + " " * 98 + "h") == Times(60, 60)
    assert parse_duration("1" + " " * 99 + "h") is None
    assert parse_duration("from " * 200_000 + "1 to 2 h") is None
    assert len(_problems(f"title: x\ngroup: {'from ' * 200_000}\nduration: {'~ ' * 200_000}\n")) == 2


def test_days_are_more_than_any_minutes_and_have_none() -> None:
    """A duration in days has no minutes for a block or a step, and its order is by days."""
    duration = Duration.model_validate("2–3 days")
    assert (duration.least, duration.minutes) == (0, None)
    assert is_less(10_080, Days(0.5)) and is_less(Days(6), Days(1, "week")) and not is_less(Days(1), 10_080)
    assert Duration.model_validate("2+ hours").minutes is None
    assert {problem.line for problem in _problems("title: x\nsteps:\n  - {text: y, minutes: 1 day}\n")} == {3}


@pytest.mark.parametrize("text", ["as long as it takes", "1:30", "half past, or so: {x}", "<b>10 min?</b>"])
def test_a_note_alone_is_a_duration_and_a_group(text: str) -> None:
    """`{note: …}` is always accepted, and what the hint shows for any text is one that is read."""
    problems = _problems(f"title: x\nduration: {_quoted(text)}\ngroup: {_quoted(text)}\n")
    hints = (str(problem.hint).partition("; or one of")[0] for problem in problems)
    notes = [hint.partition("{note: ")[2].rstrip(".") for hint in hints]
    assert len(notes) == 2
    assert not _problems(
        "title: x\n"
        + "".join(f"{key}: {{note: {note}\n" for key, note in zip(("duration", "group"), notes, strict=True))
    )


def test_what_stands_behind_a_duration_becomes_its_note() -> None:
    """The hint divides the text into a time and a note, and what it shows is read."""
    (problem,) = _problems("title: x\nduration: 1–2 hours per interviewee\n")
    assert "{min: 1–2 hours, note: per interviewee}" in str(problem.hint)
    assert not _problems("title: x\nduration: {min: 1–2 hours, note: per interviewee}\n")
    for text in ("45 minuters", "many minutes", "3 rounds"):
        (problem,) = _problems(f"title: x\nduration: {text}\n")
        assert "{min" not in str(problem.hint) and f"{{note: {text}}}" in str(problem.hint)


@pytest.mark.parametrize(
    ("forms", "people"),
    [
        (
            "8+|8 or more|at least 8|8+ people|min. 8|minimum 8 peers|8 people or more|8 - 100+|more than 7|８人以上",
            (8, None),
        ),
        ("up to 12|at most 12|max. 12 people|no more than 12|1–12|12 or fewer|12人以下|<13|fewer than 13", (1, 12)),
        ("12|12 people|twelve people|12人|12 participants", (12, 12)),
        ("1-9 people|<10|1 to 9|between one and nine people|less than 10", (1, 9)),
        ("1:1|1-2-1|one-to-one|one to one|1-to-1|1-on-1|One-on-One|2|two", (2, 2)),
        ("any|Any size|unlimited|any number|any number of people|1+", (1, None)),
        ("three to twelve|min 3, max 12|min. 3 max. 12|minimum 3, maximum 12 people|3–12 people.|3 – twelve", (3, 12)),
        ("twelve|12 ppl|12 pax|12 users|12 young people|twelve participants|“12”|12 Personen|12 personnes", (12, 12)),
        ("1 or 2|one or two|1 or 2 people", (1, 2)),
        ("about 12|ca. 12|~12 people|around twelve", (9, 15)),
        ("3 à 12|3 bis 12 Personen|3 à 12 personnes", (3, 12)),
        ("ab 8|ab 8 Personen", (8, None)),
        ("bis zu 12|bis zu 12 Personen", (1, 12)),
    ],
)
def test_groups_are_read_as_people_write_them(forms: str, people: tuple[int, int | None]) -> None:
    """`8+`, `up to 12`, `<10` and their brothers are the numbers that are meant."""
    groups = [Group.model_validate(form) for form in forms.split("|")]
    assert {(group.min, group.max) for group in groups} == {people}


@pytest.mark.parametrize(
    ("forms", "size"),
    [
        ("pairs|in pairs|twos|Groups of 2|groups of two", 2),
        ("trios|threes|in threes|groups of 3|teams of three", 3),
        ("fours|groups of 4|small groups of four|in groups of 4 people", 4),
        ("groups of 12", 12),
    ],
)
def test_small_groups_are_read_as_people_write_them(forms: str, size: int) -> None:
    """One small group must be there; of more people, there are as many groups as they make."""
    groups = [Group.model_validate(form) for form in forms.split("|")]
    assert {(group.min, group.max, group.size) for group in groups} == {(size, None, size)}


def test_a_rough_number_of_people_is_shown_with_the_words_that_say_so() -> None:
    """A quarter more or less fits, as with times."""
    group = Group.model_validate("about 12")
    assert (group.note, group.fits(9), group.fits(16)) == ("about 12", True, False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("6–8 people (max 10)", "{min: 6, max: 8, note: max 10}"),
        ("2 - 10 (per team)", "{min: 2, max: 10, note: per team}"),
        ("2–30, in pairs", "{min: 2, max: 30, size: 2}"),
        ("8+, plus a host", "{min: 8, note: plus a host}"),
        ("small groups of 3-5", "{min: 3, size: 4, note: small groups of 3-5}"),
        ("about 8 (or more)", '{min: 6, max: 10, note: "about 8 (or more)"}'),
        ("3 per group", "{min: 3, size: 3, note: 3 per group}"),
        ("groups of max. 4", "{min: 1, size: 4, note: groups of max. 4}"),
        ("groups of up to 5", "{min: 1, size: 5, note: groups of up to 5}"),
        ("groups of 4 or fewer", "{min: 1, size: 4, note: groups of 4 or fewer}"),
        ("max 6 per group", "{min: 1, size: 6, note: max 6 per group}"),
    ],
)
def test_what_stands_behind_a_number_of_people_becomes_its_note(text: str, shown: str) -> None:
    """The hint divides the text into numbers and a note, and what it shows is read."""
    (problem,) = _problems(f"title: x\ngroup: {_quoted(text)}\n")
    assert f"rite {shown} or " in str(problem.hint)
    assert not _problems(f"title: x\ngroup: {shown}\n")


@pytest.mark.parametrize(
    "text", ["about many", "3 per group", "many", "2 tables", "4 + 4", "2.5", "½", "up to", "12 min"]
)
def test_what_is_no_number_of_people_is_told(text: str) -> None:
    """One problem, whose hint shows numbers and the note."""
    (problem,) = _problems(f"title: x\ngroup: {text}\n")
    assert problem.code == "JB203" and f"{{note: {text}}}" in str(problem.hint)


@pytest.mark.parametrize("words", ["1:30", "an hour or so", "45 minuters", "-5", "1 h 30 h", "45 60", "h", "PT"])
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
