"""`journeybook serve`."""

from __future__ import annotations

import logging
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
    config, _ = open_project(config_file)
    options: dict[str, Any] = {"dev_addr": dev_addr} if dev_addr else {}
    with mkdocs_log(logging.INFO):
        serve(config.config_file_path, open_in_browser=open_in_browser, **options)
