"""The command `journeybook`. A new command is one new module here with a click command named `command`."""

from __future__ import annotations

import importlib
import pkgutil

import click

from journeybook import __version__
from journeybook.cli.errors import HonestGroup


@click.group(cls=HonestGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="journeybook")
def main() -> None:
    """Journeys and activities in YAML, chapters in Markdown: one handbook out of them."""


for _module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
    _command = getattr(importlib.import_module(f"{__name__}.{_module}"), "command", None)
    if isinstance(_command, click.Command):
        main.add_command(_command)
