"""Lists of fields as they are typed in YAML, and what is odd about a list."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.markdown.fields import render
from journeybook.markdown.lists import Odd, odd_lines


def _shape(text: str) -> str:
    """The lists of a field, without paragraphs and line ends."""
    return re.sub(r"\s*</?p>\s*|\n", "", render(text))


NESTED = "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  - b\n  - c\n- d",
        "- a\n   - b\n   - c\n- d",
        "- a\n    - b\n    - c\n- d",
        "- a\n\n  - b\n  - c\n\n- d",
        "- a\n\n  - b\n  - c\n- d",
        "  - a\n    - b\n    - c\n  - d",
        "- a\n\t- b\n\t- c\n- d",
    ],
)
def test_a_list_in_a_list_is_one_however_far_it_is_further_in(text: str) -> None:
    """By two blanks as in YAML, three as in other Markdown, four or a tab as in Python-Markdown."""
    assert _shape(text) == NESTED


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("1. a\n   - x\n     - y\n2. b", "<ol><li>a<ul><li>x<ul><li>y</li></ul></li></ul></li><li>b</li></ol>"),
        ("1. a\n\n   more\n   of it\n2. b", "<ol><li>amoreof it</li><li>b</li></ol>"),
        ("- a\n\n  more:\n  - b\n  - c\n- d", "<ul><li>amore:<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
        ("- a\n\n        x = 1\n- b", "<ul><li>a<pre><code>x = 1</code></pre></li><li>b</li></ul>"),
        ("1. a:\n* x\n* y\n2. b", "<ol><li>a:<ul><li>x</li><li>y</li></ul></li><li>b</li></ol>"),
        ("1. a:\n- x\n- y\n\n2. b", "<ol><li>a:<ul><li>x</li><li>y</li></ul></li><li>b</li></ol>"),
        ("- a:\n1. x\n2. y\n- b", "<ul><li>a:<ol><li>x</li><li>y</li></ol></li><li>b</li></ul>"),
        (
            "1. a\n   goes on:\n- x\n  goes on\n- y",
            "<ol><li>a   goes on:<ul><li>x  goes on</li><li>y</li></ul></li></ol>",
        ),
        ("1. a\n2. b\n\n- x\n- y", "<ol><li>a</li><li>b</li></ol><ul><li>x</li><li>y</li></ul>"),
        (
            "- a:\n  1. x\n  - y\n  2. z\n- b",
            "<ul><li>a:<ol><li>x<ul><li>y</li></ul></li><li>z</li></ol></li><li>b</li></ul>",
        ),
        ("Take:\n- a\n- b", "Take:<ul><li>a</li><li>b</li></ul>"),
        ("Take:\n- a", "Take:<ul><li>a</li></ul>"),
        ("On the day\n4. a\n5. b", 'On the day<ol start="4"><li>a</li><li>b</li></ol>'),
        ("Take\n1. a\n2. b", "Take<ol><li>a</li><li>b</li></ol>"),
        ("- a\n  goes on\n- b\n\nAfter.", "<ul><li>a  goes on</li><li>b</li></ul>After."),
    ],
)
def test_what_belongs_to_an_item_is_in_it(text: str, shape: str) -> None:
    """Paragraphs, lists below them, code; and a list needs no empty line above it."""
    assert _shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        "They met in the year\n1984. It was cold.",
        "They met in the years\n1984. It was cold.\n1985. It was warm.",
        "The first of May is\n1. Mai in German.",
        "One thing\n- and only one - stays.",
        "Term\n:   What it means\n\n    - x\n    - y",
        "a\n\n    - code\n      - code",
        "* * *",
        "- a\n- b\n- c",
        "3. a\n4. b",
    ],
)
def test_what_is_right_without_us_stays_as_it_is(text: str) -> None:
    """Years, dashes in a text, terms, code, rules and lists without levels."""
    import markdown

    usual = markdown.markdown(text, extensions=["tables", "fenced_code", "sane_lists", "def_list"])
    assert render(text) == usual.replace("<hr />", "<hr>")


@given(st.lists(st.sampled_from(["- a", "  - b", "   b", "", "1. c", "    - d", "x:", "        y", "# h", "> q", "|"])))
@settings(max_examples=examples(100))
def test_every_line_of_a_list_comes_out(lines: list[str]) -> None:
    """Whatever is further in than what, no letter is lost."""
    shown = re.sub(r"<[^>]*>", "", render("\n".join(lines)))
    assert sorted(re.findall("[a-dhxyq]", shown)) == sorted(re.findall("[a-dhxyq]", " ".join(lines)))


def test_very_deep_lists_are_rendered() -> None:
    """Thirty levels are more than anybody reads; further ones do no harm."""
    assert render("\n".join(f"{'  ' * level}- {level}" for level in range(120))).count("<li>") == 120


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Take\n- a\n- b", [(1, Odd.BELOW_TEXT)]),
        ("Take\n- a", [(1, Odd.ALONE)]),
        ("- a\n  - b\n- c", [(1, Odd.LEVEL)]),
        ("1. a\n\n   b\n2. c", [(2, Odd.LEVEL)]),
        ("1. a\n\nb\n\n2. c", [(4, Odd.NUMBER)]),
        ("- a\nThen go.", [(1, Odd.DRAWN_IN)]),
        ("- a long item that somebody has broken where it is as long\nAs a line can be.", []),
        ("- a\n    - b\n\n    more\n- c", []),
        ("10. a\n11. b", [(0, Odd.NUMBER)]),
    ],
)
def test_what_is_odd_about_a_list_is_found(text: str, odd: list[tuple[int, Odd]]) -> None:
    """With the number of its line."""
    assert [(one.line, one.odd) for one in odd_lines(text.split("\n"))] == odd
