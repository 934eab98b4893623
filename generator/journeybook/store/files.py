"""Read and write single files: they appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
from io import BufferedReader
from pathlib import Path

_OURS = ".journeybook"
_CLOSED = "nothing may be written into this folder; name another one, or allow it"


def replace_file(path: Path, content: bytes) -> bool:
    """Write a file by replacing it at once; False where it has that content already and is left alone.

    A reader sees the old file or the new one, never a part. An OSError leaves the old one in place; it names the folder
    where that is closed to us.
    """
    with contextlib.suppress(OSError), open_file(path) as file:
        if file.read() == content:
            return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        if folder := closed_folder(path):
            raise OSError(error.errno, _CLOSED, str(folder)) from error
        raise
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


def closed_folder(path: Path) -> Path | None:
    """Find the folder above a path into which nothing may be written; None where that is not what is wrong with it."""
    there = next((folder for folder in path.absolute().parents if folder.is_dir()), None)
    return None if there is None or os.access(there, os.W_OK | os.X_OK) else there


def reason(error: OSError) -> str:
    """Say in a message's words what is the matter with which file; files that only we know of are not named."""
    if error.filename and _OURS in Path(error.filename).name and (folder := closed_folder(Path(error.filename))):
        return f"{folder}: {_CLOSED}"
    name = f"{error.filename}: " if error.filename else ""
    return f"{name}{error.strerror or error}"


def open_file(path: Path, *, links: bool = True) -> BufferedReader:
    """Open a file to read its bytes; without `links`, a link is no file either.

    Raises an OSError where it is no file: a pipe would wait for its other end, and a device may never end.
    """
    modes = ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", *(() if links else ("O_NOFOLLOW",)))  # no system has all of them
    handle = os.open(path, os.O_RDONLY | sum(getattr(os, mode, 0) for mode in modes))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "this is no file", str(path))
    return os.fdopen(handle, "rb")


def content_digest(path: Path) -> str:
    """Give the SHA-256 of a file's bytes; an OSError where it cannot be read."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_source(path: Path) -> bool:
    """Tell whether a file of the program was written by people, and not by Python as bytecode."""
    return path.parent.name != "__pycache__"


def is_file(path: Path) -> bool:
    """Tell whether there is a file at a path; False for paths that the system cannot even ask about."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long a name, links in a circle, or no name at all
        return False
