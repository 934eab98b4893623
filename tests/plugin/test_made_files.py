"""Links into the folders of generated pages: what is made there is right, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from journeybook.problems import Problem
from small import write

FILES = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\ntheme: {name: mkdocs}\nplugins: [journeybook]\n",
    "content/index.md": "# Welcome\n",
    "journeys/year.yaml": "title: A year\nviews: [path, map]\nstages: [{title: A, questions: Why?}, {title: B}]\n",
    "toolkit/walk.yaml": "title: Walk\nresources: [{title: Routes, file: files/routes.txt}]\n",
    "toolkit/files/routes.txt": "North.\n",
    "toolkit/workshops/day.yaml": "title: A day\ndays: [{start: '9:00', blocks: [{title: Talk, minutes: 5}]}]\n",
}
NEITHER = "put the file there, or take the link out"


def told(folder: Path, text: str) -> list[Problem]:
    """What is said of the links of a page."""
    write(folder, {**FILES, "content/guide/index.md": f"# Guide\n\n{text}\n"})
    project = open_project(folder / "mkdocs.yml")
    book = load(settings_of(project.config, project.options))
    problems = project.inspect(Reading(book, checks.run(book))).problems
    return [one for one in problems if one.code == "JB322"]


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("![A path](../journeys/year/path.svg)", "write `journey:year?view=path` in its place"),
        ("![A path](../journeys/year/year_map.png)", "write `journey:year?view=map` in its place"),
        ("[A path](../journeys/year/path.pdf)", "write `journey:year` in its place"),
        ("![A cup](../journeys/year/cup.png)", NEITHER),
        ("[A plan](../toolkit/plan.pdf)", NEITHER),
        ("![A cup](../toolkit/cup.jpg)", NEITHER),
        ("![A cup](../questions/cup.jpg)", NEITHER),
        ("[Dates](../toolkit/workshops/day/dates.ics)", NEITHER),
        ("[Routes](../toolkit/walk/routes.txt)", NEITHER),
    ],
)
def test_a_file_that_nobody_makes_is_told(tmp_path: Path, link: str, hint: str) -> None:
    """With the drawing that is meant, where a journey has it; written so, it is right."""
    (problem,) = told(tmp_path, link)
    assert str(problem.hint) == hint
    if "journey:" in hint:
        assert told(tmp_path, link.partition("(")[0] + f"({hint.split('`')[1]})") == []


@pytest.mark.parametrize(
    "address",
    [
        "../journeys/year/year-path.svg",
        "../journeys/year/year-path-wide.svg",
        "../journeys/year/year-map.pdf",
        "../toolkit/workshops/day/day.ics",
        "../toolkit/walk/files/routes.txt",
        "../toolkit/activity-cards-a4.pdf",
        "../questions/question-cards-letter.pdf",
        "../toolkit/activities.json",
    ],
)
def test_a_file_that_is_made_is_right(tmp_path: Path, address: str) -> None:
    """Whether or not this build makes it: options say so, and a page may be written before."""
    assert told(tmp_path, f"[It]({address})") == []


@pytest.mark.parametrize("words", ["the page", "page"])
def test_a_link_of_a_chat_is_told_in_the_form_of_markdown(tmp_path: Path, words: str) -> None:
    """Which is right, then."""
    (problem,) = told(tmp_path, f"See <https://example.org|{words}>.")
    assert f"`[{words}](https://example.org)`" in str(problem.hint)
    assert told(tmp_path, f"See [{words}](https://example.org).") == []
