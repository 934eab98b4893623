"""No sum, count or choice of an edition's site tells of what is left out: it is as if that had never been written."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.test_edition_sites import ran
from small import write

pytestmark = pytest.mark.slow
CONFIG = (
    "site_name: Small\nsite_url: https://example.org/\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n"
    "  - journeybook:\n      cards: [a4]\n      editions:\n        mentee: {title: For mentees, audience: mentee}\n"
    "        team: {title: For the team}\n"
)
SHOWN = {
    "mkdocs.yml": CONFIG,
    "content/index.md": "# Home\n",
    "content/guide/index.md": "---\nquestions: [What for?]\n---\n# Guide\n\n![](toolkit:guide)\n",
    **{
        f"toolkit/open-{number}.yaml": f"title: Open {number}\nnumber: {number}\nduration: {number}0 min\n"
        f"chapter: guide\ntags: [open]\n"
        f"materials: [{{title: Pens, quantity: {number}, per: person}}]\nquestions: [Why {number}?]\n"
        for number in range(1, 4)
    },
    "journeys/way.yaml": "title: A way\nstages:\n  - {title: One, activities: [open-1], effort: 2}\n  - {title: Two}\n",
    "toolkit/workshops/day.yaml": (
        "title: A day\ngroup_size: 8\ndays:\n  - {start: '09:00', blocks: [{activity: open-1}, {activity: open-2}]}\n"
    ),
}
HIDDEN = {
    "toolkit/closed.yaml": (
        "title: Closed\nnumber: 4\nduration: 7 min\nchapter: guide\naudience: mentor\ntags: [open, closed]\n"
        "energy: high\ngroup: 9\nsetting: online\n"
        "materials: [{title: Pens, quantity: 5, per: person}]\nquestions: [Why not?]\n"
        "steps: [{title: Go, minutes: 7}]\nrelated: [open-1]\n"
    ),
    "journeys/closed.yaml": (
        "title: Closed way\naudience: mentor\nviews: [map]\nstages:\n"
        "  - {title: One, activities: [open-1, open-2], effort: 5, journey: way}\n  - {title: Two}\n"
    ),
    "toolkit/workshops/closed.yaml": (
        "title: Closed day\naudience: mentor\ngroup_size: 9\n"
        "days:\n  - {start: '09:00', blocks: [{activity: open-3}]}\n"
    ),
    "content/kept/index.md": "---\naudience: mentor\nquestions: [Who else?]\n---\n# Kept\n\n[](activity:open-2)\n",
}


def _site(folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    write(folder, files)
    ran(folder, "journeybook", "build", "--edition", "mentee", SOURCE_DATE_EPOCH="1800000000")
    return {
        path.relative_to(folder / "site").as_posix(): path.read_bytes()
        for path in (folder / "site").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_a_site_is_as_if_the_hidden_had_never_been(tmp_path: Path) -> None:
    """Byte by byte: pages, catalogue, filters, planner, question bank, cards, search, sitemap."""
    with_hidden, without = _site(tmp_path / "with", SHOWN | HIDDEN), _site(tmp_path / "without", SHOWN)
    assert with_hidden.keys() == without.keys()
    assert [path for path, content in with_hidden.items() if content != without[path]] == []
    assert any(path.endswith(".pdf") for path in without)
