"""The site's own name, which Material puts into its pages as it is."""

from __future__ import annotations

from pathlib import Path

from journeybook.cli.project import open_project
from journeybook.plugin.settings import settings_of
from journeybook.plugin.theming import escape_names
from small import MKDOCS_YML, write

EVIL = "Mine & <script>alert(1)</script>"
SAFE = "Mine &amp; &lt;\u2060script&gt;alert(1)&lt;\u2060/script&gt;"


def test_names_of_mkdocs_yml_are_texts(tmp_path: Path) -> None:
    """Name, description and author have no HTML, and are not escaped a second time.

    A word joiner keeps what a script puts into the page as HTML from being a tag.
    """
    more = f"site_description: {EVIL}\nsite_author: {EVIL}\n"
    config = MKDOCS_YML.replace("Small handbook", EVIL) + more
    opened, plugin = open_project(write(tmp_path, {"mkdocs.yml": config, "content/index.md": "# x\n"}) / "mkdocs.yml")
    for _ in range(2):
        escape_names(opened)
        assert [opened.site_name, opened.site_description, opened.site_author] == [SAFE] * 3
    settings = settings_of(opened, plugin.config)
    assert (settings.name, settings.summary) == (EVIL, EVIL)
