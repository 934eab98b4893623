"""`journeybook schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from journeybook.cli.project import OutputPath
from journeybook.export.data import handbook_schema
from journeybook.model.schema import KINDS, schema
from journeybook.store.files import replace_file

_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    **{kind: partial(schema, kind) for kind in KINDS},
    "handbook": handbook_schema,
}


@click.command("schema")
@click.argument("kind", type=click.Choice(sorted(_SCHEMAS), case_sensitive=False), required=False)
@click.option("-o", "--output", type=OutputPath(file_okay=False, path_type=Path), help="A folder for all of them.")
def command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of journeys, activities, workshops, the glossary or an export, or write all to a folder.

    An editor then checks a YAML file as you type: begin the file with
    `# yaml-language-server: $schema=…/journey.schema.json`.
    """
    if output is not None:
        for name, made in _SCHEMAS.items():
            text = json.dumps(made(), ensure_ascii=False, indent=2) + "\n"
            replace_file(output / f"{name}.schema.json", text.encode())
        click.echo(f"{len(_SCHEMAS)} schemas in {output}")
    elif kind is None:
        raise click.UsageError(f"say which: {', '.join(_SCHEMAS)}; or a folder for all: --output schemas")
    else:
        click.echo(json.dumps(_SCHEMAS[kind](), ensure_ascii=False, indent=2))
