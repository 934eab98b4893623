"""What `journeybook check` finds beside the handbook's parts: in the site that MkDocs would make of them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from journeybook.assembly.build import paths
from journeybook.builders.config.asset_problems import asset_problems, template_problems
from journeybook.builders.config.dead_links import DeadLinks
from journeybook.builders.config.icons import lost_icons_of_pages
from journeybook.builders.config.leniency import leniency_of
from journeybook.builders.config.nav_problems import nav_problems
from journeybook.builders.config.options import Options
from journeybook.builders.config.pattern_problems import pattern_problems
from journeybook.builders.config.settings import site_of
from journeybook.handbook import Handbook
from journeybook.problems import Problem

_ADD_NOTHING = {
    "search",
    "material/search",
    "journeybook",
    "offline",
    "privacy",
    "tags",
    "meta",
    "typeset",
    "info",
    "minify",
}
"""Plugins that add no pages and no files which an author could link to."""


def site_problems(config: MkDocsConfig, options: Options, book: Handbook) -> list[Problem]:
    """Find dead links, pictures and anchors, entries of the navigation without a page, and pages without an entry."""
    names = {name.removeprefix("material/") for name in config.plugins}
    leniency = leniency_of(config, adds=bool(config.hooks) or not names <= _ADD_NOTHING)
    site = site_of(config, options, book)
    generated = frozenset(map(book.source_of, paths(site)))
    files = get_files(config)
    return [
        *DeadLinks(files, book, generated, leniency, _address(config)).problems(),
        *nav_problems(config, files, book, generated, leniency),
        *pattern_problems(config, files, generated),
        *asset_problems(config, files, leniency),
        *template_problems(config, book),
        *lost_icons_of_pages(config, book),
    ]


def _address(config: MkDocsConfig) -> str:
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""
