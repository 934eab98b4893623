"""What the guide says of colours of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.guide import PAGES, codes, fences, rows, section
from journeybook.palette import Palette
from journeybook.palette.scheme import SHAPE, TEXT
from small import journeybook, write

SECTION = section("publishing.md", "Your own colours")


def test_every_colour_is_told() -> None:
    """The table has every key of a palette, and no other."""
    told = [code for row in rows(SECTION) for code in codes(row[0])]
    assert sorted(told) == sorted(Palette.model_fields)


def test_the_contrasts_are_told() -> None:
    """The text names what is needed."""
    assert f"**{TEXT}:1**" in SECTION and f"{SHAPE:g}:1" in SECTION


@pytest.mark.slow
def test_the_example_is_right_and_the_answer_is_word_for_word(tmp_path: Path) -> None:
    """The example has no problem, and with the accent that the answer quotes it gets that answer."""
    example, answer = fences({"publishing.md": SECTION})[:2]
    assert (example.language, answer.language) == ("yaml", "text")
    for name, accent in (("right", "#0b5cab"), ("wrong", "#e8590c")):
        folder = write(tmp_path / name, {"docs/index.md": "# Start\n"})
        text = example.text.replace('accent: "#0b5cab"', f'accent: "{accent}"')
        write(folder, {"mkdocs.yml": text})
        result = journeybook(folder, "check")
        expected = f"{answer.text}\n1 error\n" if name == "wrong" else "No problems found.\n"
        assert result.stdout == expected, result.stderr


def test_the_problem_leads_here() -> None:
    """The code's row links to the section."""
    (row,) = [row for row in rows(PAGES["problems.md"]) if row[0] == "JB207"]
    assert "publishing.md#your-own-colours" in row[1]
