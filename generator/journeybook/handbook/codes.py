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
    Code(
        "JB330",
        means=(
            "A file looks like a journey, an activity or a workshop, and lies in the folder of another kind, or where "
            "none is looked for: beside `mkdocs.yml`, among the chapters, in a folder such as `Journeys`."
        ),
        remedy="Move it, or call its folder as the answer says.",
        example=Example(
            wrong='title: A day\ndays:\n  - start: "09:30"\n    blocks: [{title: Welcome, minutes: 15}]\n',
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/day.yaml",
        ),
    ),
)
