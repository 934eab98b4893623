"""Problems as sentences, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.problems.problem import Problem
from journeybook.problems.report import Tell, plain

PLACE = 1
ABOUT = "Sentences for people. You get this if you say nothing."


def written(problems: Sequence[Problem], tell: Tell = str) -> str:
    """Write all problems, one below the other."""
    return "\n".join(plain(problem, tell) for problem in problems)
