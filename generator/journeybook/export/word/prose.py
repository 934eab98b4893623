"""Markdown fields as paragraphs, lists and tables in Word."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from journeybook.export.markup import XHTML, parsed
from journeybook.export.word.sheet import WordSheet

_DEEPEST = 3
"""Word's styles for lists go so deep."""
_HIDDEN = "jb-sr"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "div", "section", *_HEADINGS})
_SLANTED, _BOLD = ("em", "i", "cite"), ("strong", "b")


def write_field(sheet: WordSheet, html: str) -> None:
    """Write the HTML of a Markdown field."""
    _Prose(sheet).blocks(parsed(html))


class _Prose:
    def __init__(self, sheet: WordSheet) -> None:
        self._sheet = sheet

    def blocks(self, parent: ET.Element, style: str = "Normal", depth: int = 0) -> None:
        """Write what is in an element: runs of text as paragraphs, and the blocks between them."""
        paragraph: Any = None
        for text, child in _pieces(parent):
            if child is not None and _name(child) in _BLOCKS:
                self._block(child, style, depth)
                paragraph = None
            elif child is not None or text.strip():
                paragraph = paragraph if paragraph is not None else self._sheet.text(style=style)
                self._inline(paragraph, text, child, ())

    def _block(self, element: ET.Element, style: str, depth: int) -> None:
        name = _name(element)
        if name in ("ul", "ol"):
            self._list(element, min(depth + 1, _DEEPEST))
        elif name == "table":
            self._table(element)
        elif name == "pre":
            self._sheet.text("".join(element.itertext()).rstrip("\n")).style = "No Spacing"
        elif name == "hr":
            self._sheet.text()
        elif name == "dl":
            for child in element:
                self.blocks(child, "Normal" if _name(child) == "dt" else "List Continue", depth)
        elif name == "blockquote":
            self.blocks(element, "Quote", depth)
        elif name.startswith("h"):
            self.blocks(element, "Heading 3", depth)
        else:
            self.blocks(element, style, depth)

    def _list(self, element: ET.Element, depth: int) -> None:
        """Write a list; each that is numbered begins anew."""
        kind = "List Number" if _name(element) == "ol" else "List Bullet"
        style = kind if depth == 1 else f"{kind} {depth}"
        number = self._numbering(style, int(element.get("start", "1"))) if _name(element) == "ol" else None
        for item in element:
            first = self._sheet.text(style=style)
            if number is not None:
                properties = first._element.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, number
            self._item(first, item, depth)

    def _item(self, first: Any, item: ET.Element, depth: int) -> None:
        """Write an item: its first text into the paragraph that has the sign, the rest below it."""
        is_open = True
        below = "List Continue" if depth == 1 else f"List Continue {depth}"
        for text, child in _pieces(item):
            if child is not None and _name(child) in _BLOCKS:
                if is_open and _name(child) == "p" and not first.text:
                    for inner_text, inner in _pieces(child):
                        self._inline(first, inner_text, inner, ())
                else:
                    self._block(child, below, depth)
                is_open = False
            elif child is not None or text.strip():
                self._inline(first if is_open else self._sheet.text(style=below), text, child, ())

    def _numbering(self, style: str, start: int) -> int:
        """Make numbers that begin at `start`, and look like those of a style."""
        document = self._sheet.document
        numbering = document.part.numbering_part.element
        usual = document.styles[style].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(made.numId)

    def _table(self, element: ET.Element) -> None:
        rows = [[cell for cell in row if _name(cell) in ("td", "th")] for row in element.iter(f"{{{XHTML}}}tr")]
        texts = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]
        if texts and texts[0]:
            wide = len(texts[0])
            even = [[*row[:wide], *[""] * (wide - len(row))] for row in texts[1:]]
            self._sheet.table(texts[0], even, " ".join(texts[0]))

    def _inline(self, paragraph: Any, text: str, element: ET.Element | None, looks: tuple[str, ...]) -> None:
        if element is None:
            self._run(paragraph, text, looks)
            return
        name = _name(element)
        if element.get("class") == _HIDDEN:
            return
        if name == "br":
            paragraph.add_run().add_break()
            return
        if name == "img":
            self._run(paragraph, element.get("alt", ""), looks)
            return
        if name == "a" and element.get("href", "").partition(":")[0] in ("http", "https", "mailto"):
            self._link(paragraph, element)
            return
        for inner, child in _pieces(element):
            self._inline(paragraph, inner, child, (*looks, name))

    def _run(self, paragraph: Any, text: str, looks: tuple[str, ...]) -> None:
        if not text:
            return
        begins, ends = text[:1].isspace(), text[-1:].isspace()
        words = " ".join(text.split())
        said = f"{' ' if begins and (paragraph.text or not words) else ''}{words}{' ' if ends and words else ''}"
        run = self._sheet.run(paragraph, said)
        run.bold = True if set(_BOLD) & {*looks} else None
        run.italic = True if set(_SLANTED) & {*looks} else None
        if "code" in looks:
            run.font.name = "Consolas"

    def _link(self, paragraph: Any, element: ET.Element) -> None:
        """Write a link, underlined, which Word follows."""
        part = self._sheet.document.part
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), part.relate_to(element.attrib["href"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        words = "".join(_said(element))
        run = self._sheet.run(paragraph, " ".join(words.split()))
        run.underline = True
        paragraph._element.append(link)
        link.append(run._element)


def _said(element: ET.Element) -> list[str]:
    """Give the texts of an element without what only screen readers say."""
    found = [element.text or ""]
    for child in element:
        found += _said(child) if child.get("class") != _HIDDEN else []
        found.append(child.tail or "")
    return found


def _pieces(parent: ET.Element) -> list[tuple[str, ET.Element | None]]:
    """Give the texts and the elements in an element, in order."""
    found: list[tuple[str, ET.Element | None]] = [(parent.text or "", None)]
    for child in parent:
        found += [("", child), (child.tail or "", None)]
    return found


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
