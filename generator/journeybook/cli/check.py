"""`journeybook check`."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook import checks
from journeybook.builders.config.settings import settings_of
from journeybook.builders.config.theming import dress
from journeybook.cli import screen
from journeybook.cli.project import config_option, open_project
from journeybook.handbook import load
from journeybook.language.words import Words
from journeybook.problems import report


@click.command("check")
@config_option
@click.option("--strict", is_flag=True, help="Advice counts as an error.")
@click.option("--format", "form", type=click.Choice(sorted(report.FORMATS)), default="text", show_default=True)
@click.pass_context
def command(context: click.Context, config_file: Path | None, strict: bool, form: str) -> None:
    """Read everything and say what is wrong.

    Exits with 0 if nothing is, 1 if there are errors (or advice, with --strict), 2 if it cannot run.
    """
    config, plugin = open_project(config_file)
    dress(config)
    book = load(settings_of(config, plugin.config))
    problems, tell = checks.run(book), Words(book.settings.language).text
    if form == "text":
        screen.show(problems, tell=tell)
        screen.closing(problems)
    elif problems or form == "json":
        click.echo(report.FORMATS[form](problems, tell))
    if problems if strict else checks.errors(problems):
        context.exit(1)
