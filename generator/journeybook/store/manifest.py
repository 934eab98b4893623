"""Read and write the list of the files that journeybook wrote into a folder: only those may it remove from there."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from journeybook.problems import JourneybookError
from journeybook.store.files import open_file


class ManifestError(JourneybookError):
    """Raised where a manifest is there and cannot be read."""


def read_manifest(file: Path) -> set[str] | None:
    """Read the paths that a manifest names, with forward slashes; None where there is no manifest.

    They are as somebody wrote them, and may lead anywhere; those of its parts are among them. Raises a ManifestError
    where a manifest is damaged: then nobody knows whose files there are.
    """
    if not file.is_file():
        return None
    names, parts = _read(file)
    for part in parts:
        own = file.parent / part / file.name
        if own.is_file():
            names |= {f"{part}/{name}" for name in (file.name, *_read(own)[0])}
    return names


def _read(file: Path) -> tuple[set[str], list[str]]:
    try:
        with open_file(file) as opened:
            return _names(json.loads(opened.read().decode()))
    except (ValueError, RecursionError) as error:
        raise ManifestError(
            f"{file}, the hidden list of what was written there, is damaged. "
            f"Move what is your own out of {file.parent}, delete that folder, then run this again."
        ) from error


def _names(found: object) -> tuple[set[str], list[str]]:
    """Give the names, and the parts, in a manifest that was read as JSON; a ValueError where it is none."""
    match found:
        case {"files": [*names], **others} if all(isinstance(name, str) for name in names):
            parts = others.get("parts", [])
            if isinstance(parts, list) and all(isinstance(one, str) and _is_a_name(one) for one in parts):
                return set(names), parts
    raise ValueError("this is no list of files")


def _is_a_name(part: str) -> bool:
    return part not in ("", ".", "..") and not {*part} & {*"/\\\0"}


def write_manifest(file: Path, made_by: str, names: Iterable[str], parts: Collection[str] = ()) -> None:
    """Write a manifest; the same names give the same bytes.

    `parts` are folders beside it that have one of their own, so that who reads the one does not know the others.
    """
    own, listed = set(names), {"made_by": made_by}
    for part in parts:
        below = {name for name in own if name.startswith(f"{part}/")}
        _write(file.parent / part / file.name, {**listed, "files": sorted(n.partition("/")[2] for n in below)})
        own -= below
    _write(file, {**listed, "files": sorted(own), **({"parts": sorted(parts)} if parts else {})})


def _write(file: Path, content: dict[str, Any]) -> None:
    listed = json.dumps(content, indent=1)  # in ASCII: names may be no Unicode
    file.write_bytes(f"{listed}\n".encode())
