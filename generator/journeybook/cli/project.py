"""The options that commands share, and the handbook that they are about."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from journeybook.builders.config.project import open_project

__all__ = ["config_option", "edition_option", "open_project", "output_option"]

F = TypeVar("F", bound=Callable[..., Any])

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The handbook's mkdocs.yml; left out, the one in this folder.",
)


def _one(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> str | None:
    """Give the one edition that is asked for: of several, nobody would know which of them is made."""
    names = list(dict.fromkeys(name for text in given for name in re.split(r"\s*[,;+]\s*", text.strip())))
    if len(names) < 2:
        return given[-1] if given else None
    options = {one for option in context.command.params for one in option.opts}
    every = ", or --all-editions for every edition" if "--all-editions" in options else ", and run it once for each"
    raise click.UsageError(f"One edition is made at a time. Write --edition {names[0]}{every}.", context)


edition_option = click.option(
    "--edition",
    metavar="NAME",
    multiple=True,
    callback=_one,
    help="The edition to make; left out, that of JOURNEYBOOK_EDITION, or the option `edition` in mkdocs.yml.",
)


class OutputPath(click.Path):
    """A path that a command writes to. `~`, which a shell knows and we do not, would become a folder of that name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path; a usage error says what to write."""
        if str(value).startswith("~"):
            self.fail(f"‘{value}’ begins with ~, which stands for no folder here. Write the whole path.", param, ctx)
        return super().convert(value, param, ctx)


def output_option(help: str, *, required: bool = True) -> Callable[[F], F]:
    """Make the option that names the one file which a command writes."""
    kind = OutputPath(dir_okay=False, path_type=Path)
    return click.option("-o", "--output", type=kind, required=required, help=help)
