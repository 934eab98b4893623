"""One process at a time: a lock on a file, which the system opens when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.1  # seconds between two looks at a lock that somebody else has
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)  # it would make a file elsewhere
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


@contextmanager
def alone(file: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock while the block runs; where another process has it, call `waiting` once, then wait.

    The file is there only while the lock is held, or empty and without meaning after a kill. A file system that has no
    locks (some network drives) lets everybody in.
    """
    handle = _take(file)
    if handle is None:
        waiting()
    while handle is None:
        time.sleep(_PAUSE)
        handle = _take(file)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows removes no open file
            file.unlink()
        os.close(handle)


def _take(file: Path) -> int | None:
    """Open a file and lock it; None where another process has the lock."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
    try:
        _lock(handle)
        if _is(file, handle):
            return handle
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return handle
        if error.errno not in _TAKEN:
            os.close(handle)
            raise
    os.close(handle)
    return None


def _is(file: Path, handle: int) -> bool:
    """Tell whether the handle is still that of the file: its holder may have removed it since we opened it."""
    try:
        return os.path.samestat(file.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
