"""What authors see under `serve` where nobody says which edition: all of it, and for whom pages and blocks are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from journeybook.handbook import ContentPage
from journeybook.handbook.audiences import audiences_of
from journeybook.markdown.audience_blocks import AudienceBlock, find_blocks
from journeybook.markdown.settings import MarkdownSettings
from journeybook.pages.artifact import Fills
from journeybook.pages.foreign import settle
from journeybook.pages.site import Site

_PARTED = re.compile(r"\s*(?:[-*+]|\d+[.)]|[|:]|[ \t])")
"""How a line begins that goes on with a list, a table or something indented, which a label would part."""


def is_preview(site: Site) -> bool:
    """Tell whether this is the handbook as its authors see it, with everything that its editions part."""
    return bool(site.book.editions) and site.book.edition is None


def label_of_page(site: Site, page: ContentPage | None) -> str:
    """Give the line that says for whom a page is; nothing where it is for everyone."""
    return "".join(label(site, roles) for roles in audiences_of(site.book, page)) if page else ""


def with_labels(site: Site, markdown: str, settings: MarkdownSettings, fills: Fills) -> str:
    """Give a text whose blocks for some say for whom they are, where a line can stand without parting anything."""
    blocks = find_blocks(markdown, settings).blocks
    for block in sorted(blocks, key=lambda one: one.begin.start, reverse=True):
        if _has_room(markdown, block):
            at = block.begin.below
            markdown = f"{markdown[:at]}\n{fills.block(label(site, block.audience))}\n\n{markdown[at:]}"
    return markdown


def _has_room(text: str, block: AudienceBlock) -> bool:
    above, below = text[: block.begin.line].rstrip(" \t"), text[block.begin.below :].lstrip("\r\n")
    return not block.begin.before and (not above or above.endswith(("\n\n", "\r\n\r\n"))) and not _PARTED.match(below)


def label(site: Site, roles: Iterable[str]) -> str:
    """Give the line that says for whom something is."""
    words = site.words
    said = words("for {roles}", roles=words.listing([words.label(role) for role in roles]))
    return settle(f'<p class="jb-eyebrow jb-for-whom"><span>{html.escape(said)}</span></p>', words.page)
