"""`journeybook check`."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook import api
from journeybook.cli import screen
from journeybook.cli.project import config_option, open_project
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
    reading = api.load(open_project(config_file))
    problems, tell = reading.problems, reading.tell
    if form == "text":
        screen.show(problems, tell=tell)
        screen.closing(problems)
    elif problems or form == "json":
        click.echo(report.FORMATS[form](problems, tell))
    if api.check(reading, strict=strict):
        context.exit(1)
