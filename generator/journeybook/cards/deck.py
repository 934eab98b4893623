"""Decks of cards: every activity as a card, every reflective question as a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal
from urllib.parse import unquote

from pydantic import TypeAdapter

from journeybook.cards import qr
from journeybook.cards.card import ActivityCard, Card, CardAddress, CardStep, QuestionCard
from journeybook.cards.fit import fit_activity, fit_question
from journeybook.cards.prose import prose
from journeybook.cards.sheet import ACTIVITIES, QUESTIONS, CardGrid
from journeybook.handbook import ContentPage, Entry
from journeybook.language.direction import direction_of
from journeybook.model import Activity
from journeybook.model.base import Question
from journeybook.model.shown import Place
from journeybook.pages.addresses import HOME, path_of
from journeybook.pages.facts import activity_facts
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site
from journeybook.palette.stages import stage_colour
from journeybook.store.cache import digest
from journeybook.store.program import program

DeckName = Literal["activities", "questions"]
NAMES: tuple[DeckName, ...] = ("activities", "questions")
_CARD = TypeAdapter(ActivityCard)


@dataclass(frozen=True)
class Deck:
    """The cards of one kind, in the order of the handbook."""

    name: DeckName
    title: str
    grid: CardGrid
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class _Origin:
    """Where a question is asked."""

    path: str
    origin: str
    context: str
    questions: Sequence[Question]
    fragment: str = ""
    stage: int = 0
    colour: int = 0
    language: str | None = None


@dataclass(frozen=True)
class Decks:
    """The cards of a handbook, each made once."""

    site: Site

    def deck(self, name: DeckName, chapter: str | None = None) -> Deck:
        """Give a whole deck, or the cards of one chapter."""
        words = self.site.words
        if name == "activities":
            shown = self.site.book.activities_in_order
            chosen = [e for e in shown if chapter is None or e.model.chapter == chapter]
            return Deck(name, words("Activity cards"), ACTIVITIES, tuple(map(self.activity, chosen)))
        return Deck(name, words("Question cards"), QUESTIONS, tuple(self._questions(chapter)))

    def has_cards(self, name: DeckName) -> bool:
        """Tell whether a deck has any card."""
        if name == "activities":
            return bool(self.site.book.activities_in_order)
        return any(origin.questions for origin in self._origins(None))

    def count(self, name: DeckName) -> int:
        """Give the number of cards of a whole deck, and make none: to find their sizes takes long."""
        if name == "activities":
            return len(self.site.book.activities_in_order)
        return sum(1 for _ in self._asked(None))

    def activity(self, entry: Entry[Activity]) -> ActivityCard:
        """Give the card of one activity."""
        return self.site.results.get(("card", entry.id), lambda: self._fitted(self._activity(entry)))

    def mark(self, entry: Entry[Activity]) -> str:
        """Give the version mark of an activity's card."""
        return self.activity(entry).mark

    def _activity(self, entry: Entry[Activity]) -> ActivityCard:
        model, words, path = entry.model, self.site.words, path_of(entry)
        scribe = Scribe(self.site, path)
        chapter = self.site.book.chapters.get(model.chapter or "")
        return ActivityCard(
            id=entry.id,
            path=path,
            colour=self._colour(entry),
            **self._dress(model.language),
            number=words.number(model.number) if model.number else "",
            kind=words("Activity"),
            chapter=chapter.name if chapter else "",
            title=model.title,
            address=self._address(path),
            summary=model.summary or "",
            purpose=prose(scribe, model.purpose),
            facts=tuple(_fact(f.label, f.value, f.note) for f in activity_facts(model, words, Place.PAPER)),
            materials=tuple(material.title for material in model.materials),
            steps=tuple(
                CardStep(
                    step.number,
                    step.title or "",
                    prose(scribe, step.text),
                    words.minutes(step.minutes) if step.minutes else "",
                )
                for step in model.steps
            ),
            total=words.minutes(model.minutes) if model.minutes else "",
        )

    def _fitted(self, card: ActivityCard) -> ActivityCard:
        """Give a card the sizes at which it holds its text; finding them takes long, so they are cached."""
        cache = self.site.cache
        key = _key(card) if cache else ""
        kept = cache.take(key, _CARD.validate_json) if cache else None
        if kept is not None:
            return kept
        fitted = fit_activity(card)
        if cache:
            cache.put(key, _CARD.dump_json(fitted).decode())
        return fitted

    def _questions(self, chapter: str | None) -> Iterator[QuestionCard]:
        words = self.site.words
        for origin, question in self._asked(chapter):
            roles = [words.label(role) for role in question.audience]
            card = QuestionCard(
                path=origin.path,
                colour=origin.colour,
                **self._dress(origin.language),
                text=question.text,
                address=self._address(origin.path, origin.fragment),
                stage=origin.stage,
                origin=origin.origin,
                context=origin.context,
                audience=words("for {roles}", roles=words.listing(roles)) if roles else "",
            )
            yield self.site.results.get(card, partial(fit_question, card))

    def _asked(self, chapter: str | None) -> Iterator[tuple[_Origin, Question]]:
        """Give every question once, where it is asked first."""
        seen = set()
        for origin in self._origins(chapter):
            for question in origin.questions:
                if (key := question.text.casefold()) not in seen:
                    seen.add(key)
                    yield origin, question

    def _origins(self, chapter: str | None) -> Iterator[_Origin]:
        book, words = self.site.book, self.site.words
        in_chapters: set[str] = set()
        for one in book.chapters.values():
            in_chapters |= {page.path for page in one.pages}
            if chapter in (None, one.id):
                name = words("Chapter {number}: {title}", number=one.number, title=one.title)
                yield from _pages(one.pages, name if one.number else one.title)
        if chapter is None:
            yield from _pages([page for page in book.pages.values() if page.path not in in_chapters], "")
        for journey in book.journeys_in_order:
            if chapter in (None, journey.model.chapter):
                context = words("Journey: {title}", title=journey.title)
                for stage in journey.model.stages:
                    yield _Origin(
                        path_of(journey), stage.title, context, stage.questions, stage.key, stage.number,
                        stage_colour(stage.number), journey.model.language,
                    )  # fmt: skip
        for entry in book.activities_in_order:
            if chapter in (None, entry.model.chapter):
                own = entry.model.number
                context = words("Activity {number}", number=own) if own else words("Activity")
                yield _Origin(
                    path_of(entry), entry.title, context, entry.model.questions,
                    colour=self._colour(entry), language=entry.model.language,
                )  # fmt: skip

    def _dress(self, language: str | None) -> dict[str, Any]:
        shown = language or self.site.words.language
        return {
            "language": shown,
            "direction": direction_of(shown),
            "handbook": self.site.book.settings.name,
        }

    def _colour(self, entry: Entry[Activity]) -> int:
        uses = self.site.book.stage_uses.get(entry.id)
        return stage_colour(uses[0].number) if uses else 0

    def _address(self, path: str, fragment: str = "") -> CardAddress:
        return self.site.results.get(("address", path, fragment), partial(self._new_address, path, fragment))

    def _new_address(self, path: str, fragment: str) -> CardAddress:
        """Give a page's address on the web, with its code; without one, its place in the handbook."""
        page = self.site.on_the_web(path)
        if not page:
            return CardAddress(unquote(self.site.links(HOME).to(path)).rstrip("/"))
        url = self.site.on_the_web(path, fragment)
        return CardAddress(unquote(page.partition("://")[2]).rstrip("/"), url, qr.qr_code(url, self.site.cache))


def _pages(pages: Sequence[ContentPage], context: str) -> Iterator[_Origin]:
    for page in pages:
        yield _Origin(page.path, page.title, "" if page.title == context else context, page.front.questions)


def _key(card: ActivityCard) -> str:
    return digest("card", program(), repr(card))


def _fact(label: str, value: str, note: str) -> tuple[str, str]:
    return label, f"{value}, {note}" if note and len(note) <= 24 else value
