"""Who is told how a build goes on, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mkdocs.plugins import get_plugin_logger

from journeybook.problems import Problem, Severity, report

BuildStep = Literal["read", "draw", "build", "page"]
"""Where a build is: `page` is told once for each page."""
log = get_plugin_logger("journeybook")


def _log_problems(problems: list[Problem], tell: report.Tell) -> None:
    for problem in problems:
        write = log.error if problem.severity is Severity.ERROR else log.info
        write("%s", report.plain(problem, tell))


def _nobody(step: BuildStep) -> None:
    pass


@dataclass
class Listener:
    """Functions that a build calls: `show` with problems as they are found, `progress` with each step, `note`.

    What is noted is worth knowing, and no problem. Without them, problems and notes go to MkDocs's log, steps nowhere.
    """

    show: Callable[[list[Problem], report.Tell], None] = _log_problems
    progress: Callable[[BuildStep], None] = _nobody
    note: Callable[[str], None] = log.info
