"""Links in a handbook's folders: those that stay in it are read, those that lead out are errors, unless allowed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.handbooks import book_of, journey, page
from journeybook import checks
from journeybook.handbook import Handbook, Settings, load
from journeybook.problems import Problem
from journeybook.source import Document
from journeybook.store import links, shared_folders
from small import write

ACTIVITY = "title: Knots\n"
BOOK = {
    "content/index.md": page("Home"),
    "content/guide/index.md": page("Guide"),
    "journeys/way.yaml": journey("title: A, questions: Why?, activities: [knots]"),
}
WORKSHOP = "title: A day\ndays: [{start: '9:00', blocks: [{activity: knots, minutes: 20}]}]\n"


def linked(folder: Path, link: str, target: str, files: dict[str, str], **settings: Any) -> Handbook:
    """A handbook in `folder/book` with one link in it; the other files are seen from there."""
    path = folder / "book" / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
    return book_of(folder / "book", BOOK | files, **settings)


def errors(book: Handbook) -> list[Problem]:
    """What is wrong, but for advice."""
    return checks.errors(checks.run(book))


STAYS = {
    "a folder of the toolkit": ("toolkit/more", "../shared", {"shared/knots.yaml": ACTIVITY}),
    "a folder in a folder": ("toolkit/a/more", "../../shared", {"shared/b/knots.yaml": ACTIVITY}),
    "a link to a link": ("toolkit/more", "../first", {"shared/knots.yaml": ACTIVITY}),
    "the whole toolkit": ("toolkit", "shared", {"shared/knots.yaml": ACTIVITY}),
    "a file": ("toolkit/knots.yaml", "../shared/rope.yaml", {"shared/rope.yaml": ACTIVITY}),
    "an absolute one": ("toolkit/more", "{book}/shared", {"shared/knots.yaml": ACTIVITY}),
}


@pytest.mark.parametrize(("link", "target", "files"), STAYS.values(), ids=STAYS)
def test_a_link_that_stays_in_the_handbook_is_read(
    tmp_path: Path, link: str, target: str, files: dict[str, str]
) -> None:
    """However it is written, and whatever it leads to."""
    write(tmp_path / "book", {"x": ""})
    (tmp_path / "book/first").symlink_to("shared")
    book = linked(tmp_path, link, target.format(book=tmp_path / "book"), files)
    assert errors(book) == [] and book.activities["knots"].title == "Knots"
    assert book.activities["knots"].document.file.startswith(link)


def test_links_are_followed_in_every_folder(tmp_path: Path) -> None:
    """Journeys, workshops and chapters, whose links are checked as all others are; each may be a link itself."""
    shared = {"shared/way/more.yaml": journey("title: B, questions: Why?"), "shared/days/day.yaml": WORKSHOP}
    shared |= {"shared/text/index.md": page("Text") + "\n[](activity:nowhere)\n", "toolkit/knots.yaml": ACTIVITY}
    write(tmp_path / "book", shared)
    for link, target in {"toolkit/workshops": "../shared/days", "content/text": "../shared/text"}.items():
        (tmp_path / "book" / link).parent.mkdir(exist_ok=True)
        (tmp_path / "book" / link).symlink_to(target)
    book = linked(tmp_path, "journeys/more", "../shared/way", {})
    assert set(book.journeys.entries) == {"way", "more"} and set(book.workshops.entries) == {"day"}
    assert "text" in book.chapters and set(book.activities.entries) == {"knots"}
    assert [(problem.code, problem.file) for problem in errors(book)] == [("JB301", "content/text/index.md")]


OUT = {
    "a folder of the toolkit": ("toolkit/more", "../../shared", "../shared", "../shared"),
    "a file of the toolkit": ("toolkit/knots.yaml", "../../shared/knots.yaml", "../shared/knots.yaml", "../shared"),
    "the whole toolkit": ("toolkit", "../shared", "../shared", "../shared"),
    "by way of a link that stays": ("toolkit/more", "../away/b", "../shared/b", "../shared/b"),
    "a folder of the journeys": ("journeys/more", "../../shared", "../shared", "../shared"),
    "a journey": ("journeys/more.yaml", "../../shared/knots.yaml", "../shared/knots.yaml", "../shared"),
    "a folder of the chapters": ("content/more", "../../shared", "../shared", "../shared"),
    "a chapter": ("content/more.md", "../../shared/text.md", "../shared/text.md", "../shared"),
    "a picture": ("content/more.png", "../../shared/x.png", "../shared/x.png", "../shared"),
    "the folder of page templates": ("own/more", "../../shared", "../shared", "../shared"),
    "a page template": ("own/.x.j2", "../../shared/text.md", "../shared/text.md", "../shared"),
    "the handbook beside": ("toolkit/more", "../../book-2", "../book-2", "../book-2"),
}


@pytest.mark.parametrize(("link", "target", "shown", "folder"), OUT.values(), ids=OUT)
def test_a_link_that_leads_out_is_told_with_file_and_target(
    tmp_path: Path, link: str, target: str, shown: str, folder: str
) -> None:
    """What it leads to is not read; the answer says what to write, so that it is."""
    write(tmp_path, {"shared/knots.yaml": ACTIVITY, "shared/text.md": page("Secret"), "book-2/x.yaml": ACTIVITY})
    write(tmp_path, {"shared/b/c.yaml": ACTIVITY, "shared/x.png": "", "book/x": ""})
    (tmp_path / "book/away").symlink_to("../shared")
    others = (tmp_path / "book/own",)
    book = linked(tmp_path, link, target, {}, others=others)
    told = [problem for problem in errors(book) if problem.code == "JB313"]
    assert [problem.file for problem in told] == [link]
    assert str(told[0].message) == f"this link leads out of the handbook, to {shown}"
    assert f"mkdocs.yml: `links: [{folder}]`" in str(told[0].hint)
    assert not any(word in str(book.contents.pages) + str(book.shelves) for word in ("Secret", "Knots"))
    allowed = book_of(tmp_path / "book", BOOK, others=others, links=(tmp_path / "book" / folder,))
    assert not [problem for problem in errors(allowed) if problem.code == "JB313"]


DEAD = {
    "a folder of the toolkit": ("toolkit/more", "../nosuch"),
    "an activity": ("toolkit/more.yaml", "../nosuch/more.yaml"),
    "a folder of the journeys": ("journeys/more", "nosuch"),
    "a folder of the chapters": ("content/more", "../nosuch"),
    "a chapter": ("content/more.md", "../nosuch.md"),
    "a picture": ("content/more.png", "x.png"),
    "a page template": ("own/home.md.j2", "../nosuch"),
    "below a file": ("toolkit/more", "../content/index.md/x"),
    "the whole toolkit": ("toolkit", "nosuch"),
    "the folder of page templates": ("own", "nosuch"),
}


@pytest.mark.parametrize(("link", "target"), DEAD.values(), ids=DEAD)
def test_a_link_to_what_is_not_there_is_told_once(tmp_path: Path, link: str, target: str) -> None:
    """With what it leads to, in the handbook or out of it; no folder is offered, since there is none."""
    own = {} if link == "toolkit" else {"toolkit/knots.yaml": ACTIVITY}
    others = (tmp_path / "book/own",)
    told = [p for p in errors(linked(tmp_path, link, target, own, others=others)) if p.code != "JB301"]
    leads = (tmp_path / "book" / link).readlink()
    shown = Path(os.path.normpath((tmp_path / "book" / link).parent / leads)).relative_to(tmp_path / "book").as_posix()
    assert [(problem.code, problem.file) for problem in told] == [("JB101", link)]
    assert str(told[0].message) == f"this link leads to {shown}, which is not there"
    (tmp_path / "book" / link).unlink()
    told = [p for p in errors(linked(tmp_path, link, f"{tmp_path}/away/x", own, others=others)) if p.code != "JB301"]
    assert [(problem.code, problem.file) for problem in told] == [("JB313", link)]
    assert str(told[0].message) == "this link leads out of the handbook, to ../away/x, which is not there"
    assert "links:" not in str(told[0].hint)


def test_a_link_to_itself_is_told_wherever_it_is(tmp_path: Path) -> None:
    """Among the chapters and among the YAML."""
    (tmp_path / "book/content").mkdir(parents=True)
    (tmp_path / "book/content/round.png").symlink_to("round.png")
    told = errors(linked(tmp_path, "toolkit/round", "round", {"toolkit/knots.yaml": ACTIVITY}))
    assert {(problem.code, problem.file) for problem in told} == {
        ("JB101", "content/round.png"),
        ("JB101", "toolkit/round"),
    }


PRIVATE = {
    "the whole disk": "/",
    "a file of the system": "/etc/hostname",
    "a folder of the system": "/usr/share",
    "the own folder of the user": "{home}",
    "a file in it": "{home}/letter.txt",
    "what all users have": "{home}/..",
    "a key": "{home}/.ssh/id_rsa",
    "a hidden folder": "{home}/.config/x",
}


@pytest.mark.parametrize("target", PRIVATE.values(), ids=PRIVATE)
def test_nothing_is_offered_that_holds_what_nobody_shares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    """The remedy is then to take the link out, or a copy; but what lies in the user's folder is offered."""
    home = tmp_path / "users/me"
    write(home, {"letter.txt": "", ".ssh/id_rsa": "", ".config/x/y": "", "shared/knots.yaml": ACTIVITY})
    monkeypatch.setattr(Path, "home", lambda: home)
    told = errors(linked(home, "content/more", target.format(home=home), {"toolkit/knots.yaml": ACTIVITY}))
    assert [problem.code for problem in told] == ["JB313"]
    assert "links:" not in str(told[0].hint) and "take the link out" in str(told[0].hint)
    (home / "book/content/more").unlink()
    told = errors(linked(home, "content/more", f"{home}/shared", {}))
    assert "`links: [../shared]`" in str(told[0].hint)


def test_what_the_handbook_itself_lies_in_is_not_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hidden folder, or one of the system, in which somebody keeps handbooks and what they share."""
    monkeypatch.setattr(shared_folders, "_SYSTEM", (tmp_path / "var",))
    for place in ("var/www", ".work"):
        write(tmp_path, {f"{place}/shared/x.yaml": ACTIVITY})
        told = errors(linked(tmp_path / place, "content/more", "../../shared", {"toolkit/knots.yaml": ACTIVITY}))
        assert "`links: [../shared]`" in str(told[0].hint)
    far = errors(linked(tmp_path / "home", "content/more", "../../../var/www/shared", {"toolkit/knots.yaml": ACTIVITY}))
    assert "links:" not in str(far[0].hint)


ODD = ("Shared, 2026", "C #2", "Notes: all", "x [old]", "{a}", "Anna's", 'the "new"', "&co", "*x", "- y", " z ", "a\nb")


@pytest.mark.parametrize("name", ODD)
def test_the_line_that_is_offered_is_yaml(tmp_path: Path, name: str) -> None:
    """Whatever the folder is called; once it is written, the link is right."""
    write(tmp_path, {f"{name}/knots.yaml": ACTIVITY})
    book = linked(tmp_path, "toolkit/more", f"../../{name}", {})
    told = next(problem for problem in errors(book) if problem.code == "JB313")
    line = str(told.hint).partition("`")[2].rpartition("`")[0]
    assert yaml.safe_load(line) == {"links": [f"../{name}"]}, line
    allowed = tuple(tmp_path / "book" / folder for folder in yaml.safe_load(line)["links"])
    assert errors(book_of(tmp_path / "book", BOOK, links=allowed)) == []


def test_the_line_that_is_offered_has_the_folders_that_are_named_already(tmp_path: Path) -> None:
    """But none that is wrong; so the author can put it in the place of the old one."""
    write(tmp_path, {"more/x": "", "shared/knots.yaml": ACTIVITY})
    given = Document("mkdocs.yml", "", {"links": ["../more", "../sharde", "/", ""]})
    book = linked(tmp_path, "toolkit/more", "../../shared", {}, written={"links": given})
    told = next(problem for problem in errors(book) if problem.code == "JB313")
    assert "`links: [../more, ../shared]`" in str(told.hint)


def test_a_file_that_is_not_read_is_told_once(tmp_path: Path) -> None:
    """Where a YAML file or a chapter leads out, what names it is no second mistake."""
    write(tmp_path, {"knots.yaml": ACTIVITY, "text/index.md": page("Text")})
    (tmp_path / "book/content").mkdir(parents=True)
    (tmp_path / "book/content/text").symlink_to("../../text")
    link = {"content/guide/index.md": page("Guide") + "\n[](chapter:text)\n"}
    book = linked(tmp_path, "toolkit/knots.yaml", "../../knots.yaml", link)
    assert [(problem.code, problem.file) for problem in errors(book)] == [
        ("JB313", "content/text"),
        ("JB313", "toolkit/knots.yaml"),
    ]


@pytest.mark.parametrize("folder", ["journeys", "toolkit", "content/guide", "own"])
@pytest.mark.parametrize("target", [".", "..", "{book}"])
def test_a_circle_is_told_wherever_it_is(tmp_path: Path, folder: str, target: str) -> None:
    """And ends the reading, two of them too."""
    (tmp_path / "book" / folder).mkdir(parents=True)
    (tmp_path / "book" / folder / "second").symlink_to(".")
    others = (tmp_path / "book/own",)
    book = linked(tmp_path, f"{folder}/first", target.format(book=tmp_path / "book"), {}, others=others)
    found = errors(book)
    assert {problem.code for problem in found} <= {"JB312", "JB302", "JB301", "JB330"}  # a journey is no activity
    files = {problem.file for problem in found if problem.code == "JB312"}
    assert f"{folder}/second" in files and any(file.startswith(f"{folder}/first") for file in files)


def test_a_hidden_circle_of_the_chapters_is_told(tmp_path: Path) -> None:
    """MkDocs goes into hidden folders too, and would never come back."""
    (tmp_path / "book/content/.notes").mkdir(parents=True)
    book = linked(tmp_path, "content/.notes/round", ".", {"toolkit/knots.yaml": ACTIVITY})
    assert [(problem.code, problem.file) for problem in errors(book)] == [("JB312", "content/.notes/round")]


def test_too_many_folders_are_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where links lead to folders with links, and so on, there is an end."""
    monkeypatch.setattr(links, "MOST_FOLDERS", 50)
    for number in range(6):
        (tmp_path / f"book/content/{number}").mkdir(parents=True)
        for name in ("a", "b"):
            if number:
                (tmp_path / f"book/content/{number}/{name}").symlink_to(f"../{number - 1}")
    book = book_of(tmp_path / "book", BOOK)
    assert [problem.code for problem in errors(book)].count("JB312") == 1


RESOURCE = {"toolkit/knots.yaml": "title: Knots\nresources:\n  - {title: A, file: a.txt}\n"}


def test_a_resource_may_be_a_link_that_stays(tmp_path: Path) -> None:
    """A file beside the YAML that leads to another one of the handbook, or lies in a folder that does."""
    assert errors(linked(tmp_path, "toolkit/a.txt", "../shared/b.txt", RESOURCE | {"shared/b.txt": ""})) == []
    below = {"toolkit/knots.yaml": RESOURCE["toolkit/knots.yaml"].replace("a.txt", "files/b.txt")}
    assert errors(linked(tmp_path, "toolkit/files", "../shared", below)) == []


def test_a_resource_that_leads_out_is_told_where_it_is_named(tmp_path: Path) -> None:
    """With its target; a link that no resource names is read by nobody, and so is no mistake."""
    write(tmp_path, {"secret.txt": "x"})
    found = errors(linked(tmp_path, "toolkit/a.txt", "../../secret.txt", RESOURCE))
    assert [(problem.code, problem.file, problem.line) for problem in found] == [("JB310", "toolkit/knots.yaml", 3)]
    assert "leads out of the handbook, to ../secret.txt" in str(found[0].message)
    allowed = book_of(tmp_path / "book", BOOK | RESOURCE, links=(tmp_path,))
    assert errors(allowed) == []
    assert errors(book_of(tmp_path / "book", BOOK | {"toolkit/knots.yaml": ACTIVITY})) == []


@pytest.mark.parametrize("link", ["content/config.txt", "toolkit/knots.yaml", "toolkit/more"])
def test_a_repository_s_own_folder_is_never_read(tmp_path: Path, link: str) -> None:
    """It lies in the handbook, and may have passwords in it; no option lets it in."""
    target = "../.git" if link.endswith("more") else "../.git/config"
    book = linked(tmp_path, link, target, {".git/config": ACTIVITY}, links=(tmp_path / "book/.git",))
    told = [problem for problem in errors(book) if problem.code == "JB313"]
    assert [problem.file for problem in told] == [link] and "own folder: .git" in str(told[0].message)
    assert "links:" not in str(told[0].hint)


def test_what_is_hidden_is_read_by_nobody(tmp_path: Path) -> None:
    """A lock that an editor makes as a link, a folder of its own; but where the site may show it, it counts."""
    book = linked(tmp_path, "content/.#index.png", "../../me@here.1234", {"toolkit/knots.yaml": ACTIVITY})
    for link in ("content/.notes/x.png", "toolkit/.x/y.yaml", "journeys/.x"):
        (tmp_path / "book" / link).parent.mkdir(exist_ok=True)
        (tmp_path / "book" / link).symlink_to(tmp_path / "nothing")
    assert errors(book_of(tmp_path / "book", BOOK)) == errors(book) == []
    told = errors(book_of(tmp_path / "book", BOOK, hidden=True))
    assert {problem.file for problem in told} == {"content/.#index.png", "content/.notes/x.png"}


def test_a_folder_that_mkdocs_yml_names_outside_is_no_link(tmp_path: Path) -> None:
    """Nor are links that stay in it; one that leads further is."""
    write(tmp_path, {"shared/a/knots.yaml": ACTIVITY, "shared/b/x": "", "other/more.yaml": ACTIVITY})
    (tmp_path / "shared/b/rope.yaml").symlink_to("../a/knots.yaml")
    settings = {"toolkit": tmp_path / "book/../shared"}
    folder = tmp_path / "book"
    write(folder, BOOK)
    parts = {"content": folder / "content", "journeys": folder / "journeys"}
    book = _load(folder, **parts, **settings)
    assert errors(book) == [] and set(book.activities.entries) == {"knots", "rope"}
    (tmp_path / "shared/b/more.yaml").symlink_to("../../other/more.yaml")
    assert [problem.code for problem in errors(_load(folder, **parts, **settings))] == ["JB313"]


def _load(root: Path, **settings: Any) -> Handbook:
    return load(Settings(root=root, **settings))
