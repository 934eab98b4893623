"""`journeybook build`."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import click
from mkdocs.commands.build import build
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from journeybook import checks
from journeybook.cli import screen
from journeybook.cli.project import config_option, open_project

_STEPS = {"read": "Reading and checking", "draw": "Writing pages and drawing", "build": "Building", "page": "Building"}


@click.command("build")
@config_option
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes; left out, site/.")
@click.option("--strict", is_flag=True, default=None, help="Warnings of MkDocs stop the build.")
@click.pass_context
def command(context: click.Context, config_file: Path | None, site_dir: str | None, strict: bool | None) -> None:
    """Check the handbook, then build it into site/. With errors nothing is written."""
    started = time.monotonic()
    config, plugin = open_project(config_file, site_dir=site_dir, strict=strict)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    bar = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[pages]}"))
    plugin.tell = lambda problems: None
    with Progress(*bar, console=screen.err, transient=True) as progress:
        task = progress.add_task("Reading and checking", total=None, pages="")
        written = 0

        def step(name: str) -> None:
            nonlocal written
            written += name == "page"
            progress.update(task, description=_STEPS[name], pages=f"{written} pages" if written else "")

        plugin.progress = step
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            progress.stop()
            if plugin.problems:
                screen.show(checks.errors(plugin.problems) or plugin.problems, screen.err)
            config.plugins.on_shutdown()
            logging.getLogger("mkdocs").removeHandler(handler)
    seconds = time.monotonic() - started
    screen.out.print(
        f"{written} pages in {config.site_dir} ({seconds:.1f} s). Open {Path(config.site_dir) / 'index.html'}"
    )
