"""Files among the chapters that nothing names are told, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import MarkdownSettings


def told(folder: Path, files: dict[str, str], **settings: object) -> list[tuple[str, str]]:
    """The file and the remedy of each piece of advice."""
    problems = checks.run(book_of(folder, {"content/index.md": "# Welcome\n"} | files, **settings))
    return [(one.file, str(one.hint)) for one in problems if one.code == "JB496"]


AWAY = "if it is not for readers, move it out of the folder `content`"


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("plan.pdf", "[plan](plan.pdf)"),
        ("files/our plan.docx", "[our plan](files/our%20plan.docx)"),
        ("images/The-Pier.JPG", "![The Pier](images/The-Pier.JPG)"),
        ("talk.mp3", "[talk](talk.mp3)"),
        *((f"notes.{end}", f"[notes](notes.{end})") for end in ("txt", "log", "eml", "msg", "one", "ics", "vtt")),
        *((f"pairs.{end}", f"[pairs](pairs.{end})") for end in ("json", "yaml", "yml", "html", "htm", "xml", "tsv")),
        *((f"team.{end}", f"[team](team.{end})") for end in ("vcf", "url", "mht", "psd", "drawio", "pub", "7z", "mkv")),
    ],
)
def test_a_file_that_nothing_names_is_told(tmp_path: Path, path: str, form: str) -> None:
    """With what to write on the nearest page."""
    hint = f"write `{form}` in index.md; {AWAY}"
    assert told(tmp_path, {f"content/{path}": "x"}) == [(f"content/{path}", hint)]


@pytest.mark.parametrize("end", ["kdbx", "mdb", "pem", "sqlite"])
def test_data_of_people_and_keys_are_never_to_be_linked(tmp_path: Path, end: str) -> None:
    """They are told, and a link to them is not proposed."""
    assert told(tmp_path, {f"content/pairs.{end}": "x"}) == [
        (f"content/pairs.{end}", "move it out of the folder `content`")
    ]


def test_files_of_a_folder_are_told_once(tmp_path: Path) -> None:
    """However many there are; those of another folder on their own."""
    files = {f"content/images/{number:03}.png": "x" for number in range(300)} | {"content/plan.pdf": "x"}
    assert [file for file, _ in told(tmp_path, files)] == ["content/images/000.png", "content/plan.pdf"]


@pytest.mark.parametrize(
    "files",
    [
        {"content/guide.md": "# Guide\n\n[The plan](our%20plan.pdf)\n"},
        {"content/guide.md": "# Guide\n\n<a href='our plan.pdf'>The plan</a>\n"},
        {"content/guide.md": "---\nimage: our plan.pdf\n---\n\n# Guide\n"},
        {"content/guide.md": "# Guide\n\n[The plan](our%20plan.md)\n"},
        {"toolkit/walk.yaml": "title: A walk\nresources: {title: Plan, file: our plan.pdf}\n"},
        {"mkdocs.yml": "extra: {plan: our plan.pdf}\n"},
        {"content/own.css": "a { background: url('our plan.pdf') }\n"},
    ],
)
def test_what_something_names_is_not_told(tmp_path: Path, files: dict[str, str]) -> None:
    """A page, an activity, a setting or a style; a page that is missing in its place is told alone."""
    assert told(tmp_path, files | {"content/our plan.pdf": "x"}) == []


def test_what_is_no_document_or_may_be_shown_is_not_told(tmp_path: Path) -> None:
    """What browsers, hosts and the theme look for; all of it where a plugin may show it; what the site lacks."""
    quiet = ("CNAME", "robots.txt", ".nojekyll", "favicon.png", "apple-touch-icon.png", "own.js", "a.woff2", "~$a.docx")
    assert told(tmp_path, {f"content/{name}": "x" for name in quiet}) == []
    hosts = ("humans.txt", "ads.txt", "security.txt", ".well-known/security.txt", "manifest.json", "a/index.html")
    others = ("google1f2e.html", "0a1b2c3d4e5f.txt", "LICENSE-Inter.txt", "404.html", ".meta.yml", "requirements.txt")
    others += ("browserconfig.xml", "feed.xml", "sitemap-old.xml")
    assert told(tmp_path, {f"content/{name}": "x" for name in (*hosts, *others)}) == []
    assert told(tmp_path, {"content/data/1.json": "{}", "content/a.html": "x"}) == []  # for own.js, which may fetch it
    assert told(tmp_path, {"content/plan.pdf": "x"}, extended=True) == []
    assert told(tmp_path, {}, is_left_out=lambda path: path.endswith(".pdf")) == []
    assert told(tmp_path, {"content/theme/picture.png": "x"}, overrides=tmp_path / "content/theme") == [
        ("content/plan.pdf", f"write `[plan](plan.pdf)` in index.md; {AWAY}")
    ]


def test_what_other_checks_tell_is_not_told_twice(tmp_path: Path) -> None:
    """A journey among the chapters, and a page whose name Windows has given another ending."""
    files = {"content/way.yaml": "title: A way\nstages: [Before, After]\n", "content/talk.md.txt": "# Talk\n"}
    assert told(tmp_path, files) == []


def test_texts_that_pages_take_in_are_not_told(tmp_path: Path) -> None:
    """By a snippet's line, or by an option of an extension."""
    files = {"content/guide.md": '# Guide\n\n--8<-- "words.txt"\n', "content/words.txt": "x", "content/all.txt": "x"}
    markdown = MarkdownSettings(("pymdownx.snippets",), {"pymdownx.snippets": {"auto_append": ["all.txt"]}})
    assert told(tmp_path, files, markdown=markdown) == []
