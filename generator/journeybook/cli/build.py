"""`journeybook build`."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
from rich.text import Text

from journeybook import api, checks
from journeybook.builders.config.listener import BuildStep
from journeybook.cli import screen
from journeybook.cli.logs import mkdocs_log
from journeybook.cli.profile import show
from journeybook.cli.project import config_option, edition_option, open_project
from journeybook.cli.unchanged import Record
from journeybook.ground.stopwatch import measured
from journeybook.problems import HandbookError, Problem, report
from journeybook.store.foreign import named_line

_STEPS = {"read": "Reading and checking", "draw": "Writing pages and drawing", "build": "Building", "page": "Building"}


@click.command("build")
@config_option
@edition_option
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes; left out, site/.")
@click.option("--strict", is_flag=True, default=None, help="Warnings of the builder stop the build.")
@click.option(
    "--builder",
    type=click.Choice(api.BUILDERS, case_sensitive=False),
    default="mkdocs",
    show_default=True,
    help="What makes the site of the pages. Zensical has to be installed: pip install zensical.",
)
@click.option("--all-editions", is_flag=True, help="Build every edition, each into a folder of the site.")
@click.option("--force", is_flag=True, help="Build also where nothing has changed.")
@click.option("--profile", is_flag=True, help="Print where the time went, phase by phase.")
@click.pass_context
def command(
    context: click.Context,
    config_file: Path | None,
    edition: str | None,
    site_dir: str | None,
    strict: bool | None,
    builder: api.Builder,
    all_editions: bool,
    force: bool,
    profile: bool,
) -> None:
    """Check the handbook, then build it into site/. Whatever stops it leaves the old site as it was."""
    started = time.monotonic()
    watch = context.with_resource(measured()) if profile else None
    project = open_project(config_file, builds=True, site_dir=site_dir, strict=strict, edition=edition)
    site = project.config.site_dir
    if all_editions and edition:
        raise click.UsageError("--all-editions builds every edition: leave it or --edition out.")
    record = Record(project, f"{builder} of all editions" if all_editions else builder)
    if not (force or profile) and (last := record.last()):
        screen.err.print(Text(last.said), end="")
        screen.out.print(f"Nothing has changed: {last.pages} pages in {site} {_since(started)}")
        return
    notes = list[str]()
    with mkdocs_log(logging.WARNING) as warned:
        try:
            built = _build(project, builder, api.build_editions if all_editions else api.build, notes.append)
        except HandbookError:
            context.exit(1)  # it has been told what is wrong, and that nothing was written
    reading = built.reading
    screen.show(reading.problems, screen.err, reading.tell)
    kept = _kept(site, built.kept) + "".join(f"INFO: {note}.\n" for note in notes)
    screen.err.print(Text(kept), end="")
    if not warned.get_counts():  # what MkDocs has to say is said by each build
        said = "".join(f"{report.plain(problem, reading.tell)}\n\n" for problem in reading.problems)
        record.keep(built.pages, said + kept)
    screen.out.print(f"{built.pages} pages in {site} {_since(started)}")
    if record.lack:
        screen.err.print(Text(f"Nothing is kept for the next build: {record.lack}. Name a folder: option `cache`."))
    if watch:
        show(watch, screen.out)


def _build(
    project: api.Project, builder: api.Builder, build: Callable[..., api.Built], note: Callable[[str], None]
) -> api.Built:
    """Build the site, and show how far it is."""
    written = 0
    bar = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[pages]}"))
    with Progress(*bar, console=screen.err, transient=True) as progress:
        task = progress.add_task(_STEPS["read"], total=None, pages="")

        def step(name: BuildStep) -> None:
            nonlocal written
            written += name == "page"
            progress.update(task, description=_STEPS[name], pages=f"{written} pages" if written else "")

        return build(project, builder, api.Listener(_show, step, note), waiting=_waiting)


def _show(problems: list[Problem], tell: report.Tell) -> None:
    """Show errors; advice is shown at the end."""
    screen.show(checks.errors(problems), screen.err, tell)


def _kept(site: str, paths: list[str]) -> str:
    """Say what somebody else has put into the site; nothing of a `.git`, which nobody publishes."""
    told = [path for path in paths if path != ".git"]
    return f"Kept in {site}, since no build has written it: {named_line(told)}\n" if told else ""


def _since(started: float) -> str:
    return f"({time.monotonic() - started:.1f} s)"


def _waiting() -> None:
    screen.err.print("Another build is writing this site. Waiting for its end.")
