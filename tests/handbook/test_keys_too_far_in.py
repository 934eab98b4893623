"""A key that begins in the column of the text above it is a line of that text: it is told, and prose is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

STAGES = "title: A way\nstages:\n  - title: Start\n    questions: What now?\n"


def told(folder: Path, file: str, text: str) -> list[tuple[int, int, str]]:
    """The line, the column and the remedy of each JB464."""
    found = checks.run(book_of(folder, {file: text, "content/index.md": "# A\n"}))
    return [(one.line, one.column, str(one.hint)) for one in found if one.code == "JB464"]


@pytest.mark.parametrize(
    ("file", "text", "line", "column", "right"),
    [
        ("toolkit/a.yaml", "title: A\npurpose: >-\n  You ask.\n  status: draft\n", 4, 3, 1),
        ("toolkit/a.yaml", "title: A\npurpose: |\n  You ask.\n\n  duration: 30 min\n\n  And so on.\n", 5, 3, 1),
        ("toolkit/a.yaml", "title: A\npurpose: >\n  You ask.\n\n  objectives:\n    - Ask\n    - Listen\n", 5, 3, 1),
        ("toolkit/a.yaml", "title: A\ncautions: |\n  Mind.\n  related: three-wishes\n", 4, 3, 1),
        ("toolkit/a.yaml", "title: A\nsteps:\n  - text: |\n      - Ask.\n      minutes: 25\n", 5, 7, 5),
        ("toolkit/a.yaml", "title: A\nsteps:\n  - text: |\n      Ask.\n      grouping: pairs\n", 5, 7, 5),
        ("toolkit/a.yaml", "title: A\ncautions: |\n  Mind.\n  facilitator_notes: Be there early.\n", 4, 3, 1),
        ("journeys/a.yaml", f"{STAGES}    description: |\n      We begin.\n      period: during\n", 7, 7, 5),
        ("journeys/a.yaml", f"{STAGES}description: |\n  We begin.\n  goal: Trust\n", 7, 3, 1),
        ("journeys/a.yaml", f"{STAGES}description: |\n  Bring it.\n\n  status: draft\n", 8, 3, 1),
    ],
)
def test_a_key_too_far_in_is_told(tmp_path: Path, file: str, text: str, line: int, column: int, right: int) -> None:
    """At its place, with the column where it is a key; once, and no other remedy for that text."""
    assert told(tmp_path, file, text) == [(line, column, f"where it is a field of its own, begin it in column {right}")]


@pytest.mark.parametrize(
    "text",
    [
        "purpose: |\n  You ask.\n  note: bring a pen\n",
        "purpose: |\n  You ask.\n\n  Duration: 30 min\n",
        "purpose: |\n  You ask.\n  duration: as long as it takes you to say it\n",
        "purpose: |\n  Write:\n\n  ```yaml\n  status: draft\n  ```\n",
        "purpose: |\n  You ask.\n  group: with all who are there\n",
        "status: current\npurpose: |\n  You ask.\n  status: draft\n",
        "description: |\n  questions: these lead to wishes\n\n  And more.\n",
        "purpose: |\n  summary: what you know\n\n  And more.\n",
        "steps:\n  - text: |\n      Ask.\n      duration: 20 min\n",
        "purpose: |\n  You need\n  materials: pens and paper\n",
        "purpose: You ask for the status: it may be a draft\n",
    ],
)
def test_prose_is_not_told(tmp_path: Path, text: str) -> None:
    """Labels, examples in code, sentences, a key that is there, and a field of something else."""
    assert told(tmp_path, "toolkit/a.yaml", f"title: A\n{text}") == []
