"""A Word document: its styles, its sections, each with a footer, and its bytes, the same in every run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from journeybook.cards.sheet import PAPERS, Paper
from journeybook.export.packed import packed, unpacked
from journeybook.language.direction import direction_of
from journeybook.language.words import Words

LINE = "Writing Line"
"""The style of a line to write on."""
_INK = RGBColor(0, 0, 0)
_MARGIN = Mm(20)
_SIZES = {"Normal": 11, "Title": 22, "Subtitle": 11, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11}
_LINE_HEIGHT = Mm(9)
_AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:rPr",
    "w:sectPr",
)


def new_document(words: Words, title: str, author: str, day: dt.date, paper: Paper) -> Any:
    """Make an empty document of python-docx in the language of the words, with our looks for Word's own styles."""
    made = docx.Document()
    facts = made.core_properties
    facts.title, facts.author, facts.language, facts.comments = title, author, words.language, ""
    facts.last_modified_by, facts.revision = author, 1
    facts.created = facts.modified = dt.datetime(day.year, day.month, day.day)
    _dress(made)
    _speak(made, words.language)
    _shape(made.sections[0], paper)
    return made


def begin_part(document: Any, footer: str, words: Words) -> None:
    """Begin a part on a new page, below which stands `footer` with the number of the page, counted from its first."""
    is_first = not len(document.element.body.findall(qn("w:p"))) and not document.tables
    section = document.sections[0] if is_first else document.add_section(WD_SECTION.NEW_PAGE)
    section.footer.is_linked_to_previous = False
    numbers = section._sectPr.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = OxmlElement("w:pgNumType")
        section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
    numbers.set(qn("w:start"), "1")
    line = section.footer.paragraphs[0]
    for run in [*line.runs]:
        run._element.getparent().remove(run._element)
    stops = line.paragraph_format.tab_stops
    stops.clear_all()
    width = section.page_width - section.left_margin - section.right_margin
    stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{footer}\t")
    _field(line, "PAGE")
    if direction_of(words.language) == "rtl":
        turn(line)


def turn(paragraph: Any) -> None:
    """Write a paragraph from right to left."""
    _mark(paragraph._element.get_or_add_pPr(), "w:bidi", _AFTER_BIDI)
    for run in paragraph.runs:
        _mark(run._element.get_or_add_rPr(), "w:rtl", ("w:cs", "w:em", "w:lang"))


def content_of(document: Any) -> bytes:
    """Give the bytes of a document, without the clock of the machine and the picture of python-docx's template."""
    related = document.part.package.rels
    for name in [name for name, one in related.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        related.pop(name)
    out = BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))


def _dress(document: Any) -> None:
    """Let Word's own styles be black, and of sizes for a sheet that people write on."""
    styles = document.styles
    for name, size in _SIZES.items():
        style = styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = _INK
        style.font.italic = False if name == "Subtitle" else style.font.italic
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        styles[name].paragraph_format.space_before = Pt(14)
        styles[name].paragraph_format.space_after = Pt(4)
    line = styles.add_style(LINE, WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = styles["Normal"]
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = _LINE_HEIGHT
    edges = OxmlElement("w:pBdr")
    for side in ("w:bottom", "w:between"):  # between: else Word draws one line below several
        edge = OxmlElement(side)
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "7F7F7F")):
            edge.set(qn(f"w:{name}"), value)
        edges.append(edge)
    line.element.get_or_add_pPr().insert_element_before(
        edges, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _speak(document: Any, language: str) -> None:
    """Say the document's language, by which Word reads it aloud and checks its spelling."""
    of_all = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in of_all.findall(qn("w:lang")):
        of_all.remove(old)
    of_all.append(language_mark(language))


def language_mark(language: str) -> Any:
    """Make the property that says the language of a text."""
    made = OxmlElement("w:lang")
    for kind in ("val", "eastAsia", "bidi"):
        made.set(qn(f"w:{kind}"), language)
    return made


def _shape(section: Any, paper: Paper) -> None:
    wide, high = PAPERS[paper]
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _field(line: Any, code: str) -> None:
    """Add a field, such as the number of the page, which Word works out."""
    run = line.add_run()
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._element.append(part)


def _mark(properties: Any, name: str, after: Sequence[str]) -> None:
    """Add a property that is on by being there, before those that come after it in the schema."""
    if properties.find(qn(name)) is None:
        properties.insert_element_before(OxmlElement(name), *after)
