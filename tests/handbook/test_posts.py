"""Front matter that a blog or the tags cannot read is told in every reading, and none that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.handbook.settings import Blog

BLOG = Blog("blog/posts/", "blog/.authors.yml", frozenset({"anne"}))


def told(folder: Path, front: str, blog: Blog = BLOG, path: str = "blog/posts/one.md") -> list[tuple[int, str]]:
    """The line and the hint of each such problem of a page."""
    text = f"---\n{front}\n---\n\n# One\n" if front else "# One\n"
    book = book_of(folder, {f"content/{path}": text}, blogs=(blog,), tag_keys=("tags",))
    return [(one.line, str(one.hint)) for one in checks.run(book) if one.code == "JB332"]


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("1.11.2026", "2026-11-01"),
        ("13/11/2026", "2026-11-13"),
        ("2026-1-5", "2026-01-05"),
        ("2026/11/05", "2026-11-05"),
        ("'2026-11-05'", "2026-11-05"),
        ("3 June 2026", "2026-06-03"),
        ("today", "2026-11-22"),
    ],
)
def test_a_date_is_told_as_it_should_be_written(tmp_path: Path, date: str, meant: str) -> None:
    """The day of the check is the example where nothing can be guessed."""
    assert told(tmp_path, f"date: {date}") == [(2, f"write `date: {meant}`, without quotation marks")]


def test_a_date_that_can_be_two_is_told_with_both(tmp_path: Path) -> None:
    """Where the day and the month could be each other, neither is guessed."""
    hint = "write `date: 2026-02-01` or `date: 2026-01-02`, whichever is meant"
    assert told(tmp_path, "date: 01/02/2026") == [(2, hint)]


def test_a_post_without_a_date_is_told(tmp_path: Path) -> None:
    """But where another file may give it one."""
    for front in ("", "title: One"):
        assert [line for line, _ in told(tmp_path, front)] == [1]
        assert told(tmp_path, front, Blog("blog/posts/", "a.yml", None, inherits=True)) == []
        assert told(tmp_path / "index", front, path="blog/index.md") == []


@pytest.mark.parametrize(
    "front",
    [
        "date: 2026-11-05\ntags: [trust, 2026, 1.5, yes]\ncategories:\nauthors: [anne]\npin: true",
        "date: 2026-11-05 10:00:00\ndraft: no",
        "date:\n  created: 2026-11-05",
        "date: 2026-11-05\ntags:",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, front: str) -> None:
    """As Material reads it."""
    assert told(tmp_path, front) == []


def test_pages_need_less(tmp_path: Path) -> None:
    """A page that is no post may say what it likes, with a tab, and a date in words; not one that no calendar has."""
    assert told(tmp_path, "date:\t1.11.2026\ncategories: News\nauthors: Anne", path="guide.md") == []
    wrong = told(tmp_path / "wrong", "title: A\ndate: 2026-02-30", path="guide.md")
    assert wrong == [(3, "write the day that is meant")]
