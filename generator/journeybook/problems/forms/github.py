"""Problems as annotations of GitHub Actions."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.problems.code import Severity
from journeybook.problems.problem import Problem
from journeybook.problems.report import Tell, sentence

PLACE = 3
ABOUT = "Notes that GitHub shows beside the lines of a pull request."


def written(problems: Sequence[Problem], tell: Tell = str) -> str:
    """Write all problems as annotations, each on a line."""
    return "\n".join(_annotation(problem, tell) for problem in problems)


def _annotation(problem: Problem, tell: Tell) -> str:
    kind = "error" if problem.severity is Severity.ERROR else "warning"
    place = f"file={_property(problem.file)}"
    place += f",line={problem.line},col={problem.column}" if problem.line else ""
    hint = f". {sentence(tell(problem.hint))}" if problem.hint else ""
    said = f"::{kind} {place},title={problem.code}::{_data(f'{tell(problem.message)}{hint}')}"
    return said.encode("utf-8", "replace").decode()


def _data(text: str) -> str:
    """Escape a message for GitHub's workflow commands; more than these three would be shown as they are."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property for those commands, where colons and commas separate."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
