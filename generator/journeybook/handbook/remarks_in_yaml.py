"""Comments in the Markdown fields of YAML: with `html: trusted` they stand in the source of pages."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, cast

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry, Shelf, Shelves
from journeybook.markdown.fields import TRUSTED_SETTINGS
from journeybook.markdown.remarks import without_remarks
from journeybook.model.base import EntryModel
from journeybook.model.glossary import Glossary
from journeybook.model.walk import markdown_fields, with_markdown

M = TypeVar("M", bound=EntryModel)
_BEGIN = "<!--"


def without_remarks_in_yaml(book: Handbook) -> Handbook:
    """Give a handbook with nothing in these comments; itself where they are text, which readers see."""
    if not book.settings.trusted:
        return book
    roles, glossary, every_page = book.settings.roles, book.glossary, book.every_page
    shelves = Shelves(_shelf(book.journeys, roles), _shelf(book.activities, roles), _shelf(book.workshops, roles))
    if glossary.entry and (entry := _entry(glossary.entry, roles)) is not glossary.entry:
        glossary = replace(glossary, entry=entry, terms=cast(Glossary, entry.model).terms)
    if every_page.entry:
        every_page = replace(every_page, entry=_entry(every_page.entry, roles))
    return replace(book, shelves=shelves, glossary=glossary, every_page=every_page)


def _shelf(shelf: Shelf[M], roles: tuple[str, ...]) -> Shelf[M]:
    return replace(shelf, entries={entry.id: _entry(entry, roles) for entry in shelf})


def _entry(entry: Entry[Any], roles: tuple[str, ...]) -> Entry[Any]:
    if not any(_BEGIN in text for _, text in markdown_fields(entry.model)):
        return entry
    model = with_markdown(entry.model, partial(without_remarks, markdown=TRUSTED_SETTINGS, roles=roles))
    return entry if model == entry.model else Entry(entry.id, model, entry.document)
