"""`make mutants` can make every change of its list, and its runner tells what it finds."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mutants.listed import ROOT, Mutant, is_there, mutants

LISTED = mutants()
LEAST = 60


def test_there_are_enough() -> None:
    """At least sixty that are made, each under a name of its own, all of them different."""
    assert len([mutant for mutant in LISTED if mutant.tests]) >= LEAST
    assert len({mutant.name for mutant in LISTED}) == len(LISTED)
    assert len({(mutant.file, mutant.before, mutant.after) for mutant in LISTED}) == len(LISTED)


@pytest.mark.slow
@pytest.mark.parametrize("mutant", LISTED, ids=lambda mutant: mutant.name)
def test_each_can_be_made(mutant: Mutant) -> None:
    """Its text stands in its file exactly once, and what comes of it is another program; its tests exist."""
    changed = mutant.changed((ROOT / mutant.file).read_text("utf-8"))
    assert changed is not None, f"‘{mutant.before}’ does not stand once in {mutant.file}"
    assert mutant.before != mutant.after
    if mutant.file.endswith(".py"):
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse((ROOT / mutant.file).read_text("utf-8")))
    assert [test for test in mutant.tests if not is_there(test)] == []


@pytest.mark.parametrize("mutant", LISTED, ids=lambda mutant: mutant.name)
def test_each_says_what_it_is_for(mutant: Mutant) -> None:
    """In a sentence; and it has either tests, or a sentence on why there are none."""
    assert mutant.guards.endswith(".") and bool(mutant.tests) != bool(mutant.unchanged)
    assert not mutant.unchanged or mutant.unchanged.endswith(".")


CHANGE = """
[[mutant]]
name = "{name}"
file = "generator/journeybook/problems/nearest.py"
before = "{before}"
after = "{after}"
guards = "A sample."
tests = ["tests/mutants/test_mutants.py::{test}"]
"""
FUTURE = "from __future__ import annotations"
BROKEN = FUTURE + "\\nraise SystemExit(3)"


def ran(folder: Path, *changes: str) -> subprocess.CompletedProcess[str]:
    """The runner with a list of its own."""
    (folder / "list.toml").write_text("".join(changes), "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mutants.run", "--list", str(folder / "list.toml"), "--jobs", "1"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.proof
def test_what_goes_unnoticed_is_told(tmp_path: Path) -> None:
    """One change is caught, one is not, one cannot be made, and one stops its tests; none is made here."""
    before = (ROOT / "generator/journeybook/problems/nearest.py").read_bytes()
    ended = ran(
        tmp_path,
        CHANGE.format(name="good", before=FUTURE, after=FUTURE + "\\nX = 1", test="test_a_sample_that_notices_x"),
        CHANGE.format(name="bad", before=FUTURE, after=FUTURE + "\\nY = 1", test="test_a_sample_that_notices_x"),
        CHANGE.format(name="gone", before="no such text", after="x", test="test_a_sample_that_notices_x"),
        CHANGE.format(name="broken", before=FUTURE, after=BROKEN, test="test_a_sample_that_notices_x"),
    )
    said = ended.stdout + ended.stderr
    assert ended.returncode == 1, said
    assert "1 of 4 changes were caught" in said and "caught    good" in said
    assert "bad: UNNOTICED" in said and "gone: its text does not stand once" in said
    assert "broken: its tests did not run" in said
    assert (ROOT / "generator/journeybook/problems/nearest.py").read_bytes() == before


@pytest.mark.slow
def test_tests_that_fail_without_a_change_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would seem to notice everything."""
    monkeypatch.setenv("SAMPLE_IS_RED", "1")
    ended = ran(tmp_path, CHANGE.format(name="x", before=FUTURE, after=BROKEN, test="test_a_sample_that_is_red"))
    assert ended.returncode == 1 and "these tests fail without any change" in ended.stderr, ended.stderr


def test_a_sample_that_notices_x() -> None:
    """For the runner: it fails with a change that nobody makes."""
    from journeybook.problems import nearest

    assert not hasattr(nearest, "X")


def test_a_sample_that_is_red() -> None:
    """For the runner: it fails where it is told to."""
    assert "SAMPLE_IS_RED" not in os.environ
