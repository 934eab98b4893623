"""What each role finds on its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.assembly.build import build
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.language.words import Words
from journeybook.model.editions import Edition
from journeybook.pages.site import Site

STAGES = "stages: [{title: One, activities: [a, b, c]}, {title: Two, questions: Why?}]\n"
FILES = {
    "content/index.md": "---\naudience: mentor\n---\n# Home\n",
    "content/about.md": "---\naudience: [mentor, mentee]\n---\n# About us\n",
    "content/guide/index.md": "---\naudience: [mentor, mentee]\n---\n# The guide\n",
    "content/guide/one.md": "---\naudience: mentor\ndescription: Said.\n---\n# One & two\n",
    "content/guide/two.md": "# Two\n",
    "content/open/index.md": "# For all\n",
    "content/open/one.md": "---\naudience: [coordinator, public]\n---\n# Kept\n",
    "content/journeys/way.md": "---\naudience: mentor\n---\n# The way\n",
    "journeys/way.yaml": f"title: The way\naudience: mentor\n{STAGES}",
    "journeys/all.yaml": f"title: For all\n{STAGES}",
    "toolkit/a.yaml": "title: A\nparticipants: [Mentors, coordinator]\n",
    "toolkit/b.yaml": "title: B\nparticipants: mentee\naudience: mentor\n",
    "toolkit/c.yaml": "title: C\nparticipants: everyone\n",
    "toolkit/workshops/day.yaml": (
        "title: Day\naudience: facilitator\ndays: {start: 9:00, blocks: {activity: a, minutes: 9}}\n"
    ),
}
FOUND = [
    ("facilitator", "Workshop:day"),
    ("mentor", "guide/index.md", "guide/one.md", "guide/two.md", "about.md", "Journey:way", "Activity:a", "Activity:b"),
    ("mentee", "guide/index.md", "guide/two.md", "about.md"),
    ("coordinator", "open/one.md", "Activity:a"),
]


def _names(book: Handbook) -> list[tuple[str, ...]]:
    return [way.names for way in book.ways_in]


def test_each_role_finds_what_names_it(tmp_path: Path) -> None:
    """In reading order: by who takes part where nothing says whom it is for; what names nobody is in none."""
    book = book_of(tmp_path, FILES)
    assert _names(book) == FOUND


@pytest.mark.slow
def test_an_edition_has_its_roles_and_what_it_shows(tmp_path: Path) -> None:
    """Neither the page of another role nor what is left out; without an audience, all."""
    book = book_of(tmp_path, FILES)
    mentee = edition_of(book, Edition("mentee", "For mentees", frozenset({"mentee", "public"})))
    assert _names(mentee) == [FOUND[2]]
    paths = {page.path for page in build(Site(mentee, Words("en")))}
    assert {path for path in paths if path.startswith("for/")} == {"for/index.md", "for/mentee/index.md"}
    assert _names(edition_of(book, Edition("team", "For the team"))) == FOUND


def test_an_edition_has_the_introductions_of_its_roles(tmp_path: Path) -> None:
    """One of another role is for that role, as its page is; so is what lies in its folder."""
    files = {f"content/for/{name}.md": f"# For {name}\n" for name in ("index", "mentor", "mentee", "mentor/more")}
    book = book_of(tmp_path, FILES | files)
    mentee = edition_of(book, Edition("mentee", "For mentees", frozenset({"mentee", "public"})))
    assert {path for path in mentee.pages if path.startswith("for/")} == {"for/index.md", "for/mentee.md"}


def test_what_introduces_another_role_goes_with_its_page(tmp_path: Path) -> None:
    """Else it would stand there by itself, above nothing."""
    own = {"content/for/mentor.md": "# You, who mentor\n", "content/for/mentee/index.md": "# You, our mentees\n"}
    book = book_of(tmp_path, FILES | own | {"content/for/index.md": "# For whom?\n"})
    mentee = edition_of(book, Edition("mentee", "For mentees", frozenset({"mentee", "public"})))
    assert {path for path in mentee.pages if path.startswith("for/")} == {"for/index.md", "for/mentee/index.md"}
    assert {"for/mentor.md"} < edition_of(book, Edition("team", "For the team")).pages.keys()


@pytest.mark.slow
def test_a_handbook_that_names_nobody_has_none(tmp_path: Path) -> None:
    """Then there is neither a page nor a list of them."""
    book = book_of(tmp_path, {"content/index.md": "# Home\n", "toolkit/c.yaml": FILES["toolkit/c.yaml"]})
    pages = build(Site(book, Words("en")))
    assert not book.ways_in
    assert not [page.path for page in pages if page.path.startswith("for")]


@pytest.mark.slow
def test_pages_of_roles_are_introduced_and_no_chapter(tmp_path: Path) -> None:
    """`for/mentor.md` stands above what is made; a folder of that name with other pages is a chapter like any other."""
    own = {"content/for/mentor.md": "# You, who mentor\n\nBegin here.\n", "content/for/employers.md": "# Employers\n"}
    book = book_of(tmp_path, FILES | own)
    assert book.pages["for/mentor.md"].chapter is None and book.pages["for/employers.md"].chapter == "for"
    made = {page.path: page for page in build(Site(book, Words("en")))}
    assert "# For mentors" not in made["for/mentor/index.md"].body
    assert "You, who mentor" in made["for/index.md"].fills.fill(made["for/index.md"].body)
    page = made["for/mentor/index.md"]
    html = page.fills.fill(page.body)
    assert '<a href="../../guide/one/">2.1 One &amp; two</a></h3><p>Said.</p>' in html
    home = made["index.md"]
    assert '<a href="for/mentor/">You, who mentor</a>' in home.fills.fill(home.body)
