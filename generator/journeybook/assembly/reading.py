"""A handbook as it was read, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from journeybook import checks
from journeybook.handbook import Handbook, Settings, load
from journeybook.language.words import Words
from journeybook.problems import Problem
from journeybook.problems.report import Tell
from journeybook.store.dependencies import Results


@dataclass(frozen=True)
class Reading:
    """A handbook with all its problems, errors before advice, each in the order of files and lines."""

    book: Handbook
    problems: list[Problem]

    @cached_property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return checks.errors(self.problems)

    @cached_property
    def tell(self) -> Tell:
        """A function that says a string of a problem in the handbook's language."""
        return Words(self.book.settings.language).text


def read(settings: Settings, results: Results | None = None) -> Reading:
    """Read, link and check a handbook. `results` has what earlier builds have read, and takes what this one reads."""
    book = load(settings, results)
    return Reading(book, checks.run(book))
