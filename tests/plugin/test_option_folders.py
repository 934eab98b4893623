"""Options that name folders: what is wrong with them is told where they stand, and nothing is made of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from journeybook import checks
from journeybook.builders.config.precious import precious
from journeybook.builders.config.settings import cache_of, settings_of
from journeybook.builders.config.written import written
from journeybook.cli.project import open_project
from journeybook.handbook import load
from journeybook.problems import Problem
from journeybook.source import Document
from journeybook.store.cache_dir import NoCacheError
from small import MKDOCS_YML, SMALL, write

pytestmark = pytest.mark.slow

MORE = {"own/note.txt": "", "mine/main.html": "", "kept/x": "", "notes.txt": "", "../shared/x": "", ".git/HEAD": ""}


def opened(folder: Path, options: str, more: str = "", theme: str = "material") -> list[Problem]:
    """What is told of a handbook with these options, those that stand at mkdocs.yml."""
    text = MKDOCS_YML.replace("theme: material", f"theme: {theme}").replace(
        "[search, journeybook]", f"[search, journeybook: {{{options}}}]"
    )
    write(folder, SMALL | MORE | {"mkdocs.yml": text + more})
    project = open_project(folder / "mkdocs.yml")
    return checks.errors(checks.run(load(settings_of(project.config, project.options))))


CACHES = {
    "content": "content",
    "content/cache": "content",
    "journeys": "journeys",
    "toolkit/cache": "toolkit",
    "toolkit/../journeys/x": "journeys",
    "own": "own",
    "mine/x": "mine",
    "site": "site",
    "site/x": "site",
    ".": "content",
    "..": "content",
    "../shared/x": "../shared",
    ".git": ".git",
    ".git/x": ".git",
    "linked/x": "content",
}


@pytest.mark.parametrize(("cache", "part"), CACHES.items())
def test_a_cache_is_a_folder_of_its_own(tmp_path: Path, cache: str, part: str) -> None:
    """Outside of all that an author writes, and of the site; in no other place is anything kept."""
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "linked").symlink_to("content")
    options = f"templates: own, links: [../shared], cache: {cache}"
    told = opened(folder, options, theme="{name: material, custom_dir: mine}")
    assert [(problem.file, problem.line, problem.code) for problem in told] == [("mkdocs.yml", 4, "JB315")]
    assert told[0].source_line[told[0].column - 1 :].startswith(cache)
    assert str(told[0].message) == f"the cache’s files would be among those of ‘{part}’"
    project = open_project(folder / "mkdocs.yml")
    with pytest.raises(NoCacheError):
        cache_of(project.config, project.options)
    assert "what builds keep" not in {thing.what for thing in precious(project.config, project.options)}


@pytest.mark.parametrize("cache", ["notes.txt", '"~/kept"', '"~"', '""', '" "', "https://example.org/kept"])
def test_what_is_no_folder_is_no_cache(tmp_path: Path, cache: str) -> None:
    """A file, a word of a shell, nothing, an address: nothing is made of it."""
    told = opened(tmp_path / "book", f"cache: {cache}")
    assert [(problem.file, problem.line, problem.column, problem.code) for problem in told] == [
        ("mkdocs.yml", 4, 40, "JB315")
    ]
    project = open_project(tmp_path / "book/mkdocs.yml")
    if cache != '""':  # as if it were left out
        with pytest.raises(NoCacheError):
            cache_of(project.config, project.options)


@pytest.mark.parametrize("cache", ["kept", ".cache/journeybook", "new/new", "../kept", "content-cache", "linked"])
def test_a_folder_beside_may_be_a_cache(tmp_path: Path, cache: str) -> None:
    """There or not, in the handbook or beside it; `links` may name one around the handbook."""
    (tmp_path / "book").mkdir()
    (tmp_path / "book/linked").symlink_to("../elsewhere")
    assert opened(tmp_path / "book", f"cache: {cache}, links: [..]") == []
    project = open_project(tmp_path / "book/mkdocs.yml")
    assert cache_of(project.config, project.options).folder == tmp_path / "book" / cache


def test_the_site_s_folder_is_that_of_mkdocs_yml(tmp_path: Path) -> None:
    """Whatever it is called, and wherever it is named."""
    assert opened(tmp_path / "book", "cache: site", "site_dir: public\n") == []
    assert [problem.code for problem in opened(tmp_path / "book", "cache: public/x", "site_dir: public\n")] == ["JB315"]


MISSING = {
    "journeys: jorneys": ("‘jorneys’", "journeys"),
    "journeys: ./Journeys/": ("‘./Journeys/’", "journeys"),
    "toolkit: tolkit": ("‘tolkit’", "toolkit"),
    "templates: owns": ("‘owns’", "own"),
    "links: [../sharde]": ("‘../sharde’", "../shared"),
    "links: [../../shared]": ("‘../../shared’", "../shared"),
    "links: [../shared/, shared]": ("‘shared’", "../shared"),
    "links: ['../Shared, 2025']": ("‘../Shared, 2025’", "'../Shared, 2026'"),
}


@pytest.mark.parametrize(("options", "said"), MISSING.items())
def test_a_folder_that_is_not_there_is_told_with_the_nearest(
    tmp_path: Path, options: str, said: tuple[str, str]
) -> None:
    """As it would be written there; and nothing else is told, whatever names what would be in it."""
    (tmp_path / "Shared, 2026").mkdir()
    told = opened(tmp_path / "book", options)
    assert [(problem.line, problem.code, str(problem.message)) for problem in told] == [
        (4, "JB315", f"there is no folder {said[0]}")
    ]
    assert str(told[0].hint) == f"write `{said[1]}`"


@pytest.mark.parametrize("name", ["journeys", "toolkit"])
def test_folders_that_mkdocs_yml_does_not_name_may_be_missing(tmp_path: Path, name: str) -> None:
    """A handbook needs neither; but what names something in it is told then."""
    opened(tmp_path / "book", "")
    for path in (tmp_path / "book" / name).iterdir():
        path.unlink()
    (tmp_path / "book" / name).rmdir()
    project = open_project(tmp_path / "book/mkdocs.yml")
    told = checks.errors(checks.run(load(settings_of(project.config, project.options))))
    assert {problem.code for problem in told} == {"JB301"}


def test_the_user_s_folder_is_no_entry_of_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one around it; one in it is, and `~` is answered with the path that it stands for."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for entry in ("..", "../..", str(tmp_path), "/"):
        told = opened(tmp_path / "book", f"links: [{entry}]")
        assert [(problem.line, problem.code) for problem in told] == [(4, "JB315")]
        assert "holds all your files" in str(told[0].message)
    told = opened(tmp_path / "book", "links: ['~/shared', '~']")
    assert [str(problem.hint) for problem in told] == [
        "write `../shared`",
        "write the path, seen from mkdocs.yml, or all of it from the top of the disk",
    ]
    assert opened(tmp_path / "book", "links: [../shared]") == []


def test_an_option_is_told_where_it_stands(tmp_path: Path) -> None:
    """In a file that mkdocs.yml inherits; of two that have one name, at the one that counts."""
    write(tmp_path / "book", {"base.yml": "plugins:\n  journeybook:\n    journeys: jorneys\n    toolkit: tolkit\n"})
    text = "INHERIT: base.yml\nsite_name: A\ndocs_dir: content\ntheme: material\n"
    text += "plugins:\n  journeybook:\n    toolkit: toolkit\n    links: [../no]\n    links: [../not]\n"
    write(tmp_path / "book", SMALL | {"mkdocs.yml": text})
    project = open_project(tmp_path / "book/mkdocs.yml")
    told = checks.errors(checks.run(load(settings_of(project.config, project.options))))
    places = [(problem.file, problem.line, problem.code) for problem in told]
    assert places == [("base.yml", 3, "JB315"), ("mkdocs.yml", 9, "JB105"), ("mkdocs.yml", 9, "JB315")]


def test_a_problem_without_a_place_is_one_of_the_option_all_the_same(tmp_path: Path) -> None:
    """Settings that no file holds, as a program may make them."""
    opened(tmp_path / "book", "")
    project = open_project(tmp_path / "book/mkdocs.yml")
    settings = settings_of(project.config, project.options)
    given = Document("mkdocs.yml", "", {"journeys": "none"})
    wrong = replace(settings, journeys=tmp_path / "book/none", written={"journeys": given})
    told = checks.errors(checks.run(load(wrong)))
    assert [(problem.file, problem.line, problem.code) for problem in told] == [("mkdocs.yml", 0, "JB315")]


def test_a_key_that_is_no_text_is_no_option(tmp_path: Path) -> None:
    """It is passed over where places are looked for; what MkDocs says of it is another matter."""
    opened(tmp_path / "book", "journeys: jorneys")
    text = (tmp_path / "book/mkdocs.yml").read_text().replace("{journeys", "{[a, b]: c, journeys")
    config = open_project(tmp_path / "book/mkdocs.yml").config
    write(tmp_path / "book", {"mkdocs.yml": text})
    assert list(written(config, {"journeys": "jorneys"})) == ["journeys"]
