"""Figures and tables are numbered within their chapter, in the order of the navigation, before editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbook.handbooks import book_of, codes
from journeybook import checks
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.handbook.hidden_ids import hidden_ids
from journeybook.handbook.structure import structure
from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.markdown.references import MarkdownSettings, find
from journeybook.model.editions import Edition

JOURNEY = """
title: First steps
stages: [{title: Meet, questions: [Why?]}, {title: Plan, questions: [What?]}]
"""
MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))


def figure(name: str) -> str:
    """A picture of that name, with a caption."""
    return f'![Chairs](https://example.org/{name}.png "The {name}"){{: #{name} }}\n\n'


def table(name: str) -> str:
    """A table of that name, with a caption."""
    return f"| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: The {name} {{: #{name} }}\n\n"


FILES = {
    "journeys/first-steps.yaml": JOURNEY,
    "content/index.md": f"# Home\n\n{figure('door')}",
    "content/two/index.md": f"# Two\n\n{figure('a')}{table('b')}",
    "content/two/later.md": f"# Later\n\n{figure('d')}{table('e')}",
    "content/two/first.md": "# First\n\n![](journey:first-steps?name=c)\n\n<!-- for: mentor -->\n\n"
    f"{figure('hidden')}<!-- end for -->\n\n![](journey:first-steps)\n\n",
    "content/two/alone.md": f"# Alone\n\n{figure('unlisted')}",
    "content/one/index.md": f"# One\n\n{table('f')}",
}
NAV: list[Any] = [
    "index.md",
    {"One": ["one/index.md"]},
    {"Two": ["two/index.md", "two/first.md", "two/later.md"]},
]
NUMBERS = {
    "f": "1.1",
    "a": "2.1",
    "b": "2.1",
    "c": "2.2",
    "hidden": "2.3",
    "d": "2.5",
    "e": "2.2",
    "door": "",
    "unlisted": "",
}


def _numbers(book: Handbook) -> dict[str, str]:
    return {name: found.number for (_, name), found in book.named_captions.items()}


def _told(book: Handbook) -> list[str]:
    """The codes, but for that of a block for some: the handbook has no editions."""
    return [code for code in codes(book) if code != "JB425"]


def test_figures_and_tables_count_apart_within_their_chapter(tmp_path: Path) -> None:
    """In the order of the navigation; where a page has no number, neither has what is on it."""
    book = book_of(tmp_path, FILES, nav=NAV, markdown=MarkdownSettings(("toc", "tables", "attr_list")))
    assert _numbers(book) == NUMBERS
    assert [one.number for one in book.captions["two/first.md"]] == ["2.2", "2.3", "2.4"]
    assert _told(book) == []


def test_without_numbers_there_are_none(tmp_path: Path) -> None:
    """`numbers: false` leaves captions and links."""
    book = book_of(tmp_path, FILES, nav=NAV, numbers=False)
    assert set(_numbers(book).values()) == {""} and _numbers(book).keys() == NUMBERS.keys()


def test_an_edition_has_the_numbers_of_the_whole(tmp_path: Path) -> None:
    """What is left out leaves a gap; links to it are soft, and its id is known as hidden."""
    book = edition_of(book_of(tmp_path, FILES, nav=NAV), MENTEE)
    assert _numbers(book) == {name: number for name, number in NUMBERS.items() if name != "hidden"}
    assert [one.number for one in book.captions["two/first.md"]] == ["2.2", "2.4"]
    (link,) = find("[](figure:hidden)")
    found = resolve(book, link)
    assert isinstance(found, Wrong) and found.soft and "hidden" not in str(found.message)
    assert "two/first.md#hidden" in set(hidden_ids(book))


@pytest.mark.parametrize(
    "change",
    [
        {"content/two/first.md": "---\naudience: mentor\n---\n" + FILES["content/two/first.md"]},
        {"journeys/first-steps.yaml": "audience: mentor\n" + JOURNEY.lstrip()},
    ],
    ids=["page", "journey"],
)
def test_pages_and_journeys_of_others_are_left_out(tmp_path: Path, change: dict[str, str]) -> None:
    """Whatever hides a figure, those after it keep their numbers."""
    whole = book_of(tmp_path, FILES | change, nav=NAV)
    left = _numbers(edition_of(whole, MENTEE))
    assert left["d"] == _numbers(whole)["d"] == "2.5" and "c" not in left


def test_another_order_gives_other_numbers(tmp_path: Path) -> None:
    """As where a plugin makes the navigation."""
    book = book_of(tmp_path, FILES, nav=NAV)
    again = book.in_order_of(["two/index.md", "two/later.md", "two/first.md", "one/index.md"])
    assert {name: _numbers(again)[name] for name in "acdf"} == {"a": "1.1", "d": "1.2", "c": "1.3", "f": "2.1"}


def test_drafts_are_not_counted(tmp_path: Path) -> None:
    """A journey that is a draft is not shown."""
    draft = {"journeys/first-steps.yaml": "status: draft\n" + JOURNEY.lstrip()}
    numbers = _numbers(book_of(tmp_path, FILES | draft, nav=NAV))
    assert "c" not in numbers and (numbers["hidden"], numbers["d"]) == ("2.2", "2.3")


def test_what_other_pages_show_is_of_the_structure(tmp_path: Path) -> None:
    """So that `serve` makes them anew where a number or a named caption is another, and else not."""
    structures = [
        structure(book_of(tmp_path / str(place), FILES | change, nav=NAV))
        for place, change in enumerate(
            (
                {},
                {"content/two/later.md": FILES["content/two/later.md"].replace("# Later", "# Later\n\nMore words.")},
                {"content/two/later.md": FILES["content/two/later.md"].replace("The d", "The other d")},
                {"content/two/index.md": FILES["content/two/index.md"] + figure("new")},
            )
        )
    ]
    assert structures[0] == structures[1]
    assert structures[0] != structures[2] and structures[0] != structures[3]


@pytest.mark.parametrize(
    ("caption", "is_told"),
    [("Figure 2: Chairs", True), ("Fig. 2.1 – Chairs", True), ("Abb. 3: Chairs", True), ("Figures of 2026", False),
     ("Table 4 by the window", False)],
)  # fmt: skip
def test_a_number_of_the_author_is_told(tmp_path: Path, caption: str, is_told: bool) -> None:
    """Readers would see two."""
    page = f'# One\n\n![Chairs](https://example.org/a.png "{caption}")\n'
    assert (codes(book_of(tmp_path, {"content/one/index.md": page})) == ["JB481"]) is is_told


def test_a_name_in_yaml_is_told(tmp_path: Path) -> None:
    """A figure there is on a page without a number, or on several."""
    journey = JOURNEY + "description: |\n  Text.\n\n  ![](journey:first-steps?name=x)\n"
    assert codes(book_of(tmp_path, {"journeys/first-steps.yaml": journey})) == ["JB301"]


def test_links_lead_to_them(tmp_path: Path) -> None:
    """From chapters and from YAML, by kind and name."""
    book = book_of(tmp_path, FILES, nav=NAV)
    found = [resolve(book, link) for link in find("[](figure:a) [](table:b) [x](figure:c)")]
    assert [isinstance(one, Target) and one.captioned and one.captioned.path for one in found] == [
        "two/index.md", "two/index.md", "two/first.md",
    ]  # fmt: skip


def test_snippets_bring_some_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They count where they are taken in; with a name, on one page alone."""
    monkeypatch.chdir(tmp_path)
    markdown = MarkdownSettings(("toc", "tables", "attr_list", "pymdownx.snippets"))
    taken = {
        "more.txt": figure("taken"),
        "content/one/index.md": f'# One\n\n{figure("x")}\n--8<-- "more.txt"\n\n{figure("y")}',
    }
    book = book_of(tmp_path, FILES | taken, nav=NAV, markdown=markdown)
    numbers = _numbers(book)
    assert (numbers["x"], numbers["taken"], numbers["y"]) == ("1.1", "1.2", "1.3")
    twice = taken | {"content/two/alone.md": '# Alone\n\n--8<-- "more.txt"\n'}
    assert _told(book_of(tmp_path, FILES | twice, nav=NAV, markdown=markdown)) == ["JB333"]


@pytest.mark.parametrize(
    ("caption", "hint"),
    [
        ("The *room*", "write `room`"),
        ("**Figure**: a room", "write `Figure`"),
        ("By [Anna](https://example.org/a)", "write `Anna`, and a link into the text below the picture"),
        ("As in [](figure:hall)", "write it into the text below the picture"),
        ("The key `Ctrl`", "write `Ctrl`"),
        ("Some * chairs, *names changed", None),
        ("A room [2] (in winter), 5 * 3 m * 2 m", None),
        ("snake_case_names and __init__", None),
    ],
)
def test_markdown_in_the_caption_of_a_picture_is_told(tmp_path: Path, caption: str, hint: str | None) -> None:
    """Readers would see the signs; the caption of a table has it."""
    text = f'# Rooms\n\n![Chairs](https://example.org/a.jpg "{caption}")\n\n| A |\n|---|\n| 1 |\n\nTable: *Rooms*\n'
    found = [one for one in checks.run(book_of(tmp_path, {"content/rooms/index.md": text})) if one.code == "JB444"]
    assert [(one.line, str(one.hint)) for one in found] == ([(3, hint)] if hint else [])
