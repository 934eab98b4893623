"""A handbook with cards, printed and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from small import MKDOCS_YML, SMALL, journeybook, write

ADDRESS = "https://example.org/book/"
SITE = {"mkdocs.yml": MKDOCS_YML + f"site_url: {ADDRESS}\n"}
MM = 72 / 25.4
PAPERS = {"a4": (210, 297), "letter": (215.9, 279.4)}
_DPI = 250


def activity(number: int, more: str = "") -> str:
    """An activity whose words say its number."""
    return (
        f"title: Front{number}\nchapter: guide\nnumber: {number}\nsummary: Sum{number} of it.\nduration: 20 min\n"
        f"group: 2–12\nmaterials: [Thing{number}]\npurpose: Why{number} so.\n"
        f"steps:\n  - {{title: Back{number}, minutes: 20, text: Do{number} it.}}\n{more}"
    )


def many(count: int) -> dict[str, str]:
    """A handbook with that many activities, and as many questions on its page."""
    files = {f"toolkit/a{number:02}.yaml": activity(number) for number in range(1, count + 1)}
    questions = "".join(f"  - Ask{number} what?\n" for number in range(1, count + 1))
    guide = f"---\nquestions:\n{questions}---\n\n# The guide\n"
    return {"mkdocs.yml": SITE["mkdocs.yml"], "content/guide/index.md": guide, **files}


def printed(folder: Path, files: Mapping[str, str], *options: str) -> PdfReader:
    """The sheets that the command writes for a handbook."""
    write(folder, files)
    result = journeybook(folder, "cards", *options, "-o", "cards.pdf")
    assert result.returncode == 0, result.stderr
    return PdfReader(folder / "cards.pdf")


@dataclass(frozen=True)
class Word:
    """A piece of text on a page, its beginning in millimetres from the top left; `upright` as it is read."""

    text: str
    x: float
    y: float
    upright: bool = True


def words_on(reader: PdfReader, page: int) -> list[Word]:
    """The texts of a page with their places, as pypdf finds them."""
    found: list[Word] = []
    height = float(reader.pages[page].mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Word(text.strip(), x / MM, (height - y) / MM, tm[0] * cm[0] > 0))

    reader.pages[page].extract_text(visitor_text=visit)
    return found


def place_of(reader: PdfReader, page: int, beginning: str) -> Word:
    """The one text on a page that begins with a word."""
    found = [word for word in words_on(reader, page) if word.text.startswith(beginning)]
    assert len(found) == 1, (beginning, words_on(reader, page))
    return found[0]


def picture(folder: Path, page: int) -> Image.Image:
    """A page as a printer would have it."""
    with pypdfium2.PdfDocument(folder / "cards.pdf") as document:
        return document[page].render(scale=_DPI / 72).to_pil().convert("L")


def codes_on(folder: Path, page: int) -> dict[str, tuple[float, float]]:
    """The QR codes on a page, read as a phone does: their texts, and their middles in millimetres from the top left."""
    found = {}
    for code in zxingcpp.read_barcodes(picture(folder, page)):
        corner, opposite = code.position.top_left, code.position.bottom_right
        found[code.text] = tuple((a + b) / 2 / _DPI * 25.4 for a, b in ((corner.x, opposite.x), (corner.y, opposite.y)))
    return found  # type: ignore[return-value]


HANDBOOK = SMALL | SITE
