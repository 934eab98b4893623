"""`journeybook check`."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from journeybook import api, checks
from journeybook.assembly.codes import all_codes
from journeybook.cli import screen
from journeybook.cli.project import config_option, open_project
from journeybook.handbook import Handbook
from journeybook.handbook.edition_report import report_of
from journeybook.problems import HandbookError, Problem
from journeybook.problems.explained import explained
from journeybook.problems.forms import all_forms
from journeybook.problems.nearest import nearest
from journeybook.problems.report import Tell


@click.command("check")
@config_option
@click.option("--strict", is_flag=True, help="Advice counts as an error.")
@click.option(
    "--format", "form", type=click.Choice(sorted(all_forms()), case_sensitive=False), default="text", show_default=True
)
@click.option("--explain", "code", metavar="CODE", help="Say what a code such as JB301 means, and check nothing.")
@click.pass_context
def command(context: click.Context, config_file: Path | None, strict: bool, form: str, code: str | None) -> None:
    """Read everything and say what is wrong.

    Exits with 0 if nothing is, 1 if there are errors (or advice, with --strict), 2 if it cannot run.
    """
    if code is not None:
        click.echo(_explained(code.strip(" .,:;").upper()))
        return
    problems, tell, book = _problems(config_file)
    if form == "text":
        screen.show(problems, tell=tell)
        screen.closing(problems)
        if book and book.editions:
            screen.out.print(Text(f"\n{report_of(book)}"), end="")
    elif said := all_forms()[form].written(problems, tell):
        click.echo(said)
    if problems if strict else checks.errors(problems):
        context.exit(1)


def _problems(config_file: Path | None) -> tuple[list[Problem], Tell, Handbook | None]:
    """Give all problems, what says them, and the handbook; None where nothing can be read by its mkdocs.yml."""
    try:
        reading = api.load(open_project(config_file))
    except HandbookError as error:
        return error.problems, str, None
    return reading.problems, reading.tell, reading.book


def _explained(name: str) -> str:
    known = all_codes()
    name = f"JB{name}" if name.isdigit() else name
    if name not in known:
        meant = nearest(name, known)
        near = f"; did you mean {meant}?" if meant else f": it is one of {', '.join(known)}"
        raise click.BadParameter(f"there is no code ‘{name}’{near}", param_hint="--explain")
    return explained(known[name])
