"""Files among the chapters that are nearly pages, copies, or left by programs; what is right is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.handbook.nearly_pages import copied, is_left_behind, page_name, to_rename
from journeybook.model.editions import Edition

TOLD = ("JB475", "JB476")


def told(folder: Path, files: dict[str, str], **settings: object) -> list[tuple[str, str, str]]:
    """The file, the code and the hint of each file of `content/` that is told as none of its pages."""
    found = checks.run(book_of(folder, files, **settings))
    return [(one.file, one.code, str(one.hint)) for one in found if one.code in TOLD]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("talk.md.txt", "talk.md"),
        ("talk.md.md", "talk.md"),
        ("talk.markdown", "talk.md"),
        ("talk.mdown", "talk.md"),
        ("talk.MD", "talk.md"),
        ("Index.md", "index.md"),
        ("INDEX.MD", "index.md"),
        ("index.markdown", "index.md"),
        ("readme.md", "index.md"),
        ("Readme.md", "index.md"),
        ("home.md", "index.md"),
    ],
)
def test_what_is_nearly_a_page_is_told_with_its_name(tmp_path: Path, name: str, right: str) -> None:
    """Whatever ending somebody or a system has given it, with the name that it should have."""
    ((file, code, hint),) = told(tmp_path, {f"content/{name}": "# A talk\n"})
    assert (file, code, hint) == (f"content/{name}", "JB475", f"rename it to `{right}`")


@pytest.mark.parametrize(("name", "is_shown"), [("talk.markdown", True), ("talk.mkd", True), ("talk.md.txt", False)])
def test_what_mkdocs_makes_a_page_of_is_said_so(tmp_path: Path, name: str, is_shown: bool) -> None:
    """Since readers have it: a file of another ending is none for MkDocs either."""
    found = checks.run(book_of(tmp_path, {f"content/{name}": "# A talk\n"}))
    assert ["MkDocs shows it" in str(one.message) for one in found if one.code == "JB475"] == [is_shown]


@pytest.mark.parametrize("name", ["talk.md~", "talk.md.bak", "talk.md.orig", "Thumbs.db", "desktop.ini", "~$talk.docx"])
def test_what_programs_leave_is_told(tmp_path: Path, name: str) -> None:
    """It is published with the rest, and may be an old version of a text."""
    ((file, code, _),) = told(tmp_path, {f"content/{name}": "x", "content/index.md": "# Welcome\n"})
    assert (file, code) == (f"content/{name}", "JB476")


@pytest.mark.parametrize(
    "name",
    [
        *("talk copy.md", "talk copy 2.md", "talk (1).md", "talk - Copy.md", "talk - Kopie.md", "Copy of talk.md"),
        *("talk (Anna's conflicted copy).md", "talk (Anna's conflicted copy 2026-11-29).md", "Kopie von talk (2).md"),
        *("talk (conflicted copy 2026-11-29 101112).md", "talk.sync-conflict-20261129-101112-ABCDEFG.md"),
    ],
)
def test_a_copy_beside_its_page_is_told(tmp_path: Path, name: str) -> None:
    """But not where the page is not there, nor where the navigation names it."""
    copy = {f"content/{name}": "# A talk\n", "content/index.md": "# Welcome\n"}
    assert told(tmp_path, copy) == []
    both = copy | {"content/talk.md": "# A talk\n"}
    assert [(file, code) for file, code, _ in told(tmp_path, both)] == [(f"content/{name}", "JB476")]
    assert told(tmp_path, both, nav=["index.md", "talk.md", name]) == []


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """Files to take along, pages of any name, a README beside an index, what the site does not have."""
    files = {
        "content/index.md": "# Welcome\n",
        "content/notes.txt": "Notes",
        "content/form (1).pdf": "%PDF",
        "content/data.json": "{}",
        "content/guide/README.md": "# A guide\n",
        "content/guide/home.md": "# At home\n",
        "content/guide/good-copy.md": "# Good copy\n",
        "content/guide/good.md": "# Good\n",
        "content/guide/Listening.md": "# Listening\n",
        "content/toolkit/index.md": "",
        "content/attic/old.md.bak": "# Old\n",
    }
    assert told(tmp_path, files, is_left_out=lambda path: path.startswith("attic/")) == []


def test_the_right_name_that_is_taken_is_not_offered(tmp_path: Path) -> None:
    """Then one of the two is to be deleted."""
    files = {"content/index.md": "# Welcome\n", "content/talk.md": "# A talk\n", "content/talk.md.txt": "# A talk\n"}
    ((_, _, hint),) = told(tmp_path, files)
    assert hint == "`talk.md` stands beside it: delete one of the two"


def test_names_are_judged_by_themselves() -> None:
    """A page, a folder's opening beside another name of it, a copy of nothing."""
    assert page_name("talk.md") is None and page_name("talk.txt") is None
    assert page_name("readme.md", ["index.md", "readme.md"]) is None
    assert copied("talk (1).yaml", ["talk.yaml"]) == "talk.yaml" and copied("talk (1).yaml", ["walk.yaml"]) is None
    assert not is_left_behind("talk.md") and not is_left_behind("old.md")


def test_a_page_that_is_missing_is_found_by_its_folder() -> None:
    """The file of the same folder that nearly has its name is to be renamed, and none of another folder."""
    known = ["guide/talk.md.txt", "other/walk.md.txt", "guide/plan.docx"]
    assert str(to_rename("guide/talk.md", known)) == "rename `guide/talk.md.txt` to `talk.md`"
    assert to_rename("guide/walk.md", known) is None
    assert str(to_rename("guide/plan.md", known)) == "write what is in `guide/plan.docx` in `plan.md`, as Markdown"


BARE = "write something, or delete the file"
WRITTEN = {f"content/guide/{name}.md": f"# {name}\n\nHello.\n" for name in ("a", "b", "c")} | {
    "content/index.md": "# Welcome\n\nHello.\n"
}


@pytest.mark.parametrize("text", ["# Later\n", "---\ntitle: Later\n---\n", "---\ntitle: Later\n---\n\n# Later\n\n"])
def test_a_page_with_a_title_alone_is_told_where_others_are_written(tmp_path: Path, text: str) -> None:
    """Readers come to it as to the others; in a handbook that is only begun it is told of none."""
    assert told(tmp_path / "a", WRITTEN | {"content/guide/later.md": text}) == [
        ("content/guide/later.md", "JB475", BARE)
    ]
    assert told(tmp_path / "b", {"content/index.md": "# Welcome\n", "content/guide/later.md": text}) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("guide/index.md", "# A guide\n"),
        ("toolkit.md", "# Our toolkit\n"),
        ("guide/more.md", "---\nquestions: Why?\n---\n\n# More\n"),
        ("guide/more.md", "---\ntemplate: own.html\n---\n\n# More\n"),
        ("guide/more.md", "# More\n\n<!-- material/tags -->\n"),
        ("guide/more.md", "# More\n\n![](toolkit:guide)\n"),
    ],
)
def test_a_page_below_which_something_stands_is_not_told(tmp_path: Path, name: str, text: str) -> None:
    """What opens a folder or a generated page, and what its front matter or a template fills."""
    assert told(tmp_path, WRITTEN | {f"content/{name}": text}) == []


ENTRIES = {"toolkit/three-wishes.yaml": "title: Wishes\n", "toolkit/draft-one.yaml": "title: Draft\nstatus: draft\n"}


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("toolkit/three-wish.md", "toolkit/three-wishes.md"),
        ("toolkit/three-wishs/index.md", "toolkit/three-wishes.md"),
        ("toolkit/three-wishes.md", None),
        ("toolkit/draft-one.md", None),
        ("toolkit/how-to-choose.md", None),
        ("toolkit/workshops/index.md", None),
        ("toolkit/planner.md", None),
        ("guide/three-wish.md", None),
    ],
)
def test_what_nearly_introduces_something_is_told(tmp_path: Path, name: str, right: str | None) -> None:
    """With the id that there is; a page of the navigation is one of its own."""
    files = ENTRIES | {f"content/{name}": "# Wishes\n\nWords.\n"}
    expected = [(f"content/{name}", "JB475", f"rename it to `{right}`")] if right else []
    assert told(tmp_path, files) == expected
    assert told(tmp_path, files, nav=[name]) == []


LOST = '{% extends "journeybook/404.html" %}{% block content %}{{ super() }}<p>…</p>{% endblock %}'
LOST_IN = f"write `overrides/404.html`, with its text in place of the dots: `{LOST}`"


def test_a_page_for_what_is_not_there_is_told(tmp_path: Path) -> None:
    """It is `/404/`, which no host shows; what is `404.html` is, and a page of the menu is meant as one."""
    files = {"content/404.md": "# Not here\n\nTry the search.\n"}
    ((file, code, hint),) = told(tmp_path, files)
    assert (file, code, hint) == (
        "content/404.md",
        "JB475",
        f"{LOST_IN}; and below `theme:` in mkdocs.yml the line `custom_dir: overrides`",
    )
    assert told(tmp_path, {}, overrides=tmp_path / "overrides") == [("content/404.md", "JB475", LOST_IN)]
    for right in ({"directories": False}, {"nav": ["404.md"]}, {"extended": True}, {"is_left_out": lambda path: True}):
        assert told(tmp_path, {}, **right) == []
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/404.html").write_text("x", "utf-8")
    (_, _, hint), *_ = told(tmp_path, {}, overrides=tmp_path / "overrides")
    assert hint == "write its text there, and delete this page"


def test_a_page_in_another_language_beside_its_original_is_told(tmp_path: Path) -> None:
    """Readers would find both in one menu; an ending that is no language, or that nothing stands beside, is a name."""
    files = {f"content/{name}.md": "# A talk\n\nText.\n" for name in ("index", "talk", "talk.de", "talk.qq", "week.fr")}
    ((file, code, hint),) = told(tmp_path, files)
    assert (file, code) == ("content/talk.de.md", "JB475")
    assert "a handbook of its own for each language" in hint


def test_languages_are_those_of_another_plugin_where_there_is_one(tmp_path: Path) -> None:
    """It knows what to do with them."""
    assert not told(
        tmp_path, {f"content/{name}.md": "# A talk\n\nText.\n" for name in ("talk", "talk.de")}, extended=True
    )


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("for/mentor.md", "for/mentor/index.md"),
        ("toolkit/talk.md", "toolkit/talk/index.md"),
        ("toolkit/workshops/day.md", None),
        ("for/mentor/index.md", None),
        ("for/mentee.md", None),
        ("guide/talk.md", None),
    ],
)
def test_an_introduction_beside_what_it_means_is_told(tmp_path: Path, path: str, right: str | None) -> None:
    """In a site whose pages have no folders, where both would be shown; else one introduces the other."""
    files = {f"content/{path}": "# Hello\n\nRead this.\n", "toolkit/talk.yaml": "title: A talk\naudience: mentor\n"}
    hints = [hint for _, _, hint in told(tmp_path, files, directories=False)]
    assert hints == ([f"rename it to `{right}`"] if right else [])
    assert told(tmp_path, files) == []


EDITIONS = (Edition("mentee", "For mentees", frozenset({"mentee"})), Edition("team", "For all"))


def _told_of_roles(folder: Path, files: dict[str, str], **settings: object) -> list[tuple[str, str, str]]:
    book = book_of(folder, files, **settings)
    found = checks.run(replace(book, editions=EDITIONS))
    return [(one.file, str(one.message), str(one.hint)) for one in found if one.code == "JB475"]


@pytest.mark.parametrize(
    "name",
    [
        "for/mentors.md",
        "for/Mentor.md",
        "For/mentor.md",
        "for/mentor-notes.md",
        "for/mentors/index.md",
        "for/mentr/a.md",
    ],
)
def test_a_page_that_is_nearly_of_a_role_is_told(tmp_path: Path, name: str) -> None:
    """All see it, where the one of the right name is for the role alone."""
    ((file, message, hint),) = _told_of_roles(tmp_path, {f"content/{name}": "# Notes\n\nFor them.\n"})
    assert file == f"content/{name}"
    assert message == "everyone sees this page: only `for/mentor.md` is for ‘mentor’ by its name"
    assert hint.startswith("rename it to `for/mentor.md`, or write `audience: mentor` at its top")


def test_beside_the_page_of_the_role_it_keeps_its_name(tmp_path: Path) -> None:
    """Then it says for whom it is; of a folder one page is told."""
    files = {"content/for/mentor.md": "# M\n\nA.\n", "content/for/mentor-notes/a.md": "# N\n\nA.\n"}
    ((_, _, hint),) = _told_of_roles(tmp_path, {**files, "content/for/mentor-notes/b.md": "# N\n\nB.\n"})
    assert hint.startswith("write `audience: mentor` at its top")


def test_what_is_meant_for_others_is_left_alone(tmp_path: Path) -> None:
    """The page of a role and what lies below it, other names, two roles, what says so, the same in another folder."""
    names = ("index", "mentor", "mentee/index", "mentor/notes", "employers", "team", "mentors-and-mentees", "public")
    files = {f"content/for/{name}.md": f"# {name}\n\nA.\n" for name in names}
    files |= {"content/for/mentor-tips.md": "---\naudience: mentor\n---\n# Tips\n\nA.\n"}
    files |= {"content/guide/mentors.md": "# Mentors\n\nA.\n", "content/mentors.md": "# All mentors\n\nA.\n"}
    files |= {"content/forms/mentors.md": "# Forms\n\nA.\n", "content/for/mentees.md": "# Mentees\n\nA.\n"}
    assert _told_of_roles(tmp_path, files, nav=["for/mentees.md"]) == []
    assert "JB475" not in {one.code for one in checks.run(book_of(tmp_path, {"content/for/mentors.md": "# M\n\nA.\n"}))}
