"""Write the authors' own pages: links and embeds, numbers, and what is generated below an introduction."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from journeybook.handbook import ContentPage
from journeybook.handbook.captions import Given
from journeybook.handbook.included import includes, takes_in, with_included
from journeybook.handbook.targets import Wrong, resolve, wrong_in_page
from journeybook.markdown.audience_blocks import find_blocks, hidden_text, without_blocks
from journeybook.markdown.heading_aliases import with_heading_aliases
from journeybook.markdown.orphans import without_orphans, without_unused
from journeybook.markdown.references import DEFAULT, MarkdownSettings, Reference, find, rewrite
from journeybook.markdown.remarks import without_remarks
from journeybook.markdown.taken_in import divided
from journeybook.markdown.unlinked import unlinked, without_references
from journeybook.pages.addresses import markdown_link
from journeybook.pages.artifact import Fills, PageArtifact
from journeybook.pages.captions import with_captions
from journeybook.pages.foreign import settle
from journeybook.pages.left_out_links import leads_out
from journeybook.pages.preview import is_preview, label_of_page, with_labels
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site
from journeybook.store.cache import digest


@dataclass(frozen=True)
class Rewritten:
    """An author's page as a builder is to see it: its Markdown, its fills, and what it shows in place, by key.

    `wrong` are references that lead nowhere: those of the file are known by now, but plugins may bring more.
    """

    body: str
    fills: Fills
    embeds: dict[str, Reference]
    wrong: list[tuple[Reference, Wrong]]


@dataclass(frozen=True)
class PageSource:
    """Where a page's Markdown is: its path, and the path of the HTML that it is written to, where `path` does not tell.

    `settings` are those of the Markdown.
    """

    path: str
    settings: MarkdownSettings = DEFAULT
    address: str = ""

    @property
    def owner(self) -> str:
        """The mark of the page's blocks."""
        return f"-{digest(self.path)[:10]}"


def written(
    site: Site, source: PageSource, markdown: str, generated: PageArtifact | None = None, *, is_whole: bool = False
) -> Rewritten:
    """Write a page, its Markdown given without front matter; `is_whole` where that has all that the page takes in."""
    fills, site = generated.fills.copy(source.owner) if generated else Fills(owner=source.owner), site.on_page()
    page = site.book.pages.get(source.path)
    made = replaced(site, source, markdown, fills, is_whole=is_whole)
    body = made.body
    label = label_of_page(site, page) if is_preview(site) else ""
    if line := label + _eyebrow(site, page):
        body = f"{fills.block(line)}\n\n{body}"
    if generated is not None and page is not None and page.is_introduction:
        body = f"{body.rstrip()}\n\n{generated.body}"
    return Rewritten(body, fills, made.embeds, made.wrong)


def replaced(site: Site, source: PageSource, markdown: str, fills: Fills, *, is_whole: bool = False) -> Rewritten:
    """Put Markdown's own links, and placeholders of what is shown in place, where the references of a text are.

    `is_whole` tells that the text has all that the page takes in, so that what still looks so is an example.
    """
    scribe = Scribe(site, source.path, fills, source.address)
    scribe.given = Given(site.book.captions.get(source.path, []))
    embeds: dict[str, Reference] = {}

    def shown(reference: Reference, block: str) -> str:
        name = dict(reference.query).get("name", "")
        slot = f"\n{fills.block(block, name)}\n" if reference.own_lines else fills.inside(block, name)
        embeds[next(reversed(fills.blocks))] = reference
        return slot

    def address(reference: Reference, to: str, fragment: str) -> str:
        if reference.form == "html":  # which Markdown, and so a builder, leaves as it is
            return scribe.links.to(to, fragment)
        return markdown_link(source.path, site.book.source_of(to), fragment)

    markdown = with_heading_aliases(markdown, source.settings)
    if is_preview(site):
        markdown = with_labels(site, markdown, source.settings, fills)
    captioned = partial(_with_captions, site, source, fills, scribe)
    markdown = as_readers_have_it(site, source, markdown, captioned, is_whole=is_whole)
    references = find(markdown, source.settings)
    body = rewrite(markdown, references, lambda reference: scribe.replacement(reference, shown, address))
    return Rewritten(body, fills, embeds, list(_wrong(site, references)))


def _with_captions(site: Site, source: PageSource, fills: Fills, scribe: Scribe, markdown: str) -> str:
    return with_captions(site.words, markdown, source.settings, fills, scribe.given)


def as_readers_have_it(
    site: Site,
    source: PageSource,
    markdown: str,
    captioned: Callable[[str], str] = str,
    *,
    is_whole: bool = False,
) -> str:
    """Give the text of a page without what is for others, and without what alone would lead there.

    `captioned` sets its captions, once the blocks for others are gone.
    """
    markdown = as_the_edition_has_it(site, markdown, source.settings)  # snippets bring in more blocks
    markdown = captioned(markdown)
    if site.book.whole and not (includes if is_whole else takes_in)(markdown, site.book.settings):
        markdown = without_orphans(markdown, _hidden(site, source.path))
    if site.book.whole:
        leads = partial(leads_out, site, source.path)
        markdown = unlinked(markdown, source.settings, leads)
        if is_whole:  # in a folder of Markdown definitions are read, too
            markdown = without_unused(markdown, leads)
    return _without_soft(site, markdown, source.settings)


def as_the_edition_has_it(site: Site, markdown: str, settings: MarkdownSettings) -> str:
    """Give a text of any page, ours included, without the blocks for others and without all markers.

    In an edition for some, the comments are empty as well.
    """
    edition = site.book.edition
    shows = edition.shows if edition else _everybody
    left = without_blocks(markdown, find_blocks(markdown, settings), shows)
    if edition is None or edition.audience is None:
        return left
    return without_remarks(left, settings, site.book.settings.roles, site.book.marks)


def _hidden(site: Site, path: str) -> str:
    """Give what the edition leaves out of a page's text, and of what that takes in."""
    whole, edition = site.book.whole, site.book.edition
    page = whole.pages.get(path) if whole else None
    if page is None or edition is None:
        return ""
    text = page.document.text
    if takes_in(text, site.book.settings):
        try:
            whole_text = with_included(text[page.body_at :], path, site.book.settings)
            return divided(whole_text, site.book.settings.markdown, edition.shows)[1]
        except Exception:  # extensions of others raise what they like; the build tells of it
            return text
    return hidden_text(text, page.blocks, edition.shows)


def _without_soft(site: Site, markdown: str, settings: MarkdownSettings) -> str:
    """Give a text in which what leads to something left out, such as `[words](activity:id)`, is its words alone."""
    for _ in ("a link", "an image in it"):
        found = find(markdown, settings)
        soft = [one for one in found if isinstance(to := resolve(site.book, one), Wrong) and to.soft]
        if not soft:
            break
        markdown = without_references(markdown, soft)
    return markdown


def _everybody(audience: Collection[str]) -> bool:
    return True


def _wrong(site: Site, references: Iterable[Reference]) -> Iterable[tuple[Reference, Wrong]]:
    for reference in references:
        found = wrong_in_page(site.book, reference)
        if found is not None and not found.soft:
            yield reference, found


def shown_elsewhere(site: Site, source: PageSource, reference: Reference, fills: Fills) -> str:
    """Give the HTML of what a page shows in place, for another page that takes its Markdown in: links differ there."""
    target = resolve(site.book, reference)
    return (
        "" if isinstance(target, Wrong) else Scribe(site, source.path, fills, source.address).embed(reference, target)
    )


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
    if page and page.front.title and not isinstance(own.get("title"), str):
        own = {**own, "title": page.front.title}  # YAML makes True of Yes, and a number of a year
    if generated is None or page is None or not page.is_introduction:
        return dict(own)
    return {key: value for key, value in generated.meta.items() if key != "title"} | dict(own)
