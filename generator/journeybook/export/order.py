"""The order in which a handed-on handbook is read: the navigation's, with what its indexes list below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from journeybook.export.form import NavigationItem, Wanted
from journeybook.handbook import Entry
from journeybook.handbook.chapters import INDEXES
from journeybook.handbook.targets import Target
from journeybook.model import Activity, Journey
from journeybook.pages import addresses


@dataclass(frozen=True, slots=True)
class Part:
    """A page in the book by its path, or a heading above pages without one; `depth` counts from 0."""

    title: str
    depth: int
    path: str = ""


def book_order(wanted: Wanted) -> list[Part]:
    """Give the pages of a book in the order in which they are read, with the headings of the navigation.

    What the navigation does not name stands at the end; what only a screen can use, such as the planner, nowhere.
    """
    if wanted.sheet:
        return [Part(wanted.pages[wanted.sheet].title, 0, wanted.sheet)]
    return list(_parts_wanted(wanted) if wanted.only else _whole(wanted))


def _whole(wanted: Wanted) -> Iterator[Part]:
    lists = _lists(wanted)
    below = {path for _, paths in lists.values() for path in paths}
    named = {line.path for line in wanted.navigation}
    for line in _without_headings_of_openings(wanted.navigation):
        if line.path and (line.path not in wanted.pages or line.path in below or _is_for_screens(line.path)):
            continue
        title = line.title or (wanted.pages[line.path].title if line.path else "")
        yield Part(title, line.depth, line.path)
        if line.path in lists:
            yield from _below(wanted, lists[line.path][1], line.depth + 1)
    for path, (title, paths) in lists.items():
        if path not in named and paths:
            yield Part(title, 0, path if path in wanted.pages else "")
            yield from _below(wanted, paths, 1)


def _without_headings_of_openings(lines: Sequence[NavigationItem]) -> Iterator[NavigationItem]:
    """Give the lines of a navigation in which the page that opens a section stands for its heading, too."""
    heading = None
    for line, following in zip_longest(lines, lines[1:]):
        is_opened = following is not None and following.depth > line.depth and following.path.endswith(INDEXES)
        if is_opened and not line.path:
            heading = line
            continue
        yield replace(line, depth=heading.depth) if heading else line
        heading = None


def _below(wanted: Wanted, paths: Iterable[str], depth: int) -> Iterator[Part]:
    """Give pages of a list, those below another one deeper than it."""
    for path in paths:
        folder = path.removesuffix("/index.md")
        deeper = any(folder.startswith(f"{other.removesuffix('/index.md')}/") for other in paths if other != path)
        yield Part(wanted.pages[path].title, depth + deeper, path)


def _parts_wanted(wanted: Wanted) -> Iterator[Part]:
    for target in wanted.only:
        yield from (
            Part(wanted.pages[path].title, int(place > 0), path) for place, path in enumerate(_of(wanted, target))
        )


def _of(wanted: Wanted, target: Target) -> list[str]:
    """Give the pages of what a link leads to."""
    if target.entry and target.handout:
        found = [addresses.handout_path(target.entry, target.handout)]
    elif target.entry:
        found = _of_entry(target.entry)
    else:
        found = [page.path for page in target.chapter.pages] if target.chapter else []
    return [path for path in found if path in wanted.pages]


def _of_entry(entry: Entry[Any]) -> list[str]:
    page = addresses.path_of(entry)
    if entry.kind is Journey:
        return [page, addresses.compare_of(entry)]
    if entry.kind is Activity:
        return [page, *(addresses.handout_path(entry, handout) for handout in entry.model.handouts)]
    return [page, addresses.agenda_of(entry), addresses.run_sheet_of(entry)]


def _lists(wanted: Wanted) -> dict[str, tuple[str, list[str]]]:
    """Give the indexes by their paths, each with its title and the pages that belong below it."""
    book, words = wanted.site.book, wanted.site.words
    found: dict[str, tuple[str, Sequence[Entry[Any]]]] = {
        addresses.JOURNEYS: (words("Journeys"), book.journeys_in_order),
        addresses.TOOLKIT: (words("Toolkit"), book.activities_in_order),
        addresses.WORKSHOPS: (words("Workshops"), book.workshops_in_order),
        addresses.QUESTIONS: (words("Questions"), []),
    }
    lists = {
        book.source_of(index): (title, [path for entry in entries for path in _of_entry(entry) if path in wanted.pages])
        for index, (title, entries) in found.items()
    }
    ways = [book.source_of(addresses.way_in_of(way.role)) for way in book.ways_in]
    lists[book.source_of(addresses.WAYS_IN)] = words("For whom"), [path for path in ways if path in wanted.pages]
    return lists


def _is_for_screens(path: str) -> bool:
    return path == addresses.PLANNER or path.endswith("/cards/index.md")
