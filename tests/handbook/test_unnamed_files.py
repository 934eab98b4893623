"""Documents and pictures that lie among journeys and activities, and that no file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, journey, page
from journeybook import checks

BOOK = {
    "content/meeting/index.md": page("Meeting"),
    "journeys/way.yaml": journey("title: A, questions: Why?, activities: [knots]"),
    "toolkit/knots.yaml": "title: Knots\nresources: {title: Rope, file: files/rope.pdf}\n",
    "toolkit/files/rope.pdf": "a rope",
}


def unnamed(folder: Path, *names: str, **texts: str) -> list[str]:
    """The files that are told as named by nothing."""
    found = checks.run(book_of(folder, {**BOOK, **dict.fromkeys(names, "x"), **texts}))
    return [one.file for one in found if one.code == "JB496"]


@pytest.mark.parametrize(
    "name",
    [
        "journeys/year.png",
        "toolkit/knots.pdf",
        "toolkit/workshops/plan.zip",
        "toolkit/IMG_0042.HEIC",
        "toolkit/meeting/plan.xlsx",
        "toolkit/files/slides.pptx",
        "toolkit/talk.m4a",
    ],
)
def test_a_document_or_a_picture_that_nothing_names_is_told(name: str, tmp_path: Path) -> None:
    """Readers have it nowhere."""
    assert unnamed(tmp_path, name) == [name]


@pytest.mark.parametrize(
    "name",
    ["journeys/way-map.svg", "journeys/way.pdf", "toolkit/files/rope.docx", "toolkit/LICENSE.txt", "toolkit/~$a.docx"],
)
def test_what_was_drawn_and_what_a_file_was_made_of_may_lie_there(name: str, tmp_path: Path) -> None:
    """`journeybook diagram` writes the first, and a PDF that is offered was something else before."""
    assert unnamed(tmp_path, name) == []


def test_a_draft_and_a_page_name_files_too(tmp_path: Path) -> None:
    """What is to be published later is no mistake."""
    draft = "title: Rope\nstatus: draft\nresources: {title: Plan, file: plan.pdf}\n"
    home = "# Home\n\n[a knot](../toolkit/knot.png)\n"
    texts = {"toolkit/rope.yaml": draft, "content/index.md": home}
    assert unnamed(tmp_path, "toolkit/plan.pdf", "toolkit/knot.png", **texts) == []


def test_a_folder_for_a_file_is_told_as_one(tmp_path: Path) -> None:
    """With an item for each of its files."""
    text = "title: Knots\nresources: {title: Rope, file: files/}\n"
    (found,) = (
        one for one in checks.run(book_of(tmp_path, {**BOOK, "toolkit/knots.yaml": text})) if one.code == "JB310"
    )
    assert str(found.message) == "‘files’ is a folder, and one file is expected here"
    assert str(found.hint) == "write an item for each of its files, such as `- {title: …, file: files/rope.pdf}`"
