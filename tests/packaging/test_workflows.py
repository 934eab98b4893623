"""What the host of the project runs and shows: workflows, forms and hooks, held to the Makefile and pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from journeybook.cli import main as journeybook
from reference import ROOT

WORKFLOWS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / ".github/workflows").iterdir())}
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").iterdir())
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z][\w -]*):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _targets() -> set[str]:
    """What can be made, each by itself where one line has several."""
    return {name for line in TARGETS for name in line.split()}


def _workflow(name: str) -> dict[str, Any]:
    """A workflow; its key `on` keeps its name, which YAML 1.1 takes for a truth value."""
    loaded: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name])
    return {"on" if key is True else key: value for key, value in loaded.items()}


def _jobs(name: str) -> dict[str, dict[str, Any]]:
    jobs: dict[str, dict[str, Any]] = _workflow(name)["jobs"]
    return jobs


def _steps(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every step of a workflow with its job."""
    for job in _jobs(name).values():
        yield from ((job, step) for step in job.get("steps", ()))


def _commands(name: str) -> Iterator[str]:
    """Every command of a workflow, with each value of its job's matrix."""
    for job, step in _steps(name):
        lines = step.get("run", "").splitlines()
        for key, values in job.get("strategy", {}).get("matrix", {}).items():
            place = f"${{{{ matrix.{key} }}}}"
            lines = [line.replace(place, value) for line in lines for value in (values if place in line else [""])]
        yield from lines


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_call_targets_that_there_are(name: str) -> None:
    """Whatever follows `make` in a workflow is a target of the Makefile with a word of help."""
    called = {word for line in _commands(name) if line.startswith("make ") for word in line.split()[1:]}
    assert called and called <= _targets()


def test_every_kind_of_test_is_run() -> None:
    """CI runs what CONTRIBUTING tells people to run before a change is theirs to offer."""
    assert {"make lint", "make quick", "make test", "make proofs", "make kills"} <= set(_commands("ci.yml"))
    assert {"make newest", "make lowest"} <= set(_commands("ci.yml"))


def test_the_pythons_are_those_of_the_package() -> None:
    """The quick tests run on each Python of the classifiers, all of which the package allows, on three systems."""
    classifiers = " ".join(PYPROJECT["project"]["classifiers"])
    pythons = re.findall(r"Python :: (3\.\d+)", classifiers)
    matrix = _jobs("ci.yml")["quick"]["strategy"]["matrix"]
    assert matrix["python"] == pythons
    assert all(python in SpecifierSet(PYPROJECT["project"]["requires-python"]) for python in pythons)
    assert {system.split("-")[0] for system in matrix["os"]} == {"ubuntu", "macos", "windows"}


def test_windows_runs_what_contributing_says() -> None:
    """What stands for make on Windows are lines of CONTRIBUTING.md, each a step: PowerShell goes on after a failure."""
    lines = [step["run"] for _, step in _steps("ci.yml") if step.get("if") == "runner.os == 'Windows'"]
    assert lines[-1].endswith('pytest -m "not slow"')
    assert [line for line in lines if line not in CONTRIBUTING.splitlines()] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_may_do_little_and_end(name: str) -> None:
    """They read, have a time limit and no secret, keep no token in the clone, and name the tag of each action."""
    assert _workflow(name)["permissions"] == {"contents": "read"} and "concurrency" in _workflow(name)
    assert "secrets" not in WORKFLOWS[name]
    for job in _jobs(name).values():
        assert ("timeout-minutes" in job) != ("uses" in job)
        assert job.get("permissions", {}) in ({}, {"id-token": "write"})
    for _, step in _steps(name):
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@v\d+(\.\d+)*", step.get("uses", "a/b@v1"))
        assert "checkout" not in step.get("uses", "") or step["with"]["persist-credentials"] is False


def test_only_what_was_checked_is_published() -> None:
    """The one job that may publish waits for CI and for the check of the version, and is run by a tag alone."""
    jobs = _jobs("release.yml")
    able = [name for name, job in jobs.items() if job.get("permissions")]
    assert able == ["publish"] and jobs["publish"]["needs"] == ["checks", "build"]
    assert jobs["checks"] == {"uses": "./.github/workflows/ci.yml"} and "workflow_call" in _workflow("ci.yml")["on"]
    assert _workflow("release.yml")["on"] == {"push": {"tags": ["v*"]}}
    assert _workflow("release.yml")["concurrency"]["group"] != _workflow("ci.yml")["concurrency"]["group"]


def test_contributing_has_every_target() -> None:
    """Its table has each target that the Makefile explains, and no other."""
    first_column = " ".join(re.findall(r"^\|(.*?)\|", CONTRIBUTING, re.MULTILINE))
    told = set(re.findall("`make (.*?)`", first_column))
    assert told == _targets() - {"help", "clean"}


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_forms_have_what_the_host_asks_for(form: Path) -> None:
    """Each form has a name, a description, and questions with labels and ids of their own, one of them required."""
    read = yaml.safe_load(form.read_text("utf-8"))
    if form.stem == "config":
        assert all(link["url"].startswith("https://") and link["about"] for link in read["contact_links"])
        return
    assert read["name"] and read["description"]
    asked = [part for part in read["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked)
    assert all(part["attributes"]["label"] for part in asked)
    assert any(part.get("validations", {}).get("required") for part in asked)


def test_the_hook_for_authors_is_a_command_of_ours() -> None:
    """It runs a command that there is, over the whole handbook, whatever a commit changes."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, command = hook["entry"].split()
    assert program == "journeybook" and command in journeybook.commands
    assert hook["language"] == "python" and hook["always_run"] and hook["pass_filenames"] is False
    assert hook["id"] in (ROOT / "content/authoring/problems.md").read_text("utf-8")


def test_our_own_hooks_fetch_nothing() -> None:
    """Each is a program that `make lint` or `make check` installs in its locked version."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert all(hook["language"] == "system" and hook["entry"].startswith(".venv/bin/") for hook in hooks)
