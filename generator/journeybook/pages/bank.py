"""The question bank: every reflective question, by chapter, by journey and stage, and by activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook
from journeybook.model.base import Question
from journeybook.pages.catalogue import question_kinds, stage_key, stage_keys
from journeybook.pages.finder import FilterItem, finder
from journeybook.pages.site import Site
from journeybook.palette.stages import stage_class

Keys = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class QuestionList:
    """One page's or one stage's questions; `keys` is what all of them are found by, `facts` what each is.

    `audience` is the page's own: it is that of every question that names none.
    """

    title: str
    target: Entry[Any] | ContentPage
    questions: Sequence[Question]
    keys: Keys
    fragment: str = ""
    number: int = 0
    audience: Sequence[str] = ()
    facts: list[dict[str, str]] = field(default_factory=list)

    @property
    def colour(self) -> str:
        """The class of the stage."""
        return stage_class(self.number) if self.number else ""

    def audience_of(self, question: Question) -> Sequence[str]:
        """Give the roles that a question is for; none where it is for everyone."""
        return question.audience or self.audience


@dataclass(frozen=True)
class QuestionGroup:
    """The questions of a chapter, of a journey, or of the toolkit; `id` is its heading's."""

    id: str
    title: str
    parts: list[QuestionList] = field(default_factory=list)


def questions(site: Site) -> dict[str, Any]:
    """Give every reflective question, and what they are filtered by."""
    groups = [group for group in _groups(site) if group.parts]
    asked = [(part, question) for group in groups for part in group.parts for question in part.questions]
    kinds = question_kinds(site, [part.audience_of(question) for part, question in asked])
    everyone = [choice.key for kind in kinds if kind.name == "audience" for choice in kind.choices]
    items = [
        FilterItem({**part.keys, "audience": part.audience_of(question) or everyone}, _searched(site, part, question))
        for part, question in asked
    ]
    found = finder(kinds, items)
    for (part, _), facts in zip(asked, found.facts, strict=True):
        part.facts.append(facts)
    return {"groups": groups, "finder": found, "number": len(asked)}


def _searched(site: Site, part: QuestionList, question: Question) -> str:
    """Give what a question is found by: its words and those of its part, and others that stand for them."""
    text = f"{question.text} {part.title}"
    return " ".join([text, *site.book.glossary.synonyms_in(text)])


def has_questions(book: Handbook) -> bool:
    """Tell whether there is a question bank."""
    return (
        any(stage.questions for entry in book.journeys_in_order for stage in entry.model.stages)
        or any(entry.model.questions for entry in book.activities_in_order)
        or any(page.front.questions for page in book.pages.values())
    )


def _groups(site: Site) -> Iterator[QuestionGroup]:
    book, words = site.book, site.words
    in_chapters: set[str] = set()
    for chapter in book.chapters.values():
        in_chapters |= {page.path for page in chapter.pages}
        name = words("Chapter {number}: {title}", number=chapter.number, title=chapter.title)
        parts = _page_parts(chapter.pages, {"chapter": [chapter.id]})
        yield QuestionGroup(f"chapter-{chapter.id}", name if chapter.number else chapter.title, parts)
    others = (page for page in book.pages.values() if page.path not in in_chapters)
    yield QuestionGroup("pages", words("Other pages"), _page_parts(others, {}))
    for entry in book.journeys_in_order:
        parts = []
        for stage in entry.model.stages:
            if stage.questions:
                keys: dict[str, Iterable[str]] = {"stage": [stage_key(entry.id, stage.key)], "journey": [entry.id]}
                keys["chapter"] = [entry.model.chapter or ""]
                asked = QuestionList(stage.title, entry, stage.questions, keys, stage.key, stage.number, stage.audience)
                parts.append(asked)
        yield QuestionGroup(f"journey-{entry.id}", words("Journey: {title}", title=entry.title), parts)
    parts = []
    for activity in book.activities_in_order:
        if activity.model.questions:
            keys = stage_keys(book.stage_uses.get(activity.id, [])) | {"chapter": [activity.model.chapter or ""]}
            model = activity.model
            parts.append(QuestionList(activity.title, activity, model.questions, keys, audience=model.audience))
    yield QuestionGroup("toolkit", words("Toolkit"), parts)


def _page_parts(pages: Iterable[ContentPage], keys: Keys) -> list[QuestionList]:
    return [QuestionList(page.title, page, page.front.questions, keys) for page in pages if page.front.questions]
