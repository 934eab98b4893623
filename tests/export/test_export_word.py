"""`journeybook export FILE.docx`: handouts, agendas and run sheets in Word, to edit."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow
SECRET = "q7bcd4"  # a mark, and no password
HANDOUT = """
steps:
  - {title: Sit, minutes: 5, text: "Sit down. **Slowly**, see [](journey:first-steps#plan)."}
  - {title: Talk, minutes: 15, text: "1. First\\n2. Second\\n\\n    - below"}
facilitator_notes: Only for q7bcd4.
handouts:
  - title: A sheet
    intro: |
      Read [the plan](journey:first-steps#plan) & <this>.

      ![](journey:first-steps)

      3. Three
      4. Four
    fields:
      - {label: Today, lines: 3, hint: A word of help}
      - {label: Choose, choices: ["Yes", "No"]}
      - {label: Rate, scale: {to: 5, least: bad, most: good}}
      - {label: Draw, box: small}
      - {label: Count, table: {columns: [What, How many], rows: 2}}
    solution: The answer is q7bcd4.
  - title: Another sheet
"""
WORKSHOP = """
title: An evening
objectives: [Everybody has met]
days:
  - start: "18:00"
    blocks:
      - {activity: talk, lead: Ada}
      - {break: Tea, minutes: 10}
      - {title: The end, minutes: 5, text: "Thank them."}
"""
CONFIG = SMALL["mkdocs.yml"] + "site_url: https://example.org/hb/\n"
FILES = {
    **SMALL,
    "mkdocs.yml": CONFIG,
    "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"].partition("steps:")[0] + HANDOUT.lstrip(),
    "toolkit/workshops/evening.yaml": WORKSHOP,
}
EDITIONS = """
site_name: Small
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        staff: {title: For staff, audience: [facilitator]}
        team: {title: For the team}
"""


def _exported(folder: Path, *only: str, options: tuple[str, ...] = ()) -> Any:
    links = [word for link in only for word in ("--only", link)]
    done = journeybook(folder, "export", "out/a.docx", *links, *options)
    assert done.returncode == 0, done.stderr
    return docx.Document(str(folder / "out" / "a.docx"))


def _said(document: Any) -> list[tuple[str, str]]:
    """All paragraphs of the body with their styles, also those in tables and controls."""
    found = []
    for element in document.element.body.iter(qn("w:p")):
        paragraph = docx.text.paragraph.Paragraph(element, document)
        text = "".join(one.text or "" for one in element.iter(qn("w:t")))
        found.append((paragraph.style.name, text.strip()))
    return found


def _controls(document: Any) -> list[str]:
    return [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:alias"))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with a handout of every kind of place."""
    return write(tmp_path_factory.mktemp("word"), FILES)


@pytest.fixture(scope="module")
def sheet(folder: Path) -> Any:
    """Its first handout."""
    return _exported(folder, "handout:talk/a-sheet")


def test_a_handout_has_words_own_styles(sheet: Any) -> None:
    """Title, headings, tables and lists, so that it can be edited as any other document."""
    said = _said(sheet)
    assert said[0] == ("Title", "A sheet")
    assert said[1] == ("Subtitle", "Handout for toolkit activity 1, A talk")
    labels = ["Today", "Choose", "Rate", "Draw", "Count"]
    assert [text for style, text in said if style == "Heading 1"][:5] == labels
    assert [text for style, text in said if style == "List Number"] == ["Three", "Four"]
    assert "Read the plan & <this>." in [text for _, text in said]
    assert all(table.style.name == "Table Grid" for table in sheet.tables)


def test_places_to_write_are_named(sheet: Any) -> None:
    """Lines, frames and boxes to tick are content controls that say what they are for, each with its own number."""
    assert {"Name", "Date", "Today", "Choose: Yes", "Choose: No", "Draw"} <= {*_controls(sheet)}
    ids = [one.get(qn("w:val")) for one in sheet.element.body.iter(qn("w:sdtPr")) for one in one.iter(qn("w:id"))]
    assert len(ids) == len({*ids})
    control = next(one for one in sheet.element.body.iter(qn("w:sdt")) if one.find(f".//{qn('w:tag')}") is not None)
    assert len(control.findall(f".//{qn('w:p')}")) == 3  # as many as the handout has lines
    assert sum(style == "Writing Line" for style, _ in _said(sheet)) == 3


def test_tables_have_a_head_that_is_repeated_and_a_name(sheet: Any) -> None:
    """As readers of screens need them."""
    table = next(one for one in sheet.tables if "What" in [cell.text for cell in one.rows[0].cells])
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Count"
    assert [row.cells[0].text for row in table.rows] == ["", "1", "2"]
    scale = next(one for one in sheet.tables if len(one.columns) == 5)
    assert [cell.text for cell in scale.rows[0].cells] == ["1", "2", "3", "4", "5"]
    assert ("Normal", "1 = bad · 5 = good") in _said(sheet)


def test_pictures_say_what_they_show(sheet: Any) -> None:
    """A journey that is shown in place is a picture with its text."""
    (shape,) = sheet.inline_shapes
    assert "First steps" in shape._inline.docPr.get("descr")


def test_links_lead_to_the_web(sheet: Any) -> None:
    """To the handbook's own address."""
    links = {one.target_ref for one in sheet.part.rels.values() if one.is_external}
    assert "https://example.org/hb/journeys/first-steps/#plan" in links


def test_numbers_of_a_list_begin_where_it_says(sheet: Any) -> None:
    """And anew in each list."""
    numbering = sheet.part.numbering_part.element
    starts = [one.get(qn("w:val")) for one in numbering.iter(qn("w:startOverride"))]
    assert "3" in starts


def test_the_footer_says_handbook_and_version(folder: Path) -> None:
    """Each part its own: that of the page in the browser, which changes with a word of it and with no other."""
    document = _exported(folder, "activity:talk")
    assert len(document.sections) == 2
    footers = [section.footer.paragraphs[0].text for section in document.sections]
    assert all(text.startswith("Small handbook · v ") for text in footers)
    assert footers[0] != footers[1]
    pages = [text for style, text in _said(document) if style == "Title"]
    assert pages == ["A sheet", "Another sheet"]


def test_a_workshop_has_its_agenda_and_its_run_sheet(folder: Path) -> None:
    """With clock times; the language and the paper are said."""
    document = _exported(folder, "workshop:evening", options=("--paper", "letter"))
    assert [text for style, text in _said(document) if style in ("Title", "Subtitle")] == [
        *("An evening", "Agenda", "An evening", "Run sheet for facilitators")
    ]
    agenda, run_sheet = (one for one in document.tables if one.cell(0, 0).text == "Start")
    assert [row.cells[0].text for row in agenda.rows] == ["Start", "18:00", "18:20", "18:30", "18:35"]
    assert "Ada" not in "".join(cell.text for row in agenda.rows for cell in row.cells)
    assert "Ada" in [row.cells[4].text for row in run_sheet.rows]
    assert "Done: A talk" in _controls(document)
    assert any(style == "Heading 3" and text.endswith("Sit") for style, text in _said(document))
    assert round(document.sections[0].page_width.mm, 1) == 215.9
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en"
    assert document.core_properties.language == "en"


def test_a_run_sheet_has_the_pictures_of_steps(tmp_path: Path) -> None:
    """As large as a page shows them, with their words and who made them; one that Word cannot show is told in words."""
    pictures = """\
steps:
  - {title: Sit, text: Sit down., picture: {file: circle.svg, alt: Nine chairs, credit: Drawn by Ada}}
  - {title: Talk, text: Talk., picture: {file: board.png, alt: A board}}
  - {title: Go, text: Go., picture: {file: door.webp, alt: An open door}}
  - {title: Rest, text: Rest., picture: {file: board.png, decorative: true}}
"""
    activity = FILES["toolkit/talk.yaml"].partition("steps:")[0] + pictures
    write(tmp_path, {**FILES, "toolkit/talk.yaml": activity})
    (tmp_path / "toolkit" / "circle.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><circle cx="60" cy="60" r="30"/></svg>'
    )
    image = Image.new("RGB", (96, 48), "navy")
    lying = Image.Exif()
    lying[0x0112] = 6
    image.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "toolkit" / "board.png", exif=lying)
    image.save(tmp_path / "toolkit" / "door.webp")
    document = _exported(tmp_path, "workshop:evening")
    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert shown == ["Nine chairs", "A board", ""]
    assert [round(shape.width.inches, 2) for shape in document.inline_shapes][1:] == [1, 1]
    assert [round(shape.height.inches, 2) for shape in document.inline_shapes][1:] == [0.5, 0.5]  # upright
    said = [text for _, text in _said(document)]
    assert "Drawn by Ada" in said and "An open door" in said
    before = (tmp_path / "out" / "a.docx").read_bytes()
    Image.new("RGB", (96, 48), "red").save(tmp_path / "toolkit" / "board.png")
    _exported(tmp_path, "workshop:evening")
    assert (tmp_path / "out" / "a.docx").read_bytes() != before


def test_two_runs_write_the_same(folder: Path) -> None:
    """No date of the machine is in it; the second leaves the file alone."""
    _exported(folder, "workshop:evening")
    before = (folder / "out" / "a.docx").read_bytes()
    done = journeybook(folder, "export", "out/a.docx", "--only", "workshop:evening")
    assert "nothing has changed" in done.stdout
    (folder / "out" / "a.docx").unlink()
    _exported(folder, "workshop:evening")
    assert (folder / "out" / "a.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("only", "said"),
    [
        ((), "write `--only handout:talk/a-sheet`, once for each"),
        (("journey:first-steps",), "write `--only handout:"),
        (("chapter:guide",), "write `--only handout:"),
        (("handout:talk",), "handout:talk/a-sheet"),
        (("activity:other",), "has no handouts"),
    ],
)
def test_what_is_no_sheet_is_told(tmp_path: Path, only: tuple[str, ...], said: str) -> None:
    """With what to write, and no file."""
    write(tmp_path, {**FILES, "toolkit/other.yaml": "title: Other\nchapter: guide\n"})
    done = journeybook(tmp_path, "export", "a.docx", *[word for link in only for word in ("--only", link)])
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert not (tmp_path / "a.docx").exists()


def test_an_edition_has_no_more(tmp_path: Path) -> None:
    """No solution, no notes, and no run sheet where there are no facilitators."""
    write(tmp_path, {**FILES, "mkdocs.yml": EDITIONS})
    for edition, is_there in (("mentee", False), ("staff", True), ("team", True)):
        document = _exported(tmp_path, "workshop:evening", "activity:talk", options=("--edition", edition))
        packed = zipfile.ZipFile(tmp_path / "out" / "a.docx")
        assert any(SECRET.encode() in packed.read(name) for name in packed.namelist()) is is_there
        assert (("Subtitle", "Run sheet for facilitators") in _said(document)) is is_there
        title = {"mentee": "For mentees", "staff": "For staff", "team": "For the team"}[edition]
        assert f"Small · {title} · v " in document.sections[0].footer.paragraphs[0].text


def test_from_right_to_left(tmp_path: Path) -> None:
    """Paragraphs and tables run as the language does."""
    write(tmp_path, {**FILES, "mkdocs.yml": CONFIG.replace("theme: material", "theme: {name: material, language: ar}")})
    document = _exported(tmp_path, "handout:talk/a-sheet")
    first = document.paragraphs[0]._element
    assert first.find(f".//{qn('w:bidi')}") is not None and first.find(f".//{qn('w:rtl')}") is not None
    assert document.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ar"
