"""Handbooks with one kind of thing alone: no page asks for what is only there when something else is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from sites import Open, build_site, serving
from small import JOURNEY, MKDOCS_YML, write

pytestmark = pytest.mark.proof

ADDRESS = "https://book.example/site/"
ALONE = JOURNEY.replace("    activities: [talk]\n", "")
WALK = "title: A walk\nsteps: [Walk., Talk.]\nhandouts: [{title: Notes, fields: [Name]}]\n"
WORKSHOP = "title: One hour\ndays: [{start: '18:00', date: 2027-03-01, blocks: [{title: Welcome, minutes: 10}]}]\n"
RETIRED = "status: retired\n"
FILES = {
    "nothing": {},
    "chapters": {
        "content/guide/index.md": "---\nquestions: [What now?]\n---\n# Guide\n",
        "content/guide/a.md": "# A\n",
    },
    "journey": {"journeys/way.yaml": ALONE},
    "activity": {"toolkit/walk.yaml": WALK},
    "activity-without-steps": {"toolkit/walk.yaml": "title: A walk\n"},
    "workshop": {"toolkit/workshops/hour.yaml": WORKSHOP},
    "retired": {
        "journeys/way.yaml": ALONE + RETIRED,
        "toolkit/walk.yaml": WALK + RETIRED,
        "toolkit/workshops/hour.yaml": WORKSHOP + RETIRED,
    },
    "workshop-and-retired-activity": {"toolkit/workshops/hour.yaml": WORKSHOP, "toolkit/walk.yaml": WALK + RETIRED},
    "own-index-of-the-toolkit": {"toolkit/workshops/hour.yaml": WORKSHOP, "content/toolkit/index.md": "# Tools\n"},
}
RUNS = ("activity", "workshop", "retired", "workshop-and-retired-activity", "own-index-of-the-toolkit")


def dead_ends(site: Path) -> list[str]:
    """The addresses of the site's own, in its pages, that lead to no file."""
    found = []
    for page in sorted(site.rglob("*.html")):
        here = ADDRESS + page.relative_to(site).as_posix()
        for address in re.findall(
            r'\s(?:href|src|xlink:href|data-jb-(?:data|steps|home|planner))="([^"#{][^"]*)"', page.read_text("utf-8")
        ):
            to = urlsplit(urljoin(here, unescape(address)))
            path = site.parent / unquote(to.path).lstrip("/")
            if to.netloc == urlsplit(ADDRESS).netloc and not (path.is_file() or (path / "index.html").is_file()):
                found.append(f"{page.relative_to(site)}: {address}")
    return found


@pytest.mark.parametrize(("name", "files"), FILES.items(), ids=FILES)
def test_nothing_is_asked_for_that_is_not_there(
    window: Open, tmp_path: Path, name: str, files: Mapping[str, str]
) -> None:
    """No page has an error in its console or a link into the void, and what can be run has its button."""
    config = MKDOCS_YML + f"site_url: {ADDRESS}\n"
    book = write(tmp_path / "book", {"mkdocs.yml": config, "content/index.md": "# Welcome\n", **files})
    site = tmp_path / "site"
    build_site(book, site)
    assert dead_ends(site) == []
    run = 0
    with serving(site) as base:
        reader = window(1280, base=base)
        for path in sorted(site.rglob("*.html")):
            page = reader.open(path.relative_to(site).as_posix())
            page.wait_for_load_state("networkidle")
            run += page.locator("[data-jb-run-open]:visible").count()
            assert reader.found() == [], path
    assert (run > 0) == (name in RUNS)
