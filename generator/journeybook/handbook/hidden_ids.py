"""What an edition leaves out of pages that it has, by the ids to which links lead: an id alone would tell of it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator

from journeybook.handbook.book import Handbook
from journeybook.handbook.chapters import ContentPage
from journeybook.handbook.editions import ACTIVITIES, GLOSSARY, JOURNEYS, WORKSHOPS
from journeybook.handbook.included import takes_in, with_included
from journeybook.markdown.anchors import anchors
from journeybook.markdown.taken_in import divided
from journeybook.model import Activity, Journey, Workshop

_INDEXES = ("questions", JOURNEYS, ACTIVITIES, WORKSHOPS, f"{ACTIVITIES}/planner")


def hidden_ids(book: Handbook) -> Iterator[str]:
    """Give the ids of what an edition leaves out of its pages, each behind the page's path and a `#`."""
    whole = book.whole
    if whole is None or book.edition is None:
        return
    for path, page in book.pages.items():
        if page is not whole.pages[path] or takes_in(page.document.text, book.settings):
            kept_ids = {id.casefold() for id in ids_in_edition(page, book)}  # as links to them are compared
            ids = (id for id in ids_for_all(whole.pages[path], book) if id.casefold() not in kept_ids)
            yield from (f"{path}#{id}" for id in ids)
    for path, found in whole.captions.items():
        if path in book.pages:
            kept = {one.what.name for one in book.captions.get(path, ())}
            yield from (f"{path}#{one.what.name}" for one in found if one.what.name not in kept)
    yield from _of_indexes(book, whole)
    yield from (f"{GLOSSARY}#{id}" for id in whole.glossary.by_id.keys() - book.glossary.by_id.keys())
    for journey in whole.journeys:
        kept_journey = book.journeys.get(journey.id)
        yield from _of_journey(journey.id, journey.model, kept_journey.model if kept_journey else None, book)
    for activity in whole.activities:
        if kept_activity := book.activities.get(activity.id):
            yield from _of_activity(activity.id, activity.model, kept_activity.model)
    for workshop in whole.workshops:
        if kept_workshop := book.workshops.get(workshop.id):
            yield from _of_workshop(workshop.id, workshop.model, kept_workshop.model)


def ids_for_all(page: ContentPage, book: Handbook) -> frozenset[str]:
    """Give the ids of a page, and of what it takes in, as the whole handbook has them."""
    return _anchors(page, book, lambda audience: True)


def ids_in_edition(page: ContentPage, book: Handbook) -> frozenset[str]:
    """Give the ids of a page of an edition, and of what it takes in as far as that is shown."""
    assert book.whole and book.edition
    whole = book.whole.pages[page.path]
    return _anchors(whole if takes_in(whole.document.text, book.settings) else page, book, book.edition.shows)


def _anchors(page: ContentPage, book: Handbook, shows: Callable[[Collection[str]], bool]) -> frozenset[str]:
    text, markdown = page.document.text[page.body_at :], book.settings.markdown
    if takes_in(text, book.settings):
        try:
            text = divided(with_included(text, page.path, book.settings), markdown, shows)[0]
        except Exception:  # extensions of others raise what they like; the build tells of it
            return frozenset()
    return anchors(text, markdown)


def _of_indexes(book: Handbook, whole: Handbook) -> Iterator[str]:
    all_ids, kept = _ids_by_kind(whole), _ids_by_kind(book)
    gone = set[str]().union(*all_ids.values()) - set[str]().union(*kept.values())
    for kind, ids in all_ids.items():
        # What bears the name of something that is shown tells nothing: `?add=talk` leads to the talk that is there.
        named = gone | (ids - kept[kind] if kind else set())
        yield from (f"{index}#{kind}{id}" for index in _INDEXES for id in sorted(named))


def _ids_by_kind(book: Handbook) -> dict[str, set[str]]:
    """Give what indexes and filters call by an id, each kind by what stands before its ids; a few stand on any."""
    return {
        "": _stages(book) | _tags(book) | {*map(posixpath.basename, _INDEXES)},
        "chapter-": {*book.chapters},
        "journey-": {*book.journeys.entries},
        "activity-": {*book.activities.entries},
        "workshop-": {*book.workshops.entries},
    }


def _stages(book: Handbook) -> set[str]:
    return {stage.key for entry in book.journeys for stage in entry.model.stages}


def _tags(book: Handbook) -> set[str]:
    """Give the tags as addresses have them: filters ask for their values one by one."""
    entries = (*book.journeys, *book.activities, *book.workshops)
    return {tag for entry in entries for tag in entry.model.tags}


def _of_journey(id: str, whole: Journey, kept: Journey | None, book: Handbook) -> Iterator[str]:
    gone = _keys(whole) - (_keys(kept) if kept else set())
    compared = [entry.id for entry in book.journeys if entry.id == id or entry.model.compares == id]
    pages = ([f"{JOURNEYS}/{id}"] if kept else []) + [f"{JOURNEYS}/{one}/compare" for one in compared]
    yield from (f"{page}#{sign}{key}" for page in pages for sign in ("", "gone_") for key in gone)


def _keys(journey: Journey) -> set[str]:
    """Give the ids that the stages of a journey have and had."""
    return {key for stage in journey.stages for key in (stage.key, *stage.aliases)}


def _of_activity(id: str, whole: Activity, kept: Activity) -> Iterator[str]:
    gone = _sheets(whole) - _sheets(kept)
    yield from (f"{ACTIVITIES}/{id}#handout-{one}{end}" for one in gone for end in ("", "-title"))


def _sheets(activity: Activity) -> set[str]:
    """Give the ids that the handouts of an activity have and had."""
    return {id for handout in activity.handouts for id in (handout.id or "", *handout.aliases)}


def _of_workshop(id: str, whole: Workshop, kept: Workshop) -> Iterator[str]:
    """Give the days, whose ids are their places."""
    gone = {day.place for day in whole.days} - {day.place for day in kept.days}
    pages = (f"{WORKSHOPS}/{id}{part}" for part in ("", "/agenda", "/run-sheet"))
    yield from (f"{page}#day-{place}" for page in pages for place in gone)
