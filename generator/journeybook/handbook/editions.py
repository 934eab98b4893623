"""Make an edition of a handbook: a copy without what is for others, which carries what the whole handbook knows.

Numbers, ids and times of day are those of the whole; sums, lists and uses are worked out anew, from what is left.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from journeybook.handbook.audiences import audiences_of
from journeybook.handbook.book import Handbook
from journeybook.handbook.chapters import WAYS_IN, Chapter, ContentPage, Contents
from journeybook.handbook.entries import Entry, Shelf, Shelves
from journeybook.handbook.every_page import in_edition as every_page_in_edition
from journeybook.handbook.glossary import in_edition as glossary_in_edition
from journeybook.handbook.pages_in_editions import in_edition
from journeybook.handbook.remarks_in_yaml import without_remarks_in_yaml
from journeybook.handbook.timetable import slots
from journeybook.handbook.ways_in import EVERYBODY
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.audience import audience_of
from journeybook.model.base import EntryModel
from journeybook.model.editions import Edition, seen
from journeybook.model.journey import Next, Stage
from journeybook.model.workshop import Block, Day

M = TypeVar("M", bound=EntryModel)
JOURNEYS, ACTIVITIES, WORKSHOPS, GLOSSARY = "journeys", "toolkit", "toolkit/workshops", "glossary"
"""The folders of the addresses of generated pages."""


def edition_of(book: Handbook, edition: Edition) -> Handbook:
    """Give a handbook as an edition carries it; with the edition's name alone where that carries everything."""
    settings = replace(book.settings, name=f"{book.settings.name} · {edition.title}")
    if edition.audience is None:
        return replace(book, settings=settings, edition=edition)
    contents = _contents(book, edition)
    shelves = _shelves(book, edition, contents)
    glossary = glossary_in_edition(book.glossary, edition)
    every_page = every_page_in_edition(book.every_page, edition)
    carried = replace(book, settings=settings, shelves=shelves, contents=contents, glossary=glossary)
    return without_remarks_in_yaml(replace(carried, every_page=every_page, edition=edition, whole=book))


def entries_in_part(book: Handbook) -> Iterator[Entry[Any]]:
    """Give the entries of the whole handbook that an edition leaves out, or has in part."""
    assert book.whole is not None
    yield from _in_part(book.whole.journeys, book.journeys)
    yield from _in_part(book.whole.activities, book.activities)
    yield from _in_part(book.whole.workshops, book.workshops)
    glossary = book.whole.glossary.entry
    if glossary is not None and book.glossary.entry is not glossary:
        yield glossary


def _in_part(whole: Shelf[M], kept: Shelf[M]) -> Iterator[Entry[M]]:
    return (entry for entry in whole if kept.get(entry.id) is not entry)


def hidden_folders(book: Handbook, edition: Edition) -> set[str]:
    """Give the folders among the chapters that are for others, of which an edition has nothing.

    They have a page that opens them and is for others, or the address of an entry that the edition leaves out, or of
    the page of a role that it is not for.
    """
    opened = book.contents.openings.items()
    others = {folder for folder, pages in opened for page in pages if not _shows(book, edition, page)}
    return others | set(_addresses_of_hidden(book, edition))


def elsewhere(book: Handbook, path: str) -> str | None:
    """Give the path among the chapters of what a file there is by a link; None where it is itself, or lies outside."""
    content, real = (Path(os.path.realpath(one)) for one in (book.settings.content, book.settings.content / path))
    place = real.relative_to(content).as_posix() if real.is_relative_to(content) else path
    return None if place == path else place


def hidden_places(book: Handbook, edition: Edition) -> Callable[[str], bool]:
    """Give what tells of a file of the whole handbook, by its path among the chapters, that it is for others.

    It is so by its own `audience`, or by that of a folder; not yet by what names it, see `carried_files`.
    """
    folders = hidden_folders(book, edition)

    def is_hidden(path: str) -> bool:
        page = book.pages.get(path)
        return _is_below(path, folders) or (page is not None and not _shows(book, edition, page))

    return is_hidden


def _shows(book: Handbook, edition: Edition, page: ContentPage) -> bool:
    return all(map(edition.shows, audiences_of(book, page)))


def _addresses_of_hidden(book: Handbook, edition: Edition) -> Iterator[str]:
    shelves = ((JOURNEYS, book.journeys), (ACTIVITIES, book.activities), (WORKSHOPS, book.workshops))
    hidden = _hidden(book, edition)
    for folder, shelf in shelves:
        for entry in shelf:
            if not edition.shows(audience_of(entry.model)) or _is_empty(book, entry.model, edition, hidden):
                yield f"{folder}/{entry.id}"
    for role in book.settings.roles:
        if role != EVERYBODY and not edition.shows([role]):
            yield f"{WAYS_IN}/{role}"


def _is_empty(book: Handbook, model: BaseModel, edition: Edition, hidden: _Hidden) -> bool:
    """Tell whether all parts of an entry are for others: a journey without a stage, a workshop without a block."""
    if isinstance(model, Journey):
        return not _has_a_stage(model, edition)
    return isinstance(model, Workshop) and _workshop(book, model, edition, hidden) is None


def _contents(book: Handbook, edition: Edition) -> Contents:
    """Give the pages that an edition carries, and their chapters, which keep their numbers."""
    addresses = set(_addresses_of_hidden(book, edition))
    own = (page for page in book.pages.values() if not _is_below(page.path, addresses))
    asked = (page for page in own if _shows(book, edition, page))
    is_hidden = hidden_places(book, edition)
    shown = [page for page in asked if not ((real := elsewhere(book, page.path)) and is_hidden(real))]
    kept = {page.path for page in shown}
    hidden = {
        "chapter": {one.id for one in book.chapters.values() if one.opening.path not in kept},
        "journey": {entry.id for entry in book.journeys if not _has_a_stage(entry.model, edition)},
    }
    pages = {page.path: in_edition(page, edition, book.settings, hidden) for page in shown}
    chapters = [_chapter(one, pages) for one in book.chapters.values() if one.opening.path in pages]
    return replace(
        book.contents,
        pages=pages,
        chapters={one.id: one for one in chapters},
        numbers={path: number for path, number in book.contents.numbers.items() if path in pages},
        introductions={index: path for index, path in book.contents.introductions.items() if path in pages},
    )


def _is_below(path: str, folders: Set[str]) -> bool:
    """Tell whether a page lies in one of some folders, or has its address, as `a.md` has that of `a/index.md`."""
    place = PurePosixPath(path)
    return any(one.as_posix() in folders for one in (place.with_suffix(""), *place.parents))


def _chapter(chapter: Chapter, pages: dict[str, ContentPage]) -> Chapter:
    sections = tuple(pages[page.path] for page in chapter.sections if page.path in pages)
    return replace(chapter, opening=pages[chapter.opening.path], sections=sections)


@dataclass(frozen=True)
class _Hidden:
    """The ids of what an edition leaves out, by kind; one that nothing has is none of them."""

    chapters: Set[str]
    activities: Set[str]
    journeys: Set[str]


def _hidden(book: Handbook, edition: Edition, chapters: Set[str] = frozenset()) -> _Hidden:
    activities = {entry.id for entry in book.activities if not edition.shows(entry.model.audience)}
    return _Hidden(
        chapters, activities, {entry.id for entry in book.journeys if not _has_a_stage(entry.model, edition)}
    )


def _shelves(book: Handbook, edition: Edition, contents: Contents) -> Shelves:
    """Give the entries that an edition carries; they name no other."""
    hidden = _hidden(book, edition, book.chapters.keys() - contents.chapters.keys())
    return Shelves(
        _shelf(book.journeys, edition, lambda model: _journey(model, edition, hidden)),
        _shelf(book.activities, edition, lambda model: _activity(model, edition, hidden)),
        _shelf(book.workshops, edition, lambda model: _workshop(book, model, edition, hidden)),
    )


def _has_a_stage(journey: Journey, edition: Edition) -> bool:
    return edition.shows(journey.audience) and any(edition.shows(stage.audience) for stage in journey.stages)


def _shelf(shelf: Shelf[M], edition: Edition, carried: Callable[[M], M | None]) -> Shelf[M]:
    """Give a shelf with what an edition carries of each entry; those of which it carries nothing count as no files."""
    models = {entry.id: carried(entry.model) if edition.shows(audience_of(entry.model)) else None for entry in shelf}
    entries = {id: _entry(shelf[id], model) for id, model in models.items() if model is not None}
    gone = models.keys() - entries.keys()
    return replace(shelf, entries=entries, files={id: file for id, file in shelf.files.items() if id not in gone})


def _entry(entry: Entry[M], model: M) -> Entry[M]:
    return entry if model is entry.model else Entry(entry.id, model, entry.document)


def _changed(model: M, **fields: object) -> M:
    """Give a model with other values of fields; the model itself where they are the same."""
    changed = {name: value for name, value in fields.items() if value != getattr(model, name)}
    return model.model_copy(update=changed) if changed else model


def _known(id: str | None, hidden: Set[str]) -> str | None:
    return None if id in hidden else id


def _ids(ids: Iterable[str], hidden: Set[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in hidden)


def _activity(activity: Activity, edition: Edition, hidden: _Hidden) -> Activity:
    return _changed(
        seen(edition, activity),
        chapter=_known(activity.chapter, hidden.chapters),
        prerequisites=_ids(activity.prerequisites, hidden.activities),
        related=_ids(activity.related, hidden.activities),
    )


def _journey(whole: Journey, edition: Edition, hidden: _Hidden) -> Journey | None:
    journey = seen(edition, whole)
    if not journey.stages:
        return None
    actors = {actor.key for actor in whole.actors} - {actor.key for actor in journey.actors}
    return _changed(
        journey,
        chapter=_known(journey.chapter, hidden.chapters),
        compares=_known(journey.compares, hidden.journeys),
        stages=tuple(_stages(whole, journey, actors, hidden)),
    )


def _stages(whole: Journey, journey: Journey, actors: Set[str], hidden: _Hidden) -> Iterator[Stage]:
    """Give the stages that are left: a way to one that is not ends there, and those who are not do not act."""
    left = {stage.key for stage in journey.stages}
    branches = any(stage.next for stage in whole.stages)
    for stage in journey.stages:
        place = whole.place_of(stage.key)
        below = whole.stages[place + 1 : place + 2] if place is not None else ()
        told = stage.next or tuple(Next(to=one.key) for one in below)
        ways = tuple(way for way in told if way.to in left)
        found = _stage(stage, actors, hidden)
        yield found.leading(ways) if branches and ways != told else found


def _stage(stage: Stage, actors: Set[str], hidden: _Hidden) -> Stage:
    meets = (one.model_copy(update={"actors": _ids(one.actors, actors)}) for one in stage.touchpoints)
    changed = {
        "activities": _ids(stage.activities, hidden.activities),
        "journey": _known(stage.journey, hidden.journeys),
        "touchpoints": tuple(meets),
        "feelings": tuple(one for one in stage.feelings if one.actor not in actors),
        "responsibilities": tuple(one for one in stage.responsibilities if one.actor not in actors),
    }
    changed = {name: value for name, value in changed.items() if value != getattr(stage, name)}
    return stage.model_copy(update=changed) if changed else stage


def _workshop(book: Handbook, whole: Workshop, edition: Edition, hidden: _Hidden) -> Workshop | None:
    days = tuple(_day(book, day, edition, hidden) for day in whole.days if edition.shows(day.audience))
    left = tuple(day for day in days if day.blocks)
    workshop = _changed(seen(edition, whole), days=left, chapter=_known(whole.chapter, hidden.chapters))
    return workshop if left else None


def _day(book: Handbook, day: Day, edition: Edition, hidden: _Hidden) -> Day:
    """Give a day whose blocks are when they are in the whole: what is left out leaves its time."""
    blocks, gap = list[Block](), 0
    for slot in slots(book, day):
        block = slot.block
        lost = block.activity in hidden.activities
        if not edition.shows(block.audience) or (lost and not block.title):
            gap += slot.gap + slot.free + slot.minutes
            continue
        kept = seen(edition, block)
        if lost:
            kept = kept.model_copy(update={"activity": None})
        if gap:
            gap += slot.free  # before a start that is fixed, which would tell of what has gone by what is left
        if lost or gap:
            kept = kept.after(gap, slot.minutes if lost else block.minutes)
        blocks.append(kept)
        gap = 0
    return seen(edition, day).model_copy(update={"blocks": tuple(blocks)})
