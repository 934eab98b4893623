"""Commands that are run and measured, each as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
_MEASURED = Path(__file__).with_name("measured.py")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


class CommandFailedError(Exception):
    """A measured command failed; the message has what it said."""


@dataclass(frozen=True)
class Ran:
    """What a command took: seconds on the clock, seconds of CPU of it and all its children, peak bytes of memory.

    The peak is that of the largest single process among them.
    """

    wall: float
    cpu: float
    peak: int

    @property
    def columns(self) -> dict[str, float]:
        """As columns of a table."""
        return {"wall, s": self.wall, "CPU, s": self.cpu, "peak, MB": self.peak / 1e6}


def run(*command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command to its end; CommandFailedError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        took = Path(folder, "took.json")
        ended = subprocess.run(
            [sys.executable, _MEASURED, took, *map(str, command)],
            cwd=cwd,
            env={**os.environ, **QUIET, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if ended.returncode:
            shown = ended.stdout.decode(errors="replace")[-3000:]
            raise CommandFailedError(f"{' '.join(map(str, command))} ended with {ended.returncode}:\n{shown}")
        found = json.loads(took.read_text("utf-8"))
    return Ran(found["wall"], found["cpu"], found["peak"] * _MAXRSS_UNIT)


def python(*arguments: str | Path, cwd: Path | None = None) -> Ran:
    """Run `python -m …` of this environment."""
    return run(sys.executable, "-m", *arguments, cwd=cwd)


def timed(work: Callable[[], object]) -> float:
    """Seconds on the clock that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spent(work: Callable[[], object]) -> dict[str, float]:
    """Give what a piece of work takes, as columns: seconds on the clock, and of CPU, its children included."""
    before = _cpu()
    wall = timed(work)
    return {"wall, s": wall, "CPU, s": _cpu() - before}


def _cpu() -> float:
    """Give the seconds of CPU of this process, finely, and of its ended children, to a hundredth."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def cpu_of(process: int) -> float:
    """Give the seconds of CPU that a process and its ended children have taken; 0 where no /proc tells (not Linux)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def in_turns(rounds: int, *works: Callable[[], None]) -> None:
    """Do each piece of work once a round; every other round goes backwards, so that none is always the first."""
    for number in range(rounds):
        for work in works if number % 2 == 0 else reversed(works):
            work()
