"""Write the authors' own pages: links and embeds, numbers, and what is generated below an introduction."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from journeybook.handbook import ContentPage
from journeybook.markdown.references import MarkdownSettings, find, rewrite
from journeybook.pages.addresses import markdown_link
from journeybook.pages.artifact import Fills, PageArtifact
from journeybook.pages.foreign import settle
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site


def written(
    site: Site, path: str, markdown: str, settings: MarkdownSettings, generated: PageArtifact | None = None
) -> tuple[str, Fills]:
    """Give a page's Markdown (without front matter) as MkDocs is to see it, and its fills."""
    fills, site = generated.fills.copy() if generated else Fills(), site.on_page()
    scribe = Scribe(site, path, fills)

    def shown(block: str) -> str:
        return "\n" + fills.block(block) + "\n"

    def address(to: str, fragment: str) -> str:
        return markdown_link(path, to, fragment)

    references = find(markdown, settings)
    body = rewrite(markdown, references, lambda reference: scribe.replacement(reference, shown, address))
    page = site.book.pages.get(path)
    if line := _eyebrow(site, page):
        body = f"{fills.block(line)}\n\n{body}"
    if generated is not None and page is not None and page.is_introduction:
        body = f"{body.rstrip()}\n\n{generated.body}"
    return body, fills


def _eyebrow(site: Site, page: ContentPage | None) -> str:
    """Give the line above a chapter page's heading that has its number."""
    number = site.book.contents.numbers.get(page.path) if page else None
    if page is None or number is None:
        return ""
    label = (
        site.words("Section {number}", number=number)
        if "." in number
        else site.words("Chapter {number}", number=number)
    )
    return settle(f'<p class="jb-eyebrow"><span>{html.escape(label)}</span></p>', site.words.page)


def meta_of(site: Site, path: str, own: Mapping[str, Any], generated: PageArtifact | None) -> dict[str, Any]:
    """Give a page's front matter: its own, which goes before what a generated page would have there."""
    page = site.book.pages.get(path)
    if generated is None or page is None or not page.is_introduction:
        return dict(own)
    return {key: value for key, value in generated.meta.items() if key != "title"} | dict(own)
