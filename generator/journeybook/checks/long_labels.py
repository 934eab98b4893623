"""JB406: a label too long to draw well."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Path, Problem, say

MAX_LABEL = 80


def check(book: Handbook) -> Iterator[Problem]:
    """Titles of stages and touchpoints of more than 80 characters."""
    for journey in book.journeys:
        for place, stage in enumerate(journey.model.stages):
            labels: list[tuple[Path, str]] = [(("stages", place, "title"), stage.title)]
            labels += [(("stages", place, "touchpoints", t, "title"), p.title) for t, p in enumerate(stage.touchpoints)]
            for path, label in labels:
                if len(label) > MAX_LABEL:
                    message = say("this label has {length} characters; it is drawn small", length=len(label))
                    hint = say("write at most {most}, and tell the rest in `description`", most=MAX_LABEL)
                    yield journey.problem("JB406", message, hint, path=path)
