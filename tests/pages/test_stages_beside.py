"""Where a stage's page leads on: along the ways of its journey, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeybook.assembly import build
from journeybook.handbook import Settings, load
from journeybook.language.words import Words
from journeybook.pages.site import Site
from small import write

pytestmark = pytest.mark.slow
_WAY = r'<a href="#([\w-]+)"><small>([^<]+)</small>'


def beside(folder: Path, stages: str) -> list[tuple[list[str], list[str]]]:
    """For each stage what is offered before and after it, as ‘id’ or ‘id if …’."""
    write(folder, {"journeys/way.yaml": f"title: Way\nstages:\n{stages}"})
    parts = {name: folder / name for name in ("content", "journeys", "toolkit")}
    pages = {page.path: page for page in build.build(Site(load(Settings(root=folder, **parts)), Words("en")))}
    html = pages["journeys/way/index.md"].fills.fill(pages["journeys/way/index.md"].markdown)

    def side(body: str, name: str) -> list[str]:
        found = re.search(f'<div class="jb-{name}">(.*?)</div>', body, re.S)
        return [id + label.partition(",")[2] for id, label in re.findall(_WAY, found[1])] if found else []

    return [(side(body, "prev"), side(body, "next")) for body in html.split('<div class="jb-stage-body')[1:]]


def test_stages_in_a_row_lead_to_the_next_one(tmp_path: Path) -> None:
    """Without branches each stage leads to the one below it; the first has none before, the last none after."""
    assert beside(tmp_path, "  - A\n  - B\n  - C\n") == [([], ["b"]), (["a"], ["c"]), (["b"], [])]


def test_a_journey_that_branches_leads_along_its_branches(tmp_path: Path) -> None:
    """Each way stands with its condition, also one that goes back; what no way leads to is not offered."""
    stages = (
        "  - {title: A, next: [{to: b, condition: yes}, {to: c, condition: no}]}\n"
        "  - {title: B, next: d}\n"
        "  - {title: C, next: [{to: a, condition: it rains}, {to: e}]}\n"
        "  - {title: D, next: e}\n"
        "  - E\n"
    )
    assert beside(tmp_path, stages) == [
        ([], ["b if yes", "c if no"]),
        (["a"], ["d"]),
        (["a"], ["a if it rains", "e"]),
        (["b"], ["e"]),
        (["c", "d"], []),
    ]
