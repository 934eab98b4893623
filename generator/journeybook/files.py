"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> bool:
    """Write a file by replacing it at once; False where it has that content already and is left alone.

    A reader sees the old file or the new one, never a part. An OSError leaves the old one in place.
    """
    with contextlib.suppress(OSError):
        if path.read_bytes() == content:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    return True


def reason(error: OSError) -> str:
    """Which file, if the system tells, and what is the matter with it."""
    name = f"{error.filename}: " if error.filename else ""
    return f"{name}{error.strerror or error}"


def content_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; an OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_source(path: Path) -> bool:
    """Whether somebody wrote it, and Python did not."""
    return path.parent.name != "__pycache__"


def is_file(path: Path) -> bool:
    """Whether there is a file at a path, however strange the path."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long a name, links in a circle, or no name at all
        return False
