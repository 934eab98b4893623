"""Problems as text, JSON and GitHub annotations."""

from __future__ import annotations

import ast
import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeybook
from journeybook.problems import Problem, report, say
from journeybook.problems.forms import github
from journeybook.problems.forms import json as json_form
from journeybook.problems.nearest import nearest

PACKAGE = Path(journeybook.__file__).parent


def _problem(line: str, column: int, message: str = "this is wrong", hint: str | None = None) -> Problem:
    said = say("{message}", message=message)
    return Problem("a.yaml", 3, column, "JB203", said, say("{hint}", hint=hint) if hint else None, (), line)


def test_a_long_line_is_cut_around_the_place() -> None:
    """Of a line of 300 characters a hundred are shown, and the caret stands below the right one."""
    line = "a" * 200 + "X" + "b" * 99
    shown, caret = report.excerpt(_problem(line, 201))
    assert len(shown) <= 100
    assert shown[caret.index("^")] == "X"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=300), st.data())
def test_the_caret_is_below_the_character_of_the_column(line: str, data: st.DataObject) -> None:
    """Wherever the column is, the caret is below that character, or right behind the end of the line."""
    column = data.draw(st.integers(1, len(line) + 1))
    shown, caret = report.excerpt(_problem(line, column))
    rest = line.rstrip()
    if column <= len(rest):
        assert shown[caret.index("^")] == rest[column - 1]
    else:
        assert caret.index("^") <= len(shown) + 1


@pytest.mark.parametrize(("line", "column", "cells"), [("顧客: x", 5, 6), ("e\u0301: x", 5, 3), ("\tx", 2, 1)])
def test_the_caret_counts_cells_of_a_terminal(line: str, column: int, cells: int) -> None:
    """Han characters take two cells, an accent of its own none, and a tab one as it is shown as a blank."""
    assert report.excerpt(_problem(line, column))[1] == " " * cells + "^"


def test_nothing_of_a_file_can_move_the_cursor_or_colour_the_terminal() -> None:
    """Control characters and direction marks of a source line are shown as �."""
    shown = report.plain(_problem("a\x1b[31m\x07\u202eb\x00", 2))
    assert "a�[31m���b�" not in shown
    assert shown.splitlines()[1] == "    a�[31m��b�"


def test_json_is_a_list_of_plain_objects() -> None:
    """Every field is there, letters are not escaped, and an empty list stays a list."""
    (row,) = json.loads(json_form.written([_problem("x", 1, "‘é’", "write ü")]))
    assert row == {
        "code": "JB203", "severity": "error", "file": "a.yaml", "line": 3, "column": 1, "path": [],
        "message": "‘é’", "hint": "write ü",
    }  # fmt: skip
    assert "é" in json_form.written([_problem("x", 1, "‘é’")])
    assert json.loads(json_form.written([])) == []


def test_an_annotation_is_one_line_whatever_an_author_wrote() -> None:
    """Line breaks and per cent signs are escaped; colons and commas only where GitHub reads them as separators."""
    (line,) = github.written([_problem("x", 1, "a\nb: 5%, c", "write d")]).splitlines()
    assert line == "::error file=a.yaml,line=3,col=1,title=JB203::a%0Ab: 5%25, c. Write d."
    odd = Problem("a, b: 5%.yaml", 0, 0, "JB306", say("x"))
    assert github.written([odd]) == "::error file=a%2C b%3A 5%25.yaml,title=JB306::x"


def test_errors_and_advice_are_counted_apart() -> None:
    """One error, several errors, and pieces of advice where there are any."""
    error, advice = _problem("x", 1), Problem("a", 1, 1, "JB401", say("x"))
    assert report.count([error]) == "1 error"
    assert report.count([]) == "0 errors"
    assert report.count([error, error, advice]) == "2 errors, 1 piece of advice"
    assert report.count([advice, advice]) == "0 errors, 2 pieces of advice"


def _sentences() -> list[tuple[str, str, set[str]]]:
    """Every call of say() and fail() with a literal: its place, its texts, and the names that it gives."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "fail"):
                names = {keyword.arg for keyword in node.keywords if keyword.arg}
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                found += [(f"{path.name}:{node.lineno}", text, names) for text in texts]
    return found


@pytest.mark.parametrize(("place", "text", "names"), _sentences(), ids=[place for place, *_ in _sentences()])
def test_every_sentence_can_be_said(place: str, text: str, names: set[str]) -> None:
    """The names in braces of each sentence are given where it is said, so that telling a mistake never fails."""
    used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    assert used <= names | {"count", "number"}, place


@pytest.mark.parametrize(
    ("word", "words", "meant"),
    [
        ("vision-mpa", ["vision-map", "life-timeline"], "vision-map"),
        ("Vision-Map", ["vision-map"], "vision-map"),
        ("titel", ["title", "tags"], "title"),
        ("zzz", ["title", "tags"], None),
        ("", ["title"], None),
        ("x", [], None),
        ("time", ["title", "tags"], None),
        ("shape", ["space"], None),
        ("second-monday", ["first-monday"], None),
        ("day-3", ["day-2", "day-1"], None),
        ("vision", ["vision-map", "letter"], "vision-map"),
        ("learning_objectives", ["objectives", "title"], "objectives"),
        ("monday", ["first-monday", "last-monday"], None),
        ("questoin", ["questions", "title"], "questions"),
    ],
)
def test_the_nearest_word_is_near_or_none(word: str, words: list[str], meant: str | None) -> None:
    """A near miss has its word, case aside; what is far from everything has none."""
    assert nearest(word, words) == meant
