"""Handouts, agendas and run sheets as a Word document, to edit: real styles, content controls, fixed bytes."""

from __future__ import annotations

from journeybook.export.form import ExportForm, Wanted
from journeybook.export.imprint import imprint
from journeybook.export.sheets import HandedSheet, mark_of_sheet, sheets_of
from journeybook.pages.site import Site


def _make(wanted: Wanted) -> bytes:
    # Loaded here: python-docx and lxml would cost every other command a fifth of a second.
    from journeybook.export.word.document import begin_part, content_of, new_document

    site = wanted.site
    sheets = sheets_of(site.book, wanted.only)
    settings = site.book.settings
    title = " · ".join(dict.fromkeys(sheet.handout.title if sheet.handout else sheet.entry.title for sheet in sheets))
    document = new_document(site.words, title, settings.name, settings.today, wanted.paper)
    for sheet in sheets:
        begin_part(document, imprint(site, [mark_of_sheet(site, sheet.path)]), site.words)
        _write(site, document, sheet)
    return content_of(document)


FORM = ExportForm(_make, of_whole=False, example="handout:…")


def _write(site: Site, document: object, sheet: HandedSheet) -> None:
    from journeybook.export.word.handouts import write_handout
    from journeybook.export.word.sheet import WordSheet
    from journeybook.export.word.workshops import write_agenda, write_run_sheet
    from journeybook.export.word.writer import WordWriter

    language = sheet.entry.model.language or site.words.language
    writer = WordWriter(site, WordSheet(document, language), WordSheet(document, site.words.language))
    if sheet.handout:
        write_handout(writer, sheet.entry, sheet.handout)
    elif sheet.kind == "agenda":
        write_agenda(writer, sheet.entry)
    else:
        write_run_sheet(writer, sheet.entry)
