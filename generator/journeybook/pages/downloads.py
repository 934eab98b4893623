"""Make the drawings of journeys as files: one for each view that a journey names, and each wanted format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from journeybook import diagrams
from journeybook.diagrams.files.convert import converted
from journeybook.diagrams.files.download import standalone
from journeybook.diagrams.files.forms import all_forms
from journeybook.diagrams.files.imprint import Imprint
from journeybook.diagrams.files.sizes import SIZES, SheetSize
from journeybook.diagrams.shapes import load, scrolls
from journeybook.handbook import Entry
from journeybook.language.direction import direction_of
from journeybook.model import Journey
from journeybook.pages.addresses import path_of
from journeybook.pages.artifact import FileArtifact
from journeybook.pages.site import COMPARISON, DESK, Site, as_is_for, stages_of, undrawn_problem
from journeybook.problems import HandbookError, Problem, say
from journeybook.store.dependencies import dependencies

_ON_A_SLIDE, _COLUMN = 3, 327
"""So many stages are large on a slide, and the pixels that each then has: text of 13 pixels becomes 12 points."""


def downloads(site: Site) -> Iterator[FileArtifact]:
    """Make every file, drawn and converted at once; a HandbookError has a problem for each that could not be drawn."""
    undrawn: list[Problem] = []

    def files(pair: tuple[Entry[Journey], str]) -> list[FileArtifact]:
        try:
            make = partial(_files, site, *pair)
            return site.results.get(("download", *pair), make) if len(undrawn) < diagrams.MOST_LATE else []
        except diagrams.RenderError as error:
            undrawn.append(undrawn_problem(*pair, error))
            return []

    if wanted := _wanted(site):
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for found in pool.map(files, wanted):
                yield from found
    if undrawn:
        raise HandbookError(undrawn)


def _wanted(site: Site) -> list[tuple[Entry[Journey], str]]:
    if not site.downloads:
        return []
    return [(entry, view) for entry in site.book.journeys for view in _views(site, entry)]


def _views(site: Site, entry: Entry[Journey]) -> list[str]:
    """Give the views of which there are files: those that a journey names, and its comparison."""
    named = [drawing.view for drawing in entry.model.views]
    return [*named, COMPARISON] if site.book.as_is_of(entry) else named


def download_links(site: Site, entry: Entry[Journey], view: str) -> list[tuple[str, str, str]]:
    """Give label, path in the handbook's content, and format of each file of a view; none where there is none."""
    if view not in _views(site, entry):
        return []
    return [(form.upper(), file_of(entry, view, form), form) for form in all_forms() if form in site.downloads]


def browser_forms() -> list[str]:
    """Give the forms that readers' browsers can make of the SVG file."""
    return [name for name, form in all_forms().items() if form.in_browsers]


def sheet_sizes() -> list[SheetSize]:
    """Give the sheets for which a reader's browser makes slides: those that people have at hand."""
    return [SIZES[name] for name in ("16:9", "16:10", "4:3", "a4", "a3", "letter")]


def wide_file(entry: Entry[Journey], view: str) -> str:
    """Give the path of a view's file with wide columns, of which browsers make slides; empty where there is none.

    Where stages stand side by side, two or three of them would have narrow columns on a slide of their own.
    """
    wide = scrolls(load(view)) and len(entry.model.stages) > _ON_A_SLIDE
    return file_of(entry, f"{view}-wide", "svg") if wide else ""


def file_of(entry: Entry[Journey], view: str, form: str) -> str:
    """Give the path of a file: beside the journey's page."""
    return f"journeys/{entry.id}/{entry.id}-{view}.{form}"


def request_of(site: Site, entry: Entry[Journey], view: str, width: float = DESK) -> diagrams.Request:
    """Ask for the drawing of a journey that stands alone; its links lead to the handbook on the web, or nowhere."""
    model = entry.model
    as_is = as_is_for(site, entry, view, site.on_the_web)
    if view == COMPARISON and as_is is None:
        message = say("the journey ‘{id}’, with which this one is compared, is not here", id=model.compares or "")
        raise diagrams.RenderError(message, site.renderer.name)
    language = model.language or site.words.language
    return diagrams.Request(
        journey=model,
        view=view,
        links=_WebLinks(site, entry, view, dependencies()),
        name=f"{entry.id}-{view}",
        words=site.words,
        language=language,
        direction=direction_of(language),
        desk_width=width,
        as_is=as_is,
    )


def imprint_of(site: Site, entry: Entry[Journey]) -> Imprint:
    """Give the handbook's name and the address of the journey's page."""
    return Imprint(site.book.settings.name, site.on_the_web(path_of(entry)))


def _files(site: Site, entry: Entry[Journey], view: str) -> list[FileArtifact]:
    request, imprint = request_of(site, entry, view), imprint_of(site, entry)
    svg = standalone(request, imprint, tokens=site.tokens, renderer=site.renderer, cache=site.cache)
    make = partial(converted, svg, cache=site.cache)
    forms = [form for form in all_forms() if form in site.downloads]
    found = [FileArtifact(file_of(entry, view, form), content=make(form)) for form in forms]
    if "svg" in forms and (path := wide_file(entry, view)):
        request = request_of(site, entry, view, _COLUMN * len(entry.model.stages))
        svg = standalone(request, imprint, tokens=site.tokens, renderer=site.renderer, cache=site.cache)
        found.append(FileArtifact(path, content=svg.encode()))
    return found


@dataclass(frozen=True)
class _WebLinks:
    """Where a drawing's parts lead from anywhere: to the web, or nowhere; `dependencies` as in `Picture`."""

    site: Site
    entry: Entry[Journey]
    view: str
    dependencies: set[Any] | None

    def stage(self, key: str) -> str:
        return self.site.on_the_web(stages_of(self.entry, self.view), key)

    def activity(self, id: str) -> tuple[str, str] | None:
        return self._link(self.site.book.activities.get(id))

    def journey(self, id: str) -> tuple[str, str] | None:
        return self._link(self.site.book.journeys.get(id))

    def _link(self, entry: Entry[Any] | None) -> tuple[str, str] | None:
        if entry is None:
            return None
        if self.dependencies is not None:
            self.dependencies.add(entry.head)
        return entry.title, self.site.on_the_web(path_of(entry))
