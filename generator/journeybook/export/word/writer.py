"""What all parts of a Word document share: who writes authors' texts, who writes ours, and how fields are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.export.drawings import drawing, picture_of_word
from journeybook.export.web_links import WebLinks
from journeybook.export.word.prose import write_field
from journeybook.export.word.sheet import WordSheet
from journeybook.handbook import Entry
from journeybook.handbook.pictures import picture_file
from journeybook.handbook.targets import Target
from journeybook.language.words import Words
from journeybook.markdown.fields import render
from journeybook.markdown.tokens import unused
from journeybook.model.illustration import Illustration
from journeybook.pages.facts import Fact
from journeybook.pages.helpers import Helpers
from journeybook.pages.site import Site

_PIXEL = 9525  # EMU of a CSS pixel, of which 96 are an inch


@dataclass(frozen=True)
class WordWriter:
    """Writes one part: with `sheet` what authors wrote, in its language, with `ours` the handbook's own words."""

    site: Site
    sheet: WordSheet
    ours: WordSheet

    @property
    def words(self) -> Words:
        """The handbook's own words."""
        return self.site.words

    def field(self, text: str | None, sheet: WordSheet | None = None) -> None:
        """Write a Markdown field, its links as they are on the web, its journeys as pictures."""
        if not text:
            return
        token, drawn = unused(text, "jbpicture"), list[Target]()

        def shown(target: Target) -> str:
            if target.kind != "journey" or target.entry is None:
                return ""
            drawn.append(target)
            return f"{token}{len(drawn)}z"

        html = render(WebLinks(self.site, shown).linked(text), trusted=self.site.trusted)
        parts = re.split(rf"(?:<p>)?{token}([0-9]+)z(?:</p>)?", html)
        for place, part in enumerate(parts):
            if place % 2:
                target = drawn[int(part) - 1]
                assert target.entry
                (sheet or self.sheet).picture(*drawing(self.site, target.entry, target.view))
            elif part.strip():
                write_field(sheet or self.sheet, part)

    def illustration(self, entry: Entry[Any], picture: Illustration | None) -> None:
        """Write a picture beside a text as large as a page shows it, and who made it; else what it shows, in words."""
        if picture is None:
            return
        file = picture_file(self.site.book.settings, entry, picture)
        shown = Helpers(self.site.book, self.site.words).shown_picture(entry, picture)
        content = picture_of_word(file, self.site)
        share = min(1, shown.width * _PIXEL / self.sheet.width)
        if not (content and self.sheet.picture(content, picture.alt or "", share)) and picture.alt:
            self.sheet.text(picture.alt)
        if picture.credit:
            self.sheet.text(picture.credit)

    def facts(self, facts: Iterable[Fact]) -> None:
        """Write facts, each on a line."""
        for fact in facts:
            line = self.ours.text()
            line.paragraph_format.space_after = 0
            self.ours.run(line, self.words("{label}: ", label=fact.label), bold=True)
            self.sheet.run(line, f"{fact.value}, {fact.note}" if fact.note else fact.value)

    def bullets(self, texts: Sequence[str]) -> None:
        """Write a list."""
        for text in texts:
            self.sheet.text(text, "List Bullet")

    def ticks(self, texts: Iterable[str]) -> None:
        """Write a list to tick."""
        for text in texts:
            self.sheet.choice(text)

    def fill(self, cell: Any, texts: Sequence[str]) -> None:
        """Write texts into a cell, each on a line of its own, below what is there."""
        first, *rest = texts or [""]
        here = self.sheet.within(cell)
        here.run(cell.paragraphs[0], first)
        for text in rest:
            here.text(text)
