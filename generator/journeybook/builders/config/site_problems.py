"""What `journeybook check` finds beside the handbook's parts: in the site that MkDocs would make of them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files

from journeybook.assembly.build import page_of, paths
from journeybook.builders.config.asset_problems import asset_problems, template_problems
from journeybook.builders.config.dead_links import DeadLinks
from journeybook.builders.config.edition_lost import lost_by_name
from journeybook.builders.config.icons import lost_icons_of_pages
from journeybook.builders.config.leniency import leniency_of
from journeybook.builders.config.nav_problems import nav_problems
from journeybook.builders.config.options import Options
from journeybook.builders.config.pattern_problems import pattern_problems
from journeybook.builders.config.settings import site_of
from journeybook.handbook import Handbook
from journeybook.pages.addresses import PageLinks
from journeybook.pages.site import Site
from journeybook.problems import HandbookError, Problem, say

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
    files = _listed(config)
    return [
        *DeadLinks(files, book, generated, leniency, _address(config), partial(_made, site)).problems(),
        *nav_problems(config, files, book, generated, leniency),
        *pattern_problems(config, files, generated),
        *asset_problems(config, files, leniency),
        *template_problems(config, book),
        *_in_place_of_generated(files, book, generated),
        *lost_icons_of_pages(config, book),
        *lost_by_name(config, files, book),
    ]


def _made(site: Site, path: str) -> str | None:
    """Give the Markdown of a generated page, its blocks in place; None where it cannot be read with what it needs."""
    if "attr_list" not in site.book.settings.markdown.extensions:  # of another theme, of which others tell
        return None
    try:
        page = page_of(site, path)
    except (HandbookError, TemplateError):  # others tell of them
        return None
    return page.fills.fill(page.body) if page else None


def _listed(config: MkDocsConfig) -> Files:
    """List the files, without a word of MkDocs on two that have one address: `checks.addresses` tells that."""
    log = logging.getLogger("mkdocs.structure.files")
    log.addFilter(_nothing)
    try:
        return get_files(config)
    finally:
        log.removeFilter(_nothing)


def _nothing(record: logging.LogRecord) -> bool:
    return False


def _in_place_of_generated(files: Files, book: Handbook, generated: frozenset[str]) -> Iterator[Problem]:
    """Find files of HTML that have the address of a generated page, at which a build stops."""
    links, settings = PageLinks("", directories=book.settings.directories), book.settings
    for path in sorted(generated - book.pages.keys()):
        file = files.get_file_from_path(links.written(path))
        if file is not None and not file.inclusion.is_excluded():
            message = say("journeybook makes a page with this address")
            hint = say("write your words in `{path}`, or rename this file", path=path)
            yield Problem(settings.file(settings.content / file.src_uri), 0, 0, "JB321", message, hint)


def _address(config: MkDocsConfig) -> str:
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""
