"""The page of reviews: what is on it, in which order, and who gets it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.assembly import build
from journeybook.handbook.editions import edition_of
from journeybook.handbook.reviews import has_reviews
from journeybook.language.words import Words
from journeybook.model.editions import Edition
from journeybook.pages.kinds.reviews import Freshness, freshness
from journeybook.pages.site import Site

KEPT = "title: Talk\nowner: Coordinator\nreviewed_on: 2026-01-02\nreview_by: 2026-12-01\n"
HOME = {"content/index.md": "# Home\n"}
TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("field", ["owner: A", "reviewed_on: 2026-01-02", "review_by: 2027-01-02"])
def test_it_is_there_with_the_first_that_tells(tmp_path: Path, field: str) -> None:
    """Of whatever kind."""
    assert has_reviews(book_of(tmp_path, {**HOME, "toolkit/talk.yaml": f"title: Talk\n{field}\n"}))


@pytest.mark.parametrize(
    "files",
    [
        {"toolkit/talk.yaml": "title: Talk\n"},
        {"toolkit/talk.yaml": KEPT, "content/reviews/index.md": "# Reviews of a pair\n"},
        {"toolkit/talk.yaml": KEPT, "content/reviews/how.md": "# How a pair looks back\n"},
        {"toolkit/talk.yaml": KEPT, "content/reviews.md": "# Reviews of a pair\n"},
    ],
)
def test_it_is_not_where_nothing_tells_or_a_chapter_stands(tmp_path: Path, files: dict[str, str]) -> None:
    """A mentoring programme may well have a chapter of reviews, which stays as it is."""
    assert not has_reviews(book_of(tmp_path, {**HOME, **files}))


@pytest.mark.parametrize(
    ("audience", "has"),
    [(None, True), (["coordinator"], True), (["mentor", "coordinator"], True), (["mentee", "public"], False)],
)
def test_only_editions_of_the_coordinator_have_it(tmp_path: Path, audience: list[str] | None, *, has: bool) -> None:
    """Owners and days are the coordinator's."""
    book = book_of(tmp_path, {**HOME, "toolkit/talk.yaml": KEPT})
    edition = Edition("some", "For some", frozenset(audience) if audience else None)
    assert has_reviews(edition_of(book, edition)) is has


def test_a_hidden_chapter_of_that_name_keeps_the_address(tmp_path: Path) -> None:
    """The coordinator's edition lacks the mentors' chapter, and has no page of ours in its place."""
    hidden = "---\naudience: mentor\n---\n# Reviews\n"
    book = book_of(tmp_path, {**HOME, "toolkit/talk.yaml": KEPT, "content/reviews/index.md": hidden})
    assert not has_reviews(edition_of(book, Edition("some", "For some", frozenset(["coordinator"]))))


@pytest.mark.parametrize(
    ("days", "state"),
    [(-1, Freshness.OVERDUE), (0, Freshness.SOON), (30, Freshness.SOON), (31, Freshness.LATER), (None, None)],
)
def test_the_day_decides(days: int | None, state: Freshness | None) -> None:
    """On the day itself there is still time."""
    due = None if days is None else TODAY + dt.timedelta(days=days)
    assert freshness(due, TODAY) is state


FILES = {
    **HOME,
    "toolkit/talk.yaml": KEPT,
    "toolkit/walk.yaml": "title: Walk\nowner: coordinator\nreview_by: 2026-10-01\n",
    "toolkit/old.yaml": "title: Old\nowner: Coordinator\nstatus: retired\nreview_by: 2025-10-01\n",
    "toolkit/rest.yaml": "title: Rest\n",
    "journeys/way.yaml": "title: A way\nowner: Ada\nreviewed_on: 2026-11-01\nstages: [{title: A}, {title: B}]\n",
}


def _page(folder: Path, path: str, *, drafts: bool) -> str:
    site = Site(book_of(folder, FILES, drafts=drafts), Words("en"))
    page = build.page_of(site, path)
    assert page is not None
    return page.fills.fill(page.markdown)


def test_each_keeper_has_what_is_due_first(tmp_path: Path) -> None:
    """Names that differ in capitals are one; nobody comes last, and what is retired is not there."""
    page = _page(tmp_path, "reviews/index.md", drafts=False)
    assert re.findall(r"^## (.*?) \{|<tr.*\n<td><a href=[^>]*>(.*?)</a>", page, re.M) == [
        ("Ada", ""), ("", "A way"), ("Coordinator", ""), ("", "Walk"), ("", "Talk"), ("Nobody yet", ""), ("", "Rest"),
    ]  # fmt: skip


def test_the_reader_decides_on_the_web_and_the_build_where_authors_look(tmp_path: Path) -> None:
    """So that the same bytes are right every day."""
    page = _page(tmp_path, "reviews/index.md", drafts=False)
    assert 'data-jb-app="reviews" data-jb-soon="30"' in page and 'data-jb-state="overdue"' not in page
    assert re.findall(r'data-jb-count="(\w+)">(.*?)<', page) == [("overdue", ""), ("soon", ""), ("never", "2")]
    page = _page(tmp_path, "reviews/index.md", drafts=True)
    assert "data-jb-app" not in page and '<td data-label="State" data-jb-state="overdue">Overdue</td>' in page
    assert re.findall(r'data-jb-count="(\w+)">(.*?)<', page) == [("overdue", "1"), ("soon", "1"), ("never", "2")]


@pytest.mark.parametrize(("id", "is_due"), [("walk", True), ("talk", False), ("old", False), ("rest", False)])
def test_a_page_past_its_day_says_so(tmp_path: Path, id: str, *, is_due: bool) -> None:
    """Where authors look, from the day of the build; else a script shows what is hidden."""
    said = "This was to be reviewed by"
    assert (said in _page(tmp_path, f"toolkit/{id}/index.md", drafts=True)) is is_due
    page = _page(tmp_path, f"toolkit/{id}/index.md", drafts=False)
    assert page.count('<p class="jb-flag" data-jb-app="due"') == (id in ("walk", "talk"))
    assert (said in page) is (id in ("walk", "talk"))
