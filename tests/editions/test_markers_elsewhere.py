"""Markers of blocks for some where nothing reads them: mkdocs.yml and templates. No edition comes out of these."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.test_attacks import FOLDER, SECRET, _written
from editions.test_edition_sites import QUIET
from small import run

pytestmark = pytest.mark.slow
BLOCK = f"<p></p>\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n"
PAGE = '{%% extends "base.html" %%}{%% block content %%}%s{%% endblock %%}'
BUILD, GENERATE, ZENSICAL = ("build",), ("generate", "site"), ("build", "--builder", "zensical")
IN_TEMPLATES = {"404.html": PAGE % BLOCK, "sitemap.xml": BLOCK, "partials/copyright.html": BLOCK}
LEADING = {
    "404.html": PAGE % f"\n<a href='/hb/{SECRET}/'>x</a>",
    "sitemap.xml": f"<a></a>\n<loc>https://example.org/hb/{SECRET}/</loc>",
}


def _refused(folder: Path, *command: str) -> str:
    ended = run(folder, "journeybook", *command, "--edition", "mentee", **QUIET)
    assert ended.returncode != 0 and not (folder / "site").exists()
    said = ended.stdout + ended.stderr
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("command", [BUILD, GENERATE])
@pytest.mark.parametrize("name", IN_TEMPLATES)
def test_a_marker_in_a_template_is_refused(tmp_path: Path, name: str, command: tuple[str, ...]) -> None:
    """With its place in the template of the handbook's own, whatever it makes."""
    said = _refused(_written(tmp_path, {f"overrides/{name}": IN_TEMPLATES[name]}), *command)
    assert f"overrides/{name}:2:1: ‘<!-- for: mentor -->’ stands in a template" in said


@pytest.mark.parametrize("name", LEADING)
def test_an_address_in_a_template_that_is_no_page_is_refused(tmp_path: Path, name: str) -> None:
    """As one in a page is."""
    said = _refused(_written(tmp_path, {**FOLDER, f"overrides/{name}": LEADING[name]}), "build")
    assert f"overrides/{name}:2:" in said and "leads to what the edition leaves out" in said


def test_zensical_writes_no_marker_of_a_sitemap(tmp_path: Path) -> None:
    """It copies what it does not render."""
    folder = _written(tmp_path, {"overrides/sitemap.xml": BLOCK})
    assert "overrides/sitemap.xml:2:1: ‘<!-- for: mentor -->’ stands in a template" in _refused(folder, *ZENSICAL)


@pytest.mark.parametrize("command", [BUILD, GENERATE])
@pytest.mark.parametrize(
    "top",
    [
        "extra: {a: '<!-- for: mentor --> q7bcd4 <!-- end for -->'}\n",
        "extra: {'<!-- for: mentor --> q7bcd4 <!-- end for -->': a}\n",
        "site_description: '<!-- for: mentor --> q7bcd4 <!-- end for -->'\n",
        "nav: [{'<!-- for: mentor --> q7bcd4 <!-- end for -->': index.md}]\n",
    ],
)
def test_a_marker_in_mkdocs_yml_is_refused(tmp_path: Path, top: str, command: tuple[str, ...]) -> None:
    """Where a site shows it, and where only a folder has it."""
    said = _refused(_written(tmp_path, {"top": top}), *command)
    assert "mkdocs.yml:6:" in said and "‘<!-- for: mentor -->’ stands here, where nothing reads it" in said


def test_templates_and_options_without_them_build(tmp_path: Path) -> None:
    """Comments of another kind are nobody's business, nor is what a comment of the template has."""
    files = {
        "overrides/404.html": PAGE % "<!-- for IE --> <!-- mentors --> {# <!-- for: mentor --> #} q7shwn4",
        "top": "copyright: '<!-- for all --> q7shwn4'\n",
    }
    folder = _written(tmp_path, files)
    ended = run(folder, "journeybook", "build", "--edition", "mentee", **QUIET)
    assert ended.returncode == 0, ended.stderr
    assert "q7shwn4" in (folder / "site/404.html").read_text("utf-8")
