"""Everything that a handbook publishes: what all builders are given, each in its own way of asking for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from journeybook.assembly import build
from journeybook.assembly.authors_pages import AuthorsPages
from journeybook.checks import in_order
from journeybook.ground.stopwatch import timed
from journeybook.ground.theme_dir import theme_dir
from journeybook.handbook import Handbook
from journeybook.handbook.included import takes_in
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.settings import MarkdownSettings
from journeybook.pages import chapters
from journeybook.pages.artifact import FileArtifact, Fills, PageArtifact
from journeybook.pages.chapters import PageSource
from journeybook.pages.mark import mark_of_page
from journeybook.pages.moved import moved, titles_of_pages
from journeybook.pages.site import Site
from journeybook.pages.term_marks import TermMarks
from journeybook.problems import HandbookError, JourneybookError

_THEME = "assets/"


class TakenError(JourneybookError):
    """Raised where a file of the chapters' folder has the address of one that is made; the message says which."""


class Assembly:
    """The artifacts of one handbook, by path, and what becomes of the authors' pages.

    A HandbookError has a problem for every drawing of the generated pages that could not be made. Those of the authors'
    pages are raised by `finish`, once all of them are written.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.pages: dict[str, PageArtifact] = {page.path: page for page in map(self._placed, build.build(site))}
        with timed("pages"):
            self.files: dict[str, FileArtifact] = {file.path: file for file in build.files(site)}
            titles = titles_of_pages(site, {page.path: str(page.title) for page in self.pages.values()})
            self.files |= {file.path: file for file in moved(site, titles)}
        self._authors = AuthorsPages(site, self.pages)
        self.marks = TermMarks(site)

    @property
    def resources(self) -> dict[str, Path]:
        """The files on disk that go into the site as they are, and are not ours, by their paths there."""
        ours = theme_dir()
        found = {path: file.source for path, file in self.files.items() if file.source}
        return {path: source for path, source in found.items() if not source.is_relative_to(ours)}

    @property
    def book(self) -> Handbook:
        """The handbook."""
        return self.site.book

    def _placed(self, page: PageArtifact) -> PageArtifact:
        """Give a generated page the path of the author's page that introduces it, where that has another one."""
        source = self.book.source_of(page.path)
        return page if source == page.path else replace(page, path=source)

    @property
    def addresses(self) -> set[str]:
        """The paths of all pages that are made, also of those that a page of another name introduces."""
        introduced = self.book.contents.introductions.items()
        return {*self.pages, *(index for index, source in introduced if source in self.pages)}

    def is_generated(self, path: str) -> bool:
        """Tell whether a page is generated as a whole: one that an author introduces has to be written."""
        return path in self.pages and path not in self.book.pages

    def refuse_taken(self, there: Iterable[str]) -> None:
        """Raise a TakenError where an author's file has the path of one that is made: a reader would see one of them.

        Files of the theme may be replaced.
        """
        taken = sorted(path for path in {*there} & self.files.keys() if not path.startswith(_THEME))
        if taken:
            more = f" and {len(taken) - 3} more" if len(taken) > 3 else ""
            raise TakenError(
                f"{', '.join(taken[:3])}{more}: what journeybook makes has this address too; give your file in the "
                "chapters' folder another name"
            )

    def write(self, source: PageSource, markdown: str, *, is_whole: bool = False) -> str:
        """Give the Markdown of an author's page (without front matter) as a builder is to see it, its figures drawn.

        `is_whole` tells that it has all that the page takes in, such as snippets.
        """
        return self._authors.write(source, markdown, is_whole=is_whole)

    def write_more(self, source: PageSource, markdown: str) -> str:
        """Give more Markdown of an author's page, such as what snippets have put into it, as `write` does."""
        return self._authors.write_more(source, markdown)

    def fill_guests(self, html: str, address: str) -> str:
        """Fill what a page, written to `address`, shows of the Markdown of other pages."""
        return self._authors.fill_guests(html, address)

    def meta_of(self, path: str, own: Mapping[str, Any]) -> dict[str, Any]:
        """Give the front matter of an author's page."""
        return chapters.meta_of(self.site, path, own, self.pages.get(path))

    def fills_of(self, path: str) -> Fills:
        """Give the fills of a page; a builder may clear them once all are in place."""
        page = self.pages.get(path)
        return self._authors.fills_of(path) or (page.fills if page else Fills())

    def mark_of(self, path: str, markdown: str, settings: MarkdownSettings) -> str:
        """Give the version mark of a page, its Markdown given as a builder sees it, without front matter."""
        whole = with_all_text(markdown, settings) if takes_in(markdown, self.site.book.settings) else markdown
        return mark_of_page(whole, self.fills_of(path))

    def finish(self) -> None:
        """Raise a HandbookError with what is wrong with the authors' pages, now that all of them are written.

        It has a problem for each figure that could not be drawn, and for each reference of a plugin or a snippet that
        leads nowhere.
        """
        problems, self._authors.problems = self._authors.problems, []
        if problems:
            raise HandbookError(in_order(problems))
