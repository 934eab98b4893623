"""`journeybook serve`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.serve import serve

from journeybook.cli.logs import mkdocs_log
from journeybook.cli.project import config_option, open_project


@click.command("serve")
@config_option
@click.option("-a", "--dev-addr", help="Address and port, such as localhost:8000.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the handbook in the browser.")
def command(config_file: Path | None, dev_addr: str | None, open_in_browser: bool) -> None:
    """Show the handbook at a local address, and again after every change. Drafts are shown too."""
    config = open_project(config_file).config
    options: dict[str, Any] = {"dev_addr": dev_addr} if dev_addr else {}
    with mkdocs_log(logging.INFO), _without_warning():
        # Our plugin tells MkDocs what a change leaves as it was.
        serve(config.config_file_path, build_type="dirty", open_in_browser=open_in_browser, **options)


@contextmanager
def _without_warning() -> Iterator[None]:
    """Leave out MkDocs's warning that a dirty build may be wrong: it does not know by what files are skipped."""
    logger = logging.getLogger("mkdocs.commands.build")

    def is_news(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("A 'dirty' build is being performed")

    logger.addFilter(is_news)
    try:
        yield
    finally:
        logger.removeFilter(is_news)
