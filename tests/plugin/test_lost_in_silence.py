"""What mkdocs.yml does to pages without a word of it: each is told, and what is offered keeps them in the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from journeybook.problems import Problem
from small import write


def problems_of(folder: Path) -> list[Problem]:
    """What is wrong with the handbook of a folder, as `journeybook check` finds it."""
    project = open_project(folder / "mkdocs.yml")
    book = load(settings_of(project.config, project.options))
    return project.inspect(Reading(book, checks.run(book))).problems


TEMPLATES = {"content/index.md": "# Welcome\n", "content/templates/index.md": "# Templates\n"}
ASKED = "exclude_docs: |\n  !/templates/\n"


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", ["JB475"]),
        ("exclude_docs: |\n  /attic/\n", ["JB475"]),
        ("nav: [index.md, templates/index.md]\n", ["JB324", "JB475"]),
        (ASKED, []),
        (ASKED + "nav: [index.md, templates/index.md]\n", []),
        ("exclude_docs: |\n  /templates/\n", []),
        ("theme: {name: mkdocs, custom_dir: content/templates}\n", []),
    ],
)
def test_a_chapter_that_mkdocs_takes_for_templates_is_told(tmp_path: Path, more: str, codes: list[str]) -> None:
    """With what keeps it in the site, which then nothing is said of; nor is anything where mkdocs.yml leaves it out."""
    write(tmp_path, {**TEMPLATES, "mkdocs.yml": f"site_name: x\ndocs_dir: content\nplugins: [journeybook]\n{more}"})
    found = problems_of(tmp_path)
    hint = "write in mkdocs.yml, below the line `exclude_docs: |`, the line `  !/templates/`"
    told = [one for one in found if hint in str(one.hint)]
    assert sorted(one.code for one in told) == codes
