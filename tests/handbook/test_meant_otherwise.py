"""Titles, dates, counts and fields that most likely mean something else (JB469), and those that are right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.handbook import Settings, load
from journeybook.source.read import parse
from small import SMALL, write

ORDER = "put the stages in the order achieved, today, next, planned, vision"


def hints_of(folder: Path, name: str, text: str, language: str = "en") -> list[str]:
    """What a file is told by JB469."""
    write(folder, {**SMALL, name: text})
    parts = {part: folder / part for part in ("content", "journeys", "toolkit")}
    book = load(Settings(root=folder, **parts, language=language, today=dt.date(2026, 11, 22)))
    found = checks.run(book)
    assert not [one for one in found if one.file == name and one.code < "JB4"]
    return [str(one.hint) for one in found if (one.file, one.code) == (name, "JB469")]


def day(block: str) -> str:
    """A workshop with a block."""
    return f'title: A day\ndays: [{{start: "9:30", blocks: [{{{block}}}]}}]\n'


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("title: Lunch, minutes: 60", "write `break: Lunch` in place of `title: Lunch`"),
        ("title: Coffee break, minutes: 15", "write `break: Coffee break` in place of `title: Coffee break`"),
        ("title: Tea, minutes: 15", "write `break: Tea` in place of `title: Tea`"),
        ("title: Coffee & cake, minutes: 15", "write `break: Coffee & cake` in place of `title: Coffee & cake`"),
        ("title: Free time, minutes: 15", "write `break: Free time` in place of `title: Free time`"),
        ("title: talk, minutes: 20", "write `activity: talk` in place of the title"),
        ("title: A talk, minutes: 20", "write `activity: talk` in place of the title"),
        ('title: "Activity 2: A talk", minutes: 20', "write `activity: talk` in place of the title"),
        ('title: "Activity 2 – A talk", minutes: 20', "write `activity: talk` in place of the title"),
        ("title: 9:30 Welcome, minutes: 15", 'write `title: Welcome`, and `start: "09:30"` where that is fixed'),
        ("title: 9:30–9:45 Welcome, minutes: 15", 'write `title: Welcome`, and `start: "09:30"` where that is fixed'),
        ("title: Welcome (20 min), minutes: 15", "write `title: Welcome` and `minutes: 20`"),
    ],
)
def test_a_block_that_means_something_else_is_told(tmp_path: Path, block: str, hint: str) -> None:
    """A break and an activity by their names, a time that the timetable shows."""
    assert hints_of(tmp_path, "toolkit/workshops/day.yaml", day(block)) == [hint]


@pytest.mark.parametrize(
    "block",
    [
        "break: Lunch, minutes: 60",
        "activity: talk, title: A talk",
        "title: Welcome, minutes: 15",
        "title: Lunch and networking, minutes: 60",
        "title: Break the ice, minutes: 15",
        "title: Activity 2, minutes: 15",
        "title: Tea talk for two, minutes: 15",
        "title: Cake and stories, minutes: 15",
        "title: 12 angry men, minutes: 90",
        "title: Welcome (15 min), minutes: 15",
        "title: Round 2 (in pairs), minutes: 15",
        'title: "3.2.1, go", minutes: 15',
    ],
)
def test_a_block_that_is_right_is_right(tmp_path: Path, block: str) -> None:
    """Words and numbers of ordinary titles."""
    assert hints_of(tmp_path, "toolkit/workshops/day.yaml", day(block)) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ('"18:45"', 'write `break: Coffee`, and `start: "18:45"` where that is fixed'),
        ("18:45–19:00", 'write `break: Coffee`, and `start: "18:45"` where that is fixed'),
        ("first-talk", "write `activity: first-talk` in its place"),
        ("walk", None),
        ("after-lunch", None),
        ("Tea at 10:30", None),
    ],
)
def test_a_break_that_is_called_as_something_else_is_told(tmp_path: Path, name: str, hint: str | None) -> None:
    """A time of day, in quotation marks as advice; the id of an activity: of one word, that may be what people do."""
    files = {f"toolkit/{id}.yaml": f"title: {id}\n" for id in ("first-talk", "walk")}
    files["toolkit/workshops/day.yaml"] = day(f"break: {name}, minutes: 15")
    found = [str(one.hint) for one in checks.run(book_of(tmp_path, files)) if "a break has a name" in str(one.message)]
    assert found == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("title", "date", "language", "hints"),
    [
        ("Monday", "2027-01-16", "en", ["write `date: 2027-01-18`, or another title"]),
        ("Friday evening", "2027-01-16", "en", ["write `date: 2027-01-15`, or another title"]),
        ("Montag", "2027-01-16", "de", ["write `date: 2027-01-18`, or another title"]),
        ("Saturday", "2027-01-16", "en", []),
        ("Saturday and Sunday", "2027-01-16", "en", []),
        ("A Friday feeling for everybody", "2027-01-16", "en", []),
        ("Getting to know each other", "2027-01-16", "en", []),
        ("Montag", "2027-01-16", "en", []),
        ('"Friday, 14 January"', "2027-01-14", "en", ['write `title: "Thursday, 14 January"`']),
        ("Day 2 – Friday", "2027-01-14", "en", ["write `date: 2027-01-15`, or another title"]),
        ('"Freitag, 14. Januar"', "2027-01-14", "de", ['write `title: "Donnerstag, 14. Januar"`']),
        ("After Good Friday", "2027-01-14", "en", []),
        ("Preparing for Monday", "2027-01-14", "en", []),
        ("Monday Club meeting", "2027-01-14", "en", []),
    ],
)
def test_a_day_has_the_weekday_of_its_date(
    tmp_path: Path, title: str, date: str, language: str, hints: list[str]
) -> None:
    """In English and in the handbook’s language."""
    text = f'title: A day\ndays: [{{title: {title}, date: {date}, start: "9:30", blocks: [{{activity: talk}}]}}]\n'
    assert hints_of(tmp_path, "toolkit/workshops/day.yaml", text, language) == hints


def test_a_day_of_another_year_has_the_year_of_the_first(tmp_path: Path) -> None:
    """Its weekday says which was meant."""
    days = "".join(
        f'  - {{title: {title}, date: {date}, start: "9:30", blocks: [{{activity: talk}}]}}\n'
        for title, date in (("Thursday", "2027-01-14"), ("Friday", "2028-01-15"))
    )
    hints = hints_of(tmp_path, "toolkit/workshops/day.yaml", f"title: A day\ndays:\n{days}")
    assert hints[0] == "write `date: 2027-01-15`, or another title"


@pytest.mark.parametrize(
    ("second", "number"),
    [("2027-01-17", 1), ("2026-01-17", 0), ("2026-07-16", 0), ("2028-01-16", 0), ("2036-01-17", 1)],
)
def test_a_day_that_is_a_year_later_is_told(tmp_path: Path, second: str, number: int) -> None:
    """The slip of every January; meetings half a year apart, or two, are meant so."""
    days = "".join(
        f'  - {{date: {date}, start: "9:30", blocks: [{{activity: talk}}]}}\n' for date in ("2026-01-16", second)
    )
    assert len(hints_of(tmp_path, "toolkit/workshops/day.yaml", f"title: A day\ndays:\n{days}")) == number


@pytest.mark.parametrize(
    ("date", "hints"),
    [
        ("1927-06-03", ["write `date: 2027-06-03` if that is meant"]),
        ("2206-06-03", ["write `date: 2026-06-03` if that is meant"]),
        ("2072-02-29", ["look at the year"]),
        ("0207-06-03", ["look at the year"]),
        ("1990-06-03", []),
        ("2046-06-03", []),
        ("2047-06-03", ["look at the year"]),
    ],
)
def test_a_year_in_which_no_workshop_is_is_told(tmp_path: Path, date: str, hints: list[str]) -> None:
    """A day of the past is a record; what is far away is a slip, and the year that is near has its figures."""
    text = f'title: A day\ndays: [{{date: {date}, start: "9:30", blocks: [{{activity: talk}}]}}]\n'
    assert hints_of(tmp_path, "toolkit/workshops/day.yaml", text) == hints


@pytest.mark.parametrize(
    ("step", "hints"),
    [
        ("Sit down. (5 min)", ["write `text: Sit down.` and `minutes: 5`"]),
        ("{title: Sit (1 h), text: There.}", ["write `title: Sit` and `minutes: 60`"]),
        ("{title: Sit (10 min), minutes: 5}", ["write `title: Sit` and `minutes: 10`"]),
        ("10 min – Choose a talk.", ["write `text: Choose a talk.` and `minutes: 10`"]),
        ('"10 min: Choose"', ["write `text: Choose` and `minutes: 10`"]),
        ("{title: (1 h) Sit, minutes: 5}", ["write `title: Sit` and `minutes: 60`"]),
        ("10 min – no more – of silence", []),
        ("10 minutes – no more.", []),
        ("10 minutes of silence", []),
        ("{title: 5 min – Sit, minutes: 5}", []),
        ("{title: Sit (5 min), minutes: 5}", []),
        ("{text: Talk in pairs (5 min), minutes: 10}", []),
        ("Sit for 5 min, then talk.", []),
        ("Sit (in pairs)", []),
        ("{title: Sit, text: Talk (5 min)}", []),
    ],
)
def test_a_step_with_its_time_in_its_text_is_told(tmp_path: Path, step: str, hints: list[str]) -> None:
    """In brackets behind all else; what is a part of the sentence is right, as a time each may be."""
    text = f"title: A walk\nsteps:\n  - {step}\n"
    assert hints_of(tmp_path, "toolkit/walk.yaml", text) == hints


@pytest.mark.parametrize(
    ("views", "counts", "number"),
    [("funnel", (12, 800), 1), ("funnel", (800, 900), 0), ("funnel", (800, 12), 0), ("path", (12, 800), 0)],
)
def test_a_funnel_that_grows_wider_is_told(tmp_path: Path, views: str, counts: tuple[int, int], number: int) -> None:
    """Where digits were left out; a few more people may well come in between."""
    text = (
        f"title: A way\nviews: {views}\nstages: [{{title: a, count: {counts[0]}}}, {{title: b, count: {counts[1]}}}]\n"
    )
    assert len(hints_of(tmp_path, "journeys/way.yaml", text)) == number


@pytest.mark.parametrize(
    ("label", "hints"),
    [
        ("What I heard ______", ["write `What I heard` alone"]),
        ('"Name: ______"', ["write `Name:` alone"]),
        ("What I heard ………", ["write `What I heard` alone"]),
        ("Happy ☐ Yes ☐ No", ["write `{label: Happy, choices: [Yes, No]}`"]),
        ("What I heard", []),
        ("What comes next …", []),
        ("I felt ____ because ____", []),
        ("snake_case", []),
    ],
)
def test_a_line_that_is_typed_into_a_label_is_told(tmp_path: Path, label: str, hints: list[str]) -> None:
    """Pages draw one; a text with gaps is meant so."""
    text = f"title: x\nhandouts: {{title: S, fields: [{label}]}}\n"
    assert hints_of(tmp_path, "toolkit/sheet.yaml", text) == hints


@pytest.mark.parametrize(
    ("field", "hints"),
    [
        ('choices: ["☐ by first name", by surname]', ["write `by first name` alone"]),
        (
            'choices: ["[ ] by first name", "[x] by surname"]',
            ["write `by first name` alone", "write `by surname` alone"],
        ),
        ('table: {columns: [When, What], rows: ["First | Your goals"]}', ["write `- [First, Your goals]`"]),
        ('table: {columns: [When, What, Who], rows: ["First, Your goals"]}', ["write `- [First, Your goals]`"]),
        ('choices: ["(by) first name", "[by] surname"]', []),
        ('table: {columns: [When, What], rows: ["Monday, 14 January", "Oslo, Norway"]}', []),
        ('table: {columns: [When], rows: ["First | Your goals"]}', []),
        ("table: {columns: [When, What], rows: [[First, Your goals]]}", []),
    ],
)
def test_a_box_or_cells_in_one_text_are_told(tmp_path: Path, field: str, hints: list[str]) -> None:
    """Pages draw the box; a text is the first cell of its row."""
    text = f"title: x\nhandouts: {{title: S, fields: [{{label: L, {field}}}]}}\n"
    assert hints_of(tmp_path, "toolkit/sheet.yaml", text) == hints


@pytest.mark.parametrize(
    ("items", "is_cut"),
    [
        ("[A warm jumper, if it rains]", True),
        ("[Pens, paper, but no laptop]", True),
        ("[Pens, paper and glue]", False),
        ("[pens, paper, tape]", False),
        ('["A warm jumper, if it rains"]', False),
    ],
)
def test_a_text_that_its_comma_cuts_is_told_without_a_full_stop(tmp_path: Path, items: str, is_cut: bool) -> None:
    """What begins with `if` is no item (JB409)."""
    write(tmp_path, {**SMALL, "toolkit/sheet.yaml": f"title: x\nobjectives: {items}\n"})
    parts = {part: tmp_path / part for part in ("content", "journeys", "toolkit")}
    codes = [one.code for one in checks.run(load(Settings(root=tmp_path, **parts)))]
    assert ("JB409" in codes) is is_cut


@pytest.mark.parametrize(
    ("sheet", "hints"),
    [
        ('intro: "I see: ________"', ["write a field in its place, such as `fields: [I see]`"]),
        ('intro: "I see: ________", fields: [A]', ["write a field in its place, such as `fields: [I see]`"]),
        ("fields: [Name, Date, A wish]", ["take it out; or say whose or which it is, such as `Name of …`"] * 2),
        ('fields: [{label: "Your name:"}]', ["take it out; or say whose or which it is, such as `Name of …`"]),
        ("fields: [{label: A, scale: }]", ["write `scale: 1–10`, or take the line out"]),
        ("fields: [{label: A, box: ~}]", ["write `box: medium`, or take the line out"]),
        ("intro: Read this.", []),
        ('intro: "____________", fields: [A]', []),
        ("fields: [A wish, Name, Date]", []),
        ("fields: [{label: Name, lines: 2}]", []),
        ("fields: [{label: Name, hint: Of your mentor.}]", []),
        ("fields: [Name of your mentor, Date of the next talk]", []),
        ("fields: [{label: A, lines: }]", []),
    ],
)
def test_places_to_write_beside_and_without_fields_are_told(tmp_path: Path, sheet: str, hints: list[str]) -> None:
    """Lines typed into the introduction, what every sheet has at its top, and a kind of place that is left empty."""
    text = f"title: x\nhandouts: {{title: S, {sheet}}}\n"
    assert hints_of(tmp_path, "toolkit/sheet.yaml", text) == hints


@pytest.mark.parametrize(
    ("title", "hints"),
    [
        ("1. Before", ["write `Before`"]),
        ("1. Klasse", ["write `Klasse`"]),
        ("1) Before", ["write `Before`"]),
        ("Stage 1: Before", ["write `Before`"]),
        ("Phase 1 – Before", ["write `Before`"]),
        ("Stage 1", []),
        ("1 week before", []),
        ("2. Klasse", []),
        ("1.5 hours", []),
        ("1 – 2 weeks", []),
    ],
)
def test_a_stage_with_its_number_typed_is_told(tmp_path: Path, title: str, hints: list[str]) -> None:
    """Pages show the number of each (JB481); another number is part of the title."""
    text = f'title: A way\nstages: ["{title}", After]\n'
    write(tmp_path, {**SMALL, "journeys/way.yaml": text})
    parts = {part: tmp_path / part for part in ("content", "journeys", "toolkit")}
    found = checks.run(load(Settings(root=tmp_path, **parts)))
    assert [str(one.hint) for one in found if one.code == "JB481"] == hints
    german = checks.run(load(Settings(root=tmp_path, **parts, language="de")))
    assert ("JB481" in {one.code for one in german}) == (bool(hints) and not title.startswith("1."))


@pytest.mark.parametrize(
    ("steps", "hints"),
    [
        ('["Step 1: Draw a line.", Tell it.]', ["write `Draw a line.`"]),
        ('["1. Draw a line.", Tell it.]', ["write `Draw a line.`"]),
        ("[{title: 1. Draw, text: A line.}, {title: Tell, text: The story.}]", ["write `Draw`"]),
        ('["1. Draw a line.", "2. Tell it."]', []),
        ('["1.5 m of string for each", "2 lines"]', []),
        ('["1 Draw a line.", "2 Tell it."]', ["write `Draw a line.`"]),
        ('["1 The line is drawn.", "Tell it."]', ["write `The line is drawn.`"]),
        ('["1 minute of silence", "Tell it."]', []),
        ('["1 Minute Ruhe", "2 Karten ziehen"]', []),
        ('["1 Line", "2 Lines"]', []),
        ('["1. Draw\\n2. Tell", "Rest."]', []),
    ],
)
def test_a_step_with_its_number_typed_is_told(tmp_path: Path, steps: str, hints: list[str]) -> None:
    """Pages number the steps; a list within a step is its own, and JB440 tells of numbers before all."""
    write(tmp_path, {**SMALL, "toolkit/way.yaml": f"title: A way\nsteps: {steps}\n"})
    parts = {part: tmp_path / part for part in ("content", "journeys", "toolkit")}
    found = checks.run(load(Settings(root=tmp_path, **parts)))
    assert [str(one.hint) for one in found if one.code == "JB481"] == hints


@pytest.mark.parametrize(
    ("title", "hints"),
    [
        ("2. The ladder", ["write `The ladder`"]),
        ("2) The ladder", ["write `The ladder`"]),
        ("Activity 2: The ladder", ["write `The ladder`"]),
        ("#2 – The ladder", ["write `The ladder`"]),
        ("3. The ladder", ["write `The ladder`"]),
        ("2 The ladder", ["write `The ladder`"]),
        ("#2 The ladder", ["write `The ladder`"]),
        ("No. 2 The ladder", ["write `The ladder`"]),
        ("#3 of the ladders", []),
        ("No 2 are alike", []),
        ("3 The ladder", []),
        ("2 truths and a lie", []),
        ("2 Truths and a Lie", []),
        ("2.5 hours of talk", []),
        ("The 2. ladder", []),
        ("2 – 3 wishes", []),
        ("Activity 2", []),
    ],
)
def test_an_activity_with_its_number_typed_is_told(tmp_path: Path, title: str, hints: list[str]) -> None:
    """Its `number` stands before the title wherever that is shown; without one, the title's number is the only one."""
    for number, told in (("number: 2\n", hints), ("", [])):
        files = {"toolkit/ladder.yaml": f'{number}title: "{title}"\n'}
        found = checks.run(book_of(tmp_path, files))
        assert [str(one.hint) for one in found if one.code == "JB481"] == told
    files = {"toolkit/ladder.yaml": f'number: 2\ntitle: "{title}"\n'}
    german = checks.run(book_of(tmp_path, files, language="de"))
    assert ("JB481" in {one.code for one in german}) == (bool(hints) and "." not in title[:2])


@pytest.mark.parametrize(
    ("title", "section", "hints"),
    [
        ("Chapter 1: Meeting", "Section 1.1: Listening", ["write `Meeting`", "write `Listening`"]),
        ("Kapitel 1 – Ankommen", "Part 1.1. Look", ["write `Ankommen`", "write `Look`"]),
        ("Part 2: Meeting", "Chapter 1: Listening", []),
        ("Chapter 1", "Section 1.1", []),
        ("Unit 1 of us", "Part of the crew", []),
        ("Chapter 1-2 of the book", "Section 1.1-2", []),
    ],
)
def test_a_chapter_with_its_number_in_words_is_told(tmp_path: Path, title: str, section: str, hints: list[str]) -> None:
    """As one with the number alone is; another number is part of the title."""
    files = {"content/a/index.md": f"# {title}\n", "content/a/look.md": f"# {section}\n"}
    found = checks.run(book_of(tmp_path, files))
    assert [str(one.hint) for one in found if one.code == "JB481"] == hints


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ('date: 2027-01-14, start: "9:30"', [('write its own date, such as 2027-01-15; or begin at "10:30"', "date")]),
        ('date: 2027-01-14, start: "10:00"', [('begin at "10:30", or shorten the part above', "start")]),
        ('date: 2027-01-14, start: "14:00"', []),
        ('date: 2027-01-15, start: "9:30"', []),
        ('start: "13:00", end: "1:30"', [('write a later time, such as "13:30"', "end")]),
        (
            'start: "13:00", end: "00:30"',
            [('write "23:59" at the latest, or make two days of it: a day ends at midnight', "end")],
        ),
    ],
)
def test_a_second_day_is_told_what_is_wrong_with_its_times(
    tmp_path: Path, second: str, told: list[tuple[str, str]]
) -> None:
    """A date that was copied, a part that begins too early, an end on the twelve-hour clock (JB305)."""
    block = "blocks: [{title: Hello, minutes: 5}]"
    first = 'date: 2027-01-14, start: "9:30", blocks: [{title: Hello, minutes: 60}]'
    text = f"title: A day\ndays:\n  - {{{first}}}\n  - {{{second}, {block}}}\n"
    write(tmp_path, {**SMALL, "toolkit/workshops/day.yaml": text})
    parts = {part: tmp_path / part for part in ("content", "journeys", "toolkit")}
    found = checks.run(load(Settings(root=tmp_path, **parts)))
    assert [(str(one.hint), one.path[-1]) for one in found if one.code == "JB305"] == told


@pytest.mark.parametrize(
    ("duration", "hints"),
    [
        ("1", ["write `1 h` or `1 min`"]),
        ("1-2", ["write `1-2 h` or `1-2 min`"]),
        ("2 to 3", ["write `2 to 3 h` or `2 to 3 min`"]),
        ("{min: 2, max: 3}", ["write `2 h` or `2 min`", "write `3 h` or `3 min`"]),
        ("1-2 h", []),
        ("3 min", []),
        ("5", []),
        ("2-10", []),
        ("{preparation: 2, min: 45, max: 60}", []),
    ],
)
def test_a_duration_of_very_few_minutes_is_told(tmp_path: Path, duration: str, hints: list[str]) -> None:
    """Without a unit, hours were more likely meant."""
    assert hints_of(tmp_path, "toolkit/walk.yaml", f"title: x\nduration: {duration}\n") == hints


@pytest.mark.parametrize(
    ("measure", "number"),
    [
        ("value: 12, target: 5", 1),
        ("value: 12, target: 5, better: lower", 0),
        ("value: 12, target: 5, better: higher", 0),
        ("value: 5, target: 12", 0),
        ("value: 5, target: 5", 0),
        ("value: 5", 0),
    ],
)
def test_a_measure_above_its_target_says_which_is_better(tmp_path: Path, measure: str, number: int) -> None:
    """Days of waiting that are more than wanted would be shown as if they were good."""
    text = f"title: A way\nstages: [{{title: a, measures: {{title: Days, {measure}}}}}, b]\n"
    hint = "write `better: lower` where less is better, and `better: higher` where it is reached"
    assert hints_of(tmp_path, "journeys/way.yaml", text) == [hint] * number


@pytest.mark.parametrize(
    ("start", "hint"),
    [
        ("1:00", 'write a later time, such as "13:00"'),
        ("9:35", "take 25 minutes out before it, or let it begin later"),
    ],
)
def test_a_block_of_the_afternoon_begins_in_the_afternoon(tmp_path: Path, start: str, hint: str) -> None:
    """Twelve hours later where that is what was meant."""
    block = f'{{title: A, minutes: 30}}, {{title: B, minutes: 5, start: "{start}"}}'
    write(tmp_path, {"toolkit/workshops/day.yaml": f'title: A day\ndays: [{{start: "9:30", blocks: [{block}]}}]\n'})
    parts = {part: tmp_path / part for part in ("content", "journeys", "toolkit")}
    found = checks.run(load(Settings(root=tmp_path, **parts)))
    assert [str(one.hint) for one in found if one.code == "JB305"] == [hint]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("nav:\n  - Parting: the end:\n      - a.md\n", 'write `- "Parting: the end":`'),
        ("steps:\n  - Then: stop and say:\n", 'put the whole text in quotes: "Then: stop and say:"'),
    ],
)
def test_a_section_with_a_colon_keeps_the_colon_of_its_own(text: str, hint: str) -> None:
    """Behind the quotation marks; a text has both within."""
    (problem,) = parse(text, "mkdocs.yml")[1]
    assert str(problem.hint) == hint


@pytest.mark.parametrize(
    ("material", "hints"),
    [
        ("Paper (2 per person)", ["write `{title: Paper, quantity: 2, per: person}` in its place"]),
        ("Paper, 2/person", ["write `{title: Paper, quantity: 2, per: person}` in its place"]),
        ("Paper (2 / group)", ["write `{title: Paper, quantity: 2, per: group}` in its place"]),
        ("2x Paper", ["write `{title: Paper, quantity: 2}` in its place"]),
        ("2 × sticky notes per group", ["write `{title: Sticky notes, quantity: 2, per: group}` in its place"]),
        ("Sticky notes x 12", ["write `{title: Sticky notes, quantity: 12}` in its place"]),
        ("Cards, one per person", ["write `{title: Cards, quantity: 1, per: person}` in its place"]),
        ("Cards (two per group)", ["write `{title: Cards, quantity: 2, per: group}` in its place"]),
        ("Pens (x2)", ["write `{title: Pens, quantity: 2}` in its place"]),
        ("Pens, red, 3 per participant", ['write `{title: "Pens, red", quantity: 3, per: person}` in its place']),
        ("20 sheets of paper per person", ["write `{title: Sheets of paper, quantity: 20, per: person}` in its place"]),
        (
            "{title: Pens (2 per group), audience: mentor}",
            ["write `title: Pens` `quantity: 2` `per: group` in its place"],
        ),
        *(
            (text, [])
            for text in (
                "{title: 2x Paper, quantity: 4}",
                "{title: Paper, quantity: 2, per: person}",
                "20 sheets of paper",
                "Paper (A4)",
                "2 x 4 m of rope",
                "A board of 2 x 3 m",
                "Room 5 x 5",
                "Chairs for 4 per group",
                "A pen per person",
                "One per person",
                "Cards, one for all",
                "Photos, 10 x 15 cm",
                "Paper (2 per pair)",
            )
        ),
    ],
)
def test_a_material_with_its_number_typed_is_told(tmp_path: Path, material: str, hints: list[str]) -> None:
    """Where a workshop would count it; what is not sure to be a number of things is left, and the remedy is quiet."""
    text = "title: A walk\nmaterials:\n  - {}\n  - Tape\n"
    assert hints_of(tmp_path, "toolkit/walk.yaml", text.format(material)) == hints
    for hint in hints if not material.startswith("{") else ():
        assert hints_of(tmp_path, "toolkit/walk.yaml", text.format(hint.split("`")[1])) == []


@pytest.mark.parametrize(
    ("horizons", "hints"),
    [
        (("vision", "achieved", "today"), [ORDER]),
        (("achieved", "vision", "today"), [ORDER]),
        (("today", None, "achieved"), [ORDER]),
        (("achieved", "today", "vision"), []),
        (("achieved", "planned", "next"), []),
        (("today", None, "vision"), []),
        ((None, None, None), []),
    ],
)
def test_a_vision_map_leads_on(tmp_path: Path, horizons: tuple[str | None, ...], hints: list[str]) -> None:
    """From past to future, drawn by the journey or by a page; without a map, it is a word of the stage alone."""
    keys = [f", horizon: {horizon}" if horizon else "" for horizon in horizons]
    stages = "stages:\n" + "".join(f"  - {{title: S{number}{key}}}\n" for number, key in enumerate(keys))
    assert hints_of(tmp_path / "a", "journeys/way.yaml", f"title: A way\nviews: [path, vision]\n{stages}") == hints
    assert hints_of(tmp_path / "b", "journeys/way.yaml", f"title: A way\n{stages}") == []
    write(tmp_path / "c", {"content/way.md": "# Way\n\n![](journey:way?view=vision)\n"})
    assert hints_of(tmp_path / "c", "journeys/way.yaml", f"title: A way\n{stages}") == hints


@pytest.mark.parametrize(
    ("periods", "hints"),
    [
        (("after", "during", "before"), ["write `period: before` here, and `period: after` in ‘S2’"]),
        (("after", None, "during", "before"), ["write `period: before` here, and `period: after` in ‘S3’"]),
        (("after", "before"), []),
        (("before", "during", "after"), []),
        (("after", "before", "after"), []),
        (("during", "before", "before"), []),
        (("after", "after", "during"), []),
        (("after", None, None), []),
    ],
)
def test_stages_that_lead_from_after_to_before_are_told(
    tmp_path: Path, periods: tuple[str | None, ...], hints: list[str]
) -> None:
    """Two that have changed places; what goes round may begin wherever its author likes."""
    keys = [f", period: {period}" if period else "" for period in periods]
    stages = "stages:\n" + "".join(f"  - {{title: S{number}{key}}}\n" for number, key in enumerate(keys))
    assert hints_of(tmp_path, "journeys/way.yaml", f"title: A way\n{stages}") == hints


FUNNEL = "write `count: 40` into the stages of journeys/way.yaml, or take `?view=funnel` out"


@pytest.mark.parametrize(
    ("count", "link", "hints"),
    [
        ("", "![](journey:way?view=funnel)", [FUNNEL]),
        (", count: 3", "![](journey:way?view=funnel)", []),
        ("", "[A way](journey:way?view=funnel)", []),
        ("", "![](journey:way)", []),
    ],
)
def test_a_funnel_that_a_page_asks_for_has_numbers(tmp_path: Path, count: str, link: str, hints: list[str]) -> None:
    """As one that the journey itself is drawn as."""
    text = f"title: A way\nstages: [{{title: a{count}}}, {{title: b}}]\n"
    found = checks.run(book_of(tmp_path, {"content/index.md": f"# Way\n\n{link}\n", "journeys/way.yaml": text}))
    assert [str(one.hint) for one in found if one.code == "JB418"] == hints


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("pains: [Nobody to ask (severity 3)]", "write `{text: Nobody to ask, severity: 3}`"),
        ("pains: ['Severity 2: nobody to ask']", "write `{text: nobody to ask, severity: 2}`"),
        ("pains: [Nobody to ask – 3/3]", "write `{text: Nobody to ask, severity: 3}`"),
        ("pains: {text: Nobody (severity 1)}", "write `text: Nobody`, `severity: 1`"),
        ("measures: ['Meetings kept: 70 %']", 'write `{title: Meetings kept, value: 70, unit: "%"}`'),
        ("measures: [Meetings kept (70%)]", 'write `{title: Meetings kept, value: 70, unit: "%"}`'),
        ("pains: [(3) Nobody to ask]", "write `{text: Nobody to ask, severity: 3}`"),
        ("pains: [3/3 Nobody to ask]", "write `{text: Nobody to ask, severity: 3}`"),
        ("measures: [Meetings kept 70 of 85]", "write `{title: Meetings kept, value: 70, target: 85}`"),
        ("measures: ['Meetings kept: 70 out of 85']", "write `{title: Meetings kept, value: 70, target: 85}`"),
        (
            "measures: ['Meetings kept: 60 % → 90 %']",
            'write `{title: Meetings kept, value: 60, target: 90, unit: "%"}`',
        ),
        ("measures: ['Days: 9 -> 3']", "write `{title: Days, value: 9, target: 3, better: lower}`"),
        ("measures: [Days = 3.5]", "write `{title: Days, value: 3.5}`"),
    ],
)
def test_a_figure_in_the_words_of_a_pain_or_a_measure_is_told(item: str, hint: str, tmp_path: Path) -> None:
    """No list of what needs attention counts it there; with the keys that are shown nothing is told."""
    journey = "title: A way\nstages:\n  - {{title: Meet, questions: Why?, {}}}\n  - {{title: Part, questions: How?}}\n"
    assert hints_of(tmp_path, "journeys/way.yaml", journey.format(item)) == [hint]
    key = item.partition(":")[0]
    right = hint.removeprefix("write ").replace("`, `", ", ").strip("`").strip("{}")
    assert hints_of(tmp_path, "journeys/way.yaml", journey.format(f"{key}: [{{{right}}}]")) == []


@pytest.mark.parametrize(
    "item",
    [
        "pains: [Missed calls (3)]",
        "pains: [Open 3/4 of the day]",
        "pains: [The severity of rules]",
        "pains: [{text: Nobody (severity 3), severity: 2}]",
        "measures: [Answers within 24 hours]",
        "measures: ['Goal: 70 %']",
        "measures: ['From 9 to 3']",
        "pains: [(1) Nobody to ask, (2) Nothing to say]",
        "measures: [Kept until week 3 of 12]",
        "measures: [100 % remote]",
        "measures: ['At least 70 % of meetings kept']",
        "measures: [{title: Kept, value: 70, unit: '%'}]",
        "measures: [{title: Complaints, value: 0.7, target: 0.3, unit: '%', better: lower}]",
        "measures: [{title: New members, value: 0.2, target: 0.3, unit: '%'}]",
        "measures: [{title: Stars, value: 0.7, target: 0.9}]",
        "measures: [{title: Kept, value: 70, target: 85, unit: '%'}]",
        "measures: [Still together (2026)]",
        "measures: [{title: 'Kept: 70 %', value: 70}]",
    ],
)
def test_numbers_in_the_words_of_a_pain_or_a_measure_may_be_words(item: str, tmp_path: Path) -> None:
    """They count something else, or the key is there."""
    journey = "title: A way\nstages:\n  - {{title: Meet, questions: Why?, {}}}\n  - {{title: Part, questions: How?}}\n"
    assert hints_of(tmp_path, "journeys/way.yaml", journey.format(item)) == []


def test_a_share_before_the_words_of_a_measure_may_be_wanted(tmp_path: Path) -> None:
    """Both are shown, and either is right."""
    journey = "title: A way\nstages:\n  - {{title: Meet, questions: Why?, measures: [{}]}}\n  - Part\n"
    forms = ['{title: Meetings kept, value: 70, unit: "%"}', '{title: Meetings kept, target: 70, unit: "%"}']
    hint = f"write `{forms[0]}`; or `{forms[1]}` if it is wanted"
    assert hints_of(tmp_path, "journeys/way.yaml", journey.format("70 % of meetings kept")) == [hint]
    for form in forms:
        assert hints_of(tmp_path, "journeys/way.yaml", journey.format(form)) == []


def test_shares_of_one_that_count_per_cent_are_told(tmp_path: Path) -> None:
    """Readers would see `0.7 %`."""
    measure = "{{title: Kept, value: {}, target: {}, unit: '%'}}"
    journey = f"title: A way\nstages:\n  - title: Meet\n    questions: Why?\n    measures: {measure}\n  - Part\n"
    assert hints_of(tmp_path, "journeys/way.yaml", journey.format("0.7", "0.85")) == [
        "write `value: 70` and `target: 85`"
    ]
    assert hints_of(tmp_path, "journeys/way.yaml", journey.format("70", "85")) == []


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("My first wish, My second wish", "write `[My first wish, My second wish]`"),
        ("5", "write `fields: {label: …, lines: 5}`"),
        ("{label: L, table: {columns: Wish | Step}}", "write `[Wish, Step]`"),
        ("{label: L, choices: 3}", "write the choices, such as `choices: [Yes, No]`"),
    ],
)
def test_the_only_field_heading_or_choice_that_is_several_is_told(tmp_path: Path, fields: str, hint: str) -> None:
    """Written as one text, in a list of handouts too; a number is no label."""
    text = f"title: x\nhandouts:\n  - title: S\n    fields: {fields}\n"
    assert hints_of(tmp_path, "toolkit/x.yaml", text) == [hint]


@pytest.mark.parametrize(
    "fields",
    [
        "My first wish",
        "What I hope, and fear",
        "[5, 6]",
        "['My wish, My second wish']",
        '"Dear Anna, Your wish"',
        "{label: L, table: {columns: 'Oslo, Norway'}}",
        "{label: L, table: {columns: [Wish, Step]}}",
        "{label: L, table: {columns: 'Wish, or step'}}",
        "{label: L, choices: [1, 2, 3]}",
    ],
)
def test_a_field_that_is_one_is_not_told(tmp_path: Path, fields: str) -> None:
    """Nor one with a comma in it, or an item of a list."""
    text = f"title: x\nhandouts:\n  - title: S\n    fields: {fields}\n"
    assert hints_of(tmp_path, "toolkit/x.yaml", text) == []


@pytest.mark.parametrize(
    ("stages", "hints"),
    [
        ("{id: first-months, title: Later}, End", ["write `id: first-month` where it is the same stage"]),
        ("{id: month-2, title: Later}, End", []),
        ("{id: greeting, title: Later}, End", []),
        ("{id: first-month, title: Later}, {id: first-months, title: More}, End", []),
    ],
)
def test_a_stage_whose_id_is_nearly_that_of_one_that_is_gone_is_told(
    tmp_path: Path, stages: str, hints: list[str]
) -> None:
    """In a journey that is compared: most likely it is the same stage (JB491)."""
    files = {
        "journeys/now.yaml": "title: Now\nstages: [{id: first-month, title: Then}, {id: meeting, title: We}, End]\n",
        "journeys/then.yaml": f"title: Then\ncompares: now\nstages: [{stages}]\n",
    }
    found = [str(one.hint) for one in checks.run(book_of(tmp_path, files)) if one.code == "JB491"]
    assert found == hints


@pytest.mark.parametrize(
    ("channels", "hints"),
    [
        (("e-mail", "email", "Email"), ["write `e-mail` here, too"] * 2),
        (("phone", "Phone"), ["write `phone` here, too"]),
        (("phone", "phone"), []),
        (("phone", "phone call"), []),
        (("", ""), []),
    ],
)
def test_channels_in_other_letters_are_told(tmp_path: Path, channels: tuple[str, ...], hints: list[str]) -> None:
    """A map names each in its legend (JB443)."""
    points = ", ".join(f"{{title: T{n}{f', channel: {one}' if one else ''}}}" for n, one in enumerate(channels))
    files = {"journeys/way.yaml": f"title: A way\nstages: [{{title: A, touchpoints: [{points}]}}, B]\n"}
    found = [str(one.hint) for one in checks.run(book_of(tmp_path, files)) if one.code == "JB443"]
    assert found == hints


@pytest.mark.parametrize(
    ("first", "second", "hints"),
    [
        ("{score: -1, label: Nervous, actor: mentee}", "{score: 1, label: Proud}", ["write `actor: mentee`"]),
        (
            "{score: -1, actor: mentee}, {score: 1, actor: mentor}",
            "{score: 1, label: Proud, actor: mentor}, {score: 1, label: Glad}",
            ["write `actor: mentee`"],
        ),
        (
            "{score: -1, actor: mentee}, {score: 1, actor: mentor}",
            "{score: 1, label: Proud}",
            ["write whose it is, `actor: mentee`: `mentee`, `mentor`"],
        ),
        ("{score: -1, label: Nervous}", "{score: 1, label: Proud}", []),
        ("{score: -1, actor: mentee}", "{score: 1, label: Proud, actor: mentor}", []),
    ],
)
def test_a_feeling_of_nobody_beside_those_of_actors_is_told(
    first: str, second: str, hints: list[str], tmp_path: Path
) -> None:
    """It would be one more curve; where no feeling has an actor, all are one curve."""
    stages = f"stages:\n- {{title: One, feelings: [{first}]}}\n- {{title: Two, feelings: [{second}]}}\n"
    text = f"title: A visit\nactors: [{{id: mentee, title: Mentee}}, {{id: mentor, title: Mentor}}]\n{stages}"
    assert hints_of(tmp_path, "journeys/visit.yaml", text) == hints
