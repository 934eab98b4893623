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
    "toolkit/workshops/day.yaml": "title: A day\ndays: [{date: 2027-01-14, start: '9:00', blocks: "
    "[{title: Talk, minutes: 5}]}]\n",
}
NEITHER = "put the file there, or take the link out"


def told(folder: Path, text: str, *codes: str, **more: str) -> list[Problem]:
    """What is said of the links of a page."""
    write(folder, {**FILES, "content/guide/index.md": f"# Guide\n\n{text}\n", **more})
    project = open_project(folder / "mkdocs.yml")
    if project.config.theme.name == "material":
        project.dress()
    book = load(settings_of(project.config, project.options))
    problems = project.inspect(Reading(book, checks.run(book))).problems
    return [one for one in problems if one.code in (codes or ("JB322",))]


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


@pytest.mark.parametrize("more", ["", "date: 2027-01-14, "])
def test_a_calendar_file_that_is_not_made_is_told(tmp_path: Path, more: str) -> None:
    """Of a workshop without a date, or without a block for those who come."""
    audience = ", audience: coordinator" if "date" in more else ""
    day = f"title: A day\ndays: [{{{more}start: '9:00', blocks: [{{title: Talk, minutes: 5{audience}}}]}}]\n"
    (problem,) = told(tmp_path, "[It](../toolkit/workshops/day/day.ics)", **{"toolkit/workshops/day.yaml": day})
    assert str(problem.hint) == NEITHER


@pytest.mark.parametrize("address", ["#top", "#Top", "../index.md#top", "../journeys/year/index.md#top"])
def test_the_top_of_a_page_is_there_without_a_name(tmp_path: Path, address: str) -> None:
    """Browsers have it; `#to` and `#topics` they have not."""
    assert told(tmp_path, f"[Up again]({address})", "JB323", **MATERIAL) == []
    assert told(tmp_path, "[Up again](#topics)", "JB323", **MATERIAL)


@pytest.mark.parametrize("words", ["the page", "page"])
def test_a_link_of_a_chat_is_told_in_the_form_of_markdown(tmp_path: Path, words: str) -> None:
    """Which is right, then."""
    (problem,) = told(tmp_path, f"See <https://example.org|{words}>.")
    assert f"`[{words}](https://example.org)`" in str(problem.hint)
    assert told(tmp_path, f"See [{words}](https://example.org).") == []


MATERIAL = {"mkdocs.yml": "site_name: x\ndocs_dir: content\ntheme: {name: material}\nplugins: [journeybook]\n"}


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("../journeys/year/index.md#nope", "take `#nope` out"),
        ("../journeys/year/index.md#view-mop", "write `#view-map`"),
        ("../toolkit/walk/index.md#stepps", "take `#stepps` out"),
        ("../toolkit/index.md#top-of-it", "take `#top-of-it` out"),
        ("../toolkit/workshops/day/index.md#day-1", "take `#day-1` out"),  # there is but one day
    ],
)
def test_a_part_that_no_generated_page_has_is_told(tmp_path: Path, address: str, hint: str) -> None:
    """As one of an author's page is, with the nearest that there is."""
    (problem,) = told(tmp_path, f"[It]({address})", "JB323", **MATERIAL)
    assert str(problem.hint) == hint


@pytest.mark.parametrize(
    "address",
    [
        "journeys/year/index.md#a",
        "journeys/year/index.md#view-map",
        "toolkit/walk/index.md#to-read-and-download",
        "toolkit/walk/index.md#run",
        "toolkit/walk/index.md#start=18:00",
        "toolkit/workshops/day/index.md#run=2",
        "toolkit/planner/index.md#anything",
        "questions/index.md#journey-year",
        "toolkit/index.md#my-words",
    ],
)
def test_a_part_that_a_generated_page_has_is_right(tmp_path: Path, address: str) -> None:
    """Of its template, of scripts, and of the author's words above it."""
    own = {"content/toolkit/index.md": "# Toolkit\n\n## My words\n"}
    assert [str(one.message) for one in told(tmp_path, f"[It](../{address})", "JB323", **MATERIAL, **own)] == []


@pytest.mark.parametrize(
    "address",
    [
        "https://drive.google.com/file/d/1AbC/view?usp=sharing",
        "https://www.dropbox.com/s/abc/cup.png?dl=0",
        "https://onedrive.live.com/?id=abc",
        "https://photos.app.goo.gl/AbC",
        "https://example.sharepoint.com/:i:/s/team/abc",
        "https://www.canva.com/design/abc/view",
        "https://www.google.com/imgres?imgurl=https%3A%2F%2Fexample.org%2Fmug.jpg",
        "https://www.bing.com/images/search?view=detailV2&id=1",
        "https://github.com/us/book/blob/main/cup.png",
        "https://commons.wikimedia.org/wiki/File:Cup.png",
    ],
)
def test_a_page_that_shows_a_picture_is_told_where_a_picture_belongs(tmp_path: Path, address: str) -> None:
    """A link to it is right."""
    (problem,) = told(tmp_path, f"![A cup]({address})", "JB454")
    assert "is a page that shows a picture" in str(problem.message)
    assert told(tmp_path, f"[A cup]({address})", "JB454") == []


@pytest.mark.parametrize(
    "address",
    [
        "https://drive.google.com/uc?export=view&id=1AbC",
        "https://www.dropbox.com/s/abc/cup.png?raw=1",
        "https://raw.githubusercontent.com/us/book/main/cup.png",
        "https://github.com/us/book/blob/main/cup.png?raw=true",
        "https://upload.wikimedia.org/wikipedia/commons/a/a1/Cup.png",
        "https://commons.wikimedia.org/wiki/Special:FilePath/Cup.png",
        "https://docs.google.com/drawings/d/abc/pub?w=480",
    ],
)
def test_a_picture_that_others_give_is_right(tmp_path: Path, address: str) -> None:
    """Where the same hosts give the picture itself."""
    assert told(tmp_path, f"![A cup]({address})", "JB454", "JB322") == []


@pytest.mark.parametrize(
    "path", ["/Users/anna/Desktop/cup.png", "/Volumes/Team/cup.png", "/home/anna/Pictures/cup.png"]
)
def test_a_path_of_somebodys_computer_is_told(tmp_path: Path, path: str) -> None:
    """Which begins at its top; `/home/…` and others may be of the server."""
    (problem,) = told(tmp_path, f"![A cup]({path})")
    assert str(problem.message) == f"nobody else has ‘{path}’"
    assert told(tmp_path, "[a](/home/cup.png), [b](/home/anna/), [c](/users/anna/), [d](/files/cup.png)") == []


@pytest.mark.parametrize(
    ("begin", "is_told"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", True),
        (b"\n<!DOCTYPE html><html></html>", True),
        (b"\x89PNG\r\n", False),
    ],
)
def test_a_picture_that_is_none_is_told(tmp_path: Path, begin: bytes, is_told: bool) -> None:
    """What stands for one, and a page that was saved in its place."""
    write(tmp_path, FILES)
    folder = tmp_path / "content/guide"
    folder.mkdir()
    (folder / "cup.png").write_bytes(begin)
    assert bool(told(tmp_path, "![A cup](cup.png)", "JB454")) == is_told


def test_a_page_with_a_number_sign_in_its_name_is_answered_with_its_address(tmp_path: Path) -> None:
    """Behind that sign stands a heading, so that the file is not found by its name."""
    more = {"content/session #1.md": "# One\n\nAsk.\n", "content/index.md": "# A\n\n[One](session #1.md)\n"}
    (problem,) = told(tmp_path, "B.", "JB452", **MATERIAL, **more)
    assert str(problem.hint).startswith("write `session%20%231.md`, or call the file by a name without `#`")
