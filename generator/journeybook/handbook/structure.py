"""The structure of a handbook: what pages know of parts that they do not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeybook.handbook.book import Handbook, StageUse
from journeybook.handbook.entries import Entry, Shelf
from journeybook.handbook.pictures import all_pictures, picture_stamp
from journeybook.handbook.reviews import has_reviews

Uses = tuple[tuple[str, tuple[Any, ...]], ...]


def structure(book: Handbook) -> tuple[Any, ...]:
    """Give which parts there are, in which order, and who uses whom; everything of the chapters but their text.

    Of that, the home page knows which journeys its own words show. All of the glossary is there: any page may have its
    words. Pages have the sizes of pictures.

    Two handbooks of one structure differ in nothing but what their entries say.
    """
    in_order = (book.journeys_in_order, book.activities_in_order, book.workshops_in_order)
    toolkits = tuple((chapter and chapter.id, _ids(entries)) for chapter, entries in book.toolkits())
    home = book.page_at("index.md")
    pages = tuple((p.path, p.title, p.front, p.chapter) for p in book.pages.values())
    return (
        tuple(_shelf(shelf) for shelf in (book.journeys, book.activities, book.workshops)),
        tuple(_ids(entries) for entries in in_order),
        toolkits,
        _stages(book.stage_uses),
        _stages(book.parents),
        _entries(book.comparisons),
        _entries(book.workshop_uses),
        _entries(book.prerequisite_of),
        pages,
        home and home.shown_journeys,
        tuple((c.id, c.number, tuple(page.path for page in c.pages)) for c in book.chapters.values()),
        tuple(book.contents.numbers.items()),
        tuple(_captions(book)),
        book.glossary.terms,
        has_reviews(book),
        tuple(picture_stamp(one.file) for one in all_pictures(book)),
        book.names,
        tuple(way.names for way in book.ways_in),
    )


def _captions(book: Handbook) -> Iterable[tuple[str, ...]]:
    """Give what other pages show of what has a caption, and the numbers of all."""
    for path, found in book.captions.items():
        for one in found:
            yield path, one.what.kind, one.number, one.what.name, one.what.text if one.what.name else ""


def _ids(entries: Iterable[Entry[Any]]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)


def _shelf(shelf: Shelf[Any]) -> tuple[Any, ...]:
    shown = tuple((entry.id, entry.model.status) for entry in shelf)
    files = tuple(sorted(shelf.files.items()))
    return shown, tuple(sorted(shelf.drafts)), tuple(sorted(shelf.unreadable)), files, shelf.closed


def _stages(uses: Mapping[str, list[StageUse]]) -> Uses:
    return tuple((id, tuple((use.journey.id, use.number) for use in found)) for id, found in uses.items())


def _entries(uses: Mapping[str, Sequence[Entry[Any]]]) -> Uses:
    return tuple((id, _ids(found)) for id, found in uses.items())
