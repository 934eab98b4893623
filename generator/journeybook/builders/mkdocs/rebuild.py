"""Decide what a build of `serve` need not do, because the one before it has done it.

Where MkDocs builds with `dirty`, it skips the pages and files that say they are not modified. It goes by the times of
files, which say nothing of what a page shows; here a page is modified where what it is made of is another thing. What
MkDocs would lack of a skipped page (its title, its entries for search) is put back from the build that wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from journeybook.assembly.authors_pages import chapter_key
from journeybook.builders.config.inputs import are_known, around, digest_of
from journeybook.builders.config.options import Options
from journeybook.builders.mkdocs.search_entries import Entries, SearchEntries
from journeybook.builders.mkdocs.served_file import ServedFile
from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.chapters import nav_paths
from journeybook.handbook.structure import structure
from journeybook.model import Activity, Journey
from journeybook.pages.artifact import FileArtifact, PageArtifact
from journeybook.store.compiled import Compiled
from journeybook.store.dependencies import Results

_READ = ("title", "markdown", "meta", "toc", "present_anchor_ids")
"""What MkDocs knows of a page once it has read it, and other pages may show."""
_LINK_IN_HEADING = re.compile(r"^(#(?!#).*\]\(|.*\]\(.*\n=+\s*$)", re.M)


@dataclass(frozen=True)
class _Written:
    """What MkDocs knew of a page when it wrote it, the links to anchors by path, and what search found in it."""

    read: dict[str, Any]
    links: dict[str, dict[str, str]]
    entries: Entries


@dataclass(frozen=True)
class Made:
    """What the plugin hands to MkDocs: the handbook, and its pages and files by path."""

    book: Handbook
    pages: Mapping[str, PageArtifact]
    files: Mapping[str, FileArtifact]


@dataclass
class Rebuild:
    """What the builds of one `serve` know of each other: what they have read, and what they have made of it.

    `dirty` tells whether MkDocs skips anything. `pages` are the templates of our pages, `frame` those of the theme.
    """

    dirty: bool
    readings: Results = field(default_factory=Results)
    results: Results = field(default_factory=Results)
    pages: Compiled = field(default_factory=Compiled)
    frame: Compiled = field(default_factory=Compiled)
    _whole: bool = False
    _fingerprint: str | None = None
    _frame: object = None
    _tokens: dict[str, object] = field(default_factory=dict)
    _written: dict[str, _Written] = field(default_factory=dict)
    _shown: Files = field(default_factory=lambda: Files([]))
    _search: SearchEntries | None = None

    def begin(self, config: MkDocsConfig, options: Options) -> None:
        """Forget everything after a build that did not end, with another configuration or theme, or on another day."""
        found = digest_of(config, options, around(config, options)) if are_known(config) else None
        if not self._whole or found is None or found != self._fingerprint:
            self.readings, self.results, self._frame = Results(), Results(), None
            self.pages, self.frame = Compiled(), Compiled()  # a filter may have worked out what stands in their code
        self._fingerprint, self._whole = found, False
        self._search = SearchEntries(config) if self.dirty else None
        self.readings.begin()

    def read(self, book: Handbook) -> None:
        """Begin the results of a build: they stay where the handbook's structure and what they show is as it was."""
        entries = [*book.journeys, *book.activities, *book.workshops]
        self.results.begin(structure(book), [*entries, *(entry.head for entry in entries)])

    @property
    def can_skip(self) -> bool:
        """Whether anything may be skipped: where nobody knows what a plugin reads, all files stay as it made them."""
        return self.dirty and self._fingerprint is not None

    def choose(self, files: Files, config: MkDocsConfig, made: Made) -> None:
        """Tell MkDocs what to write: everything where the navigation is another one, else what has changed."""
        frame = _frame(config, made)
        again = frame == self._frame
        tokens = {file.dest_uri: self._token(file, made) for file in files}
        if again:
            for gone in self._tokens.keys() - tokens.keys():
                Path(config.site_dir, gone).unlink(missing_ok=True)
        else:
            clean_directory(config.site_dir)
            self._written.clear()
        for file in files:
            if isinstance(file, ServedFile):
                same = again and self._tokens.get(file.dest_uri) == tokens[file.dest_uri]
                file.modified = not (same and self._is_as_written(file, made))
        self._frame, self._tokens, self._shown = frame, tokens, files

    def _token(self, file: File, made: Made) -> object:
        """Give what a file is made of, to compare with the last build."""
        page, given = made.pages.get(file.src_uri), made.files.get(file.src_uri)
        if page is None and given is not None and given.content is not None:
            return given.content
        source = Path(file.abs_src_path).stat() if file.abs_src_path else None
        times = (file.abs_src_path, source.st_size, source.st_mtime_ns) if source else None
        return times, page and page.digest, made.book.pages.get(file.src_uri)

    def _is_as_written(self, file: File, made: Made) -> bool:
        """Tell whether the parts that an author's own page shows are as they were; True for all other files."""
        return file.src_uri not in made.book.pages or self.results.holds(chapter_key(file.src_uri))

    def put_back(self) -> None:
        """Give the pages that MkDocs has skipped what they had when they were written."""
        for page in self._pages():
            written = self._written.get(page.file.src_uri)
            if written and not page.file.is_modified():
                for name, value in written.read.items():
                    setattr(page, name, value)
                page.content = ""
                links = ((self._shown.get_file_from_path(path), anchors) for path, anchors in written.links.items())
                page.links_to_anchors = {target: anchors for target, anchors in links if target}

    def remember(self, page: Page) -> None:
        """Remember a page that is in the search index and about to be written."""
        read = {name: getattr(page, name) for name in _READ}
        links = {target.src_uri: anchors for target, anchors in (page.links_to_anchors or {}).items()}
        self._written[page.file.src_uri] = _Written(read, links, self._search.added() if self._search else [])

    def end(self) -> None:
        """Learn that the site is whole, and make the search index so."""
        if self._search:
            written = (self._written.get(page.file.src_uri) for page in self._pages())
            self._search.replace(page.entries for page in written if page)
        self._whole = True

    def _pages(self) -> Iterator[Page]:
        """Give the pages that are shown, in the order of MkDocs."""
        files = self._shown.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        return (file.page for file in files if file.page)


def _frame(config: MkDocsConfig, made: Made) -> object:
    """Give what every page shows of the others: which there are, the navigation, the glossary, the banner."""
    named = set(nav_paths(config.nav or []))
    generated = [(path, page.in_nav and page.title, path in named and page.title) for path, page in made.pages.items()]
    contents = [(page.path, page.title, page.document.data) for page in made.book.pages.values()]
    titles = [*_titles(made.book)] if any(map(_has_linked_title, made.book.pages.values())) else None
    every_page = config.extra["journeybook"]["every_page"]
    return generated, contents, titles, made.book.contents.numbers, made.book.glossary.terms, every_page


def _titles(book: Handbook) -> Iterator[object]:
    """Give what links show of everything that they can lead to."""
    for entry in (*book.journeys, *book.activities, *book.workshops):
        yield entry.head
        if isinstance(entry.model, Journey):
            yield [(stage.key, stage.title) for stage in entry.model.stages]
        if isinstance(entry.model, Activity):
            yield [(handout.id, handout.title) for handout in entry.model.handouts]
    yield [(one.number, one.what.text) for one in book.named_captions.values()]


def _has_linked_title(page: ContentPage) -> bool:
    """Tell whether a heading is written with a link: then it has words of what that leads to."""
    return bool(_LINK_IN_HEADING.search(page.document.text))
