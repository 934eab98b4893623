"""Remedies that are followed to the letter lead to a quiet check."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.handbook import Settings, load
from small import SMALL, write

WAY = "title: A way\nstages:\n  - title: One\n    {}\n  - title: Two\n    questions: Why?\n"
DAY = 'title: A day\ndays:\n  - start: "9:00"\n    blocks:\n      - {{title: Hello, minutes: 15}}\n      - {}\n'
WALK = "title: A walk\nchapter: guide\nquestions: Why?\n{}\n"
OUT = "take the item out, and write `journey: first-steps` in this stage: `next` leads to stages of this journey alone"
CLOCK = 'write `start: "{}"` for when it begins, and `minutes: …` for how long it takes'
PAGE = "write the whole address of that page, as `https://…/guide/listening/{}`"
LINES = "write each key on a line of its own"
ONE = "write one of them, such as `first-steps`"
FILES = SMALL | {"content/guide/listening.md": "# Listening\n"}


def hints_of(folder: Path, name: str, text: str) -> list[str]:
    """What a file is told, of errors and of the advice that could follow from them."""
    write(folder, {**FILES, name: text})
    book = load(Settings(root=folder, **{part: folder / part for part in ("content", "journeys", "toolkit")}))
    problems = checks.run(book)
    return [str(one.hint) for one in problems if one.file == name and one.code not in ("JB401", "JB404", "JB420")]


@pytest.mark.parametrize(
    ("name", "form", "wrong", "hint", "right"),
    [
        ("journeys/x.yaml", WAY, "activities:\n      - title: A talk", "write `- talk`", "activities:\n      - talk"),
        ("journeys/x.yaml", WAY, "activities:\n      - title: talk", "write `- talk`", "activities:\n      - talk"),
        ("journeys/x.yaml", WAY, "next:\n      - to: first-steps#plan", OUT, "journey: first-steps"),
        ("journeys/x.yaml", WAY, "next:\n      - to: first-steps", OUT, "journey: first-steps"),
        ("journeys/x.yaml", WAY, "next: first-steps/plan", OUT, "journey: first-steps"),
        ("journeys/x.yaml", WAY, "next: journeys/first-steps.yaml", OUT, "journey: first-steps"),
        ("journeys/x.yaml", WAY, "next: journey:first-steps", OUT, "journey: first-steps"),
        ("toolkit/x.yaml", WALK, "energy: low setting: online", LINES, "energy: low\nsetting: online"),
        ("toolkit/x.yaml", WALK, '"energy:" low', "write `energy: low`", "energy: low"),
        ("toolkit/x.yaml", WALK, "'energy: ' low", "write `energy: low`", "energy: low"),
        ("toolkit/x.yaml", WALK, '"energy: "low', "write `energy: low`", "energy: low"),
        ("journeys/x.yaml", WAY, "activities:\n      - id: talk", "write `- talk`", "activities:\n      - talk"),
        ("journeys/x.yaml", WAY, "activities:\n      - talk: it fits", "write `- talk`", "activities:\n      - talk"),
        ("journeys/x.yaml", WAY, "activities: [{id: talk}]", "write `talk`", "activities: [talk]"),
        (
            "toolkit/x.yaml",
            WALK,
            "purpose: See [this](listening.md).",
            PAGE.format(""),
            "purpose: See [this](https://h.example/guide/listening/).",
        ),
        (
            "toolkit/x.yaml",
            WALK,
            "purpose: See [this](../content/guide/listening.md#why).",
            PAGE.format("#why"),
            "purpose: See [this](https://h.example/guide/listening/#why).",
        ),
        (
            "toolkit/x.yaml",
            WALK,
            "source: {title: T, url: ['https://a.example/', 'https://b.example/']}",
            "write one of them, such as `https://a.example/`",
            "source: {title: T, url: 'https://a.example/'}",
        ),
        (
            "toolkit/workshops/x.yaml",
            DAY,
            "{break: Soup, minutes: 11:15}",
            CLOCK.format("11:15"),
            '{break: Soup, start: "11:15", minutes: 20}',
        ),
        (
            "toolkit/workshops/x.yaml",
            DAY,
            '{title: Walk, minutes: "14:00"}',
            CLOCK.format("14:00"),
            '{title: Walk, start: "14:00", minutes: 20}',
        ),
        (
            "content/index.md",
            "---\n{}\n---\n\n# Welcome\n",
            "journey: [first-steps, other]",
            ONE,
            "journey: first-steps",
        ),
    ],
)
def test_a_remedy_that_is_followed_leads_to_a_quiet_check(
    tmp_path: Path, name: str, form: str, wrong: str, hint: str, right: str
) -> None:
    """It is the only one, and what it offers is there."""
    assert hints_of(tmp_path, name, form.format(wrong)) == [hint]
    assert hints_of(tmp_path, name, form.format(right)) == []


@pytest.mark.parametrize(
    ("minutes", "hint"),
    [("9:30", "write how many minutes it takes: a step has no time of day"), ("0:45", "write `45 min`")],
)
def test_a_step_has_no_time_of_day(tmp_path: Path, minutes: str, hint: str) -> None:
    """What is so early in a day is how long the step takes."""
    text = WALK.format(f'steps: [{{title: Walk, minutes: "{minutes}"}}]')
    assert hints_of(tmp_path, "toolkit/x.yaml", text) == [hint]


@pytest.mark.parametrize(
    "text",
    [
        "purpose: 'See energy: low setting'",
        "summary: 'Talk minutes: 10'",
        "duration: 1 h",
        "steps: [{title: Walk, minutes: 90}]",
    ],
)
def test_what_is_right_is_quiet(tmp_path: Path, text: str) -> None:
    """Colons in quotation marks, times that are long."""
    assert hints_of(tmp_path, "toolkit/x.yaml", WALK.format(text)) == []


LEAD = "{id: programme-lead, title: Programme lead}"
NEW_ACTOR = f"write `programme-lead`, and name who that is in an item of `actors:`: `- {LEAD}`"
BLOCKS = "write a block for each: `- activity: talk`, `- activity: walk`"
QUESTION = 'write `What now?`, without the number; or put the whole text in quotes: "Q1: What now?"'


@pytest.mark.parametrize(
    ("name", "form", "wrong", "hint", "right"),
    [
        ("toolkit/workshops/x.yaml", DAY, "{break: Soup, 25}", "write `minutes: 25`", "{break: Soup, minutes: 25}"),
        ("toolkit/workshops/x.yaml", DAY, "{title: Talk, 1 h}", "write `minutes: 60`", "{title: Talk, minutes: 60}"),
        ("toolkit/workshops/x.yaml", DAY, "{activity: talk, walk}", BLOCKS, "{activity: talk}"),
        ("toolkit/x.yaml", WALK, "objectives:\n  - Q1: What now?", QUESTION, "objectives: What now?"),
        ("toolkit/x.yaml", WALK, "prerequisites: [7]", "write `talk`", "prerequisites: [talk]"),
        ("toolkit/x.yaml", WALK.replace("chapter: guide\n", ""), "chapter: 1", "write `guide`", "chapter: guide"),
        ("journeys/x.yaml", WAY, "responsibilities: [{actor: Programme lead, does: a}]", NEW_ACTOR, "goals: a"),
    ],
)  # fmt: skip
def test_what_is_read_otherwise_is_answered_with_what_is_meant(
    tmp_path: Path, name: str, form: str, wrong: str, hint: str, right: str
) -> None:
    """One answer for each, of which nothing follows: commas, numbers in the place of ids, people who are not there."""
    write(tmp_path, {"toolkit/talk.yaml": "title: A talk\nnumber: 7\nquestions: Why?\nduration: 20 min\n"})
    files = {one: text for one, text in FILES.items() if one != "toolkit/talk.yaml"}
    write(tmp_path, {**files, name: form.format(wrong)})
    parts = {part: tmp_path / part for part in ("content", "journeys", "toolkit")}
    quiet = ("JB401", "JB404", "JB420", "JB406")
    nav = [{"Guide": ["guide/index.md", "guide/listening.md"]}]

    def hints() -> list[str]:
        found = checks.run(load(Settings(root=tmp_path, **parts, nav=nav)))
        return [str(one.hint) for one in found if one.file == name and one.code not in quiet]

    assert hints() == [hint]
    write(tmp_path, {name: form.format(right)})
    assert hints() == []
