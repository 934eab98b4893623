"""The builds that MkDocs makes with one plugin: a single one, or those of a `serve`, which know of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from jinja2 import Environment
from markdown.core import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory
from mkdocs.utils.meta import get_data

from journeybook.assembly import Assembly, Reading
from journeybook.assembly.own_texts import own_texts
from journeybook.builders.config import search, theming
from journeybook.builders.config.books import book_site
from journeybook.builders.config.edition_addresses import refuse_addresses, refuse_markers
from journeybook.builders.config.edition_config import enter_edition, unlisted
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.edition_own import refuse_resources
from journeybook.builders.config.edition_templates import refuse_in_template
from journeybook.builders.config.edition_words import refuse_words_in_site
from journeybook.builders.config.listener import Listener, log
from journeybook.builders.config.navigation import number_pages, with_indexes
from journeybook.builders.config.precious import precious
from journeybook.builders.config.project import Project
from journeybook.builders.config.settings import edit_uri_of, markdown_of, root_of
from journeybook.builders.mkdocs.copied import refuse_in_files, remove_hidden
from journeybook.builders.mkdocs.emptied import EmptiedSite
from journeybook.builders.mkdocs.finished import FinishedPages
from journeybook.builders.mkdocs.landed import refuse_shared_addresses
from journeybook.builders.mkdocs.rebuild import Made, Rebuild
from journeybook.builders.mkdocs.served_file import ServedFile, served
from journeybook.builders.mkdocs.template_errors import explained, is_of_a_template
from journeybook.builders.mkdocs.watched import watch
from journeybook.builders.mkdocs.written_pages import WrittenPages
from journeybook.checks.folders import OPENED
from journeybook.diagrams.files.forms.pdf import PaperError
from journeybook.ground.stopwatch import timed
from journeybook.handbook.left_out import LeftOut
from journeybook.markdown.brought_in import BroughtIn
from journeybook.markdown.references import MarkdownSettings
from journeybook.pages.artifact import PageArtifact
from journeybook.pages.chapters import PageSource, as_the_edition_has_it
from journeybook.pages.every_page import on_every_page
from journeybook.pages.long_words import narrow_with_soft_hyphens
from journeybook.pages.mark import MARK
from journeybook.problems import HandbookError, JourneybookError, Problem, report
from journeybook.store.destination import check_place, instead_of
from journeybook.store.files import reason


class Run:
    """The work behind MkDocs's events: a method is named after what it does, and hooks.py says at which event.

    `listener` is told of problems and steps, `reading` is what the last build has read, and `undrawn` has a problem for
    every drawing that it could not make. `swap` is the folder of `site_swap`, where it is that which puts the site in
    its place. `finished` keeps the pages for a file to hand on, where one is made.
    """

    def __init__(self) -> None:
        self.listener = Listener()
        self.reading: Reading | None = None
        self.undrawn: list[Problem] = []
        self.swap: Path | None = None
        self.finished: FinishedPages | None = None
        self._serving = False
        self._root = Path()
        self._docs: TemporaryDirectory[str] | None = None
        self._left_out = LeftOut(())
        self._last_good: Reading | None = None
        self._rebuild: Rebuild | None = None
        self._emptied = EmptiedSite(dirty=False)
        self._written: WrittenPages
        self._assembly: Assembly
        self._markdown: MarkdownSettings

    def start(self, *, serving: bool, dirty: bool) -> None:
        """Learn whether MkDocs serves, and whether it writes only what has changed."""
        self._serving, self._emptied = serving, EmptiedSite(dirty)
        self._rebuild = Rebuild(dirty) if serving else None

    def close(self) -> None:
        """Delete the folder of an edition's chapters; a process may live for long after its builds."""
        if self._docs is not None:
            self._docs.cleanup()
            self._docs = None

    def prepare(self, project: Project) -> None:
        """Read, link, check, draw and write all pages; whatever fails, fails here, and the old site stays whole."""
        config = project.config
        self._root = root_of(config)
        self.check_destination(project)
        watch(project)
        project.dress()
        self.listener.progress("read")
        if self._rebuild:
            self._rebuild.begin(config, project.options)
        self._assemble(project, self._in_edition(project, self._read(project)))
        with _told():
            refuse_resources(self._assembly.book, self._assembly.resources)
        self._left_out = LeftOut(self._assembly.book.left_out, config.site_url or "")
        pages = self._assembly.pages
        site = self._assembly.site
        strings, every_page = theming.strings(site.on_page().words), on_every_page(site)
        pages_there = sorted(self._assembly.addresses)
        config.extra["journeybook"] = {"strings": strings, "pages": pages_there, "every_page": every_page}
        config.nav = with_indexes(config.nav, list(pages.values()))
        theming.escape_names(config)
        self.listener.progress("build")

    def _read(self, project: Project) -> Reading:
        """Read and check the handbook. Errors stop a build; `serve` goes on with the last handbook that was whole.

        But where MkDocs would open what is wrong itself: then it goes on showing the last site.
        """
        with _told():  # a check of another package may fail
            reading = project.read(self._rebuild.readings if self._rebuild else None, drafts=self._serving)
        self.reading, self.undrawn = reading, []
        if reading.problems:
            self.listener.show(reading.problems, reading.tell)
        if not reading.errors:
            self._last_good = reading
            return reading
        if (
            self._serving
            and self._last_good is not None
            and not any(problem.code in OPENED for problem in reading.problems)
        ):
            log.error("%s; the last good version stays until they are mended", report.count(reading.problems))
            return self._last_good
        raise PluginError(f"journeybook: {report.count(reading.problems)}; nothing was written")

    def _in_edition(self, project: Project, reading: Reading) -> Reading:
        """Give the edition that is to be built, and let MkDocs read that alone; the whole handbook to its authors."""
        with _told():
            book = project.in_edition(reading.book, preview=self._serving)
            if book.edition and self._emptied.dirty and not self._serving:
                raise EditionError("--dirty would leave pages of another edition in the site. Leave it out")
            book = enter_edition(project.config, project.options, book, self._edition_folder)
        return Reading(book, reading.problems)

    def _edition_folder(self) -> Path:
        """Give the folder for the chapters of an edition, which lasts as long as these builds do."""
        self._docs = self._docs or TemporaryDirectory(prefix="journeybook-")
        return Path(self._docs.name)

    @property
    def _shows_last_good(self) -> bool:
        """Whether the handbook has errors, and `serve` shows it as it was before them."""
        return self.reading is not self._last_good

    def _assemble(self, project: Project, reading: Reading) -> None:
        """Make all pages and files."""
        site = book_site(project.config, project.options, reading.book)
        if self._rebuild:
            self._rebuild.read(reading.book)
            site.results = self._rebuild.results
            site.env.bytecode_cache = self._rebuild.pages
        for note in site.notes:
            self.listener.note(note)
        self.listener.progress("draw")
        try:
            self._assembly = Assembly(site)
        except HandbookError as error:
            self._tell_undrawn(error.problems)
        except PaperError as error:
            raise PluginError(f"journeybook: {error}") from error

    def check_destination(self, project: Project) -> None:
        """Refuse a folder for the site in which something would be lost. `serve` has one of its own."""
        if self._fills_the_site(project.config):
            with _told():
                site = Path(project.config.site_dir)
                check_place(site, precious(project.config, project.options), instead_of(site, self._root))
                self._emptied.check(project.config)

    def _fills_the_site(self, config: MkDocsConfig) -> bool:
        """Tell whether MkDocs writes into the site itself."""
        return not (self._serving or (self.swap and Path(config.site_dir).is_relative_to(self.swap)))

    def _tell_undrawn(self, problems: list[Problem]) -> NoReturn:
        """Report the drawings that failed, everything else being told by now, and stop."""
        assert self.reading
        self.undrawn = sorted(problems)
        self.listener.show(self.undrawn, self.reading.tell)
        count = report.count([*self.reading.problems, *self.undrawn])
        raise PluginError(f"journeybook: {count}; nothing was written")

    def add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages and the files that go with them."""
        made = self._assembly
        self._markdown = markdown_of(config)
        remove_hidden(files, config, made.book.left_out)
        config.markdown_extensions.append(BroughtIn(self._write_more))  # type: ignore[arg-type]  # Python-Markdown's own
        if self._skips and self._skips.can_skip:
            files = Files(map(served, files))
        for page in made.pages.values():
            if files.get_file_from_path(page.path) is None:
                files.append(_page_file(self._kind, page, config))
        with _told():
            made.refuse_taken(file.src_uri for file in files)
        for file in made.files.values():
            if files.get_file_from_path(file.path) is None:
                given: dict[str, Any] = {"abs_src_path": str(file.source)} if file.source else {"content": file.content}
                files.append(self._kind.generated(config, file.path, **given))
        for path, source in search.workers(config).items():
            _replace(files, self._kind.generated(config, path, abs_src_path=str(source)))
        if self._skips:
            self._skips.choose(files, config, Made(made.book, made.pages, made.files))
        return files

    @property
    def _kind(self) -> type[File]:
        return ServedFile if self._skips else File

    @property
    def _skips(self) -> Rebuild | None:
        """What the builds of one `serve` know of each other, where MkDocs skips what has been written; else None."""
        return self._rebuild if self._rebuild and self._rebuild.dirty else None

    def number(self, nav: Navigation, files: Files, project: Project) -> None:
        """Put numbers before the titles of the chapters; where a plugin orders them, all is made by its order."""
        book = self._assembly.book
        ordered = book.in_order_of(page.file.src_uri for page in nav.pages)
        if ordered is not book:
            self._assemble(project, Reading(ordered, []))
            self._give_again(files)
        number_pages(nav, ordered, list(self._assembly.pages.values()))
        if self.finished:
            self.finished.site = self._assembly.site
            self.finished.order(nav)

    def _give_again(self, files: Files) -> None:
        """Put what is generated into the files that MkDocs has been given."""
        made = self._assembly
        for path, page in made.pages.items():
            if made.is_generated(path) and (file := files.get_file_from_path(path)):
                file.content_string = page.markdown
        for path, artifact in made.files.items():
            if artifact.content is not None and (file := files.get_file_from_path(path)):
                file.content_bytes = artifact.read()

    def open(self, markdown: str, page: Page) -> str:
        """Give an author's page its front matter, and its text of the last handbook that was whole."""
        path = page.file.src_uri
        if self._assembly.is_generated(path):
            return markdown
        if self._shows_last_good and (last := self._assembly.book.pages.get(path)):
            markdown, page.meta = get_data(last.document.text)  # MkDocs has read what stands there now
        page.meta = self._assembly.meta_of(path, page.meta)
        return markdown

    @timed("pages")
    def write(self, markdown: str, page: Page) -> str:
        """Put links and embeds into the authors' pages."""
        if self._assembly.is_generated(page.file.src_uri):
            return markdown
        return self._assembly.write(self._source(page.file), markdown)

    @timed("pages")
    def _write_more(self, text: str, parser: Markdown) -> str:
        """Put links and embeds into what Markdown's extensions have brought into the page that a parser reads."""
        file = _file_of(parser)
        if file is None:
            return text
        if self._assembly.is_generated(file.src_uri):  # what is added to every page comes into ours too
            return as_the_edition_has_it(self._assembly.site, text, self._markdown)
        return self._assembly.write_more(self._source(file), text)

    def _source(self, file: File) -> PageSource:
        return PageSource(file.src_uri, self._markdown, file.dest_uri)

    def begin_writing(self, env: Environment) -> None:
        """Stop where something is wrong on some pages, now that all are read and none is written yet."""
        try:
            self._assembly.finish()
        except HandbookError as error:
            self._tell_undrawn(error.problems)
        theming.name_ours(env)
        if self._rebuild:
            env.bytecode_cache = self._rebuild.frame
        if self._skips:
            self._skips.put_back()

    def begin_list(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Write the manifest of what is about to be written into the site."""
        refuse_shared_addresses(files)
        with _told():
            refuse_in_files(files, config, self._left_out)
        self._written = WrittenPages(env, files)
        if self._fills_the_site(config):
            with _told():
                self._emptied.begin(config, files)
                self._emptied.clear(config, self._assembly.book.left_out)

    @timed("pages")
    def fill_blocks(self, html: str, page: Page) -> str:
        """Put finished HTML in, once Markdown has run, and mark the terms of the glossary."""
        fills = self._assembly.fills_of(page.file.src_uri)
        filled, marks = fills.fill_blocks(html), self._assembly.marks
        if marks.are_on(page.file.src_uri, page.meta.get("jb"), page.meta.get("lang")):
            filled = marks.marked(filled, page.file.dest_uri)
        page.meta[MARK] = self._assembly.mark_of(page.file.src_uri, page.markdown or "", self._markdown)
        if not self._rebuild:  # they are in the page from now on, and no build comes after this one
            fills.blocks.clear()
        return filled

    def remember(self, page: Page) -> None:
        """Remember what the next build of `serve` need not find out again."""
        if self._skips:
            self._skips.remember(page)

    @timed("pages")
    def fill_figures(self, output: str, page: Page) -> str:
        """Put the figures in, and soft hyphens into headings, once search has read the page."""
        fills = self._assembly.fills_of(page.file.src_uri)
        self.listener.progress("page")
        language = str(page.meta.get("lang") or self._assembly.book.settings.language)
        filled = fills.fill_figures(fills.fill_late(narrow_with_soft_hyphens(output, language)))
        filled = self._assembly.fill_guests(filled, page.file.dest_uri)
        if (edition := self._assembly.book.edition) and not edition.is_listed:
            filled = unlisted(filled)
        if self.finished:
            content = fills.fill_figures(fills.fill_late(page.content or ""))
            self.finished.keep(page, self._assembly.fill_guests(content, page.file.dest_uri), language)
        if not self._rebuild:
            fills.clear()
        return filled

    def look(self, output: str, page: Page) -> None:
        """Look at a page as it is written; a PluginError where a marker of a block for some is in it."""
        if self._assembly.book.editions:
            refuse_markers(output, page.file.src_uri)
        refuse_addresses(output, page.file.src_uri, page.url, self._left_out)
        self._written.look(output, page)

    def look_at_template(self, output: str, name: str, config: MkDocsConfig) -> None:
        """Look at what is made of a template alone, such as 404.html; an EditionError as in `look`."""
        editions = bool(self._assembly.book.editions)
        refuse_in_template(output, name, config, self._left_out, editions=editions)

    def explain(self, error: Exception) -> None:
        """Explain a template that fails in one line; MkDocs would show where in its own code that was."""
        if is_of_a_template(error):
            stop: Callable[[str], Exception] = Abort if self._serving else PluginError  # `serve` goes on after an Abort
            raise stop(f"journeybook: {explained(error, self._root)}") from error

    def end(self) -> None:
        """Note that every page is written."""
        if self._rebuild:
            self._rebuild.end()

    def end_list(self, config: MkDocsConfig) -> None:
        """Write what goes by all pages, and the manifest of the site."""
        self._written.set_index_aside(config)
        if not self._serving:  # no server of MkDocs's sends it
            self._written.write_policy(config, self._assembly.book)
            with _told():
                self._look_once_more(config)
        if self._fills_the_site(config):
            with _told():
                self._emptied.end(config)
        try:
            self._written.tell_what_lands_nowhere(config, self._assembly, self._markdown)
        except PluginError as error:
            if not self._serving:
                raise
            log.error(
                "%s", str(error).removeprefix("journeybook: ")
            )  # what is written is there to be looked at, and mended

    def _look_once_more(self, config: MkDocsConfig) -> None:
        """Look at all that is written for an edition; nothing of it stays where that fails, or it tells too much."""
        site = self._assembly.site
        try:
            refuse_words_in_site(Path(config.site_dir), site.book, config, partial(own_texts, site))
        except Exception:  # whatever it is, nobody has looked at all of it
            clean_directory(config.site_dir)  # which MkDocs has emptied before it began
            raise


def _file_of(parser: Markdown) -> File | None:
    """Give the file of the page that a parser of MkDocs's, or of a plugin's, is reading; None where nobody says."""
    if "relpath" not in parser.treeprocessors:  # makes a page's links relative to it
        return None
    file: File | None = getattr(parser.treeprocessors["relpath"], "file", None)
    return file


def _page_file(kind: type[File], page: PageArtifact, config: MkDocsConfig) -> File:
    level = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
    file = kind.generated(config, page.path, content=page.markdown, inclusion=level)
    if page.origin:
        file.edit_uri = edit_uri_of(config, page.origin)
    return file


def _replace(files: Files, file: File) -> None:
    """Put a file in the place of one of the same path."""
    if old := files.get_file_from_path(file.src_uri):
        files.remove(old)
    files.append(file)


@contextmanager
def _told() -> Iterator[None]:
    """Turn an error about a folder into MkDocs's own, which it tells in a line."""
    try:
        yield
    except JourneybookError as error:
        raise PluginError(f"journeybook: {error}") from error
    except OSError as error:
        raise PluginError(f"journeybook: {reason(error)}") from error
