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
from journeybook.builders.mkdocs.run import Run

_LAST = -1000  # MkDocs's own plugins and Material's go down to -100


class JourneybookPlugin(BasePlugin[Options]):
    """Reads and checks the handbook before MkDocs touches the site, and hands its pages to MkDocs in memory."""

    def __init__(self) -> None:
        self.run = Run()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Begin anew: MkDocs keeps a plugin with this event for all builds of a process, of other handbooks too."""
        self.run = Run()
        self.run.start(serving=command == "serve", dirty=dirty)

    @event_priority(-50)  # after plugins that change the configuration
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check, draw and make all pages."""
        self.run.prepare(Project(config, self.config))
        return config

    @event_priority(_LAST)  # after plugins that change where the site goes: next, MkDocs empties that
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Look at the folder for the site again."""
        self.run.check_target(Project(config, self.config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what is generated."""
        self.run.add_files(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Number the chapters."""
        self.run.number(nav)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Write the authors' pages."""
        return self.run.write(markdown, page, config)

    def _begin_writing(self, /, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self.run.begin_writing(env)
        return env

    @event_priority(_LAST)  # after plugins that add files
    def _begin_list(self, /, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self.run.begin_list(env, config, files)
        return env

    on_env = CombinedEvent(_begin_writing, _begin_list)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put finished HTML in, once Markdown has run."""
        return self.run.fill_blocks(html, page)

    @event_priority(-100)  # after search
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Remember what search has found."""
        self.run.remember(page, config)
        return context

    def _fill(self, /, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self.run.fill_figures(output, page)

    @event_priority(_LAST)  # after plugins that change pages
    def _look(self, /, output: str, *, page: Page, config: MkDocsConfig) -> str:
        self.run.look(output, page)
        return output

    on_post_page = CombinedEvent(_fill, _look)

    def on_build_error(self, *, error: Exception) -> None:
        """Explain a template that fails."""
        self.run.explain(error)

    @event_priority(100)  # before search
    def _end(self, /, *, config: MkDocsConfig) -> None:
        self.run.end(config)

    @event_priority(_LAST)  # after plugins that write files of their own
    def _end_list(self, /, *, config: MkDocsConfig) -> None:
        self.run.end_list(config)

    on_post_build = CombinedEvent(_end, _end_list)
