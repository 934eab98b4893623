"""Problems as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from journeybook.problems.problem import Problem
from journeybook.problems.report import Tell

PLACE = 2
ABOUT = "A list for programs, with code, severity, file, line, column, path, message and hint."


def written(problems: Sequence[Problem], tell: Tell = str) -> str:
    """Write all problems as a JSON list."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "path": list(problem.path),
            "message": tell(problem.message),
            "hint": tell(problem.hint) if problem.hint else None,
        }
        for problem in problems
    ]
    # Halves of pairs, as in names that are not UTF-8, cannot be written to a stream.
    return json.dumps(rows, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()
