"""Plain links whose words are the title of another page than they lead to; what may be meant is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from small import write

PAGES = {
    "content/index.md": "# Welcome\n",
    "content/start/index.md": "# Start\n\n## What to bring\n",
    "content/start/talk.md": "# The first talk\n\nText.\n",
    "content/end/last.md": "# The last talk\n\nText.\n",
    "content/end/long.md": "# After the last talk\n\nText.\n",
    "content/end/bring.md": "# What to bring\n\nText.\n",
    "mkdocs.yml": "site_name: x\ntheme: material\ndocs_dir: content\nplugins: [journeybook]\n",
}


def told(folder: Path, link: str) -> list[tuple[int, int, str]]:
    """The place and the hint of each link of a page that is told."""
    write(folder, {**PAGES, "content/end/here.md": f"# Here\n\nSee {link} first.\n"})
    project = open_project(folder / "mkdocs.yml")
    book = load(settings_of(project.config, project.options))
    found = project.inspect(Reading(book, checks.run(book))).problems
    return [(one.line, one.column, str(one.hint)) for one in found if one.code == "JB414"]


@pytest.mark.parametrize(
    ("link", "right"),
    [
        ("[The first talk](last.md)", "../start/talk.md"),
        ("[*The first talk*](../start/index.md)", "../start/talk.md"),
        ("[The last talk](../start/talk.md)", "last.md"),
    ],
)
def test_the_title_of_another_page_is_told_with_that(tmp_path: Path, link: str, right: str) -> None:
    """As seen from the page."""
    ((line, _, hint),) = told(tmp_path, link)
    assert (line, hint) == (3, f"write `{right}`")


@pytest.mark.parametrize(
    "link",
    [
        "[The first talk](../start/talk.md)",
        "[The last talk](long.md)",
        "[What to bring](../start/index.md)",
        "[the first talk](../start/index.md)",
        "[Start](../start/talk.md)",
        "[The first talk](../start/index.md#what-to-bring)",
        "[The first talk](https://example.org/last.md)",
        "[Another talk](last.md)",
    ],
)
def test_what_may_be_meant_is_left_alone(tmp_path: Path, link: str) -> None:
    """Its own title or a part of it, a heading there, words of a sentence, one word alone, another site."""
    assert not told(tmp_path, link)
