"""Problems and progress in the terminal, by rich."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from journeybook.problems import Problem, Severity, report

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)
_STYLES = {Severity.ERROR: "bold red", Severity.ADVICE: "yellow"}


def show(problems: Sequence[Problem], console: Console = out, tell: report.Tell = str) -> None:
    """Print each problem as `report.plain` has it, in colour where the terminal has colours."""
    for problem in problems:
        first, *rest = report.plain(problem, tell).split("\n")
        head = Text(first)
        head.stylize("bold", 0, len(report.place(problem)))
        head.highlight_words([f"{problem.severity} {problem.code}"], _STYLES[problem.severity])
        console.print(head)
        for line in rest:
            console.print(
                Text(line, "cyan" if line.strip() == "^" else "dim" if line == rest[0] and len(rest) > 1 else "")
            )
        console.print()


def closing(problems: Sequence[Problem], console: Console = out) -> None:
    """Print how many problems there are, or that there is none."""
    if problems:
        console.print(Text(report.count(problems), "bold"))
    else:
        console.print(Text("No problems found.", "bold green"))
