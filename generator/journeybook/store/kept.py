"""What need not be made again: a result stays right for as long as all that was read for it is still there.

A part of the handbook notes itself when it is read (`note`); `Kept` gathers what a result rests on. So nobody declares
which page shows what, and none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
_READS: ContextVar[set[Any] | None] = ContextVar("reads", default=None)


def note(part: Hashable) -> None:
    """Tell whatever is being made that it rests on a part."""
    if (reads := _READS.get()) is not None:
        reads.add(part)


def reads() -> set[Any] | None:
    """Where the parts of what is being made are noted, for threads and for what is looked up later."""
    return _READS.get()


@dataclass(frozen=True)
class _Made:
    value: Any
    reads: set[Any]


@dataclass
class Kept:
    """Results by key, over several builds of one handbook."""

    _made: dict[Hashable, _Made] = field(default_factory=dict)
    _asked: set[Hashable] = field(default_factory=set)
    _frame: Any = None

    def begin(self, frame: Any, parts: Iterable[Hashable]) -> None:
        """A new build of these parts, in a frame: what all results rest on without noting it.

        Results that rest on a part which is gone are forgotten, and so are those that the last build had no use for.
        """
        here = set(parts)
        same = frame == self._frame
        self._made = {key: m for key, m in self._made.items() if same and key in self._asked and m.reads <= here}
        self._asked, self._frame = set(), frame

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of that key; made where there is none."""
        if not self.holds(key):
            return self.make(key, make)
        value: T = self._noted(self._made[key])
        return value

    def make(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of that key, made anew."""
        self._asked.add(key)
        made: set[Any] = set()
        token = _READS.set(made)
        try:
            value = make()
        finally:
            _READS.reset(token)
        self._made[key] = _Made(value, made)
        self._noted(self._made[key])
        return value

    def holds(self, key: Hashable) -> bool:
        """Whether there is a result of that key; it is kept for the next build, too."""
        self._asked.add(key)
        return key in self._made

    def _noted(self, made: _Made) -> Any:
        """What a result rests on, so does whatever is made of it."""
        if (around := _READS.get()) is not None:
            around |= made.reads
        return made.value
