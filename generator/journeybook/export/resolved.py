"""Resolve what authors have written into data that stands for itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

from journeybook import __version__
from journeybook.export.data import (
    ExportedActivity,
    ExportedBlock,
    ExportedChapter,
    ExportedDay,
    ExportedHandbook,
    ExportedHandout,
    ExportedJourney,
    ExportedPage,
    ExportedPicture,
    ExportedResource,
    ExportedStage,
    ExportedStep,
    ExportedWorkshop,
)
from journeybook.export.form import Wanted
from journeybook.export.web_links import WebLinks
from journeybook.handbook import Chapter, ContentPage, Entry
from journeybook.handbook.targets import Target
from journeybook.handbook.timetable import Slot, slots
from journeybook.markdown.brought_in import with_all_text
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import Resource
from journeybook.model.illustration import Illustration
from journeybook.model.walk import with_markdown
from journeybook.model.workshop import Day
from journeybook.pages.addresses import handout_path, path_of, picture_path, resource_path
from journeybook.pages.chapters import PageSource, as_readers_have_it
from journeybook.pages.site import Site

M = TypeVar("M", bound=BaseModel)


def handbook_data(wanted: Wanted) -> ExportedHandbook:
    """Give a handbook as data, or those of its parts that are wanted for."""
    return _Resolver(wanted.site).handbook(wanted.only)


class _Resolver:
    """Makes data of one handbook."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._book = site.book
        self._links = WebLinks(site)

    def handbook(self, only: Iterable[Target]) -> ExportedHandbook:
        book, parts = self._book, list(only)
        inside = {page.path for chapter in book.chapters.values() for page in chapter.pages}
        chapters = [chapter for chapter in book.chapters.values() if not parts or _asks(parts, chapter=chapter)]
        pages = [page for path, page in book.pages.items() if path not in inside and not parts]
        return ExportedHandbook(
            made_with=f"journeybook {__version__}",
            title=book.settings.name,
            language=book.settings.language,
            edition=book.edition.name if book.edition else None,
            address=self._site.address or None,
            banner=[self._links.linked(passage.text) for passage in book.every_page.banner],
            chapters=[self._chapter(chapter) for chapter in chapters],
            pages=[self._page(page) for page in pages],
            journeys=[self._journey(one) for one in book.journeys if not parts or _asks(parts, entry=one)],
            activities=[self._activity(one) for one in book.activities if not parts or _asks(parts, entry=one)],
            workshops=[self._workshop(one) for one in book.workshops if not parts or _asks(parts, entry=one)],
        )

    def _chapter(self, chapter: Chapter) -> ExportedChapter:
        pages = [self._page(page) for page in chapter.pages]
        return ExportedChapter(id=chapter.id, number=chapter.number, title=chapter.title, pages=pages)

    def _page(self, page: ContentPage) -> ExportedPage:
        settings = self._book.settings.markdown
        whole = with_all_text(page.document.text[page.body_at :], settings)
        text = as_readers_have_it(self._site, PageSource(page.path, settings), whole, is_whole=True)
        return ExportedPage(
            path=page.path,
            number=self._book.contents.numbers.get(page.path),
            title=page.title,
            address=self._site.on_the_web(page.path) or None,
            questions=page.front.questions,
            text=self._links.linked(text, settings),
        )

    def _journey(self, entry: Entry[Journey]) -> ExportedJourney:
        model = self._resolved(entry.model)
        stages = tuple(
            _more(ExportedStage, stage, id=stage.key, picture=self._picture(entry, stage.picture))
            for stage in model.stages
        )
        picture = self._picture(entry, model.picture)
        return _more(ExportedJourney, model, stages=stages, picture=picture, **self._place(entry))

    def _activity(self, entry: Entry[Activity]) -> ExportedActivity:
        model = self._resolved(entry.model)
        steps = tuple(_more(ExportedStep, step, picture=self._picture(entry, step.picture)) for step in model.steps)
        handouts = tuple(
            _more(ExportedHandout, one, address=self._site.on_the_web(handout_path(entry, one)) or None)
            for one in model.handouts
        )
        picture = self._picture(entry, model.picture)
        return _more(ExportedActivity, model, steps=steps, handouts=handouts, picture=picture, **self._place(entry))

    def _workshop(self, entry: Entry[Workshop]) -> ExportedWorkshop:
        model = self._resolved(entry.model)
        return _more(ExportedWorkshop, model, days=tuple(map(self._day, model.days)), **self._place(entry))

    def _day(self, day: Day) -> ExportedDay:
        blocks = tuple(map(_block, slots(self._book, day)))
        return _more(ExportedDay, day, blocks=blocks)

    def _place(self, entry: Entry[Any]) -> dict[str, Any]:
        resources = tuple(self._resource(entry, one) for one in entry.model.resources)
        return {"id": entry.id, "address": self._site.on_the_web(path_of(entry)) or None, "resources": resources}

    def _resource(self, entry: Entry[Any], resource: Resource) -> ExportedResource:
        address = self._site.file_on_the_web(resource_path(entry, resource)) if resource.file else ""
        return _more(ExportedResource, resource, address=address or None)

    def _picture(self, entry: Entry[Any], picture: Illustration | None) -> ExportedPicture | None:
        if picture is None:
            return None
        address = self._site.file_on_the_web(picture_path(self._book.settings, entry, picture))
        return _more(ExportedPicture, picture, address=address or None)

    def _resolved(self, model: M) -> M:
        return with_markdown(model, self._links.linked)


def _asks(parts: Iterable[Target], *, chapter: Chapter | None = None, entry: Entry[Any] | None = None) -> bool:
    return any((chapter and part.chapter is chapter) or (entry and part.entry is entry) for part in parts)


def _more(kind: type[M], model: BaseModel, **more: object) -> M:
    """Give a model of a kind that has more fields than one which has been read."""
    known = {name: getattr(model, name) for name in type(model).model_fields}
    return kind.model_construct(**{**known, **more})


def _block(slot: Slot) -> ExportedBlock:
    name = {} if slot.block.break_ else {"title": slot.title}
    return _more(ExportedBlock, slot.block, start=slot.start, end=slot.end, minutes=slot.minutes, **name)
