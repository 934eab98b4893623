"""Read and write the list of the files that journeybook wrote into a folder: only those may it remove from there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from journeybook.problems import JourneybookError
from journeybook.store.files import open_file


class ManifestError(JourneybookError):
    """Raised where a manifest is there and cannot be read."""


def read_manifest(file: Path) -> set[str] | None:
    """Read the paths that a manifest names, with forward slashes; None where there is no manifest.

    They are as somebody wrote them, and may lead anywhere. Raises a ManifestError where the manifest is damaged: then
    nobody knows whose files there are.
    """
    if not file.is_file():
        return None
    try:
        with open_file(file) as opened:
            return _names(json.loads(opened.read().decode()))
    except (ValueError, RecursionError) as error:
        raise ManifestError(
            f"{file}, the hidden list of what was written there, is damaged. "
            f"Move what is your own out of {file.parent}, delete that folder, then run this again."
        ) from error


def _names(found: object) -> set[str]:
    """Give the names in a manifest that was read as JSON; a ValueError where it is none."""
    match found:
        case {"files": [*names]} if all(isinstance(name, str) for name in names):
            return set(names)
    raise ValueError("this is no list of files")


def write_manifest(file: Path, made_by: str, names: Iterable[str]) -> None:
    """Write a manifest; the same names give the same bytes."""
    listed = json.dumps({"made_by": made_by, "files": sorted(names)}, indent=1)  # in ASCII: names may be no Unicode
    file.write_bytes(f"{listed}\n".encode())
