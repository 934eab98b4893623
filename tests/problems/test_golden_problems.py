"""Every mistake of `cases/`, and the words that an author reads about it. A new case is a folder and no Python."""

from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

import journeybook
from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.builders.config.theming import EXTENSIONS
from journeybook.cli.project import open_project
from journeybook.handbook import Settings, load
from journeybook.markdown.settings import DEFAULT, MarkdownSettings
from journeybook.problems import HandbookError, Problem, Severity
from journeybook.problems.forms import all_forms

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
FORMS = {"expected.txt": "text", "expected.json": "json", "expected.github": "github"}
TODAY = dt.date(2026, 11, 22)


def problems_of(case: Path) -> list[Problem]:
    """What is wrong with a case; its mkdocs.yml counts where it has one."""
    if (case / "mkdocs.yml").is_file():
        try:
            project = open_project(case / "mkdocs.yml")
        except HandbookError as error:
            return sorted(error.problems)
        if project.config.theme.name == "material":
            project.dress()
        book = load(replace(settings_of(project.config, project.options), today=TODAY))
        return project.inspect(Reading(book, checks.run(book))).problems
    parts = {name: case / name for name in ("content", "journeys", "toolkit")}
    markdown = MarkdownSettings((*DEFAULT.extensions, *EXTENSIONS))
    return checks.run(load(Settings(root=case, **parts, markdown=markdown, today=TODAY)))


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_every_mistake_is_told_in_the_words_of_its_case(case: Path) -> None:
    """A case's files yield exactly its expected.txt, and .json and .github where it has them; JB_UPDATE=1 rewrites."""
    problems = problems_of(case)
    for name, form in FORMS.items():
        expected = case / name
        if not expected.exists() and name != "expected.txt":
            continue
        said = all_forms()[form].written(problems) + "\n"
        if os.environ.get("JB_UPDATE"):
            expected.write_text(said, encoding="utf-8", newline="\n")
        assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_every_problem_points_at_its_line_and_says_something_once(case: Path) -> None:
    """The line shown is that line of the file, no problem is told twice; errors come first, then by file and line."""
    problems = problems_of(case)
    order = [(p.severity is Severity.ADVICE, p.file, p.line, p.column) for p in problems]
    assert order == sorted(order)
    assert len({(p.file, p.line, p.column, p.code, str(p.message)) for p in problems}) == len(problems)
    for problem in problems:
        assert (case / problem.file).is_file()
        if problem.line and problem.source_line:
            text = (case / problem.file).read_bytes().decode("utf-8-sig", "replace")
            assert re.split("\r\n|[\r\n]", text)[problem.line - 1] == problem.source_line
            assert problem.column <= len(problem.source_line) + 1


def test_every_code_has_a_case() -> None:
    """Each code that the generator can tell stands in an expected.txt.

    But those that need more than files of text: JB101 and JB106 are told in tests/source, JB311 and JB312 (names that
    some systems cannot hold, links in circles) in tests/handbook, JB462 (a package that is not installed) and JB501 (a
    renderer that fails) in tests/plugin.
    """
    package = Path(journeybook.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py")))
    told = set(re.findall(r'"(JB\d{3})"', sources))
    shown = set(re.findall(r"\bJB\d{3}\b", "".join(p.read_text("utf-8") for p in CASES.glob("*/expected.txt"))))
    assert told - shown == {"JB101", "JB106", "JB311", "JB312", "JB462", "JB501"}
    assert len(told) > 25
