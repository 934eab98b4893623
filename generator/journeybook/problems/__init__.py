"""What is wrong with a handbook, as data: its code, its place, what is written there and what to write instead."""

from journeybook.problems.code import Code, Example, Severity
from journeybook.problems.problem import HandbookError, JourneybookError, Path, Problem, RemedyError, Text, say

__all__ = [
    "Code",
    "Example",
    "HandbookError",
    "JourneybookError",
    "Path",
    "Problem",
    "RemedyError",
    "Severity",
    "Text",
    "say",
]
