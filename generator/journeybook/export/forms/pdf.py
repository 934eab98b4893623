"""A handbook as a book on paper: cover, contents with page numbers, its parts, an index, bookmarks, links and forms."""

from __future__ import annotations

import base64
from functools import partial

from journeybook.diagrams.files.forms.pdf import weasyprint_here
from journeybook.export.form import ExportForm, Wanted
from journeybook.export.paper.book import book_html
from journeybook.export.paper.finish import finish
from journeybook.store.cache import digest

_VERSION = "1"
_IDENTIFIER = b"journeybook book"


def _make(wanted: Wanted) -> bytes:
    """Make the PDF, without the network; a PaperError where WeasyPrint or Pango is missing, or a font."""
    cache = wanted.site.cache
    with weasyprint_here() as weasyprint:
        html = book_html(wanted)
        key = digest("book", _VERSION, weasyprint.__version__, html)
        kept = cache.take(key, partial(base64.b64decode, validate=True)) if cache else None
        if kept is not None:
            return kept
        only_inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))  # all is in the document
        document = weasyprint.HTML(string=html, url_fetcher=only_inside)
        options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": _IDENTIFIER, "pdf_forms": True}
        made = bytes(document.write_pdf(finisher=finish, **options))
    if cache:
        cache.put(key, base64.b64encode(made).decode())
    return made


def _require() -> None:
    with weasyprint_here():
        pass


FORM = ExportForm(_make, of_pages=True, require=_require)
