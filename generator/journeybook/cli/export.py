"""`journeybook export`."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook import api, checks
from journeybook.cards.sheet import PAPERS, Paper
from journeybook.cli import screen
from journeybook.cli.project import OutputPath, config_option, edition_option, open_project
from journeybook.export.forms import all_forms, endings
from journeybook.problems import HandbookError, Problem
from journeybook.problems.report import Tell


@click.command("export")
@click.argument("file", type=OutputPath(dir_okay=False, path_type=Path))
@click.option(
    "--only",
    multiple=True,
    metavar="LINK",
    help="A part to write, as authors link to it, such as activity:vision-map; several times for several.",
)
@click.option(
    "--paper",
    type=click.Choice(tuple(PAPERS), case_sensitive=False),
    default="a4",
    show_default=True,
    help="The sheets' size, where FILE is one to print.",
)
@config_option
@edition_option
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    only: tuple[str, ...],
    paper: Paper,
    config_file: Path | None,
    edition: str | None,
) -> None:
    """Write the handbook, or parts of it, into FILE, to hand on.

    The ending of FILE says what it becomes: .json has everything as data, for other programs, .epub is
    a book for reading devices, .pdf one to print, .docx has handouts, agendas and run sheets to edit,
    .zip is the pack of a workshop; the last two are of parts that --only names.
    """
    if file.suffix.lower().removeprefix(".") not in all_forms():
        raise click.BadParameter(f"write a name that ends in {endings()}, not ‘{file.name}’", param_hint="FILE")
    project = open_project(config_file, edition=edition)
    try:
        with screen.err.status("Writing"):
            is_new = api.export(project, file, only, api.Listener(_show, note=screen.err.print), paper=paper)
    except HandbookError as error:
        screen.closing(error.problems, screen.err)
        context.exit(1)
    screen.out.print(f"{file} is written." if is_new else f"{file} is as it was: nothing has changed.")


def _show(problems: list[Problem], tell: Tell) -> None:
    """Show errors; advice where there is none."""
    screen.show(checks.errors(problems) or problems, screen.err, tell)
