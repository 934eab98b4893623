"""JB406: a label too long to draw well."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Path, Problem, say

CODES = (
    Code(
        "JB406",
        means="The title of a stage or touchpoint is too long to be drawn well.",
        remedy="Write at most 80 characters, and tell the rest in `description`.",
        example=Example(
            wrong=(
                "title: A first visit\n"
                "stages:\n"
                "  - Everything that has to be said, asked, written down and signed before the very first visit\n"
                "  - After\n"
            ),
            right=(
                "title: A first visit\n"
                "stages:\n"
                "  - title: Before\n"
                "    description: Everything that has to be said, asked, written down and signed before the very "
                "first visit\n"
                "  - After\n"
            ),
            file="journeys/visit.yaml",
        ),
    ),
)

MAX_LABEL = 80


def check(book: Handbook) -> Iterator[Problem]:
    """Report titles of stages and touchpoints of more than 80 characters."""
    for journey in book.journeys:
        for place, stage in enumerate(journey.model.stages):
            labels: list[tuple[Path, str]] = [(("stages", place, "title"), stage.title)]
            labels += [(("stages", place, "touchpoints", t, "title"), p.title) for t, p in enumerate(stage.touchpoints)]
            for path, label in labels:
                if len(label) > MAX_LABEL:
                    message = say("this label has {length} characters; it is drawn small", length=len(label))
                    hint = say("write at most {most}, and tell the rest in `description`", most=MAX_LABEL)
                    yield journey.problem("JB406", message, hint, path=path)
