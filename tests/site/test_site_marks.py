"""Every printed sheet says which handbook, which edition and which version it is of; so does what is exported."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser

from journeybook.pages.artifact import Fills
from journeybook.pages.mark import mark_of_page
from printed import Printed
from sites import serving
from small import SMALL, journeybook, run, write

CONFIG = """
site_name: Small handbook
site_url: https://example.org/hb/
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      edition: mentee
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
"""
HANDOUT = "handouts: [{title: A sheet, fields: [{label: Today, lines: 90}]}]\n"
FILES = {
    **SMALL,
    "mkdocs.yml": CONFIG,
    "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + HANDOUT,
    "content/index.md": "# Welcome\n\nHello.\n",
}
SHEET = "toolkit/talk/a-sheet/index.html"
CHAPTER = "guide/index.html"
JOURNEY = "journeys/first-steps/index.html"
_FOOT = re.compile(r'<p class="jb-sheet-foot" aria-hidden="true">([^<]*)</p>')


def _feet(site: Path) -> dict[str, str]:
    """The line of every page that has one, by the page's path."""
    pages = {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in site.rglob("*.html")}
    return {path: found[1] for path, text in pages.items() if (found := _FOOT.search(text))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook, built for mentees."""
    folder = write(tmp_path_factory.mktemp("marks"), FILES)
    assert journeybook(folder, "build").returncode == 0
    return folder


@pytest.mark.slow
def test_every_page_has_its_own(folder: Path) -> None:
    """With the edition's title; no two pages of different words have one mark."""
    feet = _feet(folder / "site")
    assert {SHEET, CHAPTER, JOURNEY, "index.html"} <= feet.keys()
    assert all(re.fullmatch(r"Small handbook · For mentees · v [0-9a-f]{6}", text) for text in feet.values())
    assert len({feet[path] for path in (SHEET, CHAPTER, JOURNEY, "index.html")}) == 4


@pytest.mark.slow
def test_each_sheet_of_a_print_has_it(folder: Path, browser: Browser) -> None:
    """In its margin; without scripts it stands once, below the text."""
    feet = _feet(folder / "site")
    with serving(folder / "site") as served:
        for scripts in (True, False):
            context = browser.new_context(java_script_enabled=scripts)
            page = context.new_page()
            page.goto(served + SHEET.removesuffix("index.html"))
            if scripts:
                page.wait_for_function("document.querySelector('.jb-sheet-foot').hidden")
            sheets = Printed(page.pdf(prefer_css_page_size=True)).reader.pages
            said = [" ".join(sheet.extract_text().split()).count(feet[SHEET]) for sheet in sheets]
            assert len(said) > 1
            assert said == [1] * len(said) if scripts else sum(said) == 1
            assert not page.locator(".jb-sheet-foot").is_visible()  # on the screen
            context.close()


@pytest.mark.slow
def test_other_builders_say_the_same(folder: Path) -> None:
    """The folder that is written out, built by MkDocs alone, and Zensical."""
    feet = _feet(folder / "site")
    assert journeybook(folder, "generate", "out").returncode == 0
    assert run(folder, "mkdocs", "build", "-q", "-f", "out/mkdocs.yml", "-d", str(folder / "plain")).returncode == 0
    done = journeybook(folder, "build", "--builder", "zensical", "-d", "zensical")
    assert done.returncode == 0, done.stderr
    for site in ("plain", "zensical"):
        other = _feet(folder / site)
        assert {path: other.get(path) for path in feet} == feet


@pytest.mark.slow
def test_exports_say_the_same(folder: Path) -> None:
    """A handout in Word has the mark of its page."""
    feet = _feet(folder / "site")
    assert journeybook(folder, "export", "a.docx", "--only", "handout:talk").returncode == 0
    document: Any = docx.Document(str(folder / "a.docx"))
    assert document.sections[0].footer.paragraphs[0].text.partition("\t")[0] == feet[SHEET]
    assert journeybook(folder, "export", "a.json").returncode == 0
    assert re.fullmatch("[0-9a-f]{6}", json.loads((folder / "a.json").read_text("utf-8"))["mark"])


@pytest.mark.slow
def test_only_what_changes_has_another(tmp_path: Path) -> None:
    """A word on one page changes the mark of that page; one for the team changes none of the mentees'."""
    write(tmp_path, FILES)
    assert journeybook(tmp_path, "build").returncode == 0
    before = _feet(tmp_path / "site")
    talk = FILES["toolkit/talk.yaml"].replace("label: Today", "label: Yesterday")
    (tmp_path / "toolkit/talk.yaml").write_text(talk + "facilitator_notes: Only for the team.\n", "utf-8")
    assert journeybook(tmp_path, "build").returncode == 0
    after = _feet(tmp_path / "site")
    assert [path for path in before if before[path] != after[path]] == [SHEET]


def test_a_mark_is_of_words() -> None:
    """Not of addresses, tags and white space, which builders write in other ways; of drawings and blocks, too."""
    fills = Fills()
    block = fills.block('<p><a href="../a/">One</a> &amp; two</p>')
    figure = fills.figure("<svg><text>three</text></svg>")
    first = mark_of_page(f"# Head\n\n{block}\n\n{figure}\n", fills)
    other = Fills()
    same = f"# Head\n{other.block('<p> <a>One</a> & two</p>')}\n{other.figure('<svg><g><text>three</text></g></svg>')}"
    assert mark_of_page(same, other) == first
    other.figures["f1"] = "<svg><text>four</text></svg>"
    assert mark_of_page(same, other) != first
