"""The mkdocs.yml of a handbook, and the plugin in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from journeybook.cli.errors import CannotRun
from journeybook.plugin import JourneybookPlugin

F = TypeVar("F", bound=Callable[..., Any])

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The handbook's mkdocs.yml; left out, the one in this folder.",
)


class OutputPath(click.Path):
    """A path that a command writes to. `~`, which a shell knows and we do not, would become a folder of that name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a usage error that says what to write."""
        if str(value).startswith("~"):
            self.fail(f"‘{value}’ begins with ~, which stands for no folder here. Write the whole path.", param, ctx)
        return super().convert(value, param, ctx)


def output_option(help: str) -> Callable[[F], F]:
    """The option that names the one file which a command writes."""
    kind = OutputPath(dir_okay=False, path_type=Path)
    return click.option("-o", "--output", type=kind, required=True, help=help)


def open_project(config_file: Path | None, **options: Any) -> tuple[MkDocsConfig, JourneybookPlugin]:
    """MkDocs's configuration and our plugin in it."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice on its own future: no news to an author
    path = config_file or next((p for p in (Path("mkdocs.yml"), Path("mkdocs.yaml")) if p.is_file()), None)
    if path is None or not path.is_file():
        where = path or "mkdocs.yml"
        raise CannotRun(f"there is no {where} here. Go to the handbook's folder, or name the file: -f path/mkdocs.yml")
    config = load_config(str(path), **{name: value for name, value in options.items() if value is not None})
    plugin = config.plugins.get("journeybook")
    if not isinstance(plugin, JourneybookPlugin):
        raise CannotRun(f"{path} does not use journeybook. Write in it:\n\nplugins:\n  - search\n  - journeybook")
    return config, plugin
