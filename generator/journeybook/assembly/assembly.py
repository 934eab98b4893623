"""Everything that a handbook publishes: what all builders are given, each in its own way of asking for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from journeybook.assembly import build
from journeybook.ground.stopwatch import timed
from journeybook.handbook import Handbook
from journeybook.markdown.references import MarkdownSettings
from journeybook.pages import chapters
from journeybook.pages.artifact import FileArtifact, Fills, PageArtifact
from journeybook.pages.site import Site
from journeybook.problems import HandbookError, Problem


class Assembly:
    """The artifacts of one handbook, by path, and what becomes of the authors' pages.

    A HandbookError has a problem for every drawing of the generated pages that could not be made. Those of the authors'
    pages are raised by `finish`, once all of them are written.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.pages: dict[str, PageArtifact] = {page.path: page for page in build.build(site)}
        with timed("pages"):
            self.files: dict[str, FileArtifact] = {file.path: file for file in build.files(site)}
        self._fills = {path: page.fills for path, page in self.pages.items()}
        self._undrawn: list[Problem] = []

    @property
    def book(self) -> Handbook:
        """The handbook."""
        return self.site.book

    def is_generated(self, path: str) -> bool:
        """Tell whether a page is generated as a whole: one that an author introduces has to be written."""
        return path in self.pages and path not in self.book.pages

    def write(self, path: str, markdown: str, settings: MarkdownSettings) -> str:
        """Give the Markdown of an author's page (without front matter) as a builder is to see it, its figures drawn."""
        make = partial(chapters.written, self.site, path, markdown, settings, self.pages.get(path))
        body, self._fills[path] = self.site.results.make(chapter_key(path), make)
        try:
            self.site.draw()
        except HandbookError as error:
            self._undrawn += error.problems
        return body

    def meta_of(self, path: str, own: Mapping[str, Any]) -> dict[str, Any]:
        """Give the front matter of an author's page."""
        return chapters.meta_of(self.site, path, own, self.pages.get(path))

    def fills_of(self, path: str) -> Fills:
        """Give the fills of a page; a builder may clear them once all are in place."""
        return self._fills.get(path) or Fills()

    def finish(self) -> None:
        """Raise a HandbookError with a problem for each figure of the authors' pages that could not be drawn."""
        undrawn, self._undrawn = self._undrawn, []
        if undrawn:
            raise HandbookError(list(dict.fromkeys(undrawn)))


def chapter_key(path: str) -> tuple[str, str]:
    """Give the key of an author's own page in `Site.results`."""
    return "chapter", path
