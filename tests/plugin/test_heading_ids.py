"""The ids of headings: of any script, and of ASCII what they always were."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions.toc import slugify

from fuzz import examples
from journeybook import api
from journeybook.builders.config.settings import markdown_of
from journeybook.markdown.settings import render
from journeybook.markdown.slugs import heading_id
from small import MKDOCS_YML, SMALL, journeybook, mkdocs, write

TITLES = {
    "準備": "準備",
    "第1章　はじめに": "第1章-はじめに",
    "पहला कदम": "पहला-कदम",
    "การเตรียมตัว": "การเตรียมตัว",
    "الخطوة الأولى": "الخطوة-الأولى",
    "Що далі?": "що-далі",
    "Über uns": "über-uns",
    "Cafe\u0301 – first": "café-first",
    "What’s new?": "whats-new",
}
TEXT = "# Start\n\n" + "".join(f"## {title}\n\n[here](#{name})\n\n" for title, name in TITLES.items())


@pytest.mark.parametrize(("title", "name"), TITLES.items())
def test_a_heading_of_any_script_has_its_letters_for_an_id(title: str, name: str) -> None:
    """With the marks that belong to them, in lower case."""
    assert heading_id(title, "-") == name


@settings(max_examples=examples(60))
@given(st.text(st.characters(max_codepoint=126)))
def test_an_address_of_a_heading_in_ascii_stays(title: str) -> None:
    """It is what Markdown gives itself."""
    assert heading_id(title, "-") == slugify(title, "-")


def test_what_mkdocs_yml_says_of_ids_counts(tmp_path: Path) -> None:
    """Ours is there only where it says nothing."""
    own = (
        "markdown_extensions:\n  - toc: {permalink: true, slugify: !!python/name:markdown.extensions.toc.slugify ''}\n"
    )
    for more, name in (("", "über"), ("markdown_extensions: [toc]\n", "über"), (own, "uber")):
        folder = write(tmp_path, SMALL | {"mkdocs.yml": MKDOCS_YML + more})
        project = api.open_project(folder / "mkdocs.yml")
        api.load(project)
        assert f'id="{name}"' in render("# Über", markdown_of(project.config))


@pytest.mark.slow
def test_all_builders_give_headings_the_same_ids(tmp_path: Path) -> None:
    """MkDocs and Zensical; in the plain folder without journeybook, all but those with marks of their own."""
    folder = write(tmp_path, SMALL | {"content/guide/index.md": TEXT})
    sites = [folder / name for name in ("one", "two", "out/site")]
    for command in (["build", "-d", "one"], ["build", "-d", "two", "--builder", "zensical"], ["generate", "out"]):
        ended = journeybook(folder, *command)
        assert ended.returncode == 0, ended.stderr
        assert "anchor" not in ended.stderr
    assert mkdocs(folder, "build", "-q", "-f", "out/mkdocs.yml").returncode == 0
    one, two, plain = ([*_ids(site / "guide/index.html")] for site in sites)
    assert one == two == list(TITLES.values())
    assert set(one) - set(plain) == {"पहला-कदम", "การเตรียมตัว", "café-first"}


def _ids(page: Path) -> list[str]:
    html = page.read_text("utf-8")
    ids = re.findall(r'<h2 id="([^"]*)"', html)
    assert [unquote(link) for link in re.findall(r'<p><a href="#([^"]*)"', html)] == list(TITLES.values())
    return ids
