"""`journeybook build --profile`: where the time goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow

ROW = re.compile(r"^ *([\w/. -]+?) {2,}(\d+\.\d{3}) +(\d+\.\d)% *$", re.M)
STAGES = ["read", "link", "check", "diagrams", "pages", "builder", "rest"]


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_every_stage_is_named_and_all_add_up(tmp_path: Path, builder: str) -> None:
    """Each stage has its seconds and its share; together they are the total, and all of it."""
    folder = write(tmp_path, SMALL)
    result = journeybook(folder, "build", "--profile", "--builder", builder)
    assert result.returncode == 0, result.stderr
    rows = {name: (float(seconds), float(share)) for name, seconds, share in ROW.findall(result.stdout)}
    assert [name for name in rows if name in STAGES] == STAGES
    total, all_of_it = rows["total"]
    assert all_of_it == 100
    assert sum(rows[stage][0] for stage in STAGES) == pytest.approx(total, abs=0.01)
    assert sum(rows[stage][1] for stage in STAGES) == pytest.approx(100, abs=1)
    said = re.search(r"\((\d+\.\d) s\)", result.stdout)
    assert said and total >= float(said[1]) - 0.1  # printed before the watch stops


def test_what_the_builder_does_is_told_apart(tmp_path: Path) -> None:
    """Of MkDocs, Markdown, templates, search and writing are named, each with a part of the builder's time."""
    folder = write(tmp_path, SMALL)
    rows = ROW.findall(journeybook(folder, "build", "--profile").stdout)
    seconds = {name: float(spent) for name, spent, _ in rows}
    parts = [seconds[name] for name in ("Markdown", "templates", "search", "writing")]
    assert all(part > 0 for part in parts) and sum(parts) <= seconds["builder"] + 0.01


def test_the_slowest_pages_are_named(tmp_path: Path) -> None:
    """Five pages at most, the slowest first, by the paths of their Markdown."""
    folder = write(tmp_path, SMALL)
    below = journeybook(folder, "build", "--profile").stdout.partition("slowest pages")[2]
    found = [(name, float(seconds)) for name, seconds, _ in ROW.findall(below)]
    assert len(found) == 5 and all(name.endswith(".md") for name, _ in found)
    assert found == sorted(found, key=lambda row: -row[1])


def test_measuring_changes_no_page(tmp_path: Path) -> None:
    """The site is the same with the option and without it."""
    folder = write(tmp_path, SMALL)
    assert journeybook(folder, "build", "--profile").returncode == 0
    first = {path: path.read_bytes() for path in folder.glob("site/**/*.html")}
    assert "slowest" not in journeybook(folder, "build").stdout
    assert first and {path: path.read_bytes() for path in folder.glob("site/**/*.html")} == first
