"""Folders, files and editions that are called as if they kept something from readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.source.read import parse

_JOURNEY = "title: A way\nstages: [{title: Start, questions: What now?}, {title: End, questions: What next?}]\n"
_WORKSHOP = 'title: A day\ndays: [{start: "9:30", blocks: [{title: Talk, minutes: 5}]}]\n'
PAGES = {"content/index.md": "# Welcome\n"}
MENTEE, TEAM = "mentee: {title: For mentees, audience: mentee}", "team: {title: For the team}"


def told(folder: Path, files: dict[str, str], *editions: str) -> list[tuple[str, str]]:
    """Where JB410 is told, and the remedy."""
    given, _ = parse("editions:\n  " + "\n  ".join(editions or [MENTEE, TEAM]) + "\n", "mkdocs.yml")
    found = checks.run(book_of(folder, {**PAGES, **files}, editions=given))
    return [(one.file, str(one.hint)) for one in found if one.code == "JB410"]


@pytest.mark.parametrize("name", ["drafts", "_drafts", "_any", "old", "templates", "Archive"])
@pytest.mark.parametrize("root", ["journeys", "toolkit", "toolkit/workshops"])
def test_a_folder_of_drafts_hides_nothing(root: str, name: str, tmp_path: Path) -> None:
    """It is told once, for its first file; a draft in it, and a folder with a dot, are quiet."""
    text = {"journeys": _JOURNEY, "toolkit": "title: A talk\n"}.get(root, _WORKSHOP)
    ((file, hint),) = told(
        tmp_path / "a", {f"{root}/{name}/{one}.yaml": text.replace("A ", f"{one} ") for one in ("one", "two")}
    )
    dotted = f".{name.lstrip('_')}"
    assert file == f"{root}/{name}/one.yaml"
    assert hint == f"write `status: draft`, or begin the folder’s name with a dot: {dotted}"
    assert told(tmp_path / "b", {f"{root}/{name}/one.yaml": f"{text}status: draft\n"}) == []
    assert told(tmp_path / "c", {f"{root}/{dotted}/one.yaml": text}) == []


@pytest.mark.parametrize(
    ("name", "role"), [("mentors only", "mentor"), ("for-facilitators", "facilitator"), ("private", "facilitator")]
)
def test_a_folder_for_some_is_told_to_have_an_audience(name: str, role: str, tmp_path: Path) -> None:
    """Where there are editions for some."""
    files = {f"journeys/{name}/one.yaml": _JOURNEY}
    assert told(tmp_path / "a", files) == [
        (f"journeys/{name}/one.yaml", f"write the roles that are to see it, such as `audience: {role}`")
    ]
    assert told(tmp_path / "b", {f"journeys/{name}/one.yaml": f"{_JOURNEY}audience: {role}\n"}) == []


@pytest.mark.parametrize("name", ["mentors", "meetings", "drafting", "old-and-new", "year-1"])
def test_other_folders_are_quiet(name: str, tmp_path: Path) -> None:
    """A folder may be called after those whom it is about."""
    assert told(tmp_path, {f"journeys/{name}/one.yaml": _JOURNEY, f"toolkit/{name}/two.yaml": "title: A talk\n"}) == []


@pytest.mark.parametrize(
    ("file", "title", "is_told"),
    [
        ("template", "A talk", True),
        ("talk-template", "Title of the activity", True),
        ("letter-template", "A letter", False),
    ],
)
def test_a_template_among_the_entries_is_seen(file: str, title: str, *, is_told: bool, tmp_path: Path) -> None:
    """What is called a template may also be one that readers take."""
    found = told(tmp_path, {f"toolkit/{file}.yaml": f"title: {title}\n"})
    hint = f"write `status: draft`, or begin the file’s name with a dot: .{file}.yaml"
    assert found == ([(f"toolkit/{file}.yaml", hint)] if is_told else [])


def test_a_file_that_begins_with_a_line_is_told_how_it_is_hidden(tmp_path: Path) -> None:
    """Without the line it would be seen by all."""
    book = book_of(tmp_path, {**PAGES, "toolkit/_template.yaml": "title: Title of the activity\n"})
    (hint,) = [str(one.hint) for one in checks.run(book) if one.code == "JB306"]
    assert hint == "begin its name with a dot for nobody to see it: .template.yaml; else call it template.yaml"


@pytest.mark.parametrize(
    ("edition", "is_told"),
    [
        ("mentee: {title: For mentees}", True),
        ("mentors: {title: For mentors}", True),
        ("mentee: {title: For mentees, audience: mentee}", False),
        ("facilitator: {title: For facilitators}", False),
        ("full: {title: Everything}", False),
    ],
)
def test_an_edition_called_as_a_role_has_everything(edition: str, *, is_told: bool, tmp_path: Path) -> None:
    """Those who lead may have all there is."""
    found = told(tmp_path, {"journeys/one.yaml": _JOURNEY}, edition, "team: {title: For the team}")
    role = edition.partition(":")[0].removesuffix("s")
    hint = f"write the roles it is for, such as `audience: {role}`; or give it another name"
    assert found == ([("mkdocs.yml", hint)] if is_told else [])
