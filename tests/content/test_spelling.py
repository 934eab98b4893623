"""The words of the handbook."""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]


def test_the_handbook_is_spelt_rightly() -> None:
    """typos, in British English, finds nothing in the chapters, journeys, activities and texts for newcomers."""
    program = Path(sysconfig.get_path("scripts")) / "typos"
    texts = ["content", "journeys", "toolkit", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
    texts += ["ARCHITECTURE.md", "GLOSSARY.md"]
    command = [str(program), "--config", "pyproject.toml", "--format", "brief", *texts]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (result.returncode, result.stdout) == (0, "")


def test_the_checker_finds_a_misspelling(tmp_path: Path) -> None:
    """The spelling test can fail."""
    (tmp_path / "text.md").write_text("Teh mentor recieves a lettre.\n", encoding="utf-8")
    program = Path(sysconfig.get_path("scripts")) / "typos"
    config = str(REPOSITORY / "pyproject.toml")
    result = subprocess.run([str(program), "--config", config, str(tmp_path)], capture_output=True, check=False)
    assert result.returncode != 0
