"""The invented handbooks that tests and benchmarks measure with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handbooks import Sizes, handbook_files, write_handbook
from invented import activities, chapters, journeys
from sites import ROOT, build_site
from small import journeybook

SIZES = Sizes(activities=14, journeys=3, workshops=2, chapters=3, sections=2)


@pytest.mark.slow
def test_a_seed_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    """Two runs of the command, with other hash seeds, write the same files."""
    found = []
    for hash_seed in ("1", "2"):
        folder = tmp_path / hash_seed
        sizes = [f"--{name}={count}" for name, count in vars(SIZES).items()]
        command = [sys.executable, str(ROOT / "benchmarks" / "handbooks.py"), str(folder), "--seed=7", *sizes]
        subprocess.run(command, env={"PYTHONHASHSEED": hash_seed}, capture_output=True, check=True)
        found.append({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert found[0] == found[1]
    assert {name: text.encode() for name, text in handbook_files(SIZES, seed=7)} == found[0]


def test_another_seed_gives_another_text() -> None:
    """The seed changes what the pages say, and not which pages there are."""
    one, two = dict(handbook_files(SIZES, seed=1)), dict(handbook_files(SIZES, seed=2))
    toolkit = [name for name in one if name.startswith("toolkit/") and "workshops" not in name]
    assert len(toolkit) == 14
    assert all(one[name] != two[name] for name in toolkit)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sizes", [SIZES, Sizes(0, 0, 0, 1, 0), Sizes(1, 1, 1, 1, 1), Sizes(3, 0, 2, 2), Sizes(0, 4, 0, 3)], ids=str
)
def test_the_checker_finds_nothing(tmp_path: Path, sizes: Sizes) -> None:
    """A handbook of any size is without an error and without a warning."""
    run = journeybook(write_handbook(tmp_path, sizes), "check", "--strict")
    assert run.stdout.strip() == "No problems found.", run.stdout


@pytest.mark.proof
def test_it_builds_strictly_with_every_page(tmp_path: Path) -> None:
    """Every activity, journey, workshop and section has its page."""
    book = write_handbook(tmp_path / "book", SIZES)
    site = tmp_path / "site"
    build_site(book, site)
    made = [path for path in book.rglob("*") if path.suffix in (".yaml", ".md")]
    assert len(made) == 14 + 3 + 2 + 3 * 3 + 1
    folders = {path.parent.name for path in site.rglob("index.html")}
    assert {path.stem for path in made if path.stem != "index"} <= folders


def test_names_are_the_numbers_own() -> None:
    """No two pages of a kind have one title, however many there are."""
    for kind, count in ((activities, 20_000), (journeys, 500), (chapters, 500)):
        titles = [kind.title(number) for number in range(count)]
        assert len(set(titles)) == count


def test_a_handbook_needs_a_chapter() -> None:
    """Activities and journeys say which chapter they are in."""
    with pytest.raises(ValueError, match="chapter"):
        list(handbook_files(Sizes(chapters=0)))
