"""`journeybook generate`."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook import checks
from journeybook.cli import screen
from journeybook.cli.project import config_option, open_project
from journeybook.handbook import load
from journeybook.pages.words import Words
from journeybook.plugin.folder import mend_folder, write_folder
from journeybook.plugin.plain import plain_files
from journeybook.plugin.precious import precious
from journeybook.plugin.settings import settings_of, site_of
from journeybook.plugin.theming import dress
from journeybook.problems import HandbookError
from journeybook.target import check_place, new_name


@click.command("generate")
@click.argument("folder", type=click.Path(path_type=Path))
@config_option
@click.pass_context
def command(context: click.Context, folder: Path, config_file: Path | None) -> None:
    """Write the handbook as plain Markdown, SVG and a mkdocs.yml into FOLDER.

    MkDocs builds that folder without journeybook. Files that did not change are left alone; files of an earlier run
    that are no longer made are removed; a folder with anything else in it is refused.
    """
    config, plugin = open_project(config_file)
    instead = f"name a new folder, such as `journeybook generate {new_name(Path(), 'out')}`"
    check_place(folder, precious(config, plugin.config), instead)
    mend_folder(folder)
    dress(config)
    book = load(settings_of(config, plugin.config))
    problems = checks.run(book)
    screen.show(checks.errors(problems) or problems, screen.err, Words(book.settings.language).text)
    if checks.errors(problems):
        screen.closing(problems, screen.err)
        context.exit(1)
    site = site_of(config, plugin.config, book, plain=True)
    try:
        with screen.err.status("Writing pages and drawing"):
            written = write_folder(folder, plain_files(config, site))
    except HandbookError as error:
        screen.show(error.problems, screen.err, site.words.text)
        screen.closing(error.problems, screen.err)
        context.exit(1)
    screen.out.print(f"{folder}: {written.new} files written, {written.same} unchanged, {written.removed} removed.")
    screen.out.print(f"Build it with: mkdocs build -f {folder / 'mkdocs.yml'}")
