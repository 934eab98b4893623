"""The banner and the link for feedback, in the sites of all builders."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from plugin.test_captioned import _generated, _with_mkdocs, _with_zensical
from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow

MKDOCS = """
site_name: Small & fine
site_url: https://example.org/book/
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      banner:
        - text: "**Worried?** Call, or see [](activity:talk) and [home](https://example.org/home)."
        - {text: "Mentors, see [](journey:first-steps#plan).", audience: mentor}
      feedback: mailto:team@example.org
      editions:
        mentee: {title: For mentees, audience: [mentee]}
        team: {title: For the team}
      edition: team
"""
FILES = SMALL | {
    "mkdocs.yml": MKDOCS,
    "content/index.md": "# Welcome\n",
    "content/guide/deep/one.md": "# Salt & pepper: why?\n",
    "content/guide/quiet.md": "---\nhide: [feedback]\n---\n# Quiet\n",
}


def _banner(html: str) -> str:
    found = re.findall(r'<div class="jb-banner".*?</div>', html, re.S)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("build", [_with_mkdocs, _generated, _with_zensical])
@pytest.mark.parametrize("edition", ["mentee", "team"])
def test_every_page_has_them(tmp_path: Path, build: Callable[[Path, str], Path], edition: str) -> None:
    """On each page, also on the one that is not there; links lead on from there, titles are filled in."""
    site = build(write(tmp_path, FILES), edition)
    pages = sorted(site.rglob("*.html"))
    pages = [page for page in pages if "assets" not in page.parts]
    assert len(pages) > 10
    for page in pages:
        html = page.read_text("utf-8")
        banner = _banner(html)
        assert ("Mentors, see" in banner) == (edition == "team")
        assert '<a data-out href="https://example.org/home">' in banner
        href = next(link for link in re.findall(r'href="([^"]*)"', banner) if "talk" in link)
        there = site / href.removeprefix("/book/") if href.startswith("/") else page.parent / href
        assert (there if there.suffix else there / "index.html").is_file(), (page, href)
        feedback = re.findall(r'<p class="jb-feedback"><a href="([^"]*)">([^<]*)</a></p>', html)
        assert len(feedback) == (page.name != "404.html" and page.parent.name != "quiet")
    html = (site / "guide/deep/one/index.html").read_text("utf-8")
    href = unescape(re.findall(r'<p class="jb-feedback"><a href="([^"]*)">', html)[0])
    letter = parse_qs(urlsplit(href).query)
    title = "For mentees" if edition == "mentee" else "For the team"
    assert letter["subject"] == [f"Small & fine · {title}: 1.2 Salt & pepper: why?"]
    assert letter["body"] == ["https://example.org/book/guide/deep/one/"] and unquote(href).startswith("mailto:team@")
    told = "".join(path.read_text("utf-8") for path in site.rglob("*.json"))
    assert "Worried" not in told


def test_its_name_is_a_text_where_letters_run_to_the_left(tmp_path: Path) -> None:
    """An attribute has no elements: an English word is parted from Arabic by characters."""
    arabic = MKDOCS.replace("theme: material", "theme: {name: material, language: ar}")
    site = _with_mkdocs(write(tmp_path, FILES | {"mkdocs.yml": arabic}), "team")
    opening = re.findall(
        r'<div class="jb-banner" role="region" aria-label="([^"]*)">', (site / "index.html").read_text("utf-8")
    )
    assert opening == ["\u2068Notice\u2069"]


def test_a_plain_handbook_has_neither(tmp_path: Path) -> None:
    """Nothing is on the pages where nothing is said."""
    plain = re.sub(r"      (banner|  -|feedback).*\n", "", MKDOCS)
    site = _with_mkdocs(write(tmp_path, FILES | {"mkdocs.yml": plain}), "team")
    html = "".join(page.read_text("utf-8") for page in site.rglob("*.html"))
    assert "jb-banner" not in html and "jb-feedback" not in html


def test_exports_have_the_banner(tmp_path: Path) -> None:
    """The JSON as Markdown that leads to the web, the EPUB behind its title; of an edition, its own."""
    folder = write(tmp_path, FILES)
    for name in ("book.json", "book.epub"):
        result = journeybook(folder, "export", name, "--edition", "mentee")
        assert result.returncode == 0, result.stderr
    banner = json.loads((folder / "book.json").read_text("utf-8"))["banner"]
    assert banner == [
        "**Worried?** Call, or see [toolkit activity 1, A talk](https://example.org/book/toolkit/talk/)"
        " and [home](https://example.org/home)."
    ]
    with zipfile.ZipFile(folder / "book.epub") as book:
        title = book.read("book/title.xhtml").decode()
    assert re.search(r'<aside class="jb-book-banner".*Worried.*href="part-\d+\.xhtml".*</aside>', title, re.S)
