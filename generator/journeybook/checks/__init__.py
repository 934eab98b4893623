"""What can be wrong between the parts of a handbook. A new check is one new module with a `check` function here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from journeybook.ground.stopwatch import timed
from journeybook.handbook import Handbook
from journeybook.problems import Problem, Severity

Check = Callable[[Handbook], Iterator[Problem]]


@cache
def all_checks() -> tuple[Check, ...]:
    """The `check` function of every module of this package, by the module's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").check for name in names)


@timed("check")
def run(book: Handbook) -> list[Problem]:
    """Every problem of the handbook, those of reading included, by file and line."""
    found = [*book.problems, *(problem for check in all_checks() for problem in check(book))]
    return sorted(dict.fromkeys(found), key=lambda p: (p.file, p.line, p.column, p.code, str(p.message)))


def errors(problems: list[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
