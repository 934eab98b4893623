"""The forms in which problems are told. A new one is one new module here, named as one asks for it: `--format json`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from journeybook.problems.problem import Problem
from journeybook.problems.report import Tell


class ProblemForm(Protocol):
    """A module of this package, which writes problems in one form."""

    PLACE: int
    """Its place in the guide, from 1."""
    ABOUT: str
    """What it is for, as the guide says it in Markdown."""

    def written(self, problems: Sequence[Problem], tell: Tell = str) -> str:
        """Write all problems in this form, said by `tell`; empty where there is nothing to print."""
        ...


@cache
def all_forms() -> dict[str, ProblemForm]:
    """Give every form by its name, in the order of their places."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = {name: cast(ProblemForm, importlib.import_module(f"{__name__}.{name}")) for name in names}
    return dict(sorted(found.items(), key=lambda pair: pair[1].PLACE))
