"""Pictures that say nothing to those who do not see them are told, and what is meant so is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import MarkdownSettings

SETTINGS = MarkdownSettings(("attr_list", "md_in_html", "tables"))
SAY = 'say what it shows between the brackets: `![…](a.png)`; behind one that only decorates, write `{ alt="" }`'
TAG = 'write `alt="…"` into the tag, with what it shows; or `alt=""`, if it only decorates'


def told(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Give line, column and hint of what is told of the pictures of a page."""
    found = checks.run(book_of(folder, {"content/index.md": f"# Home\n\n{text}\n"}, markdown=SETTINGS))
    return [(one.line - 2, one.column, str(one.hint)) for one in found if one.code == "JB499"]


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("![](a.png)", 1, SAY),
        ("Look: ![ ](a.png)", 7, SAY),
        ("![alt text](a.png)", 1, SAY),
        ("![IMG_2034.JPG](a.png)", 1, SAY),
        ("![Screenshot 2026-11-29 at 10.15.23](a.png)", 1, SAY),
        ("![WhatsApp Image 2026-11-29 at 10.15.23](a.png)", 1, SAY),
        ("![IMG_20261129_101523](a.png)", 1, SAY),
        ("![Photo 1](a.png)", 1, SAY),
        ("![…](a.png)", 1, SAY),
        ("[![](a.png)](index.md)", 2, SAY),
        ("![][a]\n\n[a]: a.png", 1, SAY),
        ("| a |\n|---|\n| b |\n\n![](a.png)", 1, SAY),
        ("<img src=a.png>", 1, TAG),
        ('So <img width="20" src="a.png" /> it is', 4, TAG),
        ('<img alt="a.png" src="a.png">', 1, TAG),
        ("![A room|200](a.png)", 1, 'write `![A room](a.png){ width="200" }`'),
        ("![A room | 200x100](a.png)", 1, 'write `![A room](a.png){ width="200" }`'),
        ("![|200](a.png)", 1, 'write `![…](a.png){ width="200" }`'),
    ],
)
def test_a_picture_without_words_is_told(tmp_path: Path, text: str, column: int, hint: str) -> None:
    """With what to write."""
    ((_, at, said),) = told(tmp_path, text)
    assert (at, said) == (column, hint)


@pytest.mark.parametrize(
    "text",
    [
        "![A room](a.png)",
        "![Tea | coffee](a.png) ![Room 200](a.png)",
        '![](a.png){ alt="" } ![](a.png){ alt="A room" }',
        '<img src="a.png" alt=""> <img alt src=a.png> <img src=a.png alt="A room">',
        '<img src="a.png" aria-hidden="true"> <img src="a.png" role="presentation">',
        "[![](a.png) The guide](index.md)",
        "<figure markdown>\n![](a.png)\n<figcaption>A room</figcaption>\n</figure>",
        "`![](a.png)` and <!-- ![](a.png) -->",
        "```\n<img src=a.png>\n```",
        "![](journey:visit)",
        r"\!\[](a.png)",
    ],
)
def test_a_picture_with_words_or_that_only_decorates_is_not_told(tmp_path: Path, text: str) -> None:
    """Nor one beside the words of its link, or with a caption; nor what is none."""
    assert told(tmp_path, text) == []


def test_so_many_pictures_take_no_time(tmp_path: Path) -> None:
    """Each is told in its place."""
    assert len(told(tmp_path, "\n\n".join(["![](a.png)"] * 300))) == 300


LARGE = "save it anew, some 1600 pixels wide and as JPEG or WebP: that has less than 1 MB"


def sized(folder: Path, text: str, size: int, **settings: bool) -> list[tuple[str, int, str]]:
    """Give page, line and hint of what is told of the pictures of two pages, beside a picture of a size."""
    pages = {"content/guide/a.md": f"# A\n\n{text}\n", "content/guide/b.md": f"# B\n\n{text}\n"}
    book = book_of(folder, {**pages, "content/guide/a room.png": "x"}, markdown=SETTINGS, **settings)
    with (folder / "content/guide/a room.png").open("r+b") as file:
        file.truncate(size)
    return [(one.file, one.line, str(one.hint)) for one in checks.run(book) if one.code == "JB499"]


@pytest.mark.parametrize("form", ["![A room](a%20room.png)", "![A room](<../guide/a%20room.png>){ width=200 }"])
def test_a_picture_of_many_megabytes_is_told_once(tmp_path: Path, form: str) -> None:
    """At the first page that shows it; a link to it is one to take it along."""
    assert sized(tmp_path / "a", form, 12_000_000) == [("content/guide/a.md", 3, LARGE)]
    assert sized(tmp_path / "b", form, 5_000_000) == []
    assert sized(tmp_path / "c", form, 12_000_000, extended=True) == []
    assert sized(tmp_path / "d", form[1:], 12_000_000) == []
    assert sized(tmp_path / "e", f"`{form}` <!-- {form} -->", 12_000_000) == []


@pytest.mark.parametrize(
    "alt", ["Screenshot of the plan", "Photo of Anna", "A picture of 3 cups", "Bildung", "IMG 4 cups"]
)
def test_words_that_say_something_are_left_alone(tmp_path: Path, alt: str) -> None:
    """Though they begin as programs call pictures."""
    assert told(tmp_path, f"![{alt}](a.png)") == []


def _photo(path: Path, *, placed: bool) -> None:
    exif = Image.Exif()
    exif[0x0112] = 1
    if placed:
        exif[0x8825] = {1: "N", 2: (51.0, 30.0, 1.0), 3: "W", 4: (0.0, 7.0, 1.0)}
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8)).save(path, exif=exif)


def test_a_photo_that_says_where_it_was_taken_is_told(tmp_path: Path) -> None:
    """On pages and in YAML: a home may be in it, and everybody who has the file can read that."""
    _photo(tmp_path / "content/home.jpg", placed=True)
    _photo(tmp_path / "content/room.jpg", placed=False)
    _photo(tmp_path / "toolkit/talk.jpg", placed=True)
    talk = "title: Talk\npicture: {file: talk.jpg, alt: Two chairs}\n"
    page = "# Home\n\n![A home](home.jpg) and ![a room](room.jpg)\n"
    found = checks.run(book_of(tmp_path, {"content/index.md": page, "toolkit/talk.yaml": talk}))
    assert [(one.file, one.line, one.column) for one in found if one.code == "JB499"] == [
        ("content/index.md", 3, 1),
        ("toolkit/talk.yaml", 2, 17),
    ]
