"""JB403: a question that yes or no answers. English only: other languages need their own opening words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from journeybook.handbook import Handbook
from journeybook.model.base import Question
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document

CODES = (
    Code(
        "JB403",
        means="Yes or no would answer a question. (In English handbooks only.)",
        remedy="Begin it with What, How, Who, When or Where.",
        example=Example(
            wrong="title: A first talk\nquestions: Do you feel ready?\n",
            right="title: A first talk\nquestions: What makes you feel ready?\n",
            file="toolkit/talk.yaml",
        ),
        languages=("en",),
    ),
)

_CLOSED = re.compile(
    r"(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|must)"
    r"(?:n['’]t)? (?:i|you|he|she|it|we|they|there|this|that|your|the|an?|anyone|anybody|someone|somebody)\b[^.!?]*\?$",
    re.I,
)

_GOES_ON = re.compile(
    r"(?:\b(?:and|or|but)|[–—-])\s+(?:what|which|how|who|whom|whose|when|where|why)\b"
    r"|, or (?!not\b|no\b)|\b(?:rather|either|more)\b.* or (?!not\b)"
    r"|^(?:is|are|was|were)(?:n['’]t)? (?:it|this|that|they|these|those)\b.* or (?!not\b|no\b|so\b|any)",
    re.I,
)
"""What makes more of such a question than yes or no: another question behind it, or a choice of two answers."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report questions of stages, activities and pages that yes or no answers."""
    for journey in book.journeys:
        stages = enumerate(journey.model.stages)
        found = (_numbered(stage.questions, ("stages", place, "questions")) for place, stage in stages)
        yield from _closed(journey.document, chain.from_iterable(found))
    for activity in book.activities:
        yield from _closed(activity.document, _numbered(activity.model.questions, ("questions",)))
    for page in book.pages.values():
        yield from _closed(page.document, _numbered(page.front.questions, ("questions",)))


def _numbered(questions: tuple[Question, ...], path: Path) -> Iterator[tuple[Path, Question]]:
    return (((*path, place), question) for place, question in enumerate(questions))


def _closed(document: Document, questions: Iterator[tuple[Path, Question]]) -> Iterator[Problem]:
    for path, question in questions:
        last = re.split(r"(?<=[.!?…:;,]) ", question.text)[-1] if " " in question.text else question.text
        if _is_closed(question.text) or _is_closed(last):
            message = say("yes or no answers this question")
            yield document.problem("JB403", message, say("begin it with What, How, Who, When or Where"), path=path)


def _is_closed(text: str) -> bool:
    return bool(_CLOSED.fullmatch(text)) and not _GOES_ON.search(text)
