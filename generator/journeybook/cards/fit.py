"""Fit text to its card: sizes shrink within limits, then whole sentences go, and the card says that there is more.

All figures are those of cards.css: millimetres, and points for the sizes of text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from journeybook.cards.card import ActivityCard, CardStep, QuestionCard
from journeybook.cards.prose import sentences
from journeybook.text.measure import LABEL, MILLIMETRE, SMALL, STRONG, TEXT, TITLE, Face, lines

WIDTH = 83.0
"""Millimetres between the margins of a card."""
_HALF = 40.0
_QUESTION_ROOM = 39.0
_FRONT_ROOM, _BACK_ROOM = 72.0, 111.5
_QUESTION_SIZES = (17.0, 15.5, 14.0, 12.5, 11.0, 10.0, 9.0)
_TITLE_SIZES = (19.0, 16.5, 14.0)
_HEAD = 0.4  # points that a step's title is larger than its text
_STEP_SIZES = (9.0, 8.6, 8.2, 7.8, 7.4, 7.0)


@dataclass(frozen=True)
class Style:
    """A kind of text: its face, and the height of a line in relation to its size."""

    face: Face
    leading: float

    def height(self, text: str, size: float, width: float = WIDTH) -> float:
        """Give the millimetres that a text takes at a size in points."""
        return lines(text, self.face, size, width) * self.leading * size / MILLIMETRE


_QUESTION, _TITLE, _SUMMARY = Style(TEXT, 1.3), Style(TITLE, 1.14), Style(TEXT, 1.4)
_SMALL, _FACT, _STEP, _STRONG = Style(SMALL, 1.42), Style(LABEL, 1.3), Style(SMALL, 1.36), Style(STRONG, 1.3)


def fit_question(card: QuestionCard) -> QuestionCard:
    """Set a question in the largest size that fits; one that fits in none is cut."""
    for size in _QUESTION_SIZES:
        if _QUESTION.height(card.text, size) <= _QUESTION_ROOM:
            return replace(card, sizes=(("question", size),))
    smallest = _QUESTION_SIZES[-1]
    text = _cut(card.text, lambda text: _QUESTION.height(text, smallest) <= _QUESTION_ROOM)
    return replace(card, text=text, sizes=(("question", smallest),))


def fit_activity(card: ActivityCard) -> ActivityCard:
    """Fit both sides of an activity's card."""
    return _fit_back(_fit_front(card))


def _fit_front(card: ActivityCard) -> ActivityCard:
    *_, last = candidates = list(_fronts(card))
    return next((found for found in candidates if _front_height(found) <= _FRONT_ROOM), last)


def _fronts(card: ActivityCard) -> Iterator[ActivityCard]:
    """Give the card with less and less on its front: the title shrinks, then the purpose goes, then the rest."""
    whole = sentences(card.purpose)
    first = next((size for size in _TITLE_SIZES if lines(card.title, TITLE, size, WIDTH) <= 2), _TITLE_SIZES[-1])
    sizes = (("title", first), ("summary", 10.0))
    for count in range(len(whole), -1, -1):
        yield replace(card, purpose=" ".join(whole[:count]), sizes=sizes)
    bare, sizes = replace(card, purpose=""), (("title", _TITLE_SIZES[-1]), ("summary", 9.0))
    for count in range(len(card.materials), -1, -1):
        rest = ("…",) if count < len(card.materials) else ()
        yield replace(bare, materials=card.materials[:count] + rest if count else (), sizes=sizes)
    bare = replace(bare, materials=())
    for most in (4, 2, 0):
        for title_lines, summary_lines in ((4, 8), (4, 4), (3, 0)):
            title = _cut(card.title, _within(title_lines, TITLE, _TITLE_SIZES[-1]))
            summary = _cut(card.summary, _within(summary_lines, TEXT, 9.0))
            yield replace(bare, title=title, summary=summary, facts=card.facts[:most], sizes=sizes)


def _within(most: int, face: Face, size: float, width: float = WIDTH) -> Callable[[str], bool]:
    return lambda text: lines(text, face, size, width) <= most


def _front_height(card: ActivityCard) -> float:
    size = dict(card.sizes)
    height = _TITLE.height(card.title, size["title"])
    height += 2 + _SUMMARY.height(card.summary, size["summary"]) if card.summary else 0
    height += 2 + _SMALL.height(card.purpose, 7.8) if card.purpose else 0
    height += 3.5 if card.facts or card.materials else 0
    for place in range(0, len(card.facts), 2):
        row = card.facts[place : place + 2]
        height += max(_fact_height(value, _HALF) for _, value in row)
    if card.materials:
        height += _fact_height(" · ".join(card.materials), WIDTH)
    return height


def _fact_height(value: str, width: float) -> float:
    """Give the height of a hairline, a label and a value, in millimetres."""
    return 1.4 + 7.0 * 1.35 / MILLIMETRE + _FACT.height(value, 8.2, width) + 1.4


def _fit_back(card: ActivityCard) -> ActivityCard:
    room = _BACK_ROOM - _TITLE.height(card.title, 11.0, 66)
    for size in _STEP_SIZES:
        if _steps_height(card.steps, size) <= room:
            return replace(card, sizes=(*card.sizes, *_step_sizes(size)))
    size = _STEP_SIZES[-1]
    kept = next(found for found in _fewer(card.steps, size) if _steps_height(found, size) <= room)
    return replace(card, steps=kept, more=True, sizes=(*card.sizes, *_step_sizes(size)))


def _step_sizes(size: float) -> tuple[tuple[str, float], ...]:
    return ("step", size), ("step-head", round(size + _HEAD, 1))


def _fewer(steps: Sequence[CardStep], size: float) -> Iterator[tuple[CardStep, ...]]:
    """Give the steps with less and less text: the longest loses its last sentence first; then the last steps go."""
    texts = [sentences(step.text) for step in steps]
    while True:
        # A step without a title keeps its first sentence.
        heights = [
            _STEP.height(" ".join(text), size) if len(text) > (0 if step.title else 1) else 0.0
            for step, text in zip(steps, texts, strict=True)
        ]
        longest = max(heights, default=0)
        if not longest:
            break
        texts[heights.index(longest)].pop()
        yield _with_texts(steps, texts)
    short = _with_texts(steps, [[_cut(" ".join(t), lambda s: lines(s, SMALL, size, WIDTH) <= 3)] for t in texts])
    short = tuple(replace(step, title=_cut(step.title, lambda s: lines(s, STRONG, size, 66) <= 2)) for step in short)
    for count in range(len(short), -1, -1):
        yield short[:count]


def _with_texts(steps: Sequence[CardStep], texts: Sequence[Sequence[str]]) -> tuple[CardStep, ...]:
    return tuple(replace(step, text=" ".join(text)) for step, text in zip(steps, texts, strict=True))


def _steps_height(steps: Sequence[CardStep], size: float) -> float:
    return sum(_step_height(step, size) for step in steps)


def _step_height(step: CardStep, size: float) -> float:
    """Give the height of the gap before a step, its title with the minutes beside it, and its text, in millimetres."""
    head = max(_STRONG.height(step.title, size + _HEAD, 66), _STRONG.height("1", size + _HEAD))
    return 1.9 + head + _STEP.height(step.text, size)


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    """Give a text, or as many of its first words as fit, and `…`."""
    if not text or fits(text):
        return text
    typed = text.split()
    for count in range(len(typed) - 1, 0, -1):
        shorter = " ".join(typed[:count]).rstrip(",;:–-.") + "…"
        if fits(shorter):
            return shorter
    for count in range(min(len(typed[0]), 400), 0, -1):
        if fits(typed[0][:count] + "…"):
            return typed[0][:count] + "…"
    return ""
