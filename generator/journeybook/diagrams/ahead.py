"""Many drawings at once: made by as many processes as there are cores, and handed over in the cache.

Most of what a drawing takes is ours, in Python, which uses one core however many threads it has. So copies of this
process make their share ahead and leave it in the cache, where the build finds it. Whatever one of them does not make
is simply not there: the build then makes it itself, and says what is wrong as it always does.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

WORTH = 16
"""So many drawings take longer than a process takes to begin."""
GRACE = 20.0
"""Seconds that a copy may take for its share beyond twice what this process has taken for its own, as large a one."""

Job = Callable[[], object]


def do_ahead(jobs: Sequence[Job]) -> None:
    """Do the jobs, each of which fills the cache, with all cores; where that cannot be, nothing is done.

    Only on Linux: elsewhere a copy of a process cannot safely go on working.
    """
    cores = os.cpu_count() or 1
    if len(jobs) >= WORTH and cores > 1 and sys.platform == "linux":
        with _copies([jobs[share::cores] for share in range(1, cores)]):
            _do(jobs[::cores])


@contextlib.contextmanager
def _copies(shares: Sequence[Sequence[Job]]) -> Iterator[None]:
    """Each share is done by a copy of this process; all have ended in the end, in one way or the other."""
    running: list[int] = []
    begun, here = time.monotonic(), os.getpid()
    try:
        for share in shares:
            copy = _fork()
            if copy == 0:
                _live([_while_there_is(here, job) for job in share])
            if copy > 0:
                running.append(copy)
        yield
        now = time.monotonic()
        while running and time.monotonic() < now + 2 * (now - begun) + GRACE:
            running = [copy for copy in running if os.waitpid(copy, os.WNOHANG)[0] == 0]
            time.sleep(0.01)
    finally:
        for copy in running:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(copy, signal.SIGKILL)
                os.waitpid(copy, 0)


def _fork() -> int:
    """As `os.fork`; less than 0 where there can be no more processes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of other threads: `_live` uses nothing that they may hold
        try:
            return os.fork()
        except OSError:
            return -1


def _live(share: Sequence[Job]) -> None:
    """The whole life of a copy.

    It has none of the other threads of this process, and what they held stays held: so nothing is printed or logged,
    and nothing happens at its end that is to happen at the end of a build.
    """
    try:
        logging.disable()
        with open(os.devnull, "w", encoding="utf-8") as sys.stdout, sys.stdout as sys.stderr:  # noqa: PTH123
            _do(share)
    finally:
        os._exit(0)


def _while_there_is(process: int, job: Job) -> Job:
    """The job of a copy of the process: once that is gone, killed for example, the copy holds its lock no longer."""

    def one() -> object:
        if os.getppid() != process:
            os._exit(1)
        return job()

    return one


def _do(jobs: Sequence[Job]) -> None:
    """Do them, two at a time: while one waits for its renderer, the other composes. A failure ends it all."""
    failed = threading.Event()

    def one(job: Job) -> None:
        try:
            if not failed.is_set():
                job()
        except Exception:  # the build finds it again, and tells
            failed.set()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, jobs))
