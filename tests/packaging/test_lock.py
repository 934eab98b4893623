"""constraints.txt and package-lock.json: the versions that every command of the Makefile installs."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

REPOSITORY = Path(__file__).parents[2]
LOCK = (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines()
PACKAGES: dict[str, dict[str, Any]] = json.loads((REPOSITORY / "package-lock.json").read_text("utf-8"))["packages"]


def _name(requirement: Requirement) -> str:
    return re.sub("[-_.]+", "-", requirement.name).lower()


def _wanted() -> list[Requirement]:
    """What pyproject.toml names: for users, for each extra, for each group, and to build with."""
    project: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    groups = [entry for group in project["dependency-groups"].values() for entry in group if isinstance(entry, str)]
    extras = [entry for extra in project["project"]["optional-dependencies"].values() for entry in extra]
    return [
        Requirement(entry)
        for entry in (*project["project"]["dependencies"], *extras, *groups, *project["build-system"]["requires"])
    ]


def test_the_lock_has_names_versions_and_markers_only() -> None:
    """No line has an address, a path, an option or a range."""
    for line in LOCK:
        locked = Requirement(line)
        assert not locked.url and not locked.extras
        assert [part.operator for part in locked.specifier] == ["=="], line


def test_the_lock_has_what_pyproject_asks_for() -> None:
    """Each requirement has a locked version that it allows: `make update` has been run."""
    locked: dict[str, list[str]] = {}
    for line in map(Requirement, LOCK):
        locked.setdefault(_name(line), []).append(next(iter(line.specifier)).version)
    for wanted in _wanted():
        versions = locked.get(_name(wanted), [])
        assert versions and all(wanted.specifier.contains(version) for version in versions), f"{wanted}: {versions}"


def test_plugins_have_a_lock_of_their_own() -> None:
    """Each that is tried has its version there, and nothing in it is in the other lock, whose versions hold, too."""
    folder = REPOSITORY / "tests/beside"
    own = [Requirement(line) for line in (folder / "constraints.txt").read_text("utf-8").splitlines()]
    asked = [Requirement(line) for line in (folder / "requirements.txt").read_text("utf-8").splitlines()]
    assert all([part.operator for part in locked.specifier] == ["=="] and not locked.url for locked in own)
    names, known = {_name(one) for one in own}, {_name(Requirement(line)) for line in LOCK}
    assert names & known == set()
    assert {_name(one) for one in asked} <= names | known


def test_every_install_of_the_makefile_is_locked() -> None:
    """No command installs a version of its own choice; pip itself and what packages are built with are held too."""
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    installs = re.findall(r"^.*(?<!uv )\bpip install\b.*$", makefile, re.MULTILINE)
    assert len(installs) == 2, "FIRST_PIP and PIP, and each target uses one of them"
    assert all("--constraint constraints.txt" in line for line in installs)
    assert "--build-constraint constraints.txt" in installs[1]
    without = re.findall(r"^.*\buv pip install\b.*$", makefile, re.MULTILINE)  # `make newest` and `make lowest`
    assert len(without) == 1 and "--no-deps" in without[0] and "--build-constraint constraints.txt" in without[0]


def test_the_builder_and_its_theme_stay_in_the_series_that_is_tested() -> None:
    """A new series of MkDocs or Material is installed by nobody before it was tested here."""
    for wanted in _wanted():
        if _name(wanted) in ("mkdocs", "mkdocs-material"):
            major, minor = next(
                line.split("==")[1].split(".")[:2] for line in LOCK if line.startswith(f"{_name(wanted)}==")
            )
            assert not wanted.specifier.contains(f"{major}.{int(minor) + 1}.0"), wanted


def test_the_lock_of_npm_has_versions_and_digests_and_no_addresses() -> None:
    """Whatever registry is asked, what comes has to be what was locked; nothing runs when it is installed."""
    wanted = json.loads((REPOSITORY / "package.json").read_text("utf-8"))
    assert wanted["private"] and PACKAGES.pop("")["devDependencies"] == wanted["devDependencies"]
    assert {f"node_modules/{name}" for name in wanted["devDependencies"]} <= set(PACKAGES)
    for name, package in PACKAGES.items():
        assert package["integrity"].startswith("sha512-") and "resolved" not in package, name
        assert "hasInstallScript" not in package, name
    assert "omit-lockfile-registry-resolved=true" in (REPOSITORY / ".npmrc").read_text("utf-8").splitlines()


def test_the_makefile_installs_what_npm_has_locked() -> None:
    """`npm ci` takes the lock as it is, and is the only way in which packages come."""
    installs = re.findall(r"^\t\$\(NPM\) (.*)$", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert installs == ["ci", "update --save"], "`make update` renews the lock"
