"""What stands on every page, as HTML for the theme's templates: the banner, and the link for feedback."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import quote

from journeybook.language.words import Words
from journeybook.model.base import Passage
from journeybook.model.every_page import FILLED
from journeybook.pages.addresses import HOME
from journeybook.pages.foreign import settle
from journeybook.pages.preview import is_preview, label
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

_ROOT = "index.html"
"""Where addresses are seen from: the top of the site. It is written to, and no page of Markdown, so that a link to a
heading of the home page keeps the address of that page."""
_FROM_HERE = re.compile(r'(?<=\s)(href|src)="(?![a-z][a-z+.-]*:|[#/"])', re.I)
_FILLED = re.compile(rf"\{{({'|'.join(FILLED)})\}}")


def banner(site: Site, address: str = _ROOT) -> str:
    """Give the banner as HTML for a page that is written to `address`; empty where there is none."""
    there = site.on_page()
    scribe = Scribe(there, HOME, address=address)
    texts = (_label(there, passage) + str(scribe.field(passage.text)) for passage in site.book.every_page.banner)
    return settle("\n".join(texts), there.words.page)


def _label(site: Site, passage: Passage) -> str:
    return label(site, passage.audience) if passage.audience and is_preview(site) else ""


def on_every_page(site: Site) -> dict[str, Any]:
    """Give what the theme's templates put on every page, of which they fill in the way to the top, title and address.

    `banner` is HTML whose addresses have `data-jb-top-` before their names; `feedback` has the parts of an address,
    with the names of what is filled in between them.
    """
    words = site.on_page().words
    html, address = banner(site), site.book.every_page.feedback
    return {
        "language": words.page,
        "direction": words.direction,
        "banner": _FROM_HERE.sub(r'data-jb-top-\1="', html),
        "banner_tag": settle(
            f'<div class="jb-banner" role="region" aria-label="{escape(words("Notice"))}">', words.page
        ),
        "feedback": _parts(address, site) if address else [],
        "feedback_label": _said(words, "Give feedback on this page"),
    }


def _said(words: Words, text: str) -> str:
    return settle(escape(words(text)), words.page)


def _parts(address: str, site: Site) -> list[dict[str, str]]:
    """Take an address apart; a letter gets the name of the handbook and the title of the page for its subject."""
    if address.casefold().startswith("mailto:") and "subject=" not in address.casefold():
        sign = "&" if "?" in address else "?"
        address = f"{address}{sign}subject={quote(site.book.settings.name)}%3A%20{{title}}"
        address += "&body={url}" if site.address and "body=" not in address.casefold() else ""
    pieces = _FILLED.split(address)
    return [{"fill": piece} if place % 2 else {"text": piece} for place, piece in enumerate(pieces) if piece]
