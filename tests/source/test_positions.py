"""A path into the data leads to the line and the column where an author reads the value."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.problems import Path, say
from journeybook.source import Document
from journeybook.source.read import parse

pytestmark = pytest.mark.slow

_keys = st.sampled_from(["title", "stages", "a", "mit ü", "日本", "x y", "no", "12", "🙂"])
_endings = st.text("ab :#-'\"\\[]{},é日🙂\n", max_size=20)
_trees = st.recursive(
    _endings,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, min_size=1, max_size=3),
    max_leaves=12,
)
_data = st.dictionaries(_keys, _trees, min_size=1, max_size=4)
_styles = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "indent": st.integers(2, 6),
        "width": st.sampled_from([20, 80, 1000]),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
        "allow_unicode": st.booleans(),
    }
)


def _marked(data: Any, numbers: count[int]) -> Any:
    """The same tree, each text begun with a word that no other one has."""
    if isinstance(data, dict):
        return {key: _marked(value, numbers) for key, value in data.items()}
    if isinstance(data, list):
        return [_marked(value, numbers) for value in data]
    return f"w{next(numbers)}w{data}"


def _leaves(data: Any, path: Path = ()) -> list[tuple[Path, str]]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in _leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for place, value in enumerate(data) for leaf in _leaves(value, (*path, place))]
    return [(path, data)]


def _document(text: str) -> Document:
    document, problems = parse(text, "a.yaml")
    assert document is not None, [str(problem.message) for problem in problems]
    return document


@settings(max_examples=examples(150), deadline=None)
@given(_data, _styles)
def test_each_place_is_where_its_value_stands(tree: dict[str, Any], style: dict[str, Any]) -> None:
    """In block, flow and every quoting style, the place of a path is where the text of that path begins."""
    data = _marked(tree, count())
    text = yaml.safe_dump(data, sort_keys=False, **style)
    document = _document(text)
    lines = text.split(style["line_break"])
    for path, value in _leaves(data):
        problem = document.problem("JB203", say("here"), path=path)
        rest = "\n".join([lines[problem.line - 1][problem.column - 1 :], *lines[problem.line :]])
        word = re.escape(value[: value.index("w", 1) + 1])
        assert re.match(rf"""["']?{word}|[|>][-+0-9]*\n\s*{word}""", rest), (path, rest[:40])
        assert problem.source_line == lines[problem.line - 1]


@settings(max_examples=200, deadline=None)
@given(_data, _styles)
def test_what_was_written_is_what_is_read(tree: dict[str, Any], style: dict[str, Any]) -> None:
    """In every style, the data is what PyYAML's other parser reads (not what was dumped: PyYAML folds some wrongly)."""
    text = yaml.safe_dump(_marked(tree, count()), sort_keys=False, **style)
    assert _document(text).data == yaml.load(text, Loader=yaml.BaseLoader)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30))
def test_every_plain_scalar_is_its_own_text(word: str) -> None:
    """What YAML takes as one unquoted scalar arrives as that text, whatever it looks like."""
    text = f"title: {word}"
    try:
        expected = yaml.load(text, Loader=yaml.BaseLoader)["title"]
    except (yaml.YAMLError, TypeError, KeyError):
        return
    document, _ = parse(text, "a.yaml")
    if document is not None and isinstance(expected, str) and "#" not in word:
        assert document.data.get("title", "") == ("" if expected in ("~", "null") else expected)


def test_numbers_dates_and_booleans_stay_text() -> None:
    """Nothing that YAML 1.1 would turn into a number, a date or a boolean is touched; only nothing is nothing."""
    words = [
        "no",
        "on",
        "Yes",
        "y",
        "true",
        "012",
        "0x10",
        "1e3",
        "1_000",
        "1:30",
        "2024",
        "2024-01-01",
        ".inf",
        "=",
        "-1",
    ]
    text = "".join(f"k{place}: {word}\n" for place, word in enumerate(words)) + "e1:\ne2: ~\ne3: null\ne4: ''\n"
    assert list(_document(text).data.values()) == [*words, ""]


def test_a_path_into_a_short_form_stops_where_the_short_form_stands() -> None:
    """Where one text stands for a list, an item or both, longer paths lead to that text, and never beyond it."""
    document = _document("title: x\nstages:\n  - Meet\nquestions: Why?\n")
    for path, place in (
        (("stages", 0, "title"), (3, 5)),
        (("questions", 0, "text"), (4, 12)),
        (("questions", 7), (4, 12)),
        (("stages", 7), (3, 3)),
        (("gone", "deeper"), (1, 1)),
        ((), (1, 1)),
    ):
        problem = document.problem("JB203", say("here"), path=path)
        assert (problem.line, problem.column) == place, path


def test_a_text_inside_a_text_is_found_where_it_stands_or_at_its_beginning() -> None:
    """problem_in() points into block texts, counts earlier places of the same words, and falls back to the start."""
    document = _document('a: |\n  x one\n  y one\nb: "\\u006fne"\nc: x one\n')
    for path, skip, place in ((("a",), 0, (2, 5)), (("a",), 1, (3, 5)), (("b",), 0, (4, 4)), (("c",), 0, (5, 6))):
        problem = document.problem_in("JB301", say("here"), None, path=path, needle="one", skip=skip)
        assert (problem.line, problem.column) == place, (path, skip)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["x", "", "# c", "'y: z'"]), max_size=6), st.sampled_from(["\n", "\r\n", "\r", "\x85"]))
def test_lines_are_counted_as_the_parser_counts_them(before: list[str], end: str) -> None:
    """A key's line is the same to the parser and to the line that is shown, for every kind of line break."""
    text = end.join([*(f"k{n}: {line}" for n, line in enumerate(before)), "last: here"])
    problem = _document(text).problem("JB203", say("here"), path=("last",))
    assert problem.source_line == "last: here"
    assert problem.line == len(before) + 1


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title:\u200b A talk\n", "delete it"),
        ("title:\u200bA talk\nsummary: B\n", "delete it and press the space bar"),
    ],
)
def test_a_character_of_no_width_is_told_as_one(text: str, hint: str) -> None:
    """Nobody replaces it by a space, unless a space has to stand there."""
    _, problems = parse(text, "a.yaml")
    assert [("U+200B" in str(problem.message), str(problem.hint)) for problem in problems] == [(True, hint)]


def test_a_separator_of_lines_is_told_as_one() -> None:
    """YAML sees a line that has no colon, and no editor shows that line."""
    _, (problem,) = parse("title: A walk\nsummary: We walk\u2028and talk.\n", "a.yaml")
    assert (problem.code, problem.line, problem.column) == ("JB104", 2, 17)
    assert "U+2028" in str(problem.message)
