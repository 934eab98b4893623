"""Tell which addresses of a built site land nowhere: an error where they are ours, else as `validation:` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from journeybook.assembly import Assembly
from journeybook.builders.config.landing import Dead, Landing, sources
from journeybook.builders.config.listener import log
from journeybook.markdown.scan import scan
from journeybook.markdown.settings import MarkdownSettings
from journeybook.pages.addresses import PageLinks


def refuse_shared_addresses(files: Files) -> None:
    """Raise a PluginError where two files would be written to one address, of which a reader would see one."""
    by_address: dict[str, dict[str, str]] = {}
    for file in files:
        if file.inclusion.is_included():
            name = f"what {file.generated_by} makes" if file.generated_by else file.src_uri
            by_address.setdefault(file.dest_uri, {})[file.src_uri] = name
    shared = [
        f"{address} of {' and of '.join(found.values())}" for address, found in by_address.items() if len(found) > 1
    ]
    if shared:
        raise PluginError(f"journeybook: two files have one address, so rename one: {'; '.join(shared)}")


def tell_what_lands_nowhere(
    landing: Landing, pages: Mapping[str, Page], config: MkDocsConfig, made: Assembly, settings: MarkdownSettings
) -> None:
    """Raise a PluginError for what is ours; the rest is logged. `pages` are those that were written, by address."""
    if landing.leftovers:
        left = sources(landing.leftovers)
        raise PluginError(f"journeybook: something that the last plugin or hook wrote was left unfinished: {left}")
    site, lost = Path(config.site_dir), list[Dead]()
    for dead in _once(landing.dead(site)):
        page = pages[dead.page]
        if _is_ours(dead, page, made, config):
            lost.append(dead)
        elif not _is_known(dead, page, settings):
            message = "%s has a link to ‘%s’, where nothing is in the site; mend it, or take it out"
            frame = "the frame of every page (extra_css, extra_javascript, logo, or a template of yours)"
            where = page.file.src_uri if dead.in_content else frame
            log.log(config.validation.links.not_found, message, where, dead.written)
    if lost:
        raise PluginError(
            "journeybook: these addresses lead nowhere; a plugin, a hook, mkdocs.yml (`exclude_docs`) or a template of "
            f"yours may have taken away what they lead to: {sources(lost)}"
        )


def _once(found: Iterator[Dead]) -> Iterator[Dead]:
    """Pass on one address for each path: what is in the theme's frame is on every page."""
    seen = set[tuple[str, bool]]()
    for dead in found:
        if (dead.target, dead.in_content) not in seen:
            seen.add((dead.target, dead.in_content))
            yield dead


def _is_ours(dead: Dead, page: Page, made: Assembly, config: MkDocsConfig) -> bool:
    """Tell whether we have made an address: the content of a page of ours, or the way to one."""
    if dead.in_content and made.is_generated(page.file.src_uri):
        return True
    links = PageLinks("", directories=config.use_directory_urls)
    targets = {dead.target, f"{dead.target}/index.html"}
    return dead.in_content and not targets.isdisjoint({*map(links.written, made.pages), *made.files})


def _is_known(dead: Dead, page: Page, settings: MarkdownSettings) -> bool:
    """Tell whether MkDocs has told of a link: it does of those in Markdown, not of those in raw HTML."""
    found = scan(page.markdown or "", settings, lambda scheme: not scheme)
    typed = unescape(dead.written)
    return any(re.split("[?#]", link.value)[0] == typed for link in found if link.form != "html")
