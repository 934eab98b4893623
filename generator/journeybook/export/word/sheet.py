"""What stands on a sheet in Word: headings, texts, lists, tables, and places to write."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Length, Mm

from journeybook.export.word.document import LINE, language_mark, turn
from journeybook.language.direction import direction_of

_GRID = "Table Grid"
_ROW = Mm(10)
_CHECKBOX = (
    '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    "</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>"
    '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr>'
    "<w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
)


class WordSheet:
    """Writes into a document of python-docx, or into a cell of one, in a language."""

    def __init__(self, document: Any, language: str, *, into: Any = None) -> None:
        self.document = document
        self.language = language
        self._into = into if into is not None else document
        self._is_rtl = direction_of(language) == "rtl"

    @property
    def width(self) -> int:
        """The width between the margins, in Word's units."""
        section = self.document.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def text(self, text: str = "", style: str = "Normal") -> Any:
        """Add a paragraph, and give it."""
        paragraph = self._into.add_paragraph(style=style)
        if text:
            self.run(paragraph, text)
        if self._is_rtl:
            turn(paragraph)
        return paragraph

    def run(self, paragraph: Any, text: str, *, bold: bool = False) -> Any:
        """Add a text to a paragraph, which says its language where that is not the document's."""
        run = paragraph.add_run(text)
        if bold:
            run.bold = True
        if self.language != self.document.core_properties.language:
            run._element.get_or_add_rPr().append(language_mark(self.language))
        if self._is_rtl:
            turn(paragraph)
        return run

    def break_page(self) -> None:
        """Begin a new page."""
        self.text().add_run().add_break(WD_BREAK.PAGE)

    def lines(self, number: int, name: str, key: str) -> None:
        """Add lines to write on: a content control of that name, so that they are found by screen readers, too."""
        first = [self.text(style=LINE) for _ in range(number)]
        self._control([paragraph._element for paragraph in first], name, key)

    def box(self, height: float, name: str, key: str) -> None:
        """Add a frame to draw in, so many millimetres high."""
        table = self._table(1, 1, name)
        table.rows[0].height, table.rows[0].height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        self._control([table.cell(0, 0).paragraphs[0]._element], name, key)
        self._after_table()

    def choice(self, text: str, name: str = "") -> Any:
        """Add a box to tick, and its text behind it; give the paragraph."""
        paragraph = self.text()
        paragraph.paragraph_format.space_after = Mm(1)
        self.tick(paragraph, name or text)
        self.run(paragraph, f" {text}")
        return paragraph

    def picture(self, content: bytes, told: str, share: float = 1) -> bool:
        """Add a picture as wide as that share of the page, and what it shows; False where Word has no such form."""
        paragraph = self.text()
        try:
            shape = paragraph.add_run().add_picture(BytesIO(content), width=Length(int(self.width * share)))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):  # WebP, for one
            paragraph._element.getparent().remove(paragraph._element)
            return False
        shape._inline.docPr.set("descr", told)
        return True

    def tick(self, paragraph: Any, name: str) -> None:
        """Add a box to tick to a paragraph."""
        box = parse_xml(_CHECKBOX)
        self._name(box.find(qn("w:sdtPr")), name, "")
        paragraph._element.append(box)

    def marks(self, numbers: Sequence[str], ends: tuple[str, str], name: str) -> None:
        """Add numbers in a line, one of which is ringed, and what the first and the last of them mean."""
        table = self._table(1, len(numbers), name)
        for cell, number in zip(table.rows[0].cells, numbers, strict=True):
            self._fill(cell, number).alignment = WD_ALIGN_PARAGRAPH.CENTER
        if any(ends):
            said = [f"{number} = {end}" for number, end in zip((numbers[0], numbers[-1]), ends, strict=True) if end]
            self.text(" · ".join(said))
        else:
            self._after_table()

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        name: str,
        *,
        shares: Sequence[float] = (),
        is_form: bool = False,
        heads: WordSheet | None = None,
    ) -> Any:
        """Add a table whose head stands again on each page; `shares` are those of its columns in its width.

        Rows of a form are high enough to write in. What is read aloud as its name is `name`; `heads` writes the head,
        where that is in another language.
        """
        table = self._table(len(rows) + 1, len(headings), name, shares)
        for cell, heading in zip(table.rows[0].cells, headings, strict=True):
            (heads or self)._fill(cell, heading, bold=True)
        _property(table.rows[0], "w:tblHeader")
        for row, texts in zip(table.rows[1:], rows, strict=True):
            _property(row, "w:cantSplit")
            if is_form:
                row.height, row.height_rule = _ROW, WD_ROW_HEIGHT_RULE.AT_LEAST
            for cell, text in zip(row.cells, texts, strict=True):
                self._fill(cell, text)
        self._after_table()
        return table

    def within(self, cell: Any) -> WordSheet:
        """Give a sheet that writes into a cell."""
        return WordSheet(self.document, self.language, into=cell)

    def blanks(self, names: Sequence[str]) -> None:
        """Add names side by side with room behind each, such as those of a person and a date."""
        table = self._table(1, len(names), " ".join(names))
        for cell, name in zip(table.rows[0].cells, names, strict=True):
            paragraph = self._fill(cell, f"{name}: ")
            self._control([paragraph.add_run(" " * 12)._element], name, "")
        self._after_table()

    def _fill(self, cell: Any, text: str, *, bold: bool = False) -> Any:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Mm(0)
        if text:
            self.run(paragraph, text, bold=bold)
        return paragraph

    def _table(self, rows: int, columns: int, name: str, shares: Sequence[float] = ()) -> Any:
        table = self._into.add_table(rows, columns)
        table.style = _GRID
        table.autofit = False
        parts = shares or [1 / columns] * columns
        for column, share in zip(table.columns, parts, strict=True):
            for cell in [column, *column.cells]:
                cell.width = Length(int(self.width * share))
        properties = table._element.tblPr
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), name)
        properties.append(caption)
        if self._is_rtl:
            properties.insert_element_before(OxmlElement("w:bidiVisual"), "w:tblW", "w:tblLayout", "w:tblLook")
        return table

    def _after_table(self) -> None:
        """Keep the next table off the one before: Word makes one of two that touch."""
        self.text().paragraph_format.space_after = Mm(0)

    def _control(self, elements: list[Any], name: str, key: str) -> None:
        """Put elements that follow each other into a content control."""
        control, properties, content = (OxmlElement(f"w:{tag}") for tag in ("sdt", "sdtPr", "sdtContent"))
        self._name(properties, name, key)
        control.extend([properties, content])
        elements[0].addprevious(control)
        content.extend(elements)

    def _name(self, properties: Any, name: str, key: str) -> None:
        """Say what a control is called (Word takes at most 64 letters), and number it, so that no two are the same."""
        number = len(self.document.element.body.findall(f".//{qn('w:sdt')}")) + 1
        facts = [("alias", name[:64]), ("tag", key[:64]), ("id", str(number))]
        for place, (kind, value) in enumerate([(kind, value) for kind, value in facts if value]):
            one = OxmlElement(f"w:{kind}")
            one.set(qn("w:val"), value)
            properties.insert(place, one)


def _property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
