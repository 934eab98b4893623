"""Pages as a browser prints them, read back."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import Page
from pypdf import PdfReader


@dataclass(frozen=True)
class Printed:
    """What a browser has printed, as PDF."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        """Its pages."""
        return PdfReader(io.BytesIO(self.data))

    @cached_property
    def text(self) -> str:
        """All that can be read, without white space and hyphens, which depend on where lines end."""
        return squeezed("".join(page.extract_text() for page in self.reader.pages))

    def count(self, text: str) -> int:
        """How often a text can be read."""
        return self.text.count(squeezed(text))

    def outside(self) -> list[tuple[int, str]]:
        """The texts that begin beside their sheet of paper, with its number."""
        found: list[tuple[int, str]] = []
        for number, page in enumerate(self.reader.pages, 1):
            wide, high = float(page.mediabox.width), float(page.mediabox.height)

            def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                if text.strip() and not (0 <= x <= wide and 0 <= y <= high):  # noqa: B023 (called at once)
                    found.append((number, text.strip()))  # noqa: B023

            page.extract_text(visitor_text=visit)
        return found


def squeezed(text: str) -> str:
    """A text without white space and hyphens."""
    return re.sub(r"[\s\-‐\u00ad]", "", text)


def printed(page: Page, paper: str) -> Printed:
    """A page on `A4` or `Letter`."""
    return Printed(page.pdf(format=paper))
