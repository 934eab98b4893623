"""journeybook from Python: load a handbook, check it, draw its journeys, build its site.

    from journeybook import api

    project = api.open_project("mkdocs.yml")
    reading = api.load(project)
    for problem in api.check(reading):
        print(problem.file, problem.line, problem.message)
    svg = api.draw(project, reading.book, "client-journey", "map")
    print(api.build(project).pages)

What is wrong with a handbook is a HandbookError with all `problems`; whatever else stops the work is a
JourneybookError, an exception of MkDocs's or an OSError, whose text says what to do.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, get_args

from journeybook.assembly import Reading
from journeybook.assembly.own_texts import own_texts
from journeybook.builders.config.books import note as note_book
from journeybook.builders.config.edition_config import enter_edition
from journeybook.builders.config.edition_files import AT_THE_ROOT
from journeybook.builders.config.edition_own import is_for_others, refuse_resources
from journeybook.builders.config.edition_words import refuse_words
from journeybook.builders.config.exported import ExportRecord
from journeybook.builders.config.listener import Listener, log
from journeybook.builders.config.precious import precious
from journeybook.builders.config.project import Project, ProjectError
from journeybook.builders.config.project import open_project as _open_project
from journeybook.builders.config.settings import markdown_of, root_of, site_of
from journeybook.builders.folder.plain import plain_files, refuse_leaks_in_folder
from journeybook.builders.mkdocs.finished import FinishedPages
from journeybook.builders.mkdocs.site import build_mkdocs
from journeybook.builders.zensical.zensical import build_zensical, require_zensical
from journeybook.cards.sheet import Paper
from journeybook.diagrams import RenderError
from journeybook.diagrams.draw.excerpt import excerpt
from journeybook.diagrams.files.convert import converted
from journeybook.diagrams.files.download import standalone
from journeybook.diagrams.files.forms import all_forms
from journeybook.diagrams.files.mount import BACKGROUNDS, PLAIN, Background, Mount
from journeybook.diagrams.files.sizes import PAPERS, SIZES
from journeybook.export.form import Wanted
from journeybook.export.forms import all_forms as all_export_forms
from journeybook.export.forms import endings as export_endings
from journeybook.export.imprint import version_of_book
from journeybook.export.packed import with_inside
from journeybook.export.parts import parts_of, refuse_whole
from journeybook.ground.stopwatch import timed
from journeybook.handbook import Entry, Handbook
from journeybook.handbook.chosen_edition import (
    VARIABLE,
    NoEditionError,
    refuse_name_of_another,
    refuse_set_and_empty,
)
from journeybook.model import Journey
from journeybook.model.views import NAMED, VIEWS
from journeybook.pages.choose_edition import above_editions
from journeybook.pages.downloads import imprint_of, request_of
from journeybook.pages.posters import logo_of, mount_of
from journeybook.pages.site import DESK, Site
from journeybook.problems import HandbookError, JourneybookError, Problem, RemedyError, Severity, report
from journeybook.store.destination import check_place, instead_of, new_name
from journeybook.store.files import replace_file
from journeybook.store.folder import Written, mend_folder, write_folder
from journeybook.store.swap import site_swap

__all__ = [
    "Built",
    "Handbook",
    "HandbookError",
    "JourneybookError",
    "Listener",
    "Problem",
    "Project",
    "ProjectError",
    "Reading",
    "RemedyError",
    "Severity",
    "build",
    "build_editions",
    "check",
    "draw",
    "export",
    "generate",
    "load",
    "open_project",
]

Builder = Literal["mkdocs", "zensical"]
BUILDERS: tuple[Builder, ...] = get_args(Builder)


def open_project(
    config_file: str | Path | None = None,
    *,
    site_dir: str | Path | None = None,
    strict: bool | None = None,
    edition: str | None = None,
) -> Project:
    """Open the handbook of a mkdocs.yml; without one, of the mkdocs.yml in this folder.

    `site_dir`, `strict` and `edition` go before what the file says. A ProjectError says what is missing.
    """
    path, target = config_file and Path(config_file), site_dir and str(site_dir)
    return _open_project(path or None, builds=True, site_dir=target or None, strict=strict, edition=edition)


def load(project: Project, *, drafts: bool = False) -> Reading:
    """Read, link and check a handbook; with what is not published yet where `drafts` are wanted.

    It comes with all its problems, also where there are errors; those of links between pages and of the navigation are
    among them.
    """
    project.dress()
    return project.inspect(project.read(drafts=drafts))


def check(reading: Reading, *, strict: bool = False) -> list[Problem]:
    """Give the problems that are errors, in the order of files and lines; with `strict`, advice too."""
    return reading.problems if strict else reading.errors


def draw(
    project: Project,
    book: Handbook,
    journey: str,
    view: str | None = None,
    *,
    form: str = "svg",
    width: int = DESK,
    stages: str = "",
    lanes: str = "",
    sheet: str = "",
    paper: str = "",
    background: Background = "paper",
) -> bytes:
    """Draw a journey of the handbook, given by its id, as a file of its own: `form` is svg, png or pdf.

    `view` is the shape, the journey's first where none is named; `width` is in pixels, of which a PNG has twice as
    many. `stages` such as `2-4`, and `lanes` of a map such as `goals,pains`, draw a part. `sheet` fits the drawing to a
    slide or a paper, such as `16:9` or `a4`; `paper` makes a poster of that size, with name, logo and title.
    `background` is paper, white or none.

    A KeyError where there is no such journey, a ValueError where there is no such view, form or sheet, a RemedyError
    where a choice, its size on the sheet or the logo is wrong, a RenderError where the journey cannot be drawn, or has
    nothing that the view shows.
    """
    entry, site = book.journeys[journey], site_of(project.config, project.options, book)
    for name, known in ((sheet, SIZES), (paper, PAPERS), (background, BACKGROUNDS)):
        if name and name not in known:
            raise ValueError(f"this is one of {', '.join(known)}, not ‘{name}’")
    mount = mount_of(site, sheet, paper, background)
    if paper:
        mount = replace(mount, logo=logo_of(site))
    return drawn(site, entry, view or entry.model.views[0].view, form, width, stages=stages, lanes=lanes, mount=mount)


def drawn(
    site: Site,
    entry: Entry[Journey],
    view: str,
    form: str,
    width: int = DESK,
    *,
    stages: str = "",
    lanes: str = "",
    mount: Mount = PLAIN,
) -> bytes:
    """Draw a journey of a site that is at hand, as `draw` does."""
    if form not in all_forms():
        raise ValueError(f"a drawing is one of {', '.join(all_forms())}, not ‘{form}’")
    if view not in VIEWS:
        raise ValueError(f"a view is one of {', '.join(NAMED)}, not ‘{view}’")
    request = excerpt(request_of(site, entry, view, width), stages, lanes)
    if lack := VIEWS[view].lack(request.journey):
        raise RenderError(lack[0], site.renderer.name)
    imprint = imprint_of(site, entry)
    svg = standalone(request, imprint, mount, tokens=site.tokens, renderer=site.renderer, cache=site.cache)
    return converted(svg, form, site.cache)


def generate(project: Project, folder: str | Path, listener: Listener | None = None) -> Written:
    """Write the handbook as plain Markdown, SVG and a mkdocs.yml into a folder, and tell how many files were new.

    A DestinationError refuses a folder in which something would be lost; a HandbookError has the problems that stopped
    it.
    """
    target = Path(folder)
    instead = f"name a new folder, such as `journeybook generate {new_name(Path(), 'out')}`"
    check_place(target, precious(project.config, project.options), instead)
    mend_folder(target)
    with TemporaryDirectory(prefix="journeybook-") as docs:
        return write_folder(target, _plain(project, listener or Listener(), Path(docs))[0])


def export(
    project: Project,
    file: str | Path,
    only: Iterable[str] = (),
    listener: Listener | None = None,
    *,
    paper: Paper = "a4",
) -> bool:
    """Write a handbook, or the parts to which links such as `activity:vision-map` lead, into one file to hand on.

    What the file becomes is said by its ending; False where it is as it was. `paper` is the size of the sheets of what
    is to be printed. A ValueError where there is no such form, a PartError where a link leads nowhere or is missing, a
    PaperError where what makes PDF is missing, a HandbookError with what stopped it, a NoEditionError where
    the file is called as another edition than the usual one, for which nobody asked.
    """
    target = Path(file)
    form = all_export_forms().get(target.suffix.lower().removeprefix("."))
    if form is None:
        raise ValueError(f"a file to hand on ends in {export_endings()}, and not as ‘{target.name}’ does")
    form.require()
    told, links = listener or Listener(), list(only)
    record = ExportRecord(project, target, links, paper)
    if record.is_current():
        return False
    refuse_whole(form, target.suffix.lower(), links, lambda: project.in_edition(_sound(project, told).book))
    with TemporaryDirectory(prefix="journeybook-") as folder:
        make = _with_pages if form.of_pages else _without_pages
        wanted = replace(make(project, told, Path(folder), links), paper=paper, note=told.note)
        book = wanted.site.book
        if book.edition and project.options.asked is None and VARIABLE not in os.environ:
            refuse_name_of_another(target.stem, book.editions, book.edition, is_part=bool(links))
        content = form.make(wanted)
        refuse_words(
            with_inside(target.name, content), wanted.site.book, project.config, partial(own_texts, wanted.site)
        )
    is_new = replace_file(target, content)
    record.keep()
    if form.of_pages and not links:
        note_book(project.config, wanted.site, target, version_of_book(wanted))
    return is_new


def _without_pages(project: Project, listener: Listener, folder: Path, only: Iterable[str]) -> Wanted:
    """Read a handbook for a form that is made of data; `folder` is an empty one for an edition's chapters."""
    reading = _sound(project, listener)
    book = enter_edition(project.config, project.options, project.in_edition(reading.book), lambda: folder)
    guarded = replace(book.settings, markdown=markdown_of(project.config))  # whose snippets are those of the edition
    book = replace(book, settings=guarded)
    return Wanted(site_of(project.config, project.options, book), parts_of(book, only))


def _with_pages(project: Project, listener: Listener, folder: Path, only: Iterable[str]) -> Wanted:
    """Build a handbook into an empty folder for a form that is made of its pages."""
    finished = FinishedPages()
    quiet = Listener(listener.show, listener.progress)  # what the site offers is of no interest here
    build_mkdocs(project, quiet, folder, finished)
    return finished.wanted(lambda book: parts_of(book, only), folder)


@dataclass(frozen=True)
class Built:
    """A site that was built: its pages, what was read, and what was `kept` because no build had written it."""

    pages: int
    reading: Reading
    kept: list[str]


def build(
    project: Project,
    builder: Builder = "mkdocs",
    listener: Listener | None = None,
    *,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """Check the handbook, then build it into `site_dir`. Whatever stops it leaves the old site as it was.

    `waiting` is called where another build is writing the same site. A DestinationError refuses a folder in which
    something would be lost; a HandbookError has the problems that stopped it.
    """
    site, told = Path(project.config.site_dir), listener or Listener()
    instead = _refuse_place(project, builder)
    kept: list[str] = []
    with site_swap(site, waiting, kept.extend, instead) as folder:
        pages, reading = (build_mkdocs if builder == "mkdocs" else _build_zensical)(project, told, folder)
    return Built(pages, reading, kept)


def build_editions(
    project: Project,
    builder: Builder = "mkdocs",
    listener: Listener | None = None,
    *,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """Build every edition into a folder of `site_dir` that has its name, with a page above them to choose one.

    All come in the place of the old site at once. A NoEditionError where the handbook has none; else as `build`.
    """
    site, told = Path(project.config.site_dir), listener or Listener()
    instead = _refuse_place(project, builder)
    project.dress()
    reading = project.read()
    if reading.errors:
        told.show(reading.problems, reading.tell)
        raise HandbookError(reading.problems)
    if not reading.book.editions:
        raise NoEditionError("this handbook has no editions: write `editions` below journeybook in mkdocs.yml")
    refuse_set_and_empty(reading.book.editions, os.environ)
    kept: list[str] = []
    quiet = Listener(lambda problems, tell: None, told.progress, told.note)
    make = build_mkdocs if builder == "mkdocs" else _build_zensical
    editions = reading.book.editions
    with site_swap(site, waiting, kept.extend, instead, [one.name for one in editions]) as folder:
        parts = ((one.name, project.for_edition(one, reading)) for one in editions)
        pages = sum(make(part, quiet, folder / name)[0] for name, part in parts)
        for name, content in above_editions(reading.book, project.config.site_url or ""):
            (folder / name).write_bytes(content)
        for name in AT_THE_ROOT:
            source = Path(project.config.docs_dir, name)
            if source.is_file() and not _is_for_some(source, reading.book):
                shutil.copy2(source, folder / name)
    return Built(pages, reading, kept)


def _is_for_some(file: Path, book: Handbook) -> bool:
    """Tell whether a file, or a block of it, is not for all editions, above whose folders nothing lies but for all."""
    known = book.settings.roles, [one.name for one in book.editions]
    return any(is_for_others(file, edition, *known) for edition in book.editions)


def _refuse_place(project: Project, builder: Builder) -> str:
    """Refuse a place for the site in which something would be lost, before any work; give what to say instead."""
    site = Path(project.config.site_dir)
    instead = instead_of(site, root_of(project.config))
    check_place(site, precious(project.config, project.options), instead)
    if builder == "zensical":
        require_zensical()
    return instead


def _build_zensical(project: Project, listener: Listener, folder: Path) -> tuple[int, Reading]:
    with TemporaryDirectory(prefix="journeybook-") as docs:
        try:
            files, reading = _plain(project, listener, Path(docs))
        except HandbookError as error:
            count = report.count(error.problems)
            log.error("journeybook: %s; nothing was written", count)  # as MkDocs's own build does
            raise
        listener.progress("build")
        return build_zensical(project.config, files, folder, reading.book), reading


def _plain(project: Project, listener: Listener, docs: Path) -> tuple[dict[str, bytes], Reading]:
    """Make the files of the plain folder, and give them with what was read; `docs` is an empty folder for chapters.

    A HandbookError has problems that the listener was given.
    """
    reading = _sound(project, listener)
    book = project.in_edition(reading.book)
    listener.progress("draw")
    try:
        with timed("pages"):
            book = enter_edition(project.config, project.options, book, lambda: docs)
            made = project.assemble(book, plain=True)
            for note in made.site.notes:
                listener.note(note)
            refuse_resources(made.book, made.resources)
            files = plain_files(project.config, made)
            refuse_leaks_in_folder(files, made.site, project.config)
            return files, Reading(book, reading.problems)
    except HandbookError as error:
        listener.show(sorted(error.problems), reading.tell)
        raise HandbookError([*reading.problems, *error.problems]) from error


def _sound(project: Project, listener: Listener) -> Reading:
    """Read a handbook, and tell the listener its problems; a HandbookError where some are errors."""
    listener.progress("read")
    project.dress()
    reading = project.read()  # what `check` adds, the builder of the folder tells in its words
    if reading.problems:
        listener.show(reading.problems, reading.tell)
    if reading.errors:
        raise HandbookError(reading.problems)
    return reading
