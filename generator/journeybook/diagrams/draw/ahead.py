"""Many drawings at once: made by as many processes as there are cores, and handed over in the cache.

Most of what a drawing takes is ours, in Python, which uses one core however many threads it has. So copies of this
process make their share ahead and leave it in the cache, where the build finds it. Whatever one of them does not make
is simply not there: the build then makes it itself, and says what is wrong as it always does.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

WORTH = 16
"""So many drawings take longer than a process takes to begin."""
GRACE = 30.0
"""Seconds that copies may take to end once there is nothing left to begin: more than the renderer has for a drawing."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something that fills the cache, and whether the cache has it."""

    is_done: Callable[[], bool]
    do: Callable[[], object]


def do_ahead(jobs: Sequence[Job]) -> None:
    """Do the jobs with all cores, as far as that can be; where it cannot, nothing is done."""
    with begun_ahead(jobs) as finish:
        finish()


@contextlib.contextmanager
def begun_ahead(jobs: Sequence[Job]) -> Iterator[Callable[[], None]]:
    """Copies of this process do the jobs while it does something else; what is given does the rest with them.

    Only on Linux, with more than one core: elsewhere a copy of a process cannot safely go on working, and nothing is
    done.
    """
    new = [job for job in jobs if not job.is_done()]
    copies = (os.cpu_count() or 1) - 1
    if len(new) < WORTH or not copies or sys.platform != "linux":
        yield lambda: None
        return
    with _copies(copies, new) as running:

        def finish() -> None:
            _do(new[::-1])  # the copies come from the other end
            _wait(running)

        yield finish


@contextlib.contextmanager
def _copies(number: int, jobs: Sequence[Job]) -> Iterator[list[int]]:
    """Their process ids; they begin at different places, and take what has not been done. All have ended afterwards."""
    running: list[int] = []
    here = os.getpid()
    try:
        for place in range(0, len(jobs), -(-len(jobs) // number)):
            copy = _fork()
            if copy == 0:
                _live(here, [*jobs[place:], *jobs[:place]])
            if copy > 0:
                running.append(copy)
        yield running
    finally:
        for copy in running:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(copy, signal.SIGKILL)
                os.waitpid(copy, 0)


def _wait(running: list[int]) -> None:
    """Until all have ended, or have had their time."""
    latest = time.monotonic() + GRACE
    while running and time.monotonic() < latest:
        running[:] = [copy for copy in running if os.waitpid(copy, os.WNOHANG)[0] == 0]
        time.sleep(0.01)


def _fork() -> int:
    """As `os.fork`; less than 0 where there can be no more processes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of other threads: `_live` uses nothing that they may hold
        try:
            return os.fork()
        except OSError:
            return -1


def _live(origin: int, jobs: Sequence[Job]) -> None:
    """The whole life of a copy of the process `origin`; it ends with it, so that no lock of it is held any longer.

    It has none of the other threads of this process, and what they held stays held: so nothing is printed or logged,
    and nothing happens at its end that is to happen at the end of a build.
    """
    try:
        gc.freeze()  # a search for garbage would touch, and so copy, all that this process had
        logging.disable()
        with open(os.devnull, "w", encoding="utf-8") as sys.stdout, sys.stdout as sys.stderr:  # noqa: PTH123
            _do(jobs, origin)
    finally:
        os._exit(0)


def _do(jobs: Sequence[Job], origin: int | None = None) -> None:
    """Do them, two at a time: while one waits for its renderer, the other composes. A failure ends it all."""
    failed = threading.Event()

    def one(job: Job) -> None:
        if origin and os.getppid() != origin:
            os._exit(1)
        try:
            if not failed.is_set() and not job.is_done():
                job.do()
        except Exception:  # the build finds it again, and tells
            failed.set()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, jobs))
