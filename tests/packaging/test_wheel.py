"""What users install."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from small import SMALL, write

REPOSITORY = Path(__file__).parents[2]
LOCKED = {**os.environ, "PIP_CONSTRAINT": str(REPOSITORY / "constraints.txt")}
pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(REPOSITORY)]
    subprocess.run(command, check=True, capture_output=True, env=LOCKED)
    return next(folder.glob("journeybook-*.whl"))


def test_the_wheel_carries_the_theme(wheel: Path) -> None:
    """Templates, stylesheet parts, fonts with their licences and the catalogue are in it; tests are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for part in (
        "templates/journey.md.j2",
        "templates/parts/figure.html.j2",
        "overrides/404.html",
        "assets/css/tokens.css",
        "assets/fonts/LICENSE-Inter.txt",
        "assets/fonts/inter-latin-wght-normal.woff2",
        "assets/js/iframe-worker/LICENSE.txt",
    ):
        assert f"journeybook/theme/{part}" in names
    assert "journeybook/py.typed" in names and "journeybook/locale/journeybook.pot" in names
    others = ("tests/", "node_modules", "package.json", "package-lock", "tsconfig", "biome")
    assert not any(part in name for name in names for part in others)


def test_a_handbook_elsewhere_needs_only_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """In a fresh virtual environment with only the wheel, a handbook in another folder builds with two plugin words."""
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, env=LOCKED)
    folder = write(tmp_path / "book", SMALL)
    for command in (["mkdocs", "build", "--strict"], ["journeybook", "check"], ["journeybook", "build"]):
        result = subprocess.run(
            [str(scripts / command[0]), *command[1:]], cwd=folder, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
    assert "<svg" in (folder / "site/journeys/first-steps/index.html").read_text("utf-8")
    css = (folder / "site/assets/journeybook/journeybook.css").read_text("utf-8")
    assert "--jb-paper" in css and (folder / "site/assets/journeybook/fonts/LICENSE-Literata.txt").is_file()
