"""`journeybook serve`."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import click

from journeybook.builders.mkdocs.serve import serve_mkdocs
from journeybook.cli.logs import mkdocs_log
from journeybook.cli.project import config_option, edition_option, open_project


@click.command("serve")
@config_option
@edition_option
@click.option("-a", "--dev-addr", help="Address and port, such as localhost:8000.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the handbook in the browser.")
def command(config_file: Path | None, edition: str | None, dev_addr: str | None, open_in_browser: bool) -> None:
    """Show the handbook at a local address, and again after every change. Drafts are shown too."""
    if dev_addr is not None and not re.fullmatch(r".*[^:]:\d{1,5}", dev_addr):
        bare = dev_addr.strip(": ")
        meant = f"localhost:{bare}" if bare.isdigit() else f"{bare or 'localhost'}:8000"
        raise click.BadParameter(
            f"‘{dev_addr}’ is no address with a port. Write --dev-addr {meant}", param_hint="--dev-addr"
        )
    project = open_project(config_file, edition=edition)
    with mkdocs_log(logging.INFO):
        serve_mkdocs(project, address=dev_addr, open_in_browser=open_in_browser)
