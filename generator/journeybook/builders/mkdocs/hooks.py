"""MkDocs's events: which of them does what, and before or after which plugins."""

from __future__ import annotations

from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.builders.config.options import Options
from journeybook.builders.config.project import Project
from journeybook.builders.config.window_title import named_once
from journeybook.builders.mkdocs.run import Run
from journeybook.ground.stopwatch import turn

_FIRST, _EARLY, _LATE, _LAST = 100, 90, -900, -1000  # MkDocs's own plugins and Material's go from 100 down to -100
BUILDER = "builder"
MARKDOWN, TEMPLATES, SEARCH, WRITING = (f"{BUILDER}: {part}" for part in ("Markdown", "templates", "search", "writing"))
"""The phases of `--profile` that MkDocs and the plugins of others run: each begins where one of our hooks ends.

Search is the one plugin of a handbook without plugins of its author's that works between the two ends of
`on_page_context`, so that time is taken as its.
"""


class JourneybookPlugin(BasePlugin[Options]):
    """Reads and checks the handbook before MkDocs touches the site, and hands its pages to MkDocs in memory."""

    def __init__(self) -> None:
        self.run = Run()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Begin anew: MkDocs keeps a plugin with this event for all builds of a process, of other handbooks too."""
        self.run = Run()
        self.run.start(serving=command == "serve", dirty=dirty)

    def on_shutdown(self) -> None:
        """Take away what only these builds have needed."""
        self.run.close()

    @event_priority(-50)  # after plugins that change the configuration
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check, draw and make all pages."""
        self.run.prepare(Project(config, self.config))
        return config

    @event_priority(_LAST)  # after plugins that change where the site goes: next, MkDocs empties that
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Look at the folder for the site again."""
        self.run.check_destination(Project(config, self.config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what is generated, and what is done where Markdown is read."""
        return self.run.add_files(files, config)

    @event_priority(_LATE)  # after plugins that order pages, and those that make pages of sections
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put numbers before the titles of the chapters."""
        self.run.number(nav, files, Project(config, self.config))
        return nav

    def _open(self, /, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self.run.open(markdown, page)

    @event_priority(_LATE)  # after plugins and hooks that write Markdown, references among it
    def _write(self, /, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self.run.write(markdown, page)

    @event_priority(_LAST)
    def _begin_markdown(self, /, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        turn(MARKDOWN, page.file.src_uri)

    on_page_markdown = CombinedEvent(_open, _write, _begin_markdown)

    def _begin_writing(self, /, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self.run.begin_writing(env)
        return env

    @event_priority(_LAST)  # after plugins that add files
    def _begin_list(self, /, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self.run.begin_list(env, config, files)
        turn(WRITING)
        return env

    on_env = CombinedEvent(_begin_writing, _begin_list)

    @event_priority(_FIRST)
    def _end_markdown(self, /, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        turn(BUILDER)

    def _fill_blocks(self, /, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self.run.fill_blocks(html, page)

    on_page_content = CombinedEvent(_end_markdown, _fill_blocks)

    @event_priority(_FIRST)
    def _begin_search(self, /, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        turn(SEARCH, page.file.src_uri)

    @event_priority(-100)  # after search
    def _remember(self, /, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        self.run.remember(page)
        turn(TEMPLATES, page.file.src_uri)

    on_page_context = CombinedEvent(_begin_search, _remember)

    @event_priority(_FIRST)
    def _end_templates(self, /, output: str, *, page: Page, config: MkDocsConfig) -> None:
        turn(BUILDER, page.file.src_uri)

    @event_priority(_EARLY)  # before plugins that write a page's HTML in another way, such as minify
    def _fill_figures(self, /, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self.run.fill_figures(named_once(output, config), page)

    @event_priority(_LAST)
    def _begin_page_file(self, /, output: str, *, page: Page, config: MkDocsConfig) -> None:
        self.run.look(output, page)
        turn(WRITING)

    on_post_page = CombinedEvent(_end_templates, _fill_figures, _begin_page_file)

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Look at what is made of a template that is no page's, such as 404.html and the sitemap."""
        self.run.look_at_template(output_content, template_name, config)
        return output_content

    def on_build_error(self, *, error: Exception) -> None:
        """Explain a template that fails."""
        self.run.explain(error)

    @event_priority(_FIRST)
    def _end(self, /, *, config: MkDocsConfig) -> None:
        self.run.end()
        turn(SEARCH)

    @event_priority(_LAST)  # after plugins that write files of their own
    def _end_list(self, /, *, config: MkDocsConfig) -> None:
        turn(BUILDER)
        self.run.end_list(config)

    on_post_build = CombinedEvent(_end, _end_list)
