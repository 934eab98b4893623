"""Where there is no mkdocs.yml, what is there in its place is named; MkDocs’s own lines are no answer of ours."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from journeybook import api
from journeybook.builders.config.project import ProjectError, open_project
from small import SMALL, write


def said(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str | None = None) -> str:
    """What is told where the handbook of a folder, or of a file in it, is opened."""
    monkeypatch.chdir(folder)
    with pytest.raises(ProjectError) as caught:
        open_project(Path(name) if name else None)
    return str(caught.value)


@pytest.mark.parametrize("name", ["mkdocs.yml.txt", "Mkdocs.yml", "MKDOCS.YML", "mkdoc.yml", "mk-docs.yaml", "mkdocs"])
def test_a_file_of_nearly_its_name_is_to_be_renamed(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows and people write it."""
    write(tmp_path, {name: "site_name: A\n"})
    assert said(tmp_path, monkeypatch) == f"there is no mkdocs.yml here, but {name}. Rename it to mkdocs.yml."


def test_one_in_the_folder_of_the_chapters_is_to_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It belongs beside that folder."""
    write(tmp_path, {"content/mkdocs.yml": "site_name: A\n"})
    assert said(tmp_path, monkeypatch).endswith("but content/mkdocs.yml. Move it here, beside the folder content.")


def test_a_file_of_another_name_is_not_mistaken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where nothing is like it, nor where another file is asked for by its name."""
    write(tmp_path, {"docs.yml": "a: b\n"})
    assert "Go to the handbook's folder" in said(tmp_path, monkeypatch)
    write(tmp_path, {"mkdocs.yml": "site_name: A\n"})
    assert "Go to the handbook's folder" in said(tmp_path, monkeypatch, "mkdocs-de.yml")


def test_mkdocs_says_nothing_of_two_files_with_one_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The check tells it, with a code; MkDocs’s line would stand above all answers."""
    pages = {"content/guide/README.md": "# Read me\n", "content/guide/index.html": "<p>A guide</p>\n"}
    project = open_project(write(tmp_path, SMALL | pages) / "mkdocs.yml")
    with caplog.at_level(logging.WARNING):
        codes = [problem.code for problem in api.load(project).problems]
    assert codes.count("JB451") == 2
    assert [record.message for record in caplog.records if record.name == "mkdocs.structure.files"] == []
