"""ARCHITECTURE.md is true: its rooms are the folders, in the order that the linter holds, and its files are there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator/journeybook"
TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def rooms() -> list[str]:
    """The first column of the table."""
    return re.findall(r"^\| `(\w+)` \|", TEXT, re.M)


def test_the_table_has_every_room() -> None:
    """Each package and module of the top level has a row, and there is no row for another."""
    found = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert sorted(rooms()) == sorted(found - {"__init__", "__main__"})


def test_the_table_is_in_the_linter_s_order() -> None:
    """From the top down, as the layers of the contract."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["name"] == "A room imports only rooms below it")
    assert rooms() == layers


def test_every_file_that_is_named_is_there() -> None:
    """Paths in the text lead to files."""
    named = set(re.findall(r"`([\w/]+/[\w.]+\.py)`", TEXT))
    assert len(named) > 20
    assert sorted(path for path in named if not (PACKAGE / path).is_file()) == []
