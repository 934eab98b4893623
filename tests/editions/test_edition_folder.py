"""The folder that builders read of an edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.builders.config.edition_folder import fill_folder
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.model.editions import Edition

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
MENTOR = Edition("mentor", "For mentors", frozenset({"mentor", "mentee"}))
FILES = {
    "content/index.md": "# Home\n\n[Ours](files/ours.txt)\n\n<!-- for: mentor -->\n\nPairs\n\n<!-- end for -->\n",
    "content/mentors/index.md": "---\naudience: mentor\n---\n# Mentors\n\n[Plan](plan.txt)\n",
    "content/mentors/plan.txt": "The plan",
    "content/files/ours.txt": "Ours",
}


def sources(root: Path) -> dict[str, Path]:
    """The files of the chapters' folder."""
    content = root / "content"
    return {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*.*"))}


def held(folder: Path) -> dict[str, str]:
    """What a folder holds, by path."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*")}


@pytest.fixture
def book(tmp_path: Path) -> Handbook:
    """A handbook for mentees and mentors."""
    found = book_of(tmp_path / "book", FILES)
    assert found.problems == []
    return found


def test_a_folder_has_what_the_edition_carries(tmp_path: Path, book: Handbook) -> None:
    """Pages without what is for others, and the files that go with them."""
    folder = tmp_path / "docs"
    fill_folder(folder, edition_of(book, MENTEE), sources(tmp_path / "book"))
    assert held(folder) == {"index.md": "# Home\n\n[Ours](files/ours.txt)\n\n", "files/ours.txt": "Ours"}


def test_nothing_of_another_edition_stays_in_it(tmp_path: Path, book: Handbook) -> None:
    """Whatever was there before, and where a page goes its file goes too."""
    folder, files = tmp_path / "docs", sources(tmp_path / "book")
    fill_folder(folder, edition_of(book, MENTOR), files)
    assert held(folder).keys() == {"index.md", "files/ours.txt", "mentors/index.md", "mentors/plan.txt"}
    assert "Pairs" in held(folder)["index.md"] and "audience" not in held(folder)["mentors/index.md"]
    fill_folder(folder, edition_of(book, MENTEE), files)
    assert held(folder).keys() == {"index.md", "files/ours.txt"} and "Pairs" not in held(folder)["index.md"]


def test_what_is_as_it_was_is_not_written_again(tmp_path: Path, book: Handbook) -> None:
    """A server tells by times and sizes which pages it has to write."""
    folder, files = tmp_path / "docs", sources(tmp_path / "book")
    fill_folder(folder, edition_of(book, MENTEE), files)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")}
    assert before[folder / "index.md"] == files["index.md"].stat().st_mtime_ns
    fill_folder(folder, edition_of(book, MENTEE), files)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")} == before
