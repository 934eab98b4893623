"""What can be wrong between the parts of a handbook.

A new check is one new module here, found by its name: the `CODES` that it tells, each with its facts, and a function
`check`. A package of other people's adds such a module as an entry point of the group `journeybook.checks`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from journeybook.ground.extensions import Extension, extensions
from journeybook.ground.stopwatch import timed
from journeybook.handbook import Handbook
from journeybook.problems import Code, Problem, Severity
from journeybook.source.lookalikes import naming_letters

GROUP = "journeybook.checks"
_OURS = "JB"


class Check(Protocol):
    """A module of this package, or of an installed one, which finds problems."""

    @property
    def CODES(self) -> Sequence[Code]:  # noqa: N802  # a constant of the module
        """The facts of each code that it tells."""
        ...

    def check(self, book: Handbook) -> Iterator[Problem]:
        """Find what is wrong, in any order."""
        ...


@cache
def all_checks() -> tuple[Check, ...]:
    """Give every module of this package, by its name, then those of installed packages.

    An ExtensionError where what a package adds is no check, or tells codes of ours or of another package.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    ours = tuple(cast(Check, importlib.import_module(f"{__name__}.{name}")) for name in names)
    found = list(ours)
    for one in extensions(GROUP):
        found.append(_foreign(one, {code.code for check in found for code in check.CODES}))
    return tuple(found)


@dataclass(frozen=True)
class _ForeignCheck:
    """A check of an installed package, which may do whatever it likes: what goes wrong in it is told with its name."""

    found: Extension
    CODES: Sequence[Code]

    def check(self, book: Handbook) -> Iterator[Problem]:
        known = {code.code for code in self.CODES}
        try:
            told = list(self.found.value.check(book))
        except (Exception, SystemExit) as error:
            raise self.found.wrong(f"has failed: {type(error).__name__}: {error}") from error
        for problem in told:
            if not isinstance(problem, Problem) or problem.code not in known:
                raise self.found.wrong("tells what is no Problem with one of the codes that its `CODES` name")
        yield from told


def _foreign(found: Extension, known: set[str]) -> Check:
    codes = getattr(found.value, "CODES", ())
    stated = isinstance(codes, list | tuple) and codes and all(isinstance(code, Code) for code in codes)
    if not stated or not callable(getattr(found.value, "check", None)):
        raise found.wrong("is no check: it needs a function `check`, and `CODES`, each a Code")
    if taken := [code.code for code in codes if code.code.startswith(_OURS)]:
        raise found.wrong(f"tells {', '.join(taken)}, but codes that begin with {_OURS} are journeybook’s own")
    if taken := [code.code for code in codes if code.code in known]:
        raise found.wrong(f"tells {', '.join(taken)}, as another package does: one of the two has to go")
    return _ForeignCheck(found, codes)


@timed("check")
def run(book: Handbook) -> list[Problem]:
    """Give every problem of the handbook, those of reading included: errors before advice, by file and line."""
    fitting = (module for module in all_checks() if _fits(module, book.settings.language))
    found = [*book.problems, *(problem for module in fitting for problem in module.check(book))]
    return in_order(found)


def in_order(found: Iterable[Problem]) -> list[Problem]:
    """Give errors, then advice, by file and line; of several with one code at one place, the first."""
    each = {(problem, problem.source_line): problem for problem in reversed(naming_letters(found))}
    return sorted(each.values(), key=_order)


def _order(problem: Problem) -> tuple[bool, str, int, int, str, str]:
    advice = problem.severity is Severity.ADVICE  # at the end, where a terminal stops, would hide the errors
    return advice, problem.file, problem.line, problem.column, problem.code, str(problem.message)


def _fits(module: Check, language: str) -> bool:
    """Tell whether a check tells anything of a handbook in this language, such as en-GB."""
    spoken = re.split("[-_]", language)[0]
    return any(not code.languages or spoken in code.languages for code in module.CODES)


def errors(problems: list[Problem]) -> list[Problem]:
    """Give those problems that stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
