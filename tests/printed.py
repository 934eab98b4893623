"""Pages as a browser prints them, read back."""

from __future__ import annotations

import ctypes
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import cast

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject
from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium


@dataclass(frozen=True)
class Piece:
    """A text on a sheet of paper: where it begins, from the left and the foot, and the size of its letters (points)."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Printed:
    """What a browser has printed, as PDF."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        """Its pages."""
        return PdfReader(io.BytesIO(self.data))

    @cached_property
    def _read(self) -> list[tuple[str, list[Piece]]]:
        """Of each sheet: all that can be read, and its pieces."""
        return [_pieces(page) for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        """All that can be read, without white space and hyphens, which depend on where lines end."""
        return squeezed("".join(text for text, _ in self._read))

    def count(self, text: str) -> int:
        """How often a text can be read."""
        return self.text.count(squeezed(text))

    def sheets(self) -> list[list[str]]:
        """The lines of each sheet from top to bottom, squeezed, without the number of the sheet."""
        return [[said for _, said in _lines(pieces)] for _, pieces in self._read]

    def used(self) -> list[float]:
        """How far down each sheet its last line stands, from 0 to 1."""
        pages = zip(self._read, self.reader.pages, strict=True)
        return [1 - _lines(pieces)[-1][0] / float(page.mediabox.height) for (_, pieces), page in pages]

    def smallest(self) -> float:
        """How high the smallest letters are, in points."""
        return min(piece.size for _, pieces in self._read for piece in pieces)

    def outside(self) -> list[tuple[int, str]]:
        """The texts that begin beside their sheet of paper, with its number."""
        found: list[tuple[int, str]] = []
        for number, ((_, pieces), page) in enumerate(zip(self._read, self.reader.pages, strict=True), 1):
            wide, high = float(page.mediabox.width), float(page.mediabox.height)
            found += [(number, p.text) for p in pieces if not (0 <= p.x <= wide and 0 <= p.y <= high)]
        return found

    @cached_property
    def _fast(self) -> list[PdfTextPage]:
        """The texts of each sheet, by a reader that is ten times as fast and knows no pieces."""
        return [page.get_textpage() for page in PdfDocument(self.data)]

    @cached_property
    def words(self) -> str:
        """All that can be read, as `text`, and letters that are written in two ways in one."""
        return plain("".join(page.get_text_range() for page in self._fast))

    def empty(self) -> list[int]:
        """The numbers of the sheets on which nothing stands but their number."""
        sheets = enumerate((page.get_text_range() for page in self._fast), 1)
        return [number for number, text in sheets if re.fullmatch(r"(\d+/\d+)?", squeezed(text))]

    def small(self, least: float) -> set[str]:
        """The letters and figures that are lower than so many points."""
        return {letter for page in self._fast for letter, size in _letters(page) if size < least}

    def cut(self) -> list[int]:
        """The numbers of the sheets that have a text which reaches beyond them."""
        return [number for number, page in enumerate(PdfDocument(self.data), 1) if _is_cut(page)]

    def coarse(self) -> list[int]:
        """The numbers of the sheets on which a pattern is made of pixels, which are coarse in print."""
        return [number for number, page in enumerate(self.reader.pages, 1) if any(map(_is_coarse, _patterns(page)))]

    def masked(self) -> list[int]:
        """The numbers of the sheets on which something is cut out by a mask, whose edges readers of PDFs draw."""
        return [number for number, page in enumerate(self.reader.pages, 1) if _drawn(_resources(page))]


def _resources(page: PageObject) -> DictionaryObject:
    return cast(DictionaryObject, page["/Resources"].get_object())


def _drawn(resources: DictionaryObject) -> list[str]:
    """Say of what kind each picture and each group of shapes is."""
    found = cast(DictionaryObject, resources.get("/XObject", DictionaryObject()).get_object())
    return [str(one.get_object()["/Subtype"]) for one in found.values()]


def _patterns(page: PageObject) -> Iterator[DictionaryObject]:
    for pattern in _resources(page).get("/Pattern", DictionaryObject()).get_object().values():
        yield pattern.get_object()


def _is_coarse(pattern: DictionaryObject) -> bool:
    return "/Image" in _drawn(pattern.get("/Resources", DictionaryObject()).get_object())


def _pieces(page: PageObject) -> tuple[str, list[Piece]]:
    found: list[Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            high = size * hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
            found.append(Piece(text.strip(), x, y, high))

    return page.extract_text(visitor_text=visit), found


def _lines(pieces: list[Piece]) -> list[tuple[float, str]]:
    """Where each line stands, in points from the foot, and what it says; at the end, the one at the foot."""
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        lines.setdefault(round(piece.y), []).append(piece)
    told = ((y, squeezed("".join(p.text for p in sorted(lines[y], key=lambda p: p.x)))) for y in sorted(lines)[::-1])
    return [(y, said) for y, said in told if not re.fullmatch(r"\d+/\d+", said)]


def _is_cut(page: PdfPage) -> bool:
    wide, high = page.get_size()
    text = page.get_textpage()
    boxes = (text.get_rect(place) for place in range(text.count_rects()))
    return any(x < 0 or y < 0 or right > wide or top > high for x, y, right, top in boxes)


def _letters(page: PdfTextPage) -> Iterator[tuple[str, float]]:
    """Give each letter and figure of a sheet, and its size in points."""
    matrix = pdfium.FS_MATRIX()
    for place in range(page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(page, place))
        if letter.isalnum() and pdfium.FPDFText_GetMatrix(page, place, ctypes.byref(matrix)):
            yield letter, pdfium.FPDFText_GetFontSize(page, place) * hypot(matrix.c, matrix.d)


def plain(text: str) -> str:
    """A text squeezed, with what a PDF has for hyphens taken out, and letters that are written in two ways in one."""
    return unicodedata.normalize("NFKC", re.sub("[\ufffe\x02]", "", squeezed(text)))


def squeezed(text: str) -> str:
    """A text without white space and hyphens."""
    return re.sub(r"[\s\-‐\u00ad]", "", text)


def printed(page: Page, paper: str) -> Printed:
    """A page on `A4` or `Letter`."""
    return Printed(page.pdf(format=paper))
