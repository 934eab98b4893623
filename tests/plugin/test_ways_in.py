"""The pages of roles, in the sites of all builders and in editions."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from plugin.test_captioned import _generated, _with_mkdocs, _with_zensical
from small import ACTIVITY, SMALL, journeybook, write

pytestmark = pytest.mark.slow

MKDOCS = """
site_name: Small handbook
site_url: https://example.org/book/
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee]}
        team: {title: For the team}
      edition: team
"""
FILES = SMALL | {
    "mkdocs.yml": MKDOCS,
    "toolkit/talk.yaml": ACTIVITY + "participants: [mentor, mentee]\n",
    "toolkit/secret.yaml": "title: Kept for mentors\naudience: mentor\n",
    "content/guide/kept.md": "---\naudience: mentor\n---\n# Between mentors\n",
    "content/toolkit/index.md": "# Our tools\n",
    "content/for/mentee.md": "# You, our mentees\n\nBegin [here](../guide/index.md).\n",
}


NAMES = ["For whom", "1 The guide", "Journeys", "Questions", "Our tools"]
"""What the navigation calls the folders, where nobody has written one: as the pages that open them."""


@pytest.mark.parametrize("build", [_with_mkdocs, _generated, _with_zensical])
@pytest.mark.parametrize("edition", ["mentee", "team"])
def test_each_role_has_its_page(tmp_path: Path, build: Callable[[Path, str], Path], edition: str) -> None:
    """The home page leads there; an edition has those of its roles, with what it shows."""
    site = build(write(tmp_path, FILES), edition)
    mentee = (site / "for/mentee/index.html").read_text("utf-8")
    assert "You, our mentees" in mentee and "A talk" in mentee and "For mentees</h1>" not in mentee
    home = (site / "index.html").read_text("utf-8")
    found = re.findall(
        r'<a href="([^"]*)">([^<]*)</a>', home.partition('<ul class="jb-roles">')[2].partition("</ul>")[0]
    )
    names = ["For mentors", "You, our mentees"] if edition == "team" else ["You, our mentees"]
    assert [name for _, name in found] == names
    assert all((site / href / ("" if href.endswith(".html") else "index.html")).is_file() for href, _ in found)
    assert (site / "for/mentor/index.html").exists() == (edition == "team")
    everything = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert ("Between mentors" in everything) == (edition == "team") == ("Kept for mentors" in everything)
    tabs = home.partition('<nav class="md-tabs"')[2].partition("</nav>")[0]
    titles = [" ".join(re.sub("<[^>]*>", "", item).split()) for item in tabs.split('<li class="md-tabs__item')[1:]]
    assert [title.partition(">")[2].strip() for title in titles][1:] == NAMES
    listed = (site / "for/index.html").read_text("utf-8")
    assert [name in listed for name in ("For mentors", "You, our mentees")] == [edition == "team", True]


def test_folders_of_chapters_without_numbers_are_named_as_well(tmp_path: Path) -> None:
    """With `numbers: false`, a folder has the title of its chapter; one that the author has named keeps its name."""
    options = "      numbers: false\n"
    files = FILES | {"mkdocs.yml": MKDOCS + options, "content/plain/page.md": "# A page\n"}
    folder = write(tmp_path, files)
    assert journeybook(folder, "generate", "made").returncode == 0
    nav = (folder / "made/mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2]
    assert "- The guide:\n" in nav and "- Plain:\n" in nav and "- For whom:\n" in nav


def test_a_book_has_them_below_their_list(tmp_path: Path) -> None:
    """The EPUB has the pages of roles where the navigation has their list."""
    folder = write(tmp_path, FILES)
    result = journeybook(folder, "export", "book.epub")
    assert result.returncode == 0, result.stderr
    with zipfile.ZipFile(folder / "book.epub") as book:
        contents = book.read("book/contents.xhtml").decode()
    said = re.sub("<[^>]*>", "|", contents)
    assert re.search(r"For whom\|+For mentors\|+You, our mentees\|", re.sub(r"\s", " ", said).replace("| |", "||"))
