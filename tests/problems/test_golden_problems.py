"""Every mistake of `cases/`, and the words that an author reads about it. A new case is a folder and no Python."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from journeybook import checks, report
from journeybook.handbook import Settings, load

CASES = Path(__file__).parent / "cases"
TODAY = dt.date(2026, 11, 22)


def told(case: Path) -> str:
    """What `journeybook check` says of a case."""
    parts = {name: case / name for name in ("content", "journeys", "toolkit")}
    return report.as_text(checks.run(load(Settings(root=case, **parts, today=TODAY)))) + "\n"


@pytest.mark.parametrize("case", sorted(path for path in CASES.iterdir() if path.is_dir()), ids=lambda case: case.name)
def test_every_mistake_is_told_in_the_words_of_its_case(case: Path) -> None:
    """A case's files yield exactly the text of its expected.txt; JB_UPDATE=1 writes that file anew."""
    expected = case / "expected.txt"
    said = told(case)
    if os.environ.get("JB_UPDATE"):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")
