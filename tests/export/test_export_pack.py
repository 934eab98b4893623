"""`journeybook export FILE.zip`: a workshop's pack, to hand to a trainer."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from small import SMALL, journeybook, write

pytestmark = pytest.mark.proof
SECRET = "q7bcd4"  # a mark, and no password
HANDOUT = f"""
facilitator_notes: Only for {SECRET}.
handouts:
  - {{title: A sheet, fields: [{{label: Today, lines: 3}}], solution: The answer is {SECRET}.}}
  - {{title: For mentors, audience: mentor, fields: [{{label: Tomorrow}}]}}
"""
WORKSHOP = """
title: An evening
days:
  - start: "18:00"
    date: 2027-01-14
    blocks:
      - {activity: talk}
      - {break: Tea, minutes: 10}
"""
CONFIG = """
site_name: Small
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      edition: team
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
"""
FILES = {
    **SMALL,
    "mkdocs.yml": CONFIG,
    "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + HANDOUT,
    "toolkit/other.yaml": "title: Another\nchapter: guide\nnumber: 2\nhandouts: [{title: Not here}]\n",
    "toolkit/workshops/evening.yaml": WORKSHOP,
    "toolkit/workshops/morning.yaml": WORKSHOP.replace("An evening", "A morning").replace("18:00", "09:00"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with two workshops."""
    return write(tmp_path_factory.mktemp("pack"), FILES)


def _exported(folder: Path, *arguments: str) -> dict[str, bytes]:
    done = journeybook(folder, "export", "a.zip", *arguments, timeout=300)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(folder / "a.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _said(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def test_a_pack_has_what_a_trainer_takes_along(folder: Path) -> None:
    """Each a PDF of its own that says its version on each sheet, and the calendar; the same bytes each time."""
    found = _exported(folder, "--only", "workshop:evening")
    assert list(found) == [
        *("run-sheet.pdf", "agenda.pdf", "handouts/talk-a-sheet.pdf", "handouts/talk-for-mentors.pdf"),
        *("cards.pdf", "calendar.ics"),
    ]
    for name in list(found)[:4]:
        sheets = _said(found[name])
        assert all("For the team · v " in text for text in sheets), name
        assert not any("Contents" in text for text in sheets)
    assert "A sheet" in _said(found["handouts/talk-a-sheet.pdf"])[0]  # and no cover before it
    assert "A talk" in " ".join(_said(found["cards.pdf"])) and "Another" not in " ".join(_said(found["cards.pdf"]))
    assert b"SUMMARY:An evening" in found["calendar.ics"]
    before = (folder / "a.zip").read_bytes()
    (folder / "a.zip").unlink()
    _exported(folder, "--only", "workshop:evening")
    assert (folder / "a.zip").read_bytes() == before


def test_handouts_say_no_answers(folder: Path) -> None:
    """They are for those who take part; the run sheet is not."""
    found = _exported(folder, "--only", "workshop:evening", "--paper", "letter")
    assert SECRET not in " ".join(_said(found["handouts/talk-a-sheet.pdf"]))
    assert SECRET in " ".join(_said(found["run-sheet.pdf"]))
    box = PdfReader(io.BytesIO(found["agenda.pdf"])).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def test_an_edition_has_no_more(folder: Path) -> None:
    """No run sheet without facilitators, and no handout that is for others."""
    found = _exported(folder, "--only", "workshop:evening", "--edition", "mentee")
    assert list(found) == ["agenda.pdf", "handouts/talk-a-sheet.pdf", "cards.pdf", "calendar.ics"]
    assert not any(SECRET in text for name in found if name.endswith("pdf") for text in _said(found[name]))


def test_several_have_a_folder_each(folder: Path) -> None:
    """Named after the workshop."""
    found = _exported(folder, "--only", "workshop:evening", "--only", "workshop:morning")
    assert {name.partition("/")[0] for name in found} == {"evening", "morning"}


@pytest.mark.parametrize("only", [(), ("--only", "activity:talk")])
def test_what_is_no_workshop_is_told(folder: Path, only: tuple[str, ...]) -> None:
    """With what to write."""
    done = journeybook(folder, "export", "b.zip", *only)
    assert done.returncode == 2
    assert f"--only workshop:{'…' if only else 'morning'}" in done.stderr
    assert not (folder / "b.zip").exists()
