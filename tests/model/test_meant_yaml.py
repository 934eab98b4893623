"""Slips in the signs of YAML: what is told is where they are, and what to type."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.source.read import parse

DAY = 'title: x\ndays:\n  - start: "9:30"\n    blocks:\n'
MATERIALS = "title: x\nmaterials:\n  - title: Cups\n"
APART = "write `text:`, `minutes:` below `title:`, and no dash before them"
HANDOUT = "title: x\nhandouts:\n  - title: S\n    fields:\n"


def told(text: str, model: type[BaseModel]) -> list[tuple[int, int, str]]:
    """The line, the column and the hint of each problem."""
    document, problems = parse(text, "a.yaml")
    found = problems + (validate(document, model)[1] if document else [])
    return [(one.line, one.column, str(one.hint)) for one in found]


@pytest.mark.parametrize(
    ("model", "text", "line", "column", "hint"),
    [
        (Activity, "title: x\nduration: {min: 45 max: 60}\n", 2, 20, "write `, max: …` where that is a key"),
        (Journey, "title: x\nstages: [{title: a, feelings: {score: - 1, label: T}}, b]\n", 2, 39, "write `-1`"),
        (Journey, "title: x\nstages: [{title: a, pains: {text: x, severity: !!!}}]\n", 2, 48, "write `3` for a number"),
        (
            Journey,
            "title: x\nstages: [{title: a, measures: {title: T, unit: %}}]\n",
            2,
            48,
            'put the whole text in quotes: "%"',
        ),
        (Journey, "title: x\nstages:\n  - id: a\n    title: A\n  id: b\n    title: B\n", 5, 3, "write `- id: b`, or"),
        (Journey, "title: x\nstages:\n  - id: a\n    title: A\n  -id: b\n    title: B\n", 5, 3, "write `- id: b`"),
        (Journey, "title: x\nstages:\n  - id: a\n    title: A\n   - id: b\n", 5, 4, "begin it in column 3"),
        (Journey, "title: x\nviews:\n  - map:\n    lanes: [goals]\nstages: [a]\n", 4, 5, "begin it two spaces further"),
        (Journey, "title: x\nviews:\n  - map: [goals, pains]\nstages: [a]\n", 3, 10, "write `{lanes: [goals, pains]}`"),
        (
            Workshop,
            f"{DAY}      -  title: Welcome\n        minutes: 15\n",
            6,
            9,
            "begin an item with a dash in column 7, a",
        ),
        (
            Workshop,
            f"{DAY}      - 9:30 Welcome\n        minutes: 15\n",
            5,
            9,
            'write `title: Welcome` and `start: "09:30"`',
        ),
        (Activity, f"{HANDOUT}      -What I heard\n      - {{label: x}}\n", 5, 7, "write `- What I heard`"),
        (Activity, f"{HANDOUT}      - {{label: x, box}}\n", 5, 20, "write `box: …`"),
        (
            Activity,
            f"{HANDOUT}      - label: x\n      - lines: 2\n",
            6,
            9,
            "write `lines:` below `label:`, and no dash",
        ),
        (Activity, 'title: x\nquestions:\n  - "What stayed?",\n  - "What now?"\n', 3, 19, "take the comma out"),
        (
            Activity,
            "title: x\nquestions:\n  - text: What?\n  - audience: mentor\n",
            4,
            5,
            "write `audience:` below `text:`, and no dash",
        ),
        (
            Activity,
            "title: x\nresources:\n  - title: a\n  - url: https://example.org/\n",
            4,
            5,
            "write `url:` below `title:`, and no dash before it",
        ),
        (Activity, "title: x\nsteps:\n  - title: A\n  - text: B\n  - minutes: 5\n  - title: C\n", 4, 5, APART),
        (Activity, "title: x\nsteps:\n  - text: B\n  - minutes: 5\n", 4, 5, "write `minutes:` below `text:`, and no"),
        (Activity, f"{MATERIALS}  - quantity: 1\n  - per: person\n", 4, 5, "write `quantity:`, `per:` below `title:`"),
        (Activity, f"{MATERIALS}  - quantity: 1\n    per: person\n", 4, 5, "write `quantity:` below `title:`, and"),
        (Workshop, f"{DAY}      - title: A\n      - minutes: 5\n", 6, 9, "write `minutes:` below `title:`, and"),
        (Workshop, f"{DAY}      - activity: a\n        lead: B\n      - minutes: 5\n", 7, 9, "write `minutes:` below"),
        (
            Journey,
            "title: x\nstages:\n  - id: a\n  - title: A\n    period: before\n",
            4,
            5,
            "write `title:` below `id:`",
        ),
        (Journey, "title: x\nviews:\n  - map: lanes: [goals]\n", 3, 15, "write `map: {lanes: [goals]}`"),
        (Journey, "title: x\nviews:\n  - map: lanes: goals, pains\n", 3, 15, "write `map: {lanes: [goals, pains]}`"),
        (Activity, "title: x\nduration: min: 5 min\n", 2, 14, "write `duration: {min: 5 min}`"),
        (
            Workshop,
            f"{DAY}      - {{title: A, minutes: 5}}\n      - Lunch\n",
            6,
            9,
            "write `{break: Lunch, minutes: 15}`",
        ),
        (Workshop, f"{DAY}      - activity: a\n      - agreement\n", 6, 9, "write `{activity: agreement}`"),
        (Journey, "title: x\nstages: [{title: a, feelings: [{score: 2}, 😊]}, b]\n", 2, 44, "write `{score: 1}`"),
        (
            Activity,
            "title: x\nquestions:\n  - What are you proud of?\n    audience: [mentor]\n",
            3,
            5,
            "write `- text: What are you proud of?`",
        ),
        (
            Activity,
            "title: x\nquestions:\n  - Who?\n  - Where are you?\n    audience: [mentor]\n  - Why?\n",
            4,
            5,
            "write `- text: Where are you?`",
        ),
        (Activity, "title: x\nmaterials:\n  - Cups\n  - Pens\n    quantity: 2\n", 4, 5, "write `- title: Pens`"),
        (Activity, "title: x\nobjectives:\n  - You know\n  o You see\n", 4, 3, "write `- You see`, or begin it"),
        (Activity, f"{HANDOUT}      - {{label: x, table: {{columns: [a], rows: B; C}}}}\n", 5, 48, "write `[B, C]`"),
        (Activity, "title: x\nrelated: {talk}\n", 2, 10, "write `[talk]`"),
    ],
)
def test_a_slip_in_a_sign_is_told_where_it_is(
    model: type[BaseModel], text: str, line: int, column: int, hint: str
) -> None:
    """One problem, at its place."""
    ((at_line, at_column, said),) = told(text, model)
    assert (at_line, at_column) == (line, column) and said.startswith(hint)


def test_keys_without_a_space_are_all_shown_with_one() -> None:
    """Each is told by itself."""
    found = told("title: x\nduration: {min:45, max:60}\n", Activity)
    assert [hint for _, _, hint in found] == ["write `min: 45`", "write `max: 60`"]


def test_the_column_of_keys_is_that_of_the_item_above() -> None:
    """Two blanks behind a dash put its keys a column further in."""
    ((_, _, hint),) = told(f"{DAY}      -  title: Welcome\n        minutes: 15\n", Workshop)
    assert hint.endswith("in column 10")


@pytest.mark.parametrize(
    "items",
    [
        "  - title: A\n    minutes: 5\n  - minutes: 5\n",
        "  - A\n  - minutes: 5\n",
        "  - title: A\n  - minutes: 5\n    txet: B\n",
    ],
)
def test_an_item_that_is_not_the_one_above_it_lacks_its_first_key(items: str) -> None:
    """What the item above has already, or cannot have, belongs to another one."""
    assert "dash" not in " ".join(hint for _, _, hint in told(f"title: x\nsteps:\n{items}", Activity))
