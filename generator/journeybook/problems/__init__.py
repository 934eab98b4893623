"""What is wrong with a handbook, as data: its code, its place, what is written there and what to write instead."""

from journeybook.problems.problem import HandbookError, JourneybookError, Path, Problem, Severity, Text, say

__all__ = ["HandbookError", "JourneybookError", "Path", "Problem", "Severity", "Text", "say"]
