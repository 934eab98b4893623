"""Where the time of a run goes: wall time by phase. Code marks its phases; without a watch, a mark costs nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ContextDecorator, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

REST = "rest"
"""The name of the time that belongs to no phase."""


@dataclass
class Stopwatch:
    """Seconds by phase and by page. A phase inside another one counts by itself, so that all of them add up."""

    seconds: dict[str, float] = field(default_factory=dict)
    pages: dict[str, float] = field(default_factory=dict)
    _open: list[tuple[str, str]] = field(default_factory=lambda: [(REST, "")])
    _since: float = field(default_factory=time.perf_counter)

    def begin(self, phase: str, page: str = "") -> None:
        """Go into a phase, for `page`, or without one for the page of the phase around it."""
        self._charge()
        self._open.append((phase, page or self._open[-1][1]))

    def end(self) -> None:
        """Go back to the phase around this one."""
        self._charge()
        self._open.pop()

    def turn(self, phase: str, page: str = "") -> None:
        """End this phase and begin another one in its place, for `page` or for none."""
        self._charge()
        self._open[-1] = phase, page

    def stop(self) -> None:
        """Count the time that has passed until now."""
        self._charge()

    @property
    def total(self) -> float:
        """Seconds of all phases."""
        return sum(self.seconds.values())

    def _charge(self) -> None:
        now = time.perf_counter()
        passed, self._since = now - self._since, now
        phase, page = self._open[-1]
        self.seconds[phase] = self.seconds.get(phase, 0.0) + passed
        if page:
            self.pages[page] = self.pages.get(page, 0.0) + passed


# A context variable, since threads that draw have none: they work for the phase that waits for them.
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


def turn(phase: str, page: str = "") -> None:
    """End the phase that runs and begin another: for work of others, whose end nobody marks."""
    if watch := _WATCH.get():
        watch.turn(phase, page)


def timed(phase: str, page: str = "") -> _Phase:
    """Mark a block (`with`) or a function (`@`) as a phase, and the page that it works for."""
    return _Phase(phase, page)


@dataclass(frozen=True)
class _Phase(ContextDecorator):
    name: str
    page: str

    def __enter__(self) -> None:
        if watch := _WATCH.get():
            watch.begin(self.name, self.page)

    def __exit__(self, *_: object) -> None:
        if watch := _WATCH.get():
            watch.end()
