"""Which files of the chapters' folder go with an edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.builders.config.edition_files import carried_files, page_text
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.model.editions import Edition

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
FILES = {
    "content/index.md": (
        "# Home\n\n![Ours](files/ours.png) [A form](files/form%20one.pdf)\n\n<!-- for: mentor -->\n"
        "[Pairs](files/pairs.xlsx)\n\n[Both](files/both.pdf)\n\n<!-- end for -->\n\n[Both](files/both.pdf)\n"
    ),
    "content/mentors.md": (
        "---\naudience: mentor\n---\n# Mentors\n\n[Plan](kept/plan.pdf) <video src=kept/talk.mp4></video>\n"
    ),
    "content/mentees.md": "# Mentees\n\n[Plan](open/plan.pdf)\n",
    "toolkit/talk.yaml": ("title: A talk\nfacilitator_notes: '[Notes](files/notes.pdf)'\n"),
    "toolkit/closed.yaml": "title: Closed\naudience: mentor\ndescription: '[Deep](files/deep.pdf)'\n",
}
SHOWN = {"files/ours.png", "files/form one.pdf", "files/both.pdf", "open/plan.pdf"}
HIDDEN = {
    "files/pairs.xlsx",
    "kept/plan.pdf",
    "kept/talk.mp4",
    "files/notes.pdf",
    "files/deep.pdf",
    "kept/pairs.xlsx",
    "loose.svg",
}


@pytest.fixture
def book(tmp_path: Path) -> Handbook:
    """A handbook whose files lie beside its pages."""
    found = book_of(tmp_path, FILES)
    assert found.problems == []
    return found


def test_files_go_with_what_shows_them(book: Handbook) -> None:
    """One that only mentors are led to is left out, by whatever road; so is one that nothing names."""
    mentees = edition_of(book, MENTEE)
    assert carried_files(mentees, SHOWN | HIDDEN) == SHOWN
    assert carried_files(edition_of(book, Edition("team", "Team")), SHOWN | HIDDEN) == SHOWN | HIDDEN


def test_pages_are_those_of_the_edition(book: Handbook) -> None:
    """Without its hidden blocks, and none where it is for others."""
    mentees = edition_of(book, MENTEE)
    assert page_text(mentees, "mentors.md") is None
    text = page_text(mentees, "index.md")
    assert text is not None and "pairs" not in text and "for:" not in text and "both.pdf" in text


@pytest.mark.parametrize(
    ("said", "is_named"),
    [
        ("The plans lie in `plans/`.", True),
        ("All in plans/.", True), ("See plans/*.pdf", True), ("plans/, too", True),
        ("**plans/**", True), ("_plans/_", True), ("[Plans](../plans)", True), ("[Plans](plans#x)", True),
        ("<a href=plans>x</a>", True), ("see ../plans", True), ("plans/index.html", True), ("“plans/”", True),
        ("Quarter\n> plan.pdf", True), ("Quarter plan.pdf", True),
        ("for plans, and", False), ("plans and/or", False), ("our-plans/", False), ("plans/other.pdf", False),
        ("(plans)", False), ("mentors/plans of", False), ("a quarter", False), ("plans/deep/", False),
    ],
)  # fmt: skip
def test_a_folder_is_named_with_its_slash_or_by_a_link(tmp_path: Path, said: str, is_named: bool) -> None:
    """And a name of two words may stand in two lines; a word that a folder is called too names nothing."""
    book = book_of(
        tmp_path,
        {
            "content/index.md": "# Home\n\nQuarter plan.pdf\n",
            "content/m.md": f"---\naudience: mentor\n---\n# M\n\n{said}\n",
        },
    )
    file = "plans/quarter plan.pdf"
    assert (carried_files(edition_of(book, MENTEE), {file}) == set()) is is_named
