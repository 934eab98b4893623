"""The site's own name, which Material puts into its pages as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.assembly import build
from journeybook.builders.config.mkdocs_yml import plain_config
from journeybook.builders.config.settings import settings_of
from journeybook.builders.config.theming import dress, escape_names
from journeybook.cli.project import open_project
from journeybook.handbook import load
from journeybook.language.words import Words
from journeybook.pages.site import Site
from site_html import pages_of
from small import MKDOCS_YML, journeybook, write

EVIL = "Mine & <script>alert(1)</script>"
SAFE = "Mine &amp; &lt;\u2060script&gt;alert(1)&lt;\u2060/script&gt;"


def test_names_of_mkdocs_yml_are_texts(tmp_path: Path) -> None:
    """Name, description and author have no HTML, and are not escaped a second time.

    A word joiner keeps what a script puts into the page as HTML from being a tag.
    """
    more = f"site_description: {EVIL}\nsite_author: {EVIL}\n"
    config = MKDOCS_YML.replace("Small handbook", EVIL) + more
    project = open_project(write(tmp_path, {"mkdocs.yml": config, "content/index.md": "# x\n"}) / "mkdocs.yml")
    for _ in range(2):
        escape_names(project.config)
        assert [project.config.site_name, project.config.site_description, project.config.site_author] == [SAFE] * 3
    settings = settings_of(project.config, project.options)
    assert (settings.name, settings.summary) == (EVIL, EVIL)


def test_names_are_inert_in_what_generate_writes(tmp_path: Path) -> None:
    """There no plugin of ours is at hand when the pages are made."""
    more = f"site_description: {EVIL}\nsite_author: {EVIL}\n"
    config = MKDOCS_YML.replace("Small handbook", EVIL) + more
    project = open_project(write(tmp_path, {"mkdocs.yml": config, "content/index.md": "# x\n"}) / "mkdocs.yml")
    dress(project.config)
    written = plain_config(project.config, project.read().book, nav=[], extra={}, numbered_pages=[])
    assert written.count("<\u2060script>") == 3 and "<script" not in written


@pytest.mark.slow
def test_titles_and_tags_in_front_matter_are_inert(tmp_path: Path) -> None:
    """Themes put them into their HTML as they are."""
    activity = f"title: {EVIL}\ntags: ['{EVIL}']\n"
    folder = write(tmp_path, {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# x\n", "toolkit/talk.yaml": activity})
    project = open_project(folder / "mkdocs.yml")
    pages = {
        page.path: page for page in build.build(Site(load(settings_of(project.config, project.options)), Words("en")))
    }
    assert pages["toolkit/talk/index.md"].meta["title"] == SAFE
    assert pages["toolkit/talk/index.md"].meta["tags"] == [SAFE]


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_window_says_the_name_once(tmp_path: Path, builder: str) -> None:
    """Whatever kind a page is: made by us, with the name as its own title, or as its heading."""
    name = "Fish & Chips – ours"
    config = MKDOCS_YML.replace("Small handbook", name)
    journey = {"journeys/first.yaml": "title: First\nstages: [One, Two]\n"}
    sites: dict[str, dict[str, str]] = {
        "made": {"content/part/index.md": "# A part\n"},
        "titled": {"content/index.md": f"---\ntitle: {name}\n---\n\nHello.\n"},
        "headed": {"content/index.md": f"# {name}\n"},
        "welcome": {"content/index.md": "---\ntitle: Welcome\n---\n\nHello.\n"},
        "about": {"content/index.md": "# Hello\n", "content/about.md": f"---\ntitle: {name}\n---\n\nHello.\n"},
    }
    for case, files in sites.items():
        folder = write(tmp_path / case, {"mkdocs.yml": config, **journey, **files})
        result = journeybook(folder, "build", "--builder", builder)
        assert result.returncode == 0, result.stderr
        pages = pages_of(folder / "site")
        titles = {address: page.all("title")[0].words for address, page in pages.items()}
        odd = {address: title for address, title in titles.items() if title.count(name) != 1}
        assert odd == {}, case
        welcome = ["Welcome", "-"] if case == "welcome" else []
        assert " ".join(titles[""].split()) == " ".join([*welcome, name])
