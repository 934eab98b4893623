"""MkDocs's hooks, each one thin: gather, call, hand over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal, NoReturn

from jinja2 import Environment, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook import checks, report
from journeybook.checks.folders import OPENED
from journeybook.diagrams.pdf import PaperError
from journeybook.files import reason
from journeybook.handbook import Handbook, load
from journeybook.pages import build as pages
from journeybook.pages import chapters
from journeybook.pages.artifact import Fills, PageArtifact
from journeybook.pages.words import Words
from journeybook.plugin import theming
from journeybook.plugin.emptied import EmptiedSite
from journeybook.plugin.navigation import number_pages, with_indexes
from journeybook.plugin.options import Options
from journeybook.plugin.precious import precious
from journeybook.plugin.rebuild import Made, Rebuild, chapter_key
from journeybook.plugin.settings import edit_uri_of, markdown_of, root_of, settings_of, site_of
from journeybook.plugin.slim import slim
from journeybook.plugin.template_errors import explained
from journeybook.problems import HandbookError, JourneybookError, Problem, Severity
from journeybook.stopwatch import timed
from journeybook.target import check_place, instead_of
from journeybook.theme_dir import theme_dir

log = get_plugin_logger("journeybook")
_LAST = -1000  # MkDocs's own plugins and Material's go down to -100


class JourneybookPlugin(BasePlugin[Options]):
    """Reads and checks the handbook before MkDocs touches the site, and hands its pages to MkDocs in memory."""

    def __init__(self) -> None:
        self.serving = False
        self.swap: Path | None = None  # the folder of `site_swap`, where it is that which puts the site in its place
        self.problems: list[Problem] = []
        self.say: report.Tell = str
        self.show: Callable[[list[Problem], report.Tell], None] = _log_problems
        self.progress: Callable[[str], None] = lambda step: None
        self._root = Path()
        self._last_good: Handbook | None = None
        self._undrawn: list[Problem] = []
        self._rebuild: Rebuild | None = None
        self._emptied = EmptiedSite(dirty=False)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence makes MkDocs keep this object for all builds of one `serve`."""
        self.serving = command == "serve"
        self._emptied = EmptiedSite(dirty)
        self._rebuild = Rebuild(dirty) if self.serving else None
        if self._rebuild:
            self._rebuild.already_written.listen()

    @event_priority(-50)  # after plugins that change the configuration
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, link, check, draw and write all pages; whatever fails, fails here, and the old site stays whole."""
        self._root = root_of(config)
        self._check_target(config)
        self._watch(config)
        theming.dress(config)
        self.progress("read")
        if self._rebuild:
            self._rebuild.begin(config, self.config)
        book = self.handbook(config)
        site = site_of(config, self.config, book)
        if self._rebuild:
            self._rebuild.read(book)
            site.kept = self._rebuild.kept
        self.progress("draw")
        try:
            self._pages = {page.path: page for page in pages.build(site)}
            with timed("pages"):
                self._files = {file.path: file for file in pages.files(site)}
        except HandbookError as error:
            self._tell_undrawn(error.problems)
        except PaperError as error:
            raise PluginError(f"journeybook: {error}") from error
        self._site, self._undrawn = site, []
        self._fills: dict[str, Fills] = {path: page.fills for path, page in self._pages.items()}
        config.extra["journeybook"] = {"strings": theming.strings(site.on_page().words), "pages": sorted(self._pages)}
        config.nav = with_indexes(config.nav, list(self._pages.values()))
        theming.escape_names(config)
        self.progress("build")
        return config

    @event_priority(_LAST)  # after plugins that change where the site goes: next, MkDocs empties that
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Look at the folder for the site again."""
        self._check_target(config)

    def _check_target(self, config: MkDocsConfig) -> None:
        """Refuse a folder for the site in which something would be lost. `serve` has one of its own."""
        if self._fills_the_site(config):
            with _told():
                site = Path(config.site_dir)
                check_place(site, precious(config, self.config), instead_of(site, self._root))
                self._emptied.check(config)

    def _fills_the_site(self, config: MkDocsConfig) -> bool:
        """Whether MkDocs writes into the site itself."""
        return not (self.serving or (self.swap and Path(config.site_dir).is_relative_to(self.swap)))

    def _tell_undrawn(self, problems: list[Problem]) -> NoReturn:
        """Drawings failed: everything else has been told by now, so tell those, and stop."""
        self.problems = sorted([*self.problems, *problems])
        self.show(sorted(problems), self.say)
        raise PluginError(f"journeybook: {report.count(self.problems)}; nothing was written")

    def handbook(self, config: MkDocsConfig) -> Handbook:
        """The handbook, checked. Errors stop a build; `serve` goes on with the last handbook that was whole.

        But where MkDocs would open what is wrong itself: then it goes on showing the last site.
        """
        memory = self._rebuild.memory if self._rebuild else None
        book = load(settings_of(config, self.config, drafts=self.serving), memory)
        self.say = Words(book.settings.language).text
        self.problems = checks.run(book)
        if self.problems:
            self.show(self.problems, self.say)
        wrong = len(checks.errors(self.problems))
        if not wrong:
            self._last_good = book
            return book
        if self._last_good is not None and not any(problem.code in OPENED for problem in self.problems):
            log.error("%s; the last good version stays until they are mended", report.count(self.problems))
            return self._last_good
        raise PluginError(f"journeybook: {report.count(self.problems)}; nothing was written")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the files that go with them."""
        for page in self._pages.values():
            if files.get_file_from_path(page.path) is None:
                files.append(self._file(page, config))
        for file in self._files.values():
            if files.get_file_from_path(file.path) is None:
                given: dict[str, Any] = {"abs_src_path": str(file.source)} if file.source else {"content": file.content}
                files.append(File.generated(config, file.path, **given))
        if self._rebuild and self._rebuild.dirty:
            self._rebuild.choose(files, config, Made(self._site.book, self._pages, self._files))
        return files

    def _file(self, page: PageArtifact, config: MkDocsConfig) -> File:
        level = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.path, content=page.markdown, inclusion=level)
        if page.origin:
            file.edit_uri = edit_uri_of(config, page.origin)
        return file

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Number the chapters."""
        number_pages(nav, self._site.book)
        return nav

    @timed("pages")
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put links and embeds into the authors' pages."""
        path = page.file.src_uri
        generated = self._pages.get(path)
        if generated and path not in self._site.book.pages:
            return markdown
        page.meta = chapters.meta_of(self._site, path, page.meta, generated)
        make = partial(chapters.written, self._site, path, markdown, markdown_of(config), generated)
        body, self._fills[path] = self._site.kept.make(chapter_key(path), make)
        try:
            self._site.draw()
        except HandbookError as error:
            self._undrawn += error.problems
        return body

    def _stop_if_undrawn(self, /, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """All pages are read, and none is written yet: stop where the figures of some could not be drawn."""
        if self._undrawn:
            self._tell_undrawn(list(dict.fromkeys(self._undrawn)))
        theming.name_ours(env)
        if self._rebuild and self._rebuild.dirty:
            self._rebuild.put_back()
        return env

    @event_priority(_LAST)  # after plugins that add files
    def _begin_list(self, /, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        if self._fills_the_site(config):
            with _told():
                self._emptied.begin(config, files)
        return env

    on_env = CombinedEvent(_stop_if_undrawn, _begin_list)

    @timed("pages")
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put finished HTML in, once Markdown has run."""
        fills = self._fills.get(page.file.src_uri)
        if not fills:
            return html
        filled = fills.fill_blocks(html)
        if not self._rebuild:  # they are in the page from now on, and no build comes after this one
            fills.blocks.clear()
        return filled

    @event_priority(-100)  # after search
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Remember what the next build of `serve` need not find out again."""
        if self._rebuild and self._rebuild.dirty:
            self._rebuild.remember(page, config)
        return context

    @timed("pages")
    def _fill_figures(self, /, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the figures in, once search has read the page."""
        fills = self._fills.get(page.file.src_uri)
        self.progress("page")
        output = slim(output)
        if not fills:
            return output
        filled = fills.fill_figures(fills.fill_late(output))
        if not self._rebuild:
            fills.clear()
        return filled

    @event_priority(-100)  # after plugins that change the page
    def _leave_page(self, /, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """A page that is written already, as it is, stays."""
        return self._unless_written(page.file.src_uri, output, Path(page.file.abs_dest_path))

    on_post_page = CombinedEvent(_fill_figures, _leave_page)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """So does a page of the theme's own, such as 404."""
        return self._unless_written(template_name, output_content, Path(config.site_dir, template_name))

    def _unless_written(self, name: str, text: str, path: Path) -> str:
        """The text of a file to be written, or nothing where a build of `serve` has written the same there."""
        if self._rebuild and self._rebuild.dirty:
            return self._rebuild.already_written.leave(name, text, path)
        return text

    def on_build_error(self, *, error: Exception) -> None:
        """A template that fails is told in one line; MkDocs would show where in its own code that was."""
        if isinstance(error, TemplateError):
            stop = Abort if self.serving else PluginError  # `serve` goes on after the first alone
            raise stop(f"journeybook: {explained(error, self._root)}") from error

    @event_priority(100)  # before search
    def _end_rebuild(self, /, *, config: MkDocsConfig) -> None:
        """Every page is written."""
        if self._rebuild:
            self._rebuild.end(config)

    @event_priority(_LAST)  # after plugins that write files of their own
    def _end_list(self, /, *, config: MkDocsConfig) -> None:
        if self._fills_the_site(config):
            with _told():
                self._emptied.end(config)

    on_post_build = CombinedEvent(_end_rebuild, _end_list)

    def _watch(self, config: MkDocsConfig) -> None:
        root = root_of(config)
        folders = [root / self.config.journeys, root / self.config.toolkit]
        folders += [root / self.config.templates] if self.config.templates else []
        folders += [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        folders += [theme_dir() / name for name in ("templates", "overrides", "assets")]
        config.watch += [str(folder) for folder in folders if folder.is_dir() and str(folder) not in config.watch]


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with a folder, as MkDocs tells it: in a line."""
    try:
        yield
    except JourneybookError as error:
        raise PluginError(f"journeybook: {error}") from error
    except OSError as error:
        raise PluginError(f"journeybook: {reason(error)}") from error


def _log_problems(problems: list[Problem], tell: report.Tell) -> None:
    for problem in problems:
        write = log.error if problem.severity is Severity.ERROR else log.info
        write("%s", report.plain(problem, tell))
