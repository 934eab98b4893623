"""The problems of files that have no place in a handbook."""

from __future__ import annotations

from journeybook.problems import Code, Example

CODES = (
    Code(
        "JB306",
        means=(
            "A file’s name is no id, is taken (`index`, `workshops`, `planner`, `cards`, `con` and other names "
            "that Windows keeps for itself), is too long, or does not end in `.yaml`."
        ),
        remedy="Rename the file as proposed.",
        example=Example(
            wrong="journeys/First visit.yaml",
            right="journeys/first-visit.yaml",
        ),
    ),
)
