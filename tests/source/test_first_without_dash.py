"""The first item of a list that lacks its dash, where those below have theirs: it is told, and not the others."""

from __future__ import annotations

import pytest

from journeybook.source.read import parse


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("stages:\n  title: Arrive\n  - title: Talk\n  - title: Go\n", 2, 3, "write `- title: Arrive`"),
        (
            "stages:\n  title: Arrive\n  questions:\n    - How?\n  - title: Talk\n",
            2,
            3,
            "write `- title: Arrive`, and begin what belongs to it in column 5",
        ),
        (
            "days:\n  - start: a\n    blocks:\n      title: x\n      minutes: 3\n\n      - title: b\n",
            4,
            7,
            "write `- title: x`, and begin what belongs to it in column 9",
        ),
        ("materials:\n  Water\n  - {title: Pens}\n", 2, 3, "write `- Water`"),
        ("nav:\n  Home: index.md\n  - Starting:\n      - starting/index.md\n", 2, 3, "write `- Home: index.md`"),
        ("nav:\n  Home: index.md\n  - Getting on:\n      - on/index.md\n", 2, 3, "write `- Home: index.md`"),
        ("nav:\n  Home: index.md\n  - starting/index.md\n", 2, 3, "write `- Home: index.md`"),
        ("nav:\n  Starting:\n      - index.md\n  - Ending:\n      - end.md\n", 2, 3, "write `- Starting:`"),
        ("nav:\n  - Starting:\n      Home: index.md\n      - The talk: talk.md\n", 3, 7, "write `- Home: index.md`"),
        (
            "nav:\n  Home: index.md\n  About: about.md\n  - Starting: starting.md\n",
            2,
            3,
            "write a dash before each: `- Home: index.md` `- About: about.md`",
        ),
    ],
)
def test_the_first_item_without_its_dash_is_told(text: str, line: int, column: int, hint: str) -> None:
    """With it, the list can be read; without those of the others, it could not."""
    _, [problem] = parse(text, "way.yaml")
    assert str(problem.message) == "this line has no dash, and those below it have"
    assert (problem.line, problem.column, str(problem.hint)) == (line, column, hint)
    lines = text.splitlines()
    for number, one in enumerate(lines):
        if lines[line - 1] == one or (number < line + 1 and one.startswith("  About")):
            lines[number] = one[: column - 1] + "- " + one[column - 1 :]
    if "belongs" not in hint:
        assert not parse("\n".join(lines), "way.yaml")[1]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("source:\n  title: A\n  - authors: B\n", "take the dash out, and begin ‘authors’ in column 3"),
        ("group:\n  min: 3\n  - max: 4\n", "take the dash out, and begin ‘max’ in column 3"),
        ("stages:\n  - title: A\n    - questions: B\n", "take the dash out, and begin ‘questions’ in column 5"),
    ],
)
def test_a_dash_among_keys_is_still_taken_out(text: str, hint: str) -> None:
    """Where no list is expected, or the item above has a dash."""
    _, [problem] = parse(f"title: x\n{text}", "way.yaml")
    assert str(problem.hint) == hint


def test_a_number_below_zero_as_a_key_is_no_dash() -> None:
    """`- 1: …` would be no more of a feeling."""
    _, [problem] = parse("feelings:\n  - -1: Nervous\n", "way.yaml")
    assert str(problem.message) == "a number stands in the place of a key"
    assert str(problem.hint) == "for a feeling, write `{score: -1, label: …}`; a text needs quotes"
