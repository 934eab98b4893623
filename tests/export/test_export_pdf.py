"""`journeybook export FILE.pdf`: a book on paper, read back by two programs that did not write it."""

from __future__ import annotations

import ctypes
import datetime as dt
import errno
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from editions.test_edition_sites import texts_of
from journeybook import api
from journeybook.cli import main
from journeybook.diagrams.files.forms import pdf as drawings
from journeybook.export.form import FinishedPage
from journeybook.export.forms import pdf as pdf_form
from journeybook.export.markup import parsed, tag
from journeybook.export.paper.section import pictures
from reference import ROOT
from small import SMALL, journeybook, write

pytestmark = pytest.mark.proof
SECRET = "q7bcd4"  # a mark, and no password
HANDOUT = """
handouts:
  - title: A sheet
    fields:
      - {label: Today, lines: 3}
      - {label: Choose, choices: [Yes, No]}
      - {label: How sure, scale: {from: 1, to: 3}}
      - {label: Steps, table: {columns: [Step, By when], rows: 2}}
"""
WORKSHOP = """
title: An evening
days: [{start: "18:00", blocks: [{activity: talk}]}]
"""
PAGE = """\
# The guide &lt;script&gt;

Read [](activity:talk), [the plan](journey:first-steps#plan), [below](#more), [the web](https://example.org/a?b=1&c=2)
and [the planner](../toolkit/planner/index.md). A pair begins with [](figure:cup).

![A cup](cup.png "Tea"){: #cup }

![](journey:first-steps)

=== "By phone"

    Words of the first tab.

=== "By post"

    Words of the second tab.

## More

??? note "Folded"

    Words that are folded on the page.
"""
FILES = {
    "mkdocs.yml": """
site_name: "Small & <handbook>"
site_description: For tests.
site_url: https://example.org/hb/
docs_dir: content
theme: material
markdown_extensions:
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
plugins: [search, journeybook]
nav:
  - Home: index.md
  - Guide: [guide/index.md, guide/more.md]
""",
    "glossary.yaml": "- {term: pair, forms: [pairs], definition: Two people.}\n",
    "journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"],
    "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + HANDOUT,
    "toolkit/workshops/evening.yaml": WORKSHOP,
    "content/index.md": "# Welcome\n\nHello.\n",
    "content/guide/index.md": PAGE,
    "content/guide/more.md": "# More of it\n\nBack to [the guide](index.md#more).\n",
    "content/guide/cup.png": "",
}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c636060606000000005000148afa471"
    "0000000049454e44ae426082"
)


def _write(folder: Path, files: dict[str, str]) -> Path:
    write(folder, files)
    for picture in folder.rglob("*.png"):
        picture.write_bytes(PICTURE)
    return folder


def _exported(folder: Path, name: str = "book.pdf", edition: str | None = None, **options: Any) -> PdfReader:
    file = folder / name
    api.export(api.open_project(folder / "mkdocs.yml", edition=edition), file, **options)
    return PdfReader(file)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with a bit of everything."""
    return _write(tmp_path_factory.mktemp("book"), FILES)


@pytest.fixture(scope="module")
def book(folder: Path) -> PdfReader:
    """Its book."""
    return _exported(folder)


def _outline(reader: PdfReader, items: Any = None, depth: int = 0) -> Iterator[tuple[int, str, int]]:
    """Depth, title and sheet of every bookmark."""
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            yield from _outline(reader, item, depth + 1)
        else:
            yield depth, item.title, reader.get_destination_page_number(item) + 1


def _texts(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def _links(reader: PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    for number, page in enumerate(reader.pages, 1):
        for one in page.get("/Annots", ()):
            if one.get_object()["/Subtype"] == "/Link":
                yield number, one.get_object()


def _tags(node: Any) -> Iterator[DictionaryObject]:
    """All elements of the structure tree."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield node
        yield from _tags(node.get("/K", ArrayObject()))


def test_bookmarks_are_in_the_order_of_the_navigation(book: PdfReader) -> None:
    """Each leads to the sheet on which its part begins."""
    found = list(_outline(book))
    texts = _texts(book)
    assert [title for depth, title, _ in found if depth == 0] == [
        *("Contents", "Welcome", "The guide <script>", "Journeys", "Toolkit"),
        *("Workshops", "Questions to think about", "Glossary", "Index"),
    ]
    lower = [(depth, title) for depth, title, _ in found]
    assert {(1, "First steps"), (1, "A talk"), (2, "A sheet"), (1, "More of it")} <= set(lower)
    for _, title, sheet in found:
        assert title.split("\n")[0] in texts[sheet - 1], title


def test_contents_name_the_sheets(book: PdfReader) -> None:
    """The numbers are those that stand at the foot of the sheets."""
    starts = {title: sheet for _, title, sheet in _outline(book)}
    contents = _texts(book)[starts["Contents"] - 1]
    for title in ("A talk", "Glossary", "Index", "Journeys"):
        assert re.search(rf"{title} ?\.+ ?{starts[title]}\b", contents), title


def test_every_link_lands(book: PdfReader) -> None:
    """In the book, or on the web; what only a screen can use is on the web."""
    names = book.named_destinations
    found = list(_links(book))
    inside = [str(link["/Dest"]) for _, link in found if "/Dest" in link]
    outside = {str(link["/A"]["/URI"]) for _, link in found if "/A" in link}
    assert len(inside) > 30
    assert set(inside) <= set(names)
    assert {"https://example.org/a?b=1&c=2", "https://example.org/hb/toolkit/planner/"} <= outside


def test_another_reader_finds_the_same(folder: Path, book: PdfReader) -> None:
    """PDFium: the bookmarks with their sheets, as many links into the book, all of which land on a sheet of it."""
    document = pypdfium2.PdfDocument(folder / "book.pdf")
    read = [(one.level, one.get_title(), (one.get_dest().get_index() or 0) + 1) for one in document.get_toc()]
    assert read == list(_outline(book))
    landed = []
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, place, link):
            if target := raw.FPDFLink_GetDest(document, link):
                landed.append(raw.FPDFDest_GetDestPageIndex(document, target))
    inside = [link for _, link in _links(book) if "/Dest" in link]
    assert len(landed) == len(inside)
    assert all(0 <= number < len(document) for number in landed)


def test_links_in_drawings_stay(book: PdfReader) -> None:
    """They lie over the drawing, on the stage that they lead to."""
    sheet = next(sheet for _, title, sheet in _outline(book) if title == "The guide <script>")
    wide = [link for number, link in _links(book) if number == sheet and link.get("/Dest")]
    targets = {str(link["/Dest"]) for link in wide}
    assert any(target.endswith("-meet") for target in targets)
    assert any(target.endswith("-plan") for target in targets)


def test_text_says_on_which_sheet(book: PdfReader) -> None:
    """Of activities and of figures."""
    starts = {title: sheet for _, title, sheet in _outline(book)}
    text = " ".join(_texts(book))
    assert f"A talk (page {starts['A talk']})" in text


def test_tabs_and_folds_are_open(book: PdfReader) -> None:
    """One under another, each below its name; no control of the screen is left."""
    text = " ".join(_texts(book))
    for words in ("By phone Words of the first tab.", "By post Words of the second tab.", "Words that are folded"):
        assert words in text
    for words in ("Print the", "Clear my answers", "Add to plan", "Download", "Find an activity"):
        assert words not in text


def test_what_it_is_stands_in_it_and_on_each_sheet(book: PdfReader) -> None:
    """Title, language, version; PDF/UA says that the title is shown."""
    assert book.metadata and book.metadata.title == "Small & <handbook>"
    assert book.trailer["/Root"]["/Lang"] == "en"
    assert book.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    texts = _texts(book)
    marks = {found[0] for text in texts if (found := re.findall(r"\bv ([0-9a-f]{6})\b", text))}
    assert len(marks) == 1
    assert all(marks <= set(re.findall(r"\bv ([0-9a-f]{6})\b", text)) for text in texts)
    assert "Small & <handbook>" in texts[0]
    assert str(dt.date.today().year) in texts[0]


def test_tags_and_alternative_texts(book: PdfReader) -> None:
    """Every picture says what it shows; headings, lists and tables are told as such."""
    found = list(_tags(book.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    kinds = {str(one["/S"]) for one in found}
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link", "/Form", "/Caption"} <= kinds
    figures = [one for one in found if one["/S"] == "/Figure"]
    assert figures
    assert all(one.get("/Alt") for one in figures)
    assert b"pdfuaid" in book.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert all(page.get("/Tabs") == "/S" for page in book.pages)


def test_drawings_have_words_that_are_text(book: PdfReader) -> None:
    """They are found and copied, and none is drawn twice."""
    starts = {title: sheet for _, title, sheet in _outline(book)}
    sheet = _texts(book)[starts["The guide <script>"] - 1]
    assert "Meet" in sheet


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(folder: Path, paper: str, size: tuple[int, int]) -> None:
    """All sheets are of the size asked for."""
    reader = _exported(folder, f"{paper}.pdf", only=["activity:talk"], paper=paper)
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert sizes == {size}


def test_two_runs_write_the_same(
    folder: Path, book: PdfReader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also without what the cache has of the first; an unchanged book is not set again."""
    before = (folder / "book.pdf").read_bytes()
    assert not api.export(api.open_project(folder / "mkdocs.yml"), folder / "book.pdf")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    _exported(folder, "again.pdf")
    assert (folder / "again.pdf").read_bytes() == before


def test_photos_stand_upright(tmp_path: Path) -> None:
    """As browsers show them, however the camera lay."""
    folder = _write(tmp_path, {**FILES, "content/guide/cup.jpg": ""})
    lying = Image.Exif()
    lying[0x0112] = 6
    Image.new("RGB", (60, 20), "#f00").save(folder / "content/guide/cup.jpg", exif=lying)
    (folder / "content/guide/more.md").write_text("# More of it\n\n![A cup](cup.jpg)\n", "utf-8")
    _exported(folder)
    reds = []
    for page in pypdfium2.PdfDocument(folder / "book.pdf"):
        red, green, _ = page.render().to_pil().convert("RGB").split()
        shown = ImageChops.subtract(red, green).point(lambda one: 255 * (one > 250)).getbbox()
        reds += [(shown[2] - shown[0], shown[3] - shown[1])] if shown else []
    assert any(2 * wide < high for wide, high in reds), reds


def test_a_long_book_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is laid out, and as often as it is written, though the cache has it; a short one is not."""
    runner = CliRunner()
    asked = ["export", "long.pdf", "--config-file", str(folder / "mkdocs.yml"), "--only", "activity:talk"]
    for most, is_told in ((1000, False), (1, True), (1, True)):
        monkeypatch.setattr(pdf_form, "MOST_PAGES", most)
        (folder / "long.pdf").unlink(missing_ok=True)
        monkeypatch.chdir(folder)
        done = runner.invoke(main, asked)
        assert done.exit_code == 0, done.output
        said = re.search(r"This book has (\d+) pages\. .* with `--only chapter:guide`\.", " ".join(done.output.split()))
        assert bool(said) is is_told, done.output
        assert not said or int(said[1]) == len(PdfReader(folder / "long.pdf").pages)


def test_fields_are_filled_in_and_read_back(folder: Path) -> None:
    """By pypdf and by pdfium; each has a name of its own, and says what it asks for."""
    reader = _exported(folder, "form.pdf", only=["activity:talk"])
    fields = reader.get_fields() or {}
    sheet = "talk/a-sheet"
    names = {f"{sheet}/{name}" for name in ("today", "choose/1", "choose/2", "how-sure", "steps/1/1", "steps/2/2")}
    assert names <= set(fields), sorted(fields)
    said = {name: str(one["/TU"]) for name, one in fields.items() if "/TU" in one}
    assert said[f"{sheet}/today"] == "Today"
    assert said[f"{sheet}/choose/1"] == "Choose: Yes"
    assert said[f"{sheet}/steps/1/2"].startswith("Steps, By when")
    writer = PdfWriter(clone_from=reader)
    given = {f"{sheet}/today": "Three öàß words", f"{sheet}/choose/2": "/on", f"{sheet}/how-sure": "/1"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, given, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    read = PdfReader(out).get_fields() or {}
    assert {name: str(read[name]["/V"]) for name in given} == given
    assert _typed(folder / "form.pdf", f"{sheet}/today", "by pdfium")[f"{sheet}/today"] == "by pdfium"


def _typed(file: Path, name: str, text: str) -> dict[str, str]:
    """Type a text into a field, as somebody who reads with PDFium does, and give the values that are then saved."""
    number, box = next(
        (number, [float(side) for side in one.get_object()["/Rect"]])
        for number, page in enumerate(PdfReader(file).pages)
        for one in page.get("/Annots", ())
        if one.get_object().get("/T") == name
    )
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    page, form = document[number], document.formenv
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    raw.FORM_OnLButtonDown(form, page, 0, x, y)
    raw.FORM_OnLButtonUp(form, page, 0, x, y)
    for char in text:
        raw.FORM_OnChar(form, page, ord(char), 0)
    raw.FORM_ForceToKillFocus(form)
    out = BytesIO()
    document.save(out)
    return {key: str(one.get("/V")) for key, one in (PdfReader(out).get_fields() or {}).items()}


def test_radio_buttons_are_one_field(folder: Path) -> None:
    """Of which each choice is a kid, and none a field of its own."""
    reader = _exported(folder, "form.pdf", only=["activity:talk"])
    form = reader.trailer["/Root"]["/AcroForm"]
    tops = [one.get_object() for one in form["/Fields"]]
    names = [str(one["/T"]) for one in tops]
    assert len(names) == len(set(names))
    group = next(one for one in tops if str(one["/T"]).endswith("how-sure"))
    assert len(group["/Kids"]) == 3
    assert all("/T" not in kid.get_object() for kid in group["/Kids"])


def test_every_letter_is_drawn(tmp_path: Path) -> None:
    """In Arabic, Thai and Japanese, too: no glyph is the box of a missing one. The head begins at the right."""
    arabic = FILES["mkdocs.yml"].replace("theme: material", "theme: {name: material, language: ar}")
    words = "# مرحبا\n\nهذا نص عربي. สวัสดี 日本語。 [](activity:talk)\n"
    reader = _exported(_write(tmp_path, {**FILES, "mkdocs.yml": arabic, "content/index.md": words}))
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    glyphs = [glyph for page in reader.pages for glyph in _glyphs(page.get_contents().get_data())]
    assert len(glyphs) > 1000
    assert not re.search("[\ufdd0-\ufdd2]|enA talk|toolkit activity 1, (ar|en)", " ".join(_texts(reader)))
    assert "0000" not in glyphs
    heads = pypdfium2.PdfDocument(tmp_path / "book.pdf")[2].get_textpage()
    found = heads.search("Small").get_next()
    assert found
    left, *_ = heads.get_charbox(found[0])
    assert left > 300  # the name stands at the right edge


def _glyphs(stream: bytes) -> Iterator[str]:
    """The numbers of the glyphs that a sheet draws."""
    for shown in re.findall(rb"<([0-9a-fA-F]+)>", stream):
        text = shown.decode()
        yield from (text[at : at + 4] for at in range(0, len(text), 4))


@pytest.mark.parametrize("source", ["../../../secret.png", "/secret.png", "https://example.org/x.png", "file:///x.png"])
def test_only_pictures_of_the_site_are_in_it(tmp_path: Path, source: str) -> None:
    """None from around it, and none from the web; nothing is fetched."""
    page = FinishedPage("a/b.md", "a/b/index.html", "B", f'<img src="{source}" alt="x">', "en")
    folder = tmp_path / "deep" / "site"
    folder.mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(PICTURE)
    (tmp_path / "deep" / "secret.png").write_bytes(PICTURE)
    body = parsed(page.html)
    pictures(body, page, folder)
    assert [one.get("src") for one in body.iter(tag("img"))] in ([""], [])


def test_a_disk_that_is_full_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole, and nothing of the new one beside it."""
    file = folder / "kept.pdf"
    file.write_bytes(b"old")
    before = {path.name for path in folder.iterdir()}

    made, opened = tempfile.mkstemp, os.fdopen
    full: set[int] = set()

    def make(**given: Any) -> tuple[int, str]:
        handle, name = made(**given)
        full.update({handle} if str(given.get("prefix", "")).startswith(".kept.pdf") else ())
        return handle, name

    def write_to(handle: int, *given: Any, **named: Any) -> Any:
        if handle not in full:
            return opened(handle, *given, **named)
        os.close(handle)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", make)
    monkeypatch.setattr(os, "fdopen", write_to)
    with pytest.raises(OSError, match="space"):
        api.export(api.open_project(folder / "mkdocs.yml"), file, only=["activity:talk"])
    assert file.read_bytes() == b"old"
    assert {path.name for path in folder.iterdir()} == before


def test_without_weasyprint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says what to install, before any page is made."""
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    monkeypatch.setattr(api, "build_mkdocs", lambda *_: pytest.fail("pages were made"))
    with pytest.raises(drawings.PaperError, match="pip install"):
        api.export(api.open_project(folder / "mkdocs.yml"), folder / "none.pdf")
    assert not (folder / "none.pdf").exists()


def test_a_character_that_no_font_has_stops_it(tmp_path: Path) -> None:
    """With what to do; an old file stays as it was."""
    folder = _write(tmp_path, {**FILES, "content/index.md": "# Welcome\n\nLook: \U0010fffd.\n"})
    (folder / "book.pdf").write_bytes(b"old")
    done = journeybook(folder, "export", "book.pdf")
    assert done.returncode
    assert "no font has U+10FFFD in ‘Home’: " in " ".join(done.stderr.split())
    assert "Take it out" in done.stderr
    assert (folder / "book.pdf").read_bytes() == b"old"


def test_without_fonts_of_the_system(tmp_path: Path) -> None:
    """Our own are enough for the languages that they have; Thai and Japanese are told with their packages."""
    empty = tmp_path / "fonts.conf"
    empty.write_text(f"<fontconfig><cachedir>{tmp_path}/fc</cachedir></fontconfig>", "utf-8")
    folder = _write(tmp_path / "hb", {**FILES, "content/index.md": "# Welcome\n\nสวัสดี and 日本.\n"})
    env = {**os.environ, "FONTCONFIG_FILE": str(empty)}  # of a process of its own: fonts are looked for once
    command = [sys.executable, "-m", "journeybook", "export", "book.pdf"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "fonts-noto-cjk fonts-noto-core" in done.stderr
    assert re.search(r"日 U\+65E5, 本 U\+672C in ‘Home’", " ".join(done.stderr.split()))
    lacking = re.findall(r"U\+(\w+)", done.stderr)
    assert all(int(one, 16) > 0xE00 for one in lacking), lacking


@pytest.mark.parametrize("edition", ["mentee", "team"])
def test_an_edition_has_no_more(tmp_path: Path, edition: str) -> None:
    """Object by object: neither in text, nor in a bookmark, a name, a field or an alternative text."""
    config = FILES["mkdocs.yml"].replace(
        "plugins: [search, journeybook]",
        "plugins: [search, {journeybook: {editions: {mentee: {title: M, audience: [mentee]}, team: {title: T}}}}]",
    )
    secrets = {
        "mkdocs.yml": config,
        "glossary.yaml": FILES["glossary.yaml"] + f"- {{term: {SECRET}, definition: {SECRET}., audience: mentor}}\n",
        "toolkit/talk.yaml": FILES["toolkit/talk.yaml"] + f"facilitator_notes: {SECRET}\n",
        f"toolkit/{SECRET}.yaml": f"title: {SECRET}\naudience: mentor\n{HANDOUT}",
        "content/guide/more.md": f"# More of it\n\n<!-- for: mentor -->\n![{SECRET}]({SECRET}.png)\n<!-- end for -->\n",
        f"content/guide/{SECRET}.png": "",
    }
    reader = _exported(_write(tmp_path / "book", {**FILES, **secrets}), "../made/book.pdf", edition=edition)
    told = [text for _, text in texts_of(tmp_path / "made")] + [*_texts(reader)]
    assert any(SECRET in text for text in told) is (edition == "team")


def test_the_reference_handbook(tmp_path: Path) -> None:
    """All that mentees have: links land, fields have names of their own, letters are drawn, pictures are told."""
    file = tmp_path / "mentee.pdf"
    api.export(api.open_project(ROOT / "mkdocs.yml", edition="mentee"), file)
    reader = PdfReader(file)
    assert len(reader.pages) > 120
    assert {str(link["/Dest"]) for _, link in _links(reader) if "/Dest" in link} <= set(reader.named_destinations)
    names = [str(one.get_object()["/T"]) for one in reader.trailer["/Root"]["/AcroForm"]["/Fields"]]
    assert len(names) == len(set(names)) > 100
    assert all(name.count("/") >= 2 for name in names)
    figures = [one for one in _tags(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]) if one["/S"] == "/Figure"]
    assert all(one.get("/Alt") for one in figures)
    assert all("0000" not in _glyphs(page.get_contents().get_data()) for page in reader.pages)
