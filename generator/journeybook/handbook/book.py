"""The handbook: all its parts, and who uses what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from journeybook.ground.stopwatch import timed
from journeybook.handbook.aliases import Names, names_of
from journeybook.handbook.captions import Numbered, numbered_captions
from journeybook.handbook.chapters import Chapter, ContentPage, Contents, in_order_of, read_contents
from journeybook.handbook.entries import Entry, Shelf, Shelves, read_entries
from journeybook.handbook.every_page import EveryPage, read_every_page
from journeybook.handbook.free_numbers import with_free_numbers
from journeybook.handbook.glossary import TermShelf, read_glossary
from journeybook.handbook.included import marks_in
from journeybook.handbook.settings import Settings
from journeybook.handbook.snippet_pages import SnippetPage, snippet_pages
from journeybook.handbook.titles import with_ids_of_titles
from journeybook.handbook.ways_in import WayIn, ways_in
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.edition_options import read_editions, read_nav_audience
from journeybook.model.editions import Edition
from journeybook.model.journey import Stage
from journeybook.model.policy import Policy, read_policy
from journeybook.palette import Palette, read_palette
from journeybook.problems import Problem
from journeybook.source import Document
from journeybook.store.dependencies import Results
from journeybook.text.title_order import title_order


@dataclass(frozen=True)
class StageUse:
    """A stage of a journey that uses an activity: its number, and its place among the stages that there are, from 0.

    The stage is asked of the journey each time, so that whatever shows it depends on that.
    """

    journey: Entry[Journey]
    number: int
    place: int

    @property
    def stage(self) -> Stage:
        """The stage itself."""
        return self.journey.model.stages[self.place]


@dataclass
class Handbook:
    """Everything that was read, linked. `problems` are those of reading; `checks` finds the others.

    `palette` is None where the handbook has the theme's own colours; `policy` is what it adds to that of its site.
    `editions` are those that mkdocs.yml names, `edition` is the one that it is, and `whole` the handbook from which
    that leaves out something; `left_out` are the paths of the pages and files that it then lacks, as a builder sees
    them; `nav_audience` are the roles that some external links of the navigation are for. `every_page` is what stands
    on every page.
    """

    settings: Settings
    shelves: Shelves
    contents: Contents
    problems: list[Problem] = field(default_factory=list)
    palette: Palette | None = None
    policy: Policy = field(default_factory=Policy)
    editions: tuple[Edition, ...] = ()
    edition: Edition | None = None
    whole: Handbook | None = None
    left_out: frozenset[str] = frozenset()
    nav_audience: Mapping[str, frozenset[str]] = field(default_factory=dict)
    glossary: TermShelf = field(default_factory=TermShelf)
    every_page: EveryPage = field(default_factory=EveryPage)

    def in_order_of(self, paths: Iterable[str]) -> Handbook:
        """Give the handbook with the numbers of a navigation that names these pages so; itself where it has them.

        An edition keeps the numbers of the whole: its navigation lacks what it leaves out, and would count anew.
        """
        if self.whole is not None:
            return self
        contents = in_order_of(self.contents, self.settings, paths)
        return self if contents.numbers == self.contents.numbers else replace(self, contents=contents)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What the comments say between which the pages take parts of files in."""
        return frozenset(mark for page in self.pages.values() for mark in marks_in(page.document.text, self.settings))

    @property
    def journeys(self) -> Shelf[Journey]:
        """The journeys by id."""
        return self.shelves.journeys

    @property
    def activities(self) -> Shelf[Activity]:
        """The activities by id."""
        return self.shelves.activities

    @property
    def workshops(self) -> Shelf[Workshop]:
        """The workshops by id."""
        return self.shelves.workshops

    @property
    def chapters(self) -> dict[str, Chapter]:
        """The chapters by id, in the order of the navigation."""
        return self.contents.chapters

    @property
    def pages(self) -> dict[str, ContentPage]:
        """The Markdown pages by path."""
        return self.contents.pages

    @cached_property
    @timed("link")
    def captions(self) -> dict[str, list[Numbered]]:
        """What has a caption on each page that has some, by the page's path: figures and tables with their numbers."""
        return numbered_captions(self)

    @cached_property
    def named_captions(self) -> dict[tuple[str, str], Numbered]:
        """What has a caption and a name, by its kind and its name; the first, where several have one."""
        found = (one for page in self.captions.values() for one in page if one.what.name)
        named: dict[tuple[str, str], Numbered] = {}
        for one in found:
            named.setdefault((one.what.kind, one.what.name), one)
        return named

    @cached_property
    @timed("link")
    def snippets(self) -> tuple[SnippetPage, ...]:
        """What the pages take in, each read as a page; the same for each page that takes it in."""
        return snippet_pages(self.pages, self.settings)

    @cached_property
    @timed("link")
    def names(self) -> Names:
        """What parts of the handbook were called before."""
        return names_of(self)

    @cached_property
    @timed("link")
    def ways_in(self) -> tuple[WayIn, ...]:
        """What is for each role for which there is something."""
        return ways_in(self)

    @property
    def read_pages(self) -> Iterator[ContentPage]:
        """All that readers read of Markdown files: the pages, and each snippet once, as its first page takes it in."""
        yield from self.pages.values()
        yield from {one.text.document.file: one.text for one in reversed(self.snippets)}.values()

    @property
    def written(self) -> Iterator[Entry[Any]]:
        """All that authors write in YAML: journeys, activities and workshops, the glossary as one, and the banner."""
        for shelf in (self.journeys, self.activities, self.workshops):
            yield from shelf
        if self.glossary.entry is not None:
            yield self.glossary.entry
        if self.every_page.entry is not None:
            yield self.every_page.entry

    def sources(self) -> Iterator[tuple[Document, BaseModel]]:
        """Give each file with the model of its YAML, the front matter of pages included."""
        yield from ((entry.document, entry.model) for entry in self.written)
        yield from ((page.document, page.front) for page in self.pages.values())

    def page_at(self, path: str) -> ContentPage | None:
        """Give the page of a path, or the one that MkDocs writes to the same address: `toolkit.md`, for its index."""
        return self.pages.get(self.source_of(path))

    def source_of(self, path: str) -> str:
        """Give the path of the author's page that takes the place of a page, or the path itself where none does."""
        return path if path in self.pages else self.contents.introductions.get(path, path)

    @cached_property
    @timed("link")
    def stage_uses(self) -> dict[str, list[StageUse]]:
        """The stages that use each activity."""
        uses: dict[str, list[StageUse]] = {}
        for journey in self.journeys_in_order:
            for place, stage in enumerate(journey.model.stages):
                for id in dict.fromkeys(stage.activities):
                    uses.setdefault(id, []).append(StageUse(journey, stage.number, place))
        return uses

    @cached_property
    @timed("link")
    def workshop_uses(self) -> dict[str, list[Entry[Workshop]]]:
        """The workshops that use each activity."""
        uses: dict[str, list[Entry[Workshop]]] = {}
        for workshop in self.workshops_in_order:
            blocks = [block.activity for day in workshop.model.days for block in day.blocks]
            for id in dict.fromkeys(id for id in blocks if id):
                uses.setdefault(id, []).append(workshop)
        return uses

    @cached_property
    @timed("link")
    def prerequisite_of(self) -> dict[str, list[Entry[Activity]]]:
        """The activities that each activity prepares for."""
        found: dict[str, list[Entry[Activity]]] = {}
        for activity in self.activities_in_order:
            for id in dict.fromkeys(activity.model.prerequisites):
                found.setdefault(id, []).append(activity)
        return found

    @cached_property
    @timed("link")
    def parents(self) -> dict[str, list[StageUse]]:
        """The stages that show each journey as their detail."""
        found: dict[str, list[StageUse]] = {}
        for journey in self.journeys_in_order:
            for place, stage in enumerate(journey.model.stages):
                if stage.journey:
                    found.setdefault(stage.journey, []).append(StageUse(journey, stage.number, place))
        return found

    @cached_property
    @timed("link")
    def comparisons(self) -> dict[str, list[Entry[Journey]]]:
        """The journeys, as they should become, that are compared with each journey as it is."""
        found: dict[str, list[Entry[Journey]]] = {}
        for journey in self.journeys_in_order:
            if (as_is := self.as_is_of(journey)) is not None:
                found.setdefault(as_is.id, []).append(journey)
        return found

    def as_is_of(self, journey: Entry[Journey]) -> Entry[Journey] | None:
        """Give the journey with which one is compared; None where it is with none, or with one that is not shown."""
        found = self.journeys.get(journey.model.compares)
        return None if found is journey else found

    @cached_property
    def journeys_in_order(self) -> list[Entry[Journey]]:
        """The journeys that indexes list: by chapter, then title."""
        return sorted(self.journeys.current(), key=lambda e: (self._place(e.model.chapter), title_order(e.title), e.id))

    @cached_property
    def workshops_in_order(self) -> list[Entry[Workshop]]:
        """The workshops that indexes list, by title."""
        return sorted(self.workshops.current(), key=lambda entry: (title_order(entry.title), entry.id))

    @cached_property
    def activities_in_order(self) -> list[Entry[Activity]]:
        """The activities that indexes list: by chapter, then number, then title."""
        return sorted(self.activities.current(), key=self._activity_order)

    @cached_property
    def _toolkits(self) -> dict[str, list[Entry[Activity]]]:
        """The activities by chapter; a chapter that the handbook lacks counts as none."""
        return {id: list(entries) for id, entries in groupby(self.activities_in_order, key=self._chapter_of)}

    def toolkits(self) -> Iterator[tuple[Chapter | None, list[Entry[Activity]]]]:
        """Give the activities of each chapter; those of none come last, with None."""
        return ((self.chapters.get(id), entries) for id, entries in self._toolkits.items())

    def toolkit(self, chapter: str | None) -> list[Entry[Activity]]:
        """Give the activities of one chapter, in order."""
        return self._toolkits.get(chapter or "", [])

    def _chapter_of(self, entry: Entry[Activity]) -> str:
        chapter = entry.model.chapter
        return chapter if chapter in self.chapters else ""

    def _activity_order(self, entry: Entry[Activity]) -> tuple[int, int, tuple[str | int, ...], str]:
        number = entry.model.number
        return (
            self._place(entry.model.chapter),
            10_000 if number is None else number,
            title_order(entry.title),
            entry.id,
        )

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.chapters)}

    def _place(self, chapter: str | None) -> int:
        return self._places.get(chapter or "", len(self._places))


@timed("read")
def load(settings: Settings, results: Results | None = None) -> Handbook:
    """Read and link everything; nothing is written, and what is wrong is in `problems`.

    With the results of earlier builds, files that are as they were are not read again, and their parts are the same
    objects.
    """
    results = results or Results()
    shelves = read_entries(settings, results)
    contents = read_contents(settings, results)
    palette, wrong = read_palette(settings.palette) if settings.palette else (None, [])
    policy, unfit = read_policy(settings.policy) if settings.policy else (None, [])
    roles, glossary = settings.roles, read_glossary(settings, results)
    editions, wrong_editions = read_editions(settings.editions, roles) if settings.editions else ((), [])
    titled = dict(_links_of(settings.nav))
    links, wrong_links = read_nav_audience(settings.nav_audience, roles, titled) if settings.nav_audience else ({}, [])
    read = with_ids_of_titles([*shelves.problems, *contents.problems], shelves, contents)
    read = with_free_numbers(read, shelves.activities, settings)
    every_page, wrong_words = read_every_page(settings)
    problems = [*read, *glossary.problems, *wrong, *unfit, *wrong_editions, *wrong_links, *wrong_words]
    policy = policy or Policy()
    parts = settings, shelves, contents, problems, palette, policy, editions
    return Handbook(*parts, nav_audience=links, glossary=glossary, every_page=every_page)


def _links_of(nav: Any) -> Iterator[tuple[str, str]]:
    """Give the titles of a navigation's links to other sites, with their addresses."""
    for title, value in nav.items() if isinstance(nav, dict) else ():
        if isinstance(value, str) and "://" in value:
            yield str(title), value
        yield from _links_of(value)
    for item in nav if isinstance(nav, list) else ():
        yield from _links_of(item)
