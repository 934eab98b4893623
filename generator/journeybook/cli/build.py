"""`journeybook build`."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
from rich.text import Text

from journeybook import checks, report
from journeybook.cli import screen
from journeybook.cli.errors import CannotRun
from journeybook.cli.logs import mkdocs_log
from journeybook.cli.profile import show
from journeybook.cli.project import config_option, open_project
from journeybook.cli.unchanged import Record
from journeybook.foreign import named_line
from journeybook.plugin import JourneybookPlugin
from journeybook.plugin.laps import Laps
from journeybook.plugin.precious import precious
from journeybook.plugin.settings import root_of, site_dir_of
from journeybook.plugin.zensical import build_zensical
from journeybook.stopwatch import measured, timed
from journeybook.swap import site_swap
from journeybook.target import check_place, instead_of

_NOWHERE = ".journeybook-site"  # MkDocs would judge the folder, in its words, before `check_place` does
_STEPS = {"read": "Reading and checking", "draw": "Writing pages and drawing", "build": "Building", "page": "Building"}


@click.command("build")
@config_option
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes; left out, site/.")
@click.option("--strict", is_flag=True, default=None, help="Warnings of the builder stop the build.")
@click.option(
    "--builder",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="What makes the site of the pages. Zensical has to be installed: pip install zensical.",
)
@click.option("--force", is_flag=True, help="Build also where nothing has changed.")
@click.option("--profile", is_flag=True, help="Print where the time went, stage by stage.")
@click.pass_context
def command(
    context: click.Context,
    config_file: Path | None,
    site_dir: str | None,
    strict: bool | None,
    builder: str,
    force: bool,
    profile: bool,
) -> None:
    """Check the handbook, then build it into site/. Whatever stops it leaves the old site as it was."""
    started = time.monotonic()
    watch = context.with_resource(measured()) if profile else None
    config, plugin = open_project(config_file, site_dir=_NOWHERE, strict=strict)
    config.site_dir = _site(config, site_dir_of(config) if site_dir is None else site_dir)
    instead = instead_of(Path(config.site_dir), root_of(config))
    check_place(Path(config.site_dir), precious(config, plugin.config), instead)
    record = Record(config, plugin, builder)
    if not (force or profile) and (last := record.last()):
        screen.err.print(Text(last.said), end="")
        screen.out.print(f"Nothing has changed: {last.pages} pages in {config.site_dir} {_since(started)}")
        return
    plugin.show = lambda problems, tell: screen.show(checks.errors(problems), screen.err, tell)
    if watch:
        config.plugins["journeybook/laps"] = Laps(watch)
    site = config.site_dir
    foreign: list[str] = []
    with site_swap(Path(site), _waiting, foreign.extend, instead) as folder, mkdocs_log(logging.WARNING) as warned:
        config.site_dir, plugin.swap = str(folder), folder
        try:
            written = _build(config, plugin, builder)
        except Abort:
            if not checks.errors(plugin.problems):
                raise
            context.exit(1)  # MkDocs has logged that nothing was written
    screen.show(plugin.problems, screen.err, plugin.say)
    kept = _kept(site, foreign)
    screen.err.print(Text(kept), end="")
    if not warned.get_counts():  # what MkDocs has to say is said by each build
        said = "".join(f"{report.plain(problem, plugin.say)}\n\n" for problem in plugin.problems)
        record.keep(written, said + kept)
    screen.out.print(f"{written} pages in {site} {_since(started)}")
    if record.lack:
        screen.err.print(Text(f"Nothing is kept for the next build: {record.lack}. Name a folder: option `cache`."))
    if watch:
        show(watch, screen.out)


def _site(config: MkDocsConfig, asked: object) -> str:
    """The folder for the site, as MkDocs would make a path of what is asked for."""
    if not isinstance(asked, str):
        raise CannotRun(f"site_dir in mkdocs.yml is no folder: {asked}. Write site_dir: site, or leave it out")
    return os.path.abspath(root_of(config) / asked)  # noqa: PTH100  # links stay as they are named


def _build(config: MkDocsConfig, plugin: JourneybookPlugin, builder: str) -> int:
    """Build into `site_dir`, telling how far it is; the number of pages."""
    written = 0
    bar = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[pages]}"))
    with Progress(*bar, console=screen.err, transient=True) as progress:
        task = progress.add_task("Reading and checking", total=None, pages="")

        def step(name: str) -> None:
            nonlocal written
            written += name == "page"
            progress.update(task, description=_STEPS[name], pages=f"{written} pages" if written else "")

        plugin.progress = step
        config.plugins.on_startup(command="build", dirty=False)
        try:
            if builder == "zensical":
                return build_zensical(config, plugin, Path(config.site_dir))
            with timed("builder"):
                build(config)
            return written
        finally:
            config.plugins.on_shutdown()


def _kept(site: str, paths: list[str]) -> str:
    """What is told of what a foreign hand has put into the site; nothing of a `.git`, which nobody publishes."""
    told = [path for path in paths if path != ".git"]
    return f"Kept in {site}, since no build has written it: {named_line(told)}\n" if told else ""


def _since(started: float) -> str:
    return f"({time.monotonic() - started:.1f} s)"


def _waiting() -> None:
    screen.err.print("Another build is writing this site. Waiting for its end.")
