"""The list of the files that journeybook wrote into a folder: those, and no others, it may remove from there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from journeybook.problems import JourneybookError


class ManifestError(JourneybookError):
    """The list is there and cannot be read."""


def read_manifest(file: Path) -> set[str] | None:
    """The paths that a list names, with forward slashes; None where there is no list.

    They are as somebody wrote them, and may lead anywhere. A ManifestError where the list is damaged: then nobody
    knows whose files there are.
    """
    if not file.is_file():
        return None
    try:
        return {str(name) for name in json.loads(file.read_text("utf-8"))["files"]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ManifestError(f"{file} is damaged. Empty the folder, then run this again.") from error


def write_manifest(file: Path, made_by: str, names: Iterable[str]) -> None:
    """Write the list; the same names give the same bytes."""
    listed = json.dumps({"made_by": made_by, "files": sorted(names)}, indent=1)  # in ASCII: names may be no Unicode
    file.write_bytes(f"{listed}\n".encode())
