"""Brackets that are open where the parser stops, lines below: the place is theirs, and what to write is right."""

from __future__ import annotations

import pytest

from journeybook.source.read import parse

AFTER = (
    "stages:\n  - title: One\n",
    "source:\n  title: A\n",
    "actors: [A, B]\nstages: [One]\n",
    "summary: 'A'\n",
    "",
)
NOTE = "what follows # is a note that nobody reads, and so are the brackets behind it"


@pytest.mark.parametrize("after", AFTER)
@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("tags: [#year]", 8, 'write `year`, or with the sign in quotes: "#year"'),
        ("tags: [#year", 8, 'write `year`, or with the sign in quotes: "#year"'),
        (
            "tags: [#year, #talk]",
            8,
            'for a list of words, write `[year, talk]`; a text needs quotes: "#year, #talk"',
        ),
        ("tags: [a, #year]", 11, 'write `[a, year]`, or with the sign in quotes: `[a, "#year"]`'),
        ("materials: [Pens, Sheet # 2]", 25, 'put the whole text in quotes: "Sheet # 2"'),
        ("materials: ['A #1', #b]", 21, 'write `b`, or with the sign in quotes: "#b"'),
        ("source: {title: Book #1, url: x}", 22, 'put the whole text in quotes: "Book #1"'),
        ("source: {title: #1}", 17, 'put the whole text in quotes: "#1"'),
    ],
)
def test_a_note_that_cuts_brackets_is_told_where_it_stands(line: str, column: int, hint: str, after: str) -> None:
    """Whatever stands below: a list, keys, brackets that close, or nothing."""
    _, [problem] = parse(f"title: Tiny\n{line}\n{after}", "tiny.yaml")
    assert (problem.line, problem.column, str(problem.message), str(problem.hint)) == (2, column, NOTE, hint)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("tags: [one, two,\nstages:\n  - title: One\n", 1, 7, "‘[’ is opened here and not closed"),
        ("tags: [\nstages:\n  - title: One\n", 1, 7, "‘[’ is opened here and not closed"),
        ("source: {title: A,\ntags:\n  - one\n", 1, 9, "‘{’ is opened here and not closed"),
        ("tags: [\n  - one\n  - two\n]\n", 1, 7, "a list with dashes has no brackets around it"),
        ("tags: [one, - two]\n", 1, 13, "an item between brackets has no dash"),
    ],
)
def test_a_dash_is_not_put_in_quotes_where_brackets_are_open(text: str, line: int, column: int, message: str) -> None:
    """A list below would be one text, quotes and all."""
    _, [problem] = parse(text, "tiny.yaml")
    assert (problem.line, problem.column, str(problem.message)) == (line, column, message)


@pytest.mark.parametrize(
    "text",
    [
        "tags: [one, # the first\n  two]\n",
        "tags: [one, two] # [three]\n",
        "tags: ['#one', two#]\n",
        "source: {title: A} # {\nstages:\n  - one\n",
    ],
)
def test_a_note_behind_or_between_items_is_right(text: str) -> None:
    """Where it cuts nothing."""
    assert not parse(text, "tiny.yaml")[1]


def test_a_note_with_both_brackets_is_not_what_leaves_others_open() -> None:
    """Here the closing one is missing, and the note is right."""
    _, [problem] = parse("tags: [one, two # [a note]\nstages:\n  - one\n", "tiny.yaml")
    assert str(problem.message) == "the list in brackets is not closed"
    assert str(problem.hint) == "write `[one, two]`"
