"""Sheets of cards as PDF, made by WeasyPrint from the same HTML and stylesheet as the web page."""

from __future__ import annotations

import base64
from functools import partial
from html import escape

from journeybook.cards.deck import Deck
from journeybook.cards.fonts import families, font_faces
from journeybook.cards.sheet import Duplex
from journeybook.cards.view import advice, values
from journeybook.diagrams.files.forms.pdf import weasyprint_here
from journeybook.ground.theme_dir import theme_dir
from journeybook.pages.site import Site
from journeybook.store.cache import digest

_VERSION = "2"
_IDENTIFIER = b"journeybook cards"
_MARK = b"/ID [(" + _IDENTIFIER + b")"  # as WeasyPrint writes it


def deck_pdf(site: Site, deck: Deck, paper: str, duplex: Duplex = "long-edge") -> bytes:
    """Make a PDF of a deck's sheets, without the network; a PaperError where WeasyPrint or Pango is missing."""
    html = _document(site, deck, paper, duplex)
    with weasyprint_here() as weasyprint:
        key = digest("card sheets", _VERSION, weasyprint.__version__, html)
        kept = site.cache.take(key, partial(base64.b64decode, validate=True)) if site.cache else None
        if kept is not None:
            return kept
        only_inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))  # the fonts are in the document
        made = bytes(weasyprint.HTML(string=html, url_fetcher=only_inside).write_pdf(pdf_identifier=_IDENTIFIER))
    if site.cache:
        site.cache.put(key, base64.b64encode(made).decode())
    return made


def is_deck(pdf: bytes) -> bool:
    """Tell whether a file is a PDF that `deck_pdf` has made."""
    return pdf.startswith(b"%PDF") and _MARK in pdf


def _document(site: Site, deck: Deck, paper: str, duplex: Duplex) -> str:
    shown = values(site, deck, duplex) | {"web": False, "advice": advice(site.words, duplex)}
    body = site.render("cards.html.j2", **shown)
    style = (theme_dir() / "assets" / "css" / "apps" / "cards.css").read_text("utf-8")
    language = escape(site.words.language)
    name = site.book.settings.name
    title = f"{deck.title} · {name}" if name else deck.title
    return (
        f'<!doctype html><html lang="{language}" dir="ltr"><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="author" content="{escape(name)}">'
        f"<style>{font_faces(body, site.cache)}{families(style)}"
        f"body{{margin:0}}.jc .jc-sheet{{page:jc-{paper}}}</style><body>{body}"
    )
