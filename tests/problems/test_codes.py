"""The facts of codes: their examples are true, their form is one, and `--explain` tells them."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook import checks
from journeybook.assembly import Reading, codes
from journeybook.assembly.codes import all_codes
from journeybook.builders.config.settings import settings_of
from journeybook.checks import addresses
from journeybook.cli import main
from journeybook.cli.project import open_project
from journeybook.handbook import load
from journeybook.problems import Code, Example, Problem, Severity, say
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 11, 22)
IN_WORDS = {
    *("JB101", "JB102", "JB106", "JB107", "JB120", "JB306", "JB311", "JB312", "JB313", "JB321", "JB451", "JB462"),
    *("JB475", "JB476", "JB484", "JB501"),
}
"""Codes whose example cannot be the text of one file: tests of their own show them."""
WITH_FILES = [code for code in all_codes().values() if code.example.file]


def told(folder: Path, example: Example, text: str) -> set[str]:
    """The codes that a handbook has with one text of an example."""
    pages = {f"{name}/index.md": "# Welcome\n" for name in ("content", "docs")}
    write(folder, pages | dict(example.beside) | {example.file: text})
    if not (folder / "mkdocs.yml").is_file():
        write(folder, {"mkdocs.yml": MKDOCS_YML})
    with contextlib.chdir(folder):  # as authors do: folders of snippets are seen from there
        project = open_project(folder / "mkdocs.yml")
        if project.config.theme.name == "material":
            project.dress()
        book = load(replace(settings_of(project.config, project.options), today=TODAY))
        return {problem.code for problem in project.inspect(Reading(book, checks.run(book))).problems}


@pytest.mark.parametrize("code", WITH_FILES, ids=lambda code: code.code)
def test_the_wrong_example_has_the_problem_and_the_right_one_has_not(code: Code, tmp_path: Path) -> None:
    """What `--explain` shows as wrong is told with that code, and with no other error; what is right, with no error."""
    wrong, right = (told(tmp_path / name, code.example, getattr(code.example, name)) for name in ("wrong", "right"))
    assert code.code in wrong and code.code not in right
    known = all_codes()
    assert {name for name in wrong | right if known[name].severity is Severity.ERROR} <= {code.code}


def test_only_what_is_no_file_is_told_in_words() -> None:
    """Every other code has an example that is a file."""
    assert {code.code for code in all_codes().values() if not code.example.file} == IN_WORDS


def test_codes_have_the_severity_of_their_problems() -> None:
    """The first figure says how bad a problem is, for codes of any package."""
    for name, severity in (("JB401", Severity.ADVICE), ("AB499", Severity.ADVICE), ("AB301", Severity.ERROR)):
        assert Problem("a.yaml", 1, 1, name, say("x")).severity is severity
    for code in all_codes().values():
        assert code.severity is Problem("a.yaml", 1, 1, code.code, say("x")).severity


@pytest.mark.parametrize("name", ["JB1", "jb101", "J101", "JB601", "JB1011", "JB 101", ""])
def test_a_code_has_one_form(name: str) -> None:
    """Capitals and three figures, the first from 1 to 5; a ValueError else."""
    with pytest.raises(ValueError, match="is no code"):
        Code(name, "x", "y", Example("a", "b"))


@pytest.mark.parametrize("code", all_codes().values(), ids=lambda code: code.code)
def test_explain_tells_a_code_in_words(code: Code) -> None:
    """Its severity, what it means, what to do, and the example; no address of the guide, and no control character."""
    result = CliRunner().invoke(main, ["check", "--explain", code.code.lower()])
    assert result.exit_code == 0
    assert result.output.startswith(f"{code.code}: {code.severity}\n")
    assert "](" not in result.output.partition("\nWrong")[0]
    assert f"    {code.example.right.splitlines()[0]}\n" in result.output
    assert result.output.replace("\n", "").isprintable()


def test_explain_of_no_code_offers_the_nearest() -> None:
    """A typing error is told in a line, with the exit code of what cannot run."""
    result = CliRunner().invoke(main, ["check", "--explain", "JB4511"])
    assert (result.exit_code, "did you mean JB451?" in result.output) == (2, True)
    result = CliRunner().invoke(main, ["check", "--explain", "?"])
    assert result.exit_code == 2 and "it is one of JB101, JB102" in result.output


def test_no_code_is_stated_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two checks with one code would be told apart by nobody, and one of them explained by the other's words."""
    assert len(all_codes()) > 50
    monkeypatch.setattr(codes, "_ROOMS", (*codes._ROOMS, addresses.CODES))
    with pytest.raises(ValueError, match="JB321 is stated twice"):
        all_codes.__wrapped__()
