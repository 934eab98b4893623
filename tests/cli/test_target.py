"""Where a site may be built, decided without a build: by the folders that are there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeybook.builders.config.precious import precious
from journeybook.cli.project import open_project
from journeybook.store.destination import (
    MANIFEST,
    DestinationError,
    Precious,
    check_place,
    check_site,
    instead_of,
    is_old_site,
    new_name,
    repositories_of,
)
from journeybook.store.manifest import ManifestError, write_manifest
from journeybook.store.same_place import lies_in
from small import MKDOCS_YML, write

OPTIONS = "search, journeybook: {templates: own, cache: kept, links: [../beside, ../around]}"
PAGE = '<meta name="generator" content="{}">'
MATERIAL, ZENSICAL = "mkdocs-1.6.1, mkdocs-material-9.8.2", "zensical-0.0.73"


def old_site(folder: Path, generator: str = MATERIAL) -> Path:
    """What a build of earlier days left."""
    page = PAGE.format(generator)
    return write(folder, {"index.html": page, "404.html": page, "sitemap.xml": "<urlset/>", "guide/index.html": page})


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder with journeys, a link to it from elsewhere, and mkdocs.yml."""
    folder = write(tmp_path / "book", {"mkdocs.yml": "", "journeys/a/b.yaml": "", "other/c.txt": ""})
    (tmp_path / "link").symlink_to(folder / "journeys")
    (folder / "linked").symlink_to("other")
    return folder


REFUSED = {
    "is": ("journeys", "destroy the journeys"),
    "is, by way of its parent": ("other/../journeys", "destroy the journeys"),
    "is, by a link": ("../link", "destroy the journeys"),
    "holds": (".", "destroy the journeys"),
    "holds, further out": ("..", "destroy the journeys"),
    "lies inside": ("journeys/a", "mix its files with the journeys"),
    "lies inside, and is not there": ("journeys/a/x/y", "mix its files with the journeys"),
    "lies inside, by a link, and is not there": ("../link/x", "mix its files with the journeys"),
}


@pytest.mark.parametrize(("target", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_holds_or_lies_inside_something_precious_is_refused(book: Path, target: str, said: str) -> None:
    """However it is written; the one sentence names the target, what would be lost, and what to write instead."""
    with pytest.raises(DestinationError) as told:
        check_place(book / target, [Precious("the journeys", book / "journeys")])
    line = str(told.value)
    assert line.startswith(f"Writing into {book / target} would {said} in {book / 'journeys'}; name a folder")
    assert line.endswith("such as `-d site`, or `site_dir: site` in mkdocs.yml.")


@pytest.mark.parametrize("target", ["site", "other", "journeys-site", "../site", "../book-site", "new/new/site"])
def test_what_lies_beside_is_allowed(book: Path, target: str) -> None:
    """Also where its name begins like that of something precious."""
    check_place(book / target, [Precious("the journeys", book / "journeys"), Precious("it", book / "mkdocs.yml")])


MISSING = {"journeys": True, "Journeys": True, "journeys/x": True, ".": True, "journeys-2": False, "x/journeys": False}


@pytest.mark.parametrize(("target", "refused"), MISSING.items())
def test_a_folder_that_is_not_there_yet_is_as_precious(tmp_path: Path, target: str, refused: bool) -> None:
    """Where neither is there, names count, and those that some systems cannot tell apart are one name."""
    assert lies_in(tmp_path / target, tmp_path / "journeys") == (refused and target != ".")
    try:
        check_place(tmp_path / target, [Precious("the journeys", tmp_path / "journeys")])
        told = False
    except DestinationError:
        told = True
    assert told == refused


def test_names_that_lead_to_one_folder_are_one_folder(tmp_path: Path) -> None:
    """Where letter case does not count, two names are one folder: as here, where a link stands for that."""
    (tmp_path / "journeys").mkdir()
    (tmp_path / "JOURNEYS").symlink_to("journeys")
    for target in ("JOURNEYS", "JOURNEYS/x", "journeys"):
        with pytest.raises(DestinationError):
            check_place(tmp_path / target, [Precious("the journeys", tmp_path / "journeys")])
    with pytest.raises(DestinationError):
        check_place(tmp_path / "journeys", [Precious("the journeys", tmp_path / "JOURNEYS")])


def test_the_place_of_a_link_is_as_precious_as_what_it_leads_to(tmp_path: Path) -> None:
    """A folder that holds a link to mkdocs.yml would lose it."""
    write(tmp_path, {"real/mkdocs.yml": "", "book/x.txt": ""})
    (tmp_path / "book/mkdocs.yml").symlink_to(tmp_path / "real/mkdocs.yml")
    settings = [Precious("the settings", tmp_path / "book/mkdocs.yml")]
    for target in ("book", "real"):
        with pytest.raises(DestinationError, match="destroy the settings"):
            check_place(tmp_path / target, settings)
    check_place(tmp_path / "book/site", settings)


@pytest.mark.parametrize("target", [".git", ".git/site", ".GIT/x", "sub/.git/x/y", "link/x"])
def test_a_repository_s_own_folder_is_refused(tmp_path: Path, target: str) -> None:
    """Whatever repository it is, and whether it is there or not."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "link").symlink_to(".git")
    with pytest.raises(DestinationError, match="history of a repository"):
        check_place(tmp_path / target, [])


def test_all_that_an_author_wrote_is_precious(tmp_path: Path) -> None:
    """The chapters, the YAML, both kinds of templates, what links lead to, what builds keep, and the settings."""
    config = MKDOCS_YML.replace("material", "{name: material, custom_dir: mine}").replace(
        "search, journeybook", OPTIONS
    )
    files = {"book/mkdocs.yml": "INHERIT: base.yml\n" + config, "book/base.yml": "", "beside/x": "", "book/inner/x": ""}
    write(tmp_path, files | {f"book/{name}/x": "" for name in ("content", "journeys", "toolkit", "mine", "own")})
    (tmp_path / "book/toolkit/linked").symlink_to("../inner")
    (tmp_path / "around").mkdir()
    (tmp_path / "book/content/around").symlink_to("../../around")
    project = open_project(tmp_path / "book/mkdocs.yml")
    found = {
        os.path.relpath(thing.path, tmp_path / "book"): thing.what
        for thing in precious(project.config, project.options)
    }
    assert found == {
        "content": "the chapters",
        "journeys": "the journeys",
        "toolkit": "the toolkit",
        "own": "the templates",
        "mine": "the templates",
        "../beside": "what links lead to",
        "../around": "what links lead to",
        "content/around": "what links lead to",
        "toolkit/linked": "what links lead to",
        "kept": "what builds keep",
        "mkdocs.yml": "the settings",
        "base.yml": "the settings",
    }


def test_the_repository_of_the_handbook_is_found_wherever_it_is(tmp_path: Path) -> None:
    """Above the handbook, and, for a worktree, where its file says that the history is."""
    write(tmp_path, {"main/.git/config": "", "store/x/HEAD": "", "tree/.git": "gitdir: ../store/x\n"})
    for book, targets in {"main/docs/book": ["main", "."], "tree/book": ["tree", "store", "store/x", "."]}.items():
        found = list(repositories_of(tmp_path / book))
        for target in targets:
            with pytest.raises(DestinationError, match="repository"):
                check_place(tmp_path / target, found)
        check_place(tmp_path / book / "site", found)
    assert list(repositories_of(tmp_path / "none")) == []


def test_a_folder_that_is_absent_empty_or_shows_nothing_is_a_site_s(tmp_path: Path) -> None:
    """What is hidden does not count: the `.git` of a worktree of published pages, as a file or as a folder."""
    check_site(tmp_path / "absent")
    check_site(tmp_path)
    write(
        tmp_path, {"one/.git": "gitdir: ../x\n", "two/.git/config": "", "two/.nojekyll": "", "three/lost+found/x": ""}
    )
    for name in ("one", "two", "three"):
        check_site(tmp_path / name)
    (tmp_path / "nowhere").symlink_to("not-there")
    check_site(tmp_path / "nowhere")


TAKEN: dict[str, tuple[dict[str, str], str, str]] = {
    "nothing is there": ({}, "journeys", "site"),
    "a site that is refused": ({"site/letter.txt": ""}, "site", "site-2"),
    "a site that another one would be refused for": ({"site/letter.txt": ""}, "content", "site-2"),
    "two of them": ({"site/x": "", "site-2": ""}, "site", "site-3"),
    "a site of ours": ({f"site/{MANIFEST}": '{"files": []}', "site/index.html": ""}, "content", "site"),
    "a site of ours that is refused": ({f"site/{MANIFEST}": '{"files": []}'}, "site", "site-2"),
    "a damaged one": ({f"site/{MANIFEST}": "{"}, "content", "site-2"),
}


@pytest.mark.parametrize(("files", "refused", "name"), TAKEN.values(), ids=TAKEN)
def test_the_name_that_is_offered_can_be_taken(tmp_path: Path, files: dict[str, str], refused: str, name: str) -> None:
    """Never the one that has just been refused, nor one that would be."""
    write(tmp_path, files)
    said = instead_of(tmp_path / refused, tmp_path)
    assert f"`-d {name}`, or `site_dir: {name}`" in said
    if "letter" in str(files):
        with pytest.raises(DestinationError, match=rf"letter.txt’; .*`-d {name}`.*, or move that away\.$"):
            check_site(tmp_path / "site", said)


def test_a_new_name_is_new(tmp_path: Path) -> None:
    """Neither a file nor a link to nothing has it."""
    assert new_name(tmp_path, "out") == "out"
    (tmp_path / "out").symlink_to("nowhere")
    (tmp_path / "out-2").touch()
    assert new_name(tmp_path, "out") == "out-3"


@pytest.mark.parametrize("target", ["~", "~/site", "https://example.org/site"])
def test_what_only_a_shell_or_a_browser_knows_is_no_folder(tmp_path: Path, target: str) -> None:
    """It would be one of that name."""
    for folder in (tmp_path / target, Path(target)):
        with pytest.raises(DestinationError, match=r"stands for no folder here\. Write the whole path, or name"):
            check_place(folder, [])


def test_a_damaged_list_is_told_with_what_loses_nothing(tmp_path: Path) -> None:
    """Its name, since it is hidden, and to save what is there before the folder goes."""
    write(tmp_path, {f"site/{MANIFEST}": "{", "site/letter.txt": ""})
    with pytest.raises(ManifestError) as told:
        check_site(tmp_path / "site")
    site = tmp_path / "site"
    assert str(told.value).startswith(f"{site / MANIFEST}, the hidden list of what was written there, is damaged. ")
    assert f"Move what is your own out of {site}, delete that folder, then" in str(told.value)


def test_a_folder_with_our_list_is_a_site_s_and_a_damaged_list_is_told(tmp_path: Path) -> None:
    """Whatever else is in it."""
    write(tmp_path, {"letter.txt": "mine\n"})
    write_manifest(tmp_path / MANIFEST, "journeybook build", [])
    check_site(tmp_path)
    for text in ("{", '{"files": 3}', "[]", "[" * 100_000, "\udcff"):
        (tmp_path / MANIFEST).write_bytes(text.encode("utf-8", "surrogateescape"))
        with pytest.raises(ManifestError, match="damaged"):
            check_site(tmp_path)


@pytest.mark.parametrize("generator", [MATERIAL, ZENSICAL])
def test_a_site_of_a_build_from_before_is_a_site(tmp_path: Path, generator: str) -> None:
    """By the line of its generator in two pages, and its sitemap."""
    assert is_old_site(old_site(tmp_path, generator))
    check_site(tmp_path)


def test_a_site_without_quotation_marks_is_a_site(tmp_path: Path) -> None:
    """What makes pages small takes them out."""
    page = "<meta name=generator content=zensical-0.1>"
    assert is_old_site(write(tmp_path, {"index.html": page, "404.html": page, "sitemap.xml": ""}))


@pytest.mark.parametrize(
    "missing", ["index.html", "404.html", "sitemap.xml", "the line in index.html", "that of 404.html"]
)
def test_what_only_looks_like_a_site_is_none(tmp_path: Path, missing: str) -> None:
    """One of the five marks is not there: it is refused, with the name of something that would be lost."""
    old_site(tmp_path)
    if "." in missing.split()[-1] and " " not in missing:
        (tmp_path / missing).unlink()
    else:
        write(tmp_path, {missing.split()[-1]: PAGE.format("Hugo 0.152")})
    assert not is_old_site(tmp_path)
    with pytest.raises(DestinationError, match=r"destroy what no build has put there, such as ‘(404|guide)"):
        check_site(tmp_path)


def test_a_file_and_a_pipe_are_no_site(tmp_path: Path) -> None:
    """They are told, and nobody waits for the other end of a pipe."""
    write(tmp_path, {"site": "", "piped/404.html": PAGE.format(MATERIAL), "piped/sitemap.xml": ""})
    os.mkfifo(tmp_path / "piped/index.html")
    with pytest.raises(DestinationError, match="is a file"):
        check_site(tmp_path / "site")
    with pytest.raises(DestinationError, match="destroy"):
        check_site(tmp_path / "piped")


def test_a_name_that_a_terminal_would_obey_is_shown_without_it(tmp_path: Path) -> None:
    """A control character in the name of a file is not printed."""
    write(tmp_path, {"a\x1b[31m.txt": ""})
    with pytest.raises(DestinationError) as told:
        check_site(tmp_path)
    assert "\x1b" not in str(told.value) and "‘a�[31m.txt’" in str(told.value)
