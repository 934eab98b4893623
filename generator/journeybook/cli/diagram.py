"""`journeybook diagram`."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from journeybook import api, checks, diagrams
from journeybook.builders.config.project import Project, ProjectError
from journeybook.builders.config.settings import settings_of, site_of
from journeybook.checks import views
from journeybook.cli import screen
from journeybook.cli.errors import CannotRun
from journeybook.cli.project import edition_option, open_project, output_option
from journeybook.diagrams.draw.excerpt import excerpt
from journeybook.diagrams.files.forms import all_forms, endings
from journeybook.diagrams.files.logo import LogoError
from journeybook.diagrams.files.mount import BACKGROUNDS, Background, Mount
from journeybook.diagrams.files.sizes import PAPER_TEXT, PAPERS, SIZES, SLIDE_TEXT
from journeybook.handbook import Entry, Handbook, Settings, load
from journeybook.handbook.chapters import Contents
from journeybook.handbook.chosen_edition import VARIABLE
from journeybook.handbook.entries import Shelf, Shelves
from journeybook.language.words import Words
from journeybook.model import Journey
from journeybook.model.editions import Edition
from journeybook.model.kinds import kind_of_text
from journeybook.model.types import slug
from journeybook.model.validate import validate
from journeybook.model.views import NAMED
from journeybook.pages.downloads import request_of
from journeybook.pages.posters import logo_of, mount_of
from journeybook.pages.site import DESK, Site, undrawn_problem
from journeybook.problems import Problem, RemedyError
from journeybook.source import read_document, read_text
from journeybook.store.files import replace_file
from journeybook.store.links import followed_files

_KINDS = {"Activity": "an activity", "Workshop": "a workshop"}
_NARROWEST, _WIDEST = 600, 4000  # pixels
_PICTURES, _PAPERS = ("jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff"), ("ps", "eps", "docx", "doc", "pptx", "ppt")
"""Endings of other programs, for pictures and for what is put on paper or slides."""


@click.command("diagram")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--view",
    type=click.Choice(diagrams.available(), case_sensitive=False),
    help="The shape; left out, the journey's first view.",
)
@output_option(f"The file to write; its ending says what it becomes: {endings()}.")
@edition_option
@click.option("--lanes", default="", metavar="NAMES", help="Of a map, the lanes to draw: --lanes goals,pains.")
@click.option(
    "--stages", default="", metavar="NUMBERS", help="The stages to draw, which keep their numbers: 2-4, 1,3 or 3-."
)
@click.option(
    "--sheet",
    type=click.Choice(tuple(SIZES), case_sensitive=False),
    help=f"Fit it to a slide, with text of at least {SLIDE_TEXT:g} pt, or to paper, with {PAPER_TEXT:g} pt.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS, case_sensitive=False),
    help="Make a poster of that size, with the handbook's name and logo, the title and the summary.",
)
@click.option(
    "--background",
    type=click.Choice(BACKGROUNDS, case_sensitive=False),
    default="paper",
    show_default=True,
    help="Behind the drawing: the page's paper, white, or none, for light slides.",
)
@click.option(
    "--width",
    type=click.IntRange(_NARROWEST, _WIDEST),
    default=DESK,
    show_default=True,
    help="Pixels that the drawing has across; a PNG has twice as many. Sheets and posters have their own.",
)
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    view: str | None,
    output: Path,
    edition: str | None,
    lanes: str,
    stages: str,
    sheet: str | None,
    paper: str | None,
    background: Background,
    width: int,
) -> None:
    r"""Draw the journey in FILE as a picture for slides, paper or a wall.

    FILE is a journey of a handbook, or a journey that belongs to none. Nothing else is needed to show the picture: its
    font is inside, and below the drawing stands where it is from.

    \b
    A slide:   journeybook diagram FILE --view map --lanes goals,pains --stages 2-4 --sheet 16:9 -o slide.png
    A poster:  journeybook diagram FILE --view map --paper a2 -o poster.pdf
    """
    form = output.suffix.lower().removeprefix(".")
    if form not in all_forms():
        raise click.BadParameter(
            f"write a name that ends in {endings()}, not ‘{output.name}’{_instead(output)}", param_hint="-o"
        )
    _refuse_both(context, sheet, paper)
    _refuse_other_kinds(file)
    site, problems = _site_with(file, edition)
    entry = next((entry for entry in site.book.journeys if _real(site, entry.document.file) == file.resolve()), None)
    if entry is None or problems:
        screen.show(problems, screen.err, site.words.text)
        screen.closing(problems, screen.err)
        context.exit(1)
    chosen = view or entry.model.views[0].view
    mount = mount_of(site, sheet or "", paper or "", background)
    if paper:
        mount = _with_logo(site, mount)
    try:
        request = excerpt(request_of(site, entry, chosen, width), stages, lanes)
        _refuse_unfit(site, entry, request)
        picture = api.drawn(site, entry, chosen, form, width, stages=stages, lanes=lanes, mount=mount)
    except RemedyError as error:
        raise CannotRun(_told(site, error)) from error
    except diagrams.RenderError as error:
        screen.show([undrawn_problem(entry, chosen, error)], screen.err, site.words.text)
        context.exit(1)
    replace_file(output, picture)
    screen.out.print(f"{output} is written.")


def _instead(output: Path) -> str:
    """Give the sentence that names the ending for another program's pictures; nothing for all other endings."""
    other = output.suffix.lower().removeprefix(".")
    meant = "png" if other in _PICTURES else "pdf" if other in _PAPERS else ""
    return f". Write -o {output.with_suffix(f'.{meant}')}" if meant else ""


def _refuse_both(context: click.Context, sheet: str | None, paper: str | None) -> None:
    """Stop where two options ask for different sizes."""
    if sheet and paper:
        raise click.UsageError("--sheet fits a drawing to a slide, --paper makes a poster: leave one of them out.")
    given = context.get_parameter_source("width") is click.core.ParameterSource.COMMANDLINE
    if given and (sheet or paper):
        name = "sheet" if sheet else "paper"
        raise click.UsageError(f"--width is for drawings as large as themselves: leave it or --{name} out.")


def _refuse_other_kinds(file: Path) -> None:
    """Stop where a file is an activity or a workshop, whose keys would all be unknown in a journey."""
    kind = kind_of_text(read_text(file, file.as_posix())[0] or "")
    if kind is not None and kind is not Journey:
        raise CannotRun(f"{file} is {_KINDS[kind.__name__]}, and only journeys are drawn. Name a file of journeys/")


def _with_logo(site: Site, mount: Mount) -> Mount:
    """Put the handbook's logo on a poster; where it cannot be used, say so: the poster is whole without."""
    try:
        return replace(mount, logo=logo_of(site))
    except LogoError as error:
        screen.err.print(f"The poster has no logo: {_told(site, error)}.")
        return mount


def _told(site: Site, error: RemedyError) -> str:
    return "; ".join(map(site.words.text, (error.message, *error.hints)))


def _site_with(file: Path, edition: str | None) -> tuple[Site, list[Problem]]:
    """Give the handbook that a journey belongs to, or one of this journey alone, and the errors of the file."""
    found = _handbook_of(file, edition)
    if isinstance(found, tuple):
        site, whole = found
        wrong, told = checks.errors(checks.run(whole)), whole.settings.told
        return site, [one for one in wrong if one in told or _real(site, one.file) == file.resolve()]
    if edition and found is None:
        raise CannotRun(f"{file} belongs to no handbook, and so to no edition. Leave --edition out.")
    if VARIABLE in os.environ and found is None:
        raise CannotRun(f"{file} belongs to no handbook, and so to no edition. Unset {VARIABLE}.")
    book = _alone(file)
    language = next((entry.model.language for entry in book.journeys if entry.model.language), "en")
    return Site(book, Words(language)), checks.errors([*book.problems, *views.check(book)])


def _handbook_of(file: Path, edition: str | None) -> tuple[Site, Handbook] | Edition | None:
    """Find the handbook in a folder around the file, if its journeys are where the file is: its edition, and the whole.

    The edition alone, which then has everything, where a handbook with editions is around a file that is none of its
    journeys. A CannotRun where the edition leaves the journey out, or is for some and does not know the file.
    """
    lexical = Path(os.path.normpath(file.absolute()))
    for folder in (*lexical.parents, *file.resolve().parents):  # it may be there by a link
        for config_file in (folder / "mkdocs.yml", folder / "mkdocs.yaml"):
            if config_file.is_file():
                try:
                    project = open_project(config_file, edition=edition)
                except ProjectError:  # a site of another kind
                    return None
                settings = settings_of(project.config, project.options, drafts=True)
                files = followed_files(settings.journeys, settings.bounds)
                whole = load(settings)
                if not any(Path(path).resolve() == file.resolve() for path in files):
                    return _edition_around(project, whole, file)
                book = project.in_edition(whole)
                _refuse_left_out(book, file)
                return site_of(project.config, project.options, book), whole
    return None


def _edition_around(project: Project, whole: Handbook, file: Path) -> Edition | None:
    """Give the edition of a handbook around a file that is no journey of it; a CannotRun where it is for some."""
    book = project.in_edition(whole) if whole.editions else whole
    if book.whole and book.edition:
        raise CannotRun(
            f"{file} is no journey of this handbook, so that nobody knows what the edition ‘{book.edition.name}’ has "
            f"of it. Move it into {whole.settings.journeys}, or name an edition that has everything: --edition"
        )
    return book.edition


def _refuse_left_out(book: Handbook, file: Path) -> None:
    """Stop where an edition has nothing of a journey that the whole handbook has."""
    if book.whole and book.edition:
        there, whole = (
            {Path(os.path.realpath(one.settings.root / entry.document.file)) for entry in one.journeys}
            for one in (book, book.whole)
        )
        if file.resolve() in whole - there:
            raise CannotRun(f"the edition ‘{book.edition.name}’ leaves {file} out. Name another: --edition")


def _alone(file: Path) -> Handbook:
    """Make a handbook without a name, of one journey; it is empty where the file holds none."""
    document, problems = read_document(file, file.as_posix())
    model, more = validate(document, Journey) if document else (None, [])
    here = Path()
    book = _of_one(Settings(here, content=here, journeys=here, toolkit=here, name=""))
    if document and model:
        book.journeys.entries[file.stem] = Entry(slug(file.stem) or "journey", model, document)
    book.problems += [*problems, *more]
    return book


def _refuse_unfit(site: Site, entry: Entry[Journey], request: diagrams.Request) -> None:
    """Stop where a view that the journey does not name cannot show it, or not the stages that are chosen."""
    if request.view in NAMED:
        model = request.journey.model_copy(update={"views": (request.journey.drawing(request.view),)})
        book = _of_one(site.book.settings)
        book.journeys.entries[entry.id] = Entry(entry.id, model, entry.document)
        for problem in views.check(book):
            raise CannotRun(site.words.text(problem.message))


def _of_one(settings: Settings) -> Handbook:
    return Handbook(settings, Shelves(Shelf("journey"), Shelf("activity"), Shelf("workshop")), Contents())


def _real(site: Site, name: str) -> Path:
    """Give a file of the handbook, by the name that problems have for it, with all links followed."""
    return Path(os.path.realpath(site.book.settings.root / name))
