"""The authors' own pages of one build: what stands in the place of their links and of what they show in place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from journeybook.checks.audience_blocks import survived
from journeybook.handbook.targets import brought_in_problem
from journeybook.markdown.references import Reference
from journeybook.pages import chapters
from journeybook.pages.artifact import Fills, PageArtifact
from journeybook.pages.chapters import PageSource, Rewritten
from journeybook.pages.site import Site
from journeybook.problems import HandbookError, Problem

_MARK = "data-jb-slot"
_GUEST = re.compile(
    r'(?:<p>)?<(?P<tag>div|span) data-jb-slot="(?P<key>b\d+(?P<owner>-[0-9a-f]+))"(?: id="[^"<>]*")?>'
    r"</(?P=tag)>(?:</p>)?"
)


@dataclass
class _Page:
    source: PageSource
    fills: Fills
    embeds: dict[str, Reference]


@dataclass
class AuthorsPages:
    """The authors' pages of one build, as far as they are written; `generated` are pages that some of them introduce.

    `problems` has one for each figure that could not be drawn, and for each reference that leads nowhere.
    """

    site: Site
    generated: Mapping[str, PageArtifact]
    problems: list[Problem] = field(default_factory=list)
    _pages: dict[str, _Page] = field(default_factory=dict)

    def write(self, source: PageSource, markdown: str, *, is_whole: bool = False) -> str:
        """Give the Markdown of a page (without front matter) as a builder is to see it, its figures drawn.

        `is_whole` tells that it has all that the page takes in, such as snippets.
        """
        generated = self.generated.get(source.path)
        make = partial(chapters.written, self.site, source, markdown, generated, is_whole=is_whole)
        found = self.site.results.make(chapter_key(source.path), make)
        self._pages[source.owner] = _Page(source, found.fills, found.embeds)
        return self._finished(source, found)

    def write_more(self, source: PageSource, markdown: str) -> str:
        """Give more Markdown of a page, such as what snippets have put into it, as `write` does."""
        page = self._pages.setdefault(source.owner, _Page(source, Fills(owner=source.owner), {}))
        found = chapters.replaced(self.site, source, markdown, page.fills, is_whole=True)
        page.embeds.update(found.embeds)
        return self._finished(source, found)

    def fills_of(self, path: str) -> Fills | None:
        """Give the fills of a page that is written."""
        page = self._pages.get(PageSource(path).owner)
        return page.fills if page else None

    def fill_guests(self, html: str, address: str) -> str:
        """Fill what a page shows of the Markdown of others, such as the beginning of a post in a list of posts.

        `address` is the path of the HTML that the page is written to: from there lead the links in what is filled.
        """
        if _MARK not in html:
            return html
        fills: dict[str, Fills] = {}
        return _GUEST.sub(lambda slot: self._guest(slot, address, fills), html)

    def _guest(self, slot: re.Match[str], address: str, fills: dict[str, Fills]) -> str:
        page = self._pages.get(slot["owner"])
        reference = page.embeds.get(slot["key"]) if page else None
        if page is None or reference is None:
            return ""
        own = fills.setdefault(slot["owner"], Fills(owner=slot["owner"]))
        html = chapters.shown_elsewhere(self.site, replace(page.source, address=address), reference, own)
        self._draw()
        return own.fill(html)

    def _finished(self, source: PageSource, found: Rewritten) -> str:
        page = self.site.book.pages.get(source.path)
        file = page.document.file if page else source.path
        self.problems += [brought_in_problem(file, *wrong) for wrong in found.wrong]
        if self.site.book.editions:
            self.problems += survived(file, found.body, source.settings)
        self._draw()
        return found.body

    def _draw(self) -> None:
        try:
            self.site.draw()
        except HandbookError as error:
            self.problems += error.problems


def chapter_key(path: str) -> tuple[str, str]:
    """Give the key of an author's own page in `Site.results`."""
    return "chapter", path
