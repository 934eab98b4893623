"""Text right below a list, a note or a table, which seems to be one of its own; and tables in pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import DEFAULT, MarkdownSettings

MARKDOWN = MarkdownSettings((*DEFAULT.extensions, "tables", "footnotes"))
TABLE = "| A | B |\n|---|---|\n| a | b |\n"
EMPTY = "leave the line above this empty"


def told(folder: Path, text: str) -> list[tuple[int, str]]:
    """Line and remedy of each sign on a page that begins on line 3."""
    book = book_of(folder, {"content/index.md": f"# Welcome\n\n{text}\n"}, markdown=MARKDOWN)
    return [(one.line, str(one.hint)) for one in checks.run(book) if one.code == "JB444"]


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("1. Breathe.\n2. Count.\nAfter that you may talk.", 5, f"{EMPTY}; what belongs to the item begins further in"),
        (
            "- Water\n- Paper\n[The talk](https://example.org) begins.",
            5,
            f"{EMPTY}; what belongs to the item begins further in",
        ),
        ("See[^9].\n\n[^9]: Keep it.\nThen sit down.", 6, EMPTY),
        (f"{TABLE}### After it\nText.", 6, EMPTY),
        (f"{TABLE}| C | D |\n|---|---|\n| c | d |", 6, EMPTY),
        (f"{TABLE}|---|---|\n| c | d |", 6, "take the line out"),
        ("| A | B |\n\n|---|---|\n\n| a | b |", 5, "take the empty lines between its rows out"),
    ],
)
def test_what_stands_right_below_is_told(tmp_path: Path, text: str, line: int, hint: str) -> None:
    """Once, and nothing more where the remedy is followed."""
    assert told(tmp_path, text) == [(line, hint)]
    lines = f"# Welcome\n\n{text}".split("\n")
    if hint.startswith(EMPTY):
        lines.insert(line - 1, "")
    elif "line out" in hint:
        del lines[line - 1]
    else:
        lines = ["# Welcome", "", *(one for one in lines[2:] if one)]
    assert told(tmp_path, "\n".join(lines[2:])) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Breathe.\nThen count.\n2. Go.",
        "1. Breathe.\n2. Count.\nThen go on.\n3. Go.",
        "- Breathe slowly, for as long as you can, and then a little longer.\n- Count to ten, and to twenty after that,"
        " without any hurry.\nThen go.",
        "- Breathe.\nThen go.",
        "See[^9].\n\n[^9]: Keep it\nas it is.",
        "See[^9][^8].\n\n[^9]: Keep it.\n[^8]: Keep it as well.",
        "See[^9].\n\n[^9]: The book says so, and the other one does as well.\nMore of it follows.",
        f"{TABLE}| - | - |\n| c | d |",
        f"{TABLE}\n| C | D |\n|---|---|\n| c | d |",
    ],
)
def test_what_goes_on_is_left_alone(tmp_path: Path, text: str) -> None:
    """A sentence of an item with others below it, a long line that goes on, dots in a table."""
    assert told(tmp_path, text) == []
