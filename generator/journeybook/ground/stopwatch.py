"""Where the time of a run goes: wall time by stage. Code marks its stages; without a watch, a mark costs nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ContextDecorator, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

REST = "rest"
"""The name of the time that belongs to no stage."""


@dataclass
class Stopwatch:
    """Seconds by stage and by page. A stage inside another one counts by itself, so that all of them add up."""

    seconds: dict[str, float] = field(default_factory=dict)
    pages: dict[str, float] = field(default_factory=dict)
    _open: list[tuple[str, str]] = field(default_factory=lambda: [(REST, "")])
    _since: float = field(default_factory=time.perf_counter)

    def begin(self, stage: str, page: str = "") -> None:
        """Go into a stage, for `page`, or without one for the page of the stage around it."""
        self._charge()
        self._open.append((stage, page or self._open[-1][1]))

    def end(self) -> None:
        """Go back to the stage around this one."""
        self._charge()
        self._open.pop()

    def turn(self, stage: str, page: str = "") -> None:
        """End this stage and begin another one in its place, for `page` or for none."""
        self._charge()
        self._open[-1] = stage, page

    def stop(self) -> None:
        """Count the time that has passed until now."""
        self._charge()

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return sum(self.seconds.values())

    def _charge(self) -> None:
        now = time.perf_counter()
        passed, self._since = now - self._since, now
        stage, page = self._open[-1]
        self.seconds[stage] = self.seconds.get(stage, 0.0) + passed
        if page:
            self.pages[page] = self.pages.get(page, 0.0) + passed


# A context variable, since threads that draw have none: they work for the stage that waits for them.
_WATCH: ContextVar[Stopwatch | None] = ContextVar("stopwatch", default=None)


@contextmanager
def measured() -> Iterator[Stopwatch]:
    """Give a watch that runs for the block; `timed` marks what it counts."""
    watch = Stopwatch()
    token = _WATCH.set(watch)
    try:
        yield watch
    finally:
        watch.stop()
        _WATCH.reset(token)


def turn(stage: str, page: str = "") -> None:
    """End the stage that runs and begin another: for work of others, whose end nobody marks."""
    if watch := _WATCH.get():
        watch.turn(stage, page)


def timed(stage: str, page: str = "") -> _Stage:
    """Mark a block (`with`) or a function (`@`) as a stage, and the page that it works for."""
    return _Stage(stage, page)


@dataclass(frozen=True)
class _Stage(ContextDecorator):
    name: str
    page: str

    def __enter__(self) -> None:
        if watch := _WATCH.get():
            watch.begin(self.name, self.page)

    def __exit__(self, *_: object) -> None:
        if watch := _WATCH.get():
            watch.end()
