"""A folder of generated files: replaced one by one, and only those that it made itself are ever removed."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from journeybook.files import replace_file
from journeybook.problems import JourneybookError

MANIFEST = ".journeybook.json"


class FolderError(JourneybookError):
    """The folder is not ours to write into."""


@dataclass(frozen=True)
class Written:
    """How many files were written, left as they were, and removed."""

    new: int
    same: int
    removed: int


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds something which journeybook did not put there."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file. Name a folder.")
    if folder.is_dir() and not (folder / MANIFEST).is_file() and any(folder.iterdir()):
        raise FolderError(f"{folder} has files that journeybook did not write. Name an empty or a new folder.")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write files by their paths (forward slashes), and remove those of an earlier run that are no longer made.

    The manifest names a file before it is written and until it is removed, so a run that is stopped forgets none.
    """
    check_folder(folder)
    before = _read_manifest(folder)
    _write_manifest(folder, before | set(files))
    new = sum(replace_file(folder / path, content) for path, content in files.items())
    vanished = before - set(files)
    for path in vanished:
        _remove(folder, path)
    _write_manifest(folder, set(files))
    return Written(new, len(files) - new, len(vanished))


def _read_manifest(folder: Path) -> set[str]:
    file = folder / MANIFEST
    if not file.is_file():
        return set()
    try:
        names = json.loads(file.read_text("utf-8"))["files"]
        return {name for name in names if _is_inside(name)}
    except (ValueError, KeyError, TypeError) as error:
        raise FolderError(f"{file} is damaged. Empty the folder, then run this again.") from error


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name


def _write_manifest(folder: Path, names: set[str]) -> None:
    text = json.dumps({"made_by": "journeybook generate", "files": sorted(names)}, ensure_ascii=False, indent=1)
    replace_file(folder / MANIFEST, f"{text}\n".encode())


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder:
            break
        with contextlib.suppress(OSError):  # it is not empty, and so it stays
            parent.rmdir()
