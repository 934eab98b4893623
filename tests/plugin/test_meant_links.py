"""Links of pages whose address is nearly one: told with the form that is right, and right ones are quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from small import write

FILES = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\ntheme: {name: material}\nplugins: [journeybook]\n",
    "content/index.md": "# Welcome\n",
    "content/guide/cup.png": "x",
    "content/our rules/index.md": "# Our rules\n",
    "journeys/year.yaml": "title: A year\nstages: [{title: The start, id: a, questions: Why?}, {title: B}]\n",
    "toolkit/walk.yaml": "title: Walk\n",
}


def told(folder: Path, text: str) -> list[str]:
    """The hints of what is wrong with the links of a page."""
    write(folder, {**FILES, "content/guide/index.md": f"# Guide\n\n{text}\n"})
    project = open_project(folder / "mkdocs.yml")
    project.dress()
    book = load(settings_of(project.config, project.options))
    problems = project.inspect(Reading(book, checks.run(book))).problems
    return [str(one.hint) for one in problems if one.file == "content/guide/index.md"]


SNIPPET = "write `{}` on a line of its own, for which mkdocs.yml has `pymdownx.snippets`; or copy the text"
NO_ADDRESS = "write an address, such as `https://…` or `guide/index.md`; what is none belongs into the text"


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[us](see https://example.org)", "write `https://example.org` in its place"),
        ("[us](visit us: www.example.org)", None),
        ("[us](mailto:a@example.org; b@example.org)", "write `mailto:a@example.org,b@example.org` in its place"),
        ("[us](mailto://a@example.org)", "write `mailto:a@example.org` in its place"),
        ("[https://example.org](us)", "write `[us](https://example.org)`"),
        ("[us](Zoom 123 456)", NO_ADDRESS),
        ("[us](http:://example.org)", "write `http://example.org` in its place"),
        ("*[us]*(https://example.org)", "write `*[us](https://example.org)*`"),
        ("![](snippet:rules.md)", SNIPPET.format('--8<-- "rules.md"')),
        ("[x](include:rules.md)", SNIPPET.format('--8<-- "rules.md"')),
        ("![](picture:cup)", "write `cup.png`"),
        ("![](video:abc)", "the kinds are journey:, toolkit:, questions:, handout:"),
        ("[x](card:walk)", "write [x](activity:walk)"),
        ("![](questions:journey/year#The start)", "write `a`, the id of what has this title"),
    ],
)
def test_what_is_nearly_a_link_is_told_with_what_is_meant(tmp_path: Path, link: str, hint: str | None) -> None:
    """Once, and in the form to type."""
    found = told(tmp_path, link)
    assert (found == [hint]) if hint else found


@pytest.mark.parametrize(
    "link",
    [
        "[us](mailto:a@example.org,b@example.org?subject=a;b%20c)",
        "[us](https://example.org/a::b//c)",
        "[https://example.org](https://example.org)",
        "[Walk](activity:walk)",
        "*[us](https://example.org)*",
        "*[1]*(page 3)",
        "[us](matrix:r/us:example.org), [here](geo:1,2), [call](sip:a@example.org), [talk](zoommtg://zoom.us/join?x)",
        "![](questions:journey/year#a)",
    ],
)
def test_what_is_a_link_is_quiet(tmp_path: Path, link: str) -> None:
    """Whatever signs stand in it."""
    assert told(tmp_path, link) == []


def test_a_sign_of_another_program_is_told_once(tmp_path: Path) -> None:
    """Neither its address nor what Word has lost is told beside it."""
    assert told(tmp_path, "See [url=https://example.org]here[/url].") == ["write `[…](https://…)`"]
    assert len(told(tmp_path, "As in Error! Reference source not found. it helps.")) == 1
