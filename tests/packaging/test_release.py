"""One version: of the package, the changelog, the citation, the guide and the tag."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import yaml

from journeybook import __version__
from reference import ROOT
from small import write

CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
DATE = r"\d{4}-\d{2}-\d{2}|unreleased"
READY = {
    "generator/journeybook/__init__.py": '"""A package."""\n\n__version__ = "1.2.0"\n',
    "CHANGELOG.md": "# Changelog\n\n## 1.2.0 – 2026-12-31\n\nNews.\n\n## 1.1.0 – 2026-10-01\n",
    "CITATION.cff": 'cff-version: 1.2.0\nversion: 1.2.0\ndate-released: "2026-12-31"\n',
    "content/authoring/problems.md": "# Problems\n\n    rev: v1.2.0\n",
}


def _faults() -> Callable[[Path, str], Iterable[str]]:
    spec = importlib.util.spec_from_file_location("release", ROOT / ".github/release.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    faults: Callable[[Path, str], Iterable[str]] = module.faults
    return faults


def test_the_version_is_one() -> None:
    """Package, newest heading of the changelog, citation and the hook in the guide have the same version."""
    (version, date), *_ = re.findall(rf"^## (.+) – ({DATE})$", CHANGELOG, re.MULTILINE)
    assert version == __version__
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == __version__
    assert str(cited.get("date-released", "unreleased")) == date
    assert f"rev: v{__version__}\n" in (ROOT / "content/authoring/problems.md").read_text("utf-8")


def test_the_changelog_is_by_release() -> None:
    """Each heading of the second level is a version with its date, which the newest may lack; newer ones come first."""
    found = re.findall(rf"^## (\d+)\.(\d+)\.(\d+) – ({DATE})$", CHANGELOG, re.MULTILINE)
    assert len(found) == len(re.findall("^## ", CHANGELOG, re.MULTILINE)) >= 2
    assert all(date != "unreleased" for *_, date in found[1:])
    versions = [tuple(map(int, heading[:3])) for heading in found]
    assert versions == sorted(versions, reverse=True)


def test_a_release_that_is_ready_is_let_through(tmp_path: Path) -> None:
    """Where all say the same, nothing is told."""
    assert list(_faults()(write(tmp_path, READY), "v1.2.0")) == []


@pytest.mark.parametrize(
    ("file", "now", "instead", "said"),
    [
        ("generator/journeybook/__init__.py", "1.2.0", "1.3.0", "The tag is v1.2.0, the package’s version is 1.3.0"),
        ("CHANGELOG.md", "– 2026-12-31", "– unreleased", "write ‘## 1.2.0 – ’ and today’s date"),
        ("CHANGELOG.md", "## 1.2.0", "## 1.2.1", "CHANGELOG.md begins with ‘## 1.2.1 – 2026-12-31’"),
        ("CITATION.cff", "\nversion: 1.2.0", "\nversion: 1.1.0", "CITATION.cff has version 1.1.0: write 1.2.0"),
        (
            "CITATION.cff",
            "2026-12-31",
            "2026-12-30",
            'CITATION.cff has 2026-12-30: write ‘date-released: "2026-12-31"’',
        ),
        ("CITATION.cff", 'date-released: "2026-12-31"\n', "", "CITATION.cff has no date-released"),
        ("content/authoring/problems.md", "v1.2.0", "v1.1.0", "has ‘rev: v1.1.0’: write ‘rev: v1.2.0’"),
    ],
)
def test_a_release_that_is_not_is_told_what_to_write(
    tmp_path: Path, file: str, now: str, instead: str, said: str
) -> None:
    """Each difference between tag, package, changelog and citation is told."""
    changed = READY[file].replace(now, instead)
    assert changed != READY[file]
    assert any(said in fault for fault in _faults()(write(tmp_path, READY | {file: changed}), "v1.2.0"))
