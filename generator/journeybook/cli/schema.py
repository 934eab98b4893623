"""`journeybook schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from journeybook.cli.project import OutputPath
from journeybook.model.schema import KINDS, schema
from journeybook.store.files import replace_file


@click.command("schema")
@click.argument("kind", type=click.Choice(sorted(KINDS)), required=False)
@click.option("-o", "--output", type=OutputPath(file_okay=False, path_type=Path), help="A folder for all of them.")
def command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of journeys, activities, workshops or the glossary, or write all of them to a folder.

    An editor then checks a YAML file as you type: begin the file with
    `# yaml-language-server: $schema=…/journey.schema.json`.
    """
    if output is not None:
        for name in KINDS:
            text = json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
            replace_file(output / f"{name}.schema.json", text.encode())
        click.echo(f"{len(KINDS)} schemas in {output}")
    elif kind is None:
        kinds = "journey, activity, workshop or glossary"
        raise click.UsageError(f"say which: {kinds}; or a folder for all: --output schemas")
    else:
        click.echo(json.dumps(schema(kind), ensure_ascii=False, indent=2))
