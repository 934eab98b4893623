"""`journeybook generate`."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook import api, checks
from journeybook.cli import screen
from journeybook.cli.project import config_option, edition_option, open_project
from journeybook.problems import HandbookError, Problem
from journeybook.problems.report import Tell


@click.command("generate")
@click.argument("folder", type=click.Path(path_type=Path))
@config_option
@edition_option
@click.pass_context
def command(context: click.Context, folder: Path, config_file: Path | None, edition: str | None) -> None:
    """Write the handbook as plain Markdown, SVG and a mkdocs.yml into FOLDER.

    MkDocs builds that folder without journeybook. Files that did not change are left alone; files of an earlier run
    that are no longer made are removed; a folder with anything else in it is refused.
    """
    project = open_project(config_file, edition=edition)
    try:
        with screen.err.status("Writing pages and drawing"):
            written = api.generate(project, folder, api.Listener(_show))
    except HandbookError as error:
        screen.closing(error.problems, screen.err)
        context.exit(1)
    screen.out.print(f"{folder}: {written.new} files written, {written.same} unchanged, {written.removed} removed.")
    screen.out.print(f"Build it with: mkdocs build -f {folder / 'mkdocs.yml'}")


def _show(problems: list[Problem], tell: Tell) -> None:
    """Show errors; advice where there is none."""
    screen.show(checks.errors(problems) or problems, screen.err, tell)
