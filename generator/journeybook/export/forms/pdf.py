"""A handbook as a book on paper: cover, contents with page numbers, its parts, an index, bookmarks, links and forms."""

from __future__ import annotations

import base64

from journeybook.diagrams.files.forms.pdf import weasyprint_here
from journeybook.export.form import ExportForm, Wanted
from journeybook.export.paper.book import book_html
from journeybook.export.paper.printed import printed
from journeybook.problems import say
from journeybook.store.cache import digest

_VERSION = "2"
MOST_PAGES = 1000
"""A book of more is still made; of each thousand pages, laying out takes minutes and more than two gigabytes."""


def _make(wanted: Wanted) -> bytes:
    """Make the PDF, without the network; a PaperError where WeasyPrint or Pango is missing, or a font."""
    cache = wanted.site.cache
    with weasyprint_here() as weasyprint:
        html = book_html(wanted)
        key = digest("book", _VERSION, weasyprint.__version__, html)
        kept = cache.take(key, _read) if cache else None
        made, pages = kept or printed(weasyprint, html)
    if cache and kept is None:
        cache.put(key, f"{pages} {base64.b64encode(made).decode()}")
    if pages > MOST_PAGES:
        wanted.note(_advice(wanted, pages))
    return made


def _read(text: str) -> tuple[bytes, int]:
    pages, _, made = text.partition(" ")
    return base64.b64decode(made, validate=True), int(pages)


def _advice(wanted: Wanted, pages: int) -> str:
    """Say that a book is long, and how it becomes several."""
    number = wanted.site.words.number
    told = say(
        "This book has {pages} pages. Above {most}, making it takes much time and memory: export it by chapter, with "
        "`--only chapter:{chapter}`.",
        pages=number(pages),
        most=number(MOST_PAGES),
        chapter=next(iter(wanted.site.book.chapters), "…"),
    )
    return str(told)


def _require() -> None:
    with weasyprint_here():
        pass


FORM = ExportForm(_make, of_pages=True, require=_require)
