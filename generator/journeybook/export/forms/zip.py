"""A workshop's pack: what a trainer takes along, each a PDF of its own, and the calendar."""

from __future__ import annotations

from journeybook.export.form import ExportForm, Wanted
from journeybook.export.forms import pdf
from journeybook.export.pack import pack
from journeybook.export.packed import packed


def _make(wanted: Wanted) -> bytes:
    return packed(pack(wanted, pdf.FORM.make))


FORM = ExportForm(_make, of_whole=False, of_pages=True, require=pdf.FORM.require, example="workshop:…")
