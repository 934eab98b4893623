"""Titles that two things of one kind have (JB485), and ways that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

OWN = "give one of the two a title of its own"
COPY = "this looks like a copy of toolkit/walk.yaml: delete it, or give it a title of its own"


def told(folder: Path, code: str, files: dict[str, str]) -> list[tuple[str, int, str]]:
    """The file, the line and the hint of each problem of one code."""
    found = checks.run(book_of(folder, files))
    return [(one.file, one.line, str(one.hint)) for one in found if one.code == code]


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("toolkit/stroll.yaml", "title: a  Walk\n", OWN),
        ("toolkit/walk-copy.yaml", "title: A walk\n", COPY),
        ("toolkit/walk-v2.yaml", "title: A walk\n", COPY),
        ("toolkit/walk-2.yaml", "title: A walk\n", COPY),
        ("toolkit/old-walk.yaml", "title: A walk\n", COPY),
        ("toolkit/walk-v2.yaml", "title: A walk by night\n", None),
        ("toolkit/stroll.yaml", "title: A walk\nstatus: retired\n", None),
        ("toolkit/stroll.yaml", "title: A walk\nchapter: other\n", None),
        ("toolkit/stroll.yaml", "title: A walk\nlanguage: de\n", None),
        ("toolkit/workshops/walk.yaml", 'title: A walk\ndays: {start: "9:30", blocks: {activity: walk}}\n', None),
    ],
)
def test_a_title_that_two_files_have_is_told(tmp_path: Path, name: str, text: str, hint: str | None) -> None:
    """At the copy, where one of them is called so."""
    found = told(tmp_path, "JB485", {"toolkit/walk.yaml": "title: A walk\n", name: text})
    assert [(line, said) for _, line, said in found] == ([(1, hint)] if hint else [])
    assert all(Path(file).name != "walk.yaml" for file, _, said in found if said == COPY)


def test_journeys_of_today_and_of_tomorrow_may_have_one_title(tmp_path: Path) -> None:
    """They are shown beside each other; two of the same state are not."""
    was, now = ("title: A way\nstages: [a, b]\n" + more for more in ("state: as_is\n", "state: to_be\ncompares: was\n"))
    assert told(tmp_path / "a", "JB485", {"journeys/was.yaml": was, "journeys/way.yaml": now}) == []
    found = told(tmp_path / "b", "JB485", {"journeys/was.yaml": was, "journeys/way.yaml": was})
    assert found == [("journeys/way.yaml", 1, OWN)]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("journeys/way.yaml", "title: x\nactors:\n  - Mentor\n  - {id: boss, title: mentor}\nstages: [a, b]\n", 4),
        ("toolkit/talk.yaml", "title: x\nhandouts:\n  - {title: Map}\n  - {id: other, title: Map}\n", 4),
        ("journeys/way.yaml", "title: x\nactors:\n  - Mentor\n  - {id: boss, title: Boss}\nstages: [a, b]\n", 0),
    ],
)
def test_a_title_that_two_of_a_list_have_is_told(tmp_path: Path, name: str, text: str, line: int) -> None:
    """Actors of a journey, handouts of an activity."""
    assert told(tmp_path, "JB485", {name: text}) == ([(name, line, OWN)] if line else [])


LONG = "Sit down beside each other, and say what you would need to hear from the other one."


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ("[{title: Talk, text: a}, {title: talk, text: b}]", 2),
        (f"[{{title: Talk, text: '{LONG}'}}, {{title: Rest}}, {{title: Talk, text: '{LONG}'}}]", 2),
        ("[{title: Talk, text: a}, {title: Rest, text: b}, {title: Talk, text: a}]", 0),
        ("[{title: Talk, audience: mentor}, {title: Talk, audience: mentee}]", 0),
        ("[Talk to each other, Talk to each other]", 0),
        ("[{text: a}, {text: b}]", 0),
    ],
)
def test_a_step_that_was_copied_is_told(tmp_path: Path, steps: str, line: int) -> None:
    """By the title of the step above it, or by its whole text; what people do, they may do again."""
    found = told(tmp_path, "JB485", {"toolkit/talk.yaml": f"title: x\nsteps: {steps}\n"})
    assert [where for _, where, _ in found] == ([line] if line else [])


@pytest.mark.parametrize(
    ("blocks", "number"),
    [
        ("[{activity: talk}, {activity: talk}]", 1),
        ("[{activity: talk}, {activity: talk, title: Once more}]", 0),
        ("[{activity: talk}, {break: Tea, minutes: 5}, {activity: talk}]", 0),
        ("[{activity: talk, audience: mentor}, {activity: talk, audience: mentee}]", 0),
        ("[{title: Talk, minutes: 5}, {title: Talk, minutes: 5}]", 0),
    ],
)
def test_a_block_that_was_copied_is_told(tmp_path: Path, blocks: str, number: int) -> None:
    """With nothing that says what is another time; what comes again later is meant so."""
    text = f'title: A day\ndays: [{{start: "9:30", blocks: {blocks}}}]\n'
    files = {"toolkit/talk.yaml": "title: A talk\nduration: 5 min\n", "toolkit/workshops/day.yaml": text}
    assert len(told(tmp_path, "JB485", files)) == number


def test_a_copy_with_the_number_of_its_original_is_told_once(tmp_path: Path) -> None:
    """As a copy, and not only as a number that is taken."""
    text = "title: A walk\nnumber: 1\n"
    files = {"toolkit/walk.yaml": text, "toolkit/walk-copy.yaml": text}
    first, second = told(tmp_path, "JB303", files)
    assert {first, second} == {
        ("toolkit/walk-copy.yaml", 2, COPY),
        ("toolkit/walk.yaml", 2, "the next free number is 2"),
    }
    assert told(tmp_path, "JB485", files) == []


@pytest.mark.parametrize(
    ("ways", "number"),
    [
        ("[a, {to: b, condition: all agree}]", 0),
        ("[{to: a, condition: not yet}, b]", 0),
        ("[{to: a, condition: not yet}]", 0),
        ("[b, c]", 0),
        ("a", 1),
    ],
)
def test_a_way_to_its_own_stage_is_told_where_it_is_the_only_one(tmp_path: Path, ways: str, number: int) -> None:
    """To try again is a way, also without a condition where another has one; alone it is a slip."""
    text = f"title: x\nstages:\n  - title: a\n    next: {ways}\n  - b\n  - c\n"
    assert len(told(tmp_path, "JB304", {"journeys/way.yaml": text})) == number


PAGE = "content/meeting/talk.md"
COPIED = f"this looks like a copy of {PAGE}: delete it, or give it a title of its own"


@pytest.mark.parametrize(
    ("path", "text", "hint"),
    [
        ("meeting/talk 2.md", "# A talk\n", COPIED),
        ("meeting/talk.old.md", "# A talk\n", COPIED),
        ("meeting/talk-ANNA-PC.md", "---\ntitle: A talk\n---\n\nText.\n", COPIED),
        ("meeting/old/talk.md", "# a Talk\n", COPIED),
        ("meeting/silence.md", "# A talk\n", OWN),
        ("meeting/talks.md", "# A talk\n", OWN),
        ("meeting/index.md", "# A talk\n", None),  # a chapter may be called as a page of it
        ("meeting/talk 2.md", "# A second talk\n", None),
        ("meeting/talk.de.md", "# A talk\n", None),
        ("meeting/talk-mentors.md", "---\naudience: mentor\n---\n\n# A talk\n", None),
        ("ending/talk.md", "# A talk\n", None),
        ("meeting/talk (1).md", "# A talk\n", None),  # JB476 tells it
    ],
)
def test_a_title_that_two_pages_of_a_folder_have_is_told(
    tmp_path: Path, path: str, text: str, hint: str | None
) -> None:
    """At the one whose name is longer; not where language, reader or folder tells them apart."""
    files = {"content/index.md": "# Home\n", PAGE: "# A talk\n", f"content/{path}": text}
    assert [(file, said) for file, _, said in told(tmp_path, "JB485", files)] == (
        [(f"content/{path}", hint)] if hint else []
    )


def test_a_title_that_two_chapters_have_is_told(tmp_path: Path) -> None:
    """Where they stand beside each other in the menu, and it has no titles of its own for them."""
    files = {f"content/{name}/index.md": "# Beginning\n" for name in ("a", "b")}
    assert told(tmp_path / "1", "JB485", files) == [("content/b/index.md", 1, OWN)]
    for number, nav in enumerate(
        (
            [{"Mentors": [{"x": ["a/index.md"]}]}, {"Mentees": [{"x": ["b/index.md"]}]}],
            [{"Beginning": "a/index.md"}, {"Second": "b/index.md"}],
        )
    ):
        found = checks.run(book_of(tmp_path / str(number + 2), files, nav=nav))
        assert [one for one in found if one.code == "JB485"] == []
    found = checks.run(book_of(tmp_path / "4", files, nav=[{"A": ["a/index.md"]}, {"B": ["b/index.md"]}]))
    assert [one.file for one in found if one.code == "JB485"] == ["content/b/index.md"]


@pytest.mark.parametrize(
    ("questions", "number"),
    [
        ("[What scares you?, What scares you?]", 1),
        ("[What scares you?, {text: what scares you?}]", 1),
        ("[{text: What now?, audience: mentor}, {text: What now?, audience: mentee}]", 0),
        ("[What scares you?, What helps?]", 0),
    ],
)
def test_a_question_that_stands_twice_on_a_page_is_told(tmp_path: Path, questions: str, number: int) -> None:
    """As one of an activity is; two readers may be asked the same."""
    page = f"---\nquestions: {questions}\n---\n\n# A talk\n"
    assert len(told(tmp_path, "JB466", {"content/talk.md": page})) == number


@pytest.mark.parametrize(
    ("title", "codes"),
    [("Untitled", ["JB463"]), ("Title of this page", ["JB463"]), ("Untitled works", []), ("The title page", [])],
)
def test_a_title_that_is_still_to_be_written_is_told(tmp_path: Path, title: str, codes: list[str]) -> None:
    """As templates have it."""
    found = checks.run(book_of(tmp_path, {"content/talk.md": f"# {title}\n\nWords.\n"}))
    assert [one.code for one in found if one.code == "JB463"] == codes


@pytest.mark.parametrize(("title", "number"), [("II. Talk", 1), ("IV) Talk", 1), ("I. Newton", 0), ("IV therapy", 0)])
def test_a_roman_number_before_a_title_is_told(tmp_path: Path, title: str, number: int) -> None:
    """One letter may be a name's."""
    files = {"content/a/index.md": "# A\n", "content/a/talk.md": f"# {title}\n"}
    assert len(told(tmp_path, "JB481", files)) == number


EVENING = """title: {title}
location: {place}
days:
  date: {date}
  start: "18:00"
  blocks: {{title: Briefing, minutes: 60}}
"""


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        ({}, True),
        ({"place": "the  Hall"}, True),
        ({"date": "2027-01-15"}, False),
        ({"place": "The library"}, False),
        ({"title": "Abend\nlanguage: de"}, False),
        ({"title": "For mentors\naudience: mentor"}, False),
        ({"title": "Before\nstatus: retired"}, False),
    ],
)
def test_a_workshop_of_which_the_title_alone_is_new_is_told(
    tmp_path: Path, more: dict[str, str], is_told: bool
) -> None:
    """Two at the same time in one room are one, or a copy; a copy's date is still to be written."""
    usual = {"title": "Kick-off", "place": "The hall", "date": "2027-01-14"}
    files = {
        "toolkit/workshops/kick-off.yaml": EVENING.format(**usual),
        "toolkit/workshops/kick-off-law.yaml": EVENING.format(**(usual | {"title": "Kick-off for law"} | more)),
    }
    found = [(file, hint) for file, _, hint in told(tmp_path, "JB485", files)]
    hint = "write its own `date:` or `location:`, or delete one of the two"
    assert found == ([("toolkit/workshops/kick-off-law.yaml", hint)] if is_told else [])


def test_workshops_without_a_date_or_online_may_be_at_once(tmp_path: Path) -> None:
    """Of one without a date nobody knows when it is, and online there is room for two."""
    text = EVENING.format(title="Kick-off", place="Online", date="2027-01-14")
    for one in (text, text.replace("  date: 2027-01-14\n", "").replace("Online", "The hall")):
        other = one.replace("Kick-off", "Kick-off for law")
        files = {"toolkit/workshops/a.yaml": one, "toolkit/workshops/b.yaml": other}
        assert told(tmp_path, "JB485", files) == []


STEPS = "steps:\n  - Draw a ladder with five rungs, and write the goal at the top.\n  - Say which rung is next.\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"title: A ladder\n{STEPS}", [2]),
        (f"title: A ladder\nquestions: Why?\n{STEPS}", []),
        (f"title: A ladder\nlanguage: de\n{STEPS}", []),
        (f"title: A ladder\nstatus: retired\n{STEPS}", []),
        (f"title: A ladder\n{STEPS}  - Go.\n", []),
    ],
)
def test_an_activity_with_the_steps_of_another_one_is_told(tmp_path: Path, text: str, lines: list[int]) -> None:
    """Of the copy, only the title is new."""
    files = {"toolkit/goal.yaml": f"title: A goal\n{STEPS}", "toolkit/ladder.yaml": text}
    assert [line for _, line, _ in told(tmp_path, "JB485", files)] == lines


def test_a_page_with_the_text_of_another_one_is_told(tmp_path: Path) -> None:
    """A few words may be the same, and so may what is for others."""
    text = "Wait for ten seconds, and then say what you have heard, in your own words.\n" * 4
    files = {
        "content/guide/a.md": f"# Listening\n\n{text}",
        "content/guide/bb.md": f"# Hearing\n\n{text}",
        "content/guide/ccc.md": f"---\naudience: mentor\n---\n# For mentors\n\n{text}",
        "content/guide/dddd.md": "# Short\n\nWait.\n",
        "content/guide/eeeee.md": "# Shorter\n\nWait.\n",
    }
    assert [name for name, _, _ in told(tmp_path, "JB485", files)] == ["content/guide/bb.md"]
