"""A book's HTML as PDF, by WeasyPrint: how it is asked, and what it is spared."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from journeybook.export.paper.finish import finish

_OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"journeybook book", "pdf_forms": True}


def printed(weasyprint: Any, html: str) -> tuple[bytes, int]:
    """Give the PDF of a book, and how many pages it has; nothing is fetched, for all is in the HTML."""
    only_inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    with _seldom_collected(), _listed_once():
        document = weasyprint.HTML(string=html, url_fetcher=only_inside).render(**_OPTIONS)
        return bytes(document.write_pdf(finisher=finish, **_OPTIONS)), len(document.pages)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for garbage seldom: a book is millions of objects that stay, which took a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _listed_once() -> Iterator[None]:
    """Let pydyf list the pages once: it did so anew for each tag, an eighth of the time, and more of longer books."""
    import pydyf

    before = pydyf.PDF.page_references

    @lru_cache(maxsize=1)
    def listed(pdf: Any, _length: int) -> Any:
        return before.fget(pdf)

    pydyf.PDF.page_references = property(lambda pdf: listed(pdf, len(pdf.pages["Kids"])))
    try:
        yield
    finally:
        pydyf.PDF.page_references = before
