"""Old addresses in the sites of all builders: files that lead on, in no search, list or sitemap."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugin.test_captioned import _generated, _with_mkdocs, _with_zensical
from small import ACTIVITY, SMALL, write

pytestmark = pytest.mark.slow

MKDOCS = """
site_name: Small handbook
site_url: https://example.org/book/
docs_dir: content
theme: material
validation: {anchors: warn}
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee]}
        team: {title: For the team}
      edition: team
"""
GUIDE = """---
aliases: [old-guide/, "older/handbook.html"]
---
# The guide { #top aliases="start-here" }

Read [it](activity:chat), [the plan](journey:old-steps#plan), [this](#help) and [that](two.md#was).

<!-- for: mentor -->

## Hidden { #hid aliases="was-hidden" }

<!-- end for -->

## Whom to call { #call aliases="help" }
"""
HANDOUTS = "aliases: chat\nhandouts: [{title: Sheet, id: sheet, aliases: paper, fields: Wish}]\n"
FILES = SMALL | {
    "mkdocs.yml": MKDOCS,
    "toolkit/talk.yaml": ACTIVITY + HANDOUTS,
    "toolkit/secret.yaml": "title: For mentors\naliases: was-secret\naudience: mentor\n",
    "journeys/first-steps.yaml": f"{SMALL['journeys/first-steps.yaml']}aliases: old-steps\n",
    "content/guide/index.md": GUIDE,
    "content/guide/two.md": "# Two\n\nSet { aliases=was }\n-------------------\n\nSee [it](index.md#was-hidden).\n",
    "content/guide/closed.md": "---\naudience: mentor\naliases: was-closed.md\n---\n# Closed\n",
}
OLD = (
    *("old-guide/index.html", "old-guide/two/index.html", "older/handbook.html", "journeys/old-steps/index.html"),
    *("toolkit/chat/index.html", "toolkit/chat/sheet/index.html", "toolkit/talk/paper/index.html"),
)
FOR_MENTORS = ("toolkit/was-secret/index.html", "was-closed/index.html")


@pytest.mark.parametrize("build", [_with_mkdocs, _generated, _with_zensical])
@pytest.mark.parametrize("edition", ["mentee", "team"])
def test_old_addresses_lead_on(tmp_path: Path, build: Callable[[Path, str], Path], edition: str) -> None:
    """In an edition those of what it shows."""
    site = build(write(tmp_path, FILES), edition)
    for name in OLD + (FOR_MENTORS if edition == "team" else ()):
        page = (site / name).read_text("utf-8")
        for href in re.findall(r'(?:href|url)="?(?!https)([^";]+)"', page):
            there = (site / name).parent / href
            assert (there if there.suffix else there / "index.html").is_file(), (name, href)
        assert re.search(r'rel="canonical" href="https://example.org/book/[\w/-]+/"', page)
    names = [*site.rglob("sitemap.xml"), *site.rglob("search*.json"), *site.rglob("search/**/*.json")]
    told = "".join(path.read_text("utf-8") for path in names)
    assert not [word for word in ("old-guide", "old-steps", "toolkit/chat", "paper/", "was-") if word in told]
    guide = (site / "guide/index.html").read_text("utf-8")
    assert [id for id in ("start-here", "help") if f'<span class="jb-alias" id="{id}"></span>' in guide] == [
        "start-here",
        "help",
    ]
    assert re.search(r'<a href="\.\./toolkit/talk/(index\.html)?">it</a>', guide)
    assert "aliases=" not in guide and 'id="was"' in (site / "guide/two/index.html").read_text("utf-8")
    everything = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert ("was-hidden" in everything) == (edition == "team")
    assert not [name for name in FOR_MENTORS if (site / name).exists()] or edition == "team"
