"""What is written into a site once all of its pages are: the policy, and the index of the search."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from journeybook.assembly import Assembly
from journeybook.builders.config.landing import Landing
from journeybook.builders.config.policy import NAME, inline_scripts, policy_text, tell_left_out
from journeybook.builders.config.search import workers
from journeybook.builders.mkdocs.blank import blank_pages
from journeybook.builders.mkdocs.landed import tell_what_lands_nowhere
from journeybook.builders.mkdocs.search_index import set_aside
from journeybook.handbook import Handbook
from journeybook.markdown.settings import MarkdownSettings


@dataclass
class WrittenPages:
    """The pages of one build; `env` and `files` are those that MkDocs writes with."""

    env: Environment
    files: Files
    _inline: dict[str, str] = field(default_factory=dict)
    _landing: Landing = field(default_factory=Landing)
    _pages: dict[str, Page] = field(default_factory=dict)

    def look(self, output: str, page: Page) -> None:
        """Note the inline scripts and the addresses of a page that is written."""
        self._landing.look(page.file.dest_uri, output)
        self._pages[page.file.dest_uri] = page
        for script in inline_scripts(output):
            self._inline.setdefault(script, page.file.src_uri)

    def write_policy(self, config: MkDocsConfig, book: Handbook) -> None:
        """Write the policy, where no file of the handbook's own has its name."""
        if self.files.get_file_from_path(NAME) is None:
            policy = policy_text(blank_pages(self.env, config, self.files), book.policy)
            Path(config.site_dir, NAME).write_text(policy, "utf-8")
            tell_left_out(policy, self._inline, asked=book.settings.policy is not None)

    def tell_what_lands_nowhere(self, config: MkDocsConfig, made: Assembly, settings: MarkdownSettings) -> None:
        """Tell which addresses of the pages lead nowhere; a PluginError where we have made them."""
        tell_what_lands_nowhere(self._landing, self._pages, config, made, settings)

    def set_index_aside(self, config: MkDocsConfig) -> None:
        """Set the search index aside, where the pages ask for our worker."""
        ours = next(iter(workers(config)), "")
        blank = blank_pages(self.env, config, self.files) if ours else ()
        if ours and next(filter(None, map(_worker_of, blank)), "").endswith(ours):
            set_aside(Path(config.site_dir))


def _worker_of(page: str) -> str:
    """Find the path that a page gives Material's script for the worker of its search; empty where it gives none."""
    _, _, rest = page.partition('<script id="__config" type="application/json">')
    try:
        return str(json.loads(rest.partition("</script>")[0])["search"])
    except (ValueError, KeyError, TypeError):
        return ""
