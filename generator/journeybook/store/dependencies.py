"""Results that stay right for as long as everything that they depend on is still there.

A part of the handbook tells when it is read (`depend_on`), and `Results` keeps each result with the parts that were
read while it was made. So nobody declares which page shows what, and none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
_DEPENDENCIES: ContextVar[set[Any] | None] = ContextVar("dependencies", default=None)


def depend_on(part: Hashable) -> None:
    """Make a part a dependency of whatever is being made."""
    if (dependencies := _DEPENDENCIES.get()) is not None:
        dependencies.add(part)


def dependencies() -> set[Any] | None:
    """Give the dependencies of what is being made, for threads and for what is looked up later to add to."""
    return _DEPENDENCIES.get()


@dataclass(frozen=True)
class _Result:
    value: Any
    dependencies: set[Any]


@dataclass
class Results:
    """Results by key, over several builds of one handbook, each with the parts of the handbook that it depends on."""

    _results: dict[Hashable, _Result] = field(default_factory=dict)
    _asked: set[Hashable] = field(default_factory=set)
    _frame: Any = None

    def begin(self, frame: Any = None, parts: Iterable[Hashable] = ()) -> None:
        """Begin a build of these parts; `frame` is what every result depends on without telling it.

        Results that depend on a part which is gone are forgotten, and so are those that the last build did not use.
        """
        same, here = frame == self._frame, set(parts)
        asked = {key: result for key, result in self._results.items() if key in self._asked}
        self._results = {key: r for key, r in asked.items() if same and r.dependencies <= here}
        self._asked, self._frame = set(), frame

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give the result under a key; `make` makes it where there is none."""
        if not self.holds(key):
            return self.make(key, make)
        value: T = self._passed_on(self._results[key])
        return value

    def make(self, key: Hashable, make: Callable[[], T]) -> T:
        """Make the result under a key anew, whatever stands there."""
        self._asked.add(key)
        found: set[Any] = set()
        token = _DEPENDENCIES.set(found)
        try:
            value = make()
        finally:
            _DEPENDENCIES.reset(token)
        self._results[key] = _Result(value, found)
        self._passed_on(self._results[key])
        return value

    def holds(self, key: Hashable) -> bool:
        """Tell whether there is a result under a key; it then stays for the next build, too."""
        self._asked.add(key)
        return key in self._results

    def _passed_on(self, result: _Result) -> Any:
        """Give a result's value; what it depends on becomes a dependency of whatever is being made of it."""
        if (around := _DEPENDENCIES.get()) is not None:
            around |= result.dependencies
        return result.value
