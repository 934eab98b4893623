"""JB466: something that stands twice in one list, and questions that two stages of a journey ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from journeybook.checks.lists_in_one_text import MOST_ITEMS
from journeybook.handbook import Entry, Handbook
from journeybook.model import Activity, Journey
from journeybook.model.walk import lists
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document

CODES = (
    Code(
        "JB466",
        means=(
            "A list names the same thing, person or word twice, or a stage of a journey asks what the one before "
            "it asks, or two variations have one name, and readers see it twice."
        ),
        remedy="Take one of them out, or write the one that was meant.",
        example=Example(
            wrong="title: A first talk\nsetting: [online, online]\n",
            right="title: A first talk\nsetting: [online, in_person]\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_LISTS = frozenset(
    (
        *("tags", "participants", "setting", "audience", "objectives", "materials", "bring", "related"),
        *("prerequisites", "tested_with", "activities", "needs", "goals", "questions", "choices"),
    )
)
"""Lists in which nothing can be meant to stand twice; of steps, and of what people do, much is done again."""

_TWICE = 2
_SHORT = 20
"""A question of fewer letters, such as `How are you?`, is asked anywhere."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report each item that is like one before it, but for its capitals."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, _ in lists(entry.model):
                if path[-1] in _LISTS:
                    yield from _in_list(entry.document, path)
    for page in book.pages.values():
        yield from _in_list(page.document, ("questions",))
    for activity in book.activities:
        yield from _variations(activity)
    for journey in book.journeys:
        yield from _in_two_stages(journey)


def _in_list(document: Document, path: Path) -> Iterator[Problem]:
    value = document.value(path)
    known: set[str] = set()
    for place, item in enumerate(value[:MOST_ITEMS] if isinstance(value, list) else ()):
        said = item.get("text") if isinstance(item, dict) and path[-1] == "questions" else item
        text = " ".join(said.split()) if isinstance(said, str) else ""
        of_some = str(item["audience"]) if isinstance(item, dict) and "audience" in item else ""
        word = f"{text.casefold()} {of_some}".strip() if text else ""
        if word and word in known:
            message = say("‘{text}’ stands twice in this list", text=text)
            yield document.problem("JB466", message, say("take one of them out"), path=(*path, place))
        known.add(word)


def _variations(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report a variation whose name is that of another but for its capitals and blanks: readers see it twice."""
    known: set[str] = set()
    for name in activity.model.variations:
        bare = " ".join(name.replace("_", " ").replace("-", " ").casefold().split())
        if bare in known:
            message = say("there is a variation ‘{name}’ already", name=name.replace("_", " "))
            hint = say("put the two texts together, or give this one another name")
            yield activity.problem("JB466", message, hint, path=("variations", name), at_key=True)
        known.add(bare)


def _in_two_stages(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report a stage that asks nothing but what the one before it asks: its questions were left in a copy.

    A question alone may well be asked again later, and one of three stages is asked at each on purpose.
    """
    asked = [[" ".join(one.text.split()).casefold() for one in stage.questions] for stage in journey.model.stages]
    often = Counter(text for texts in asked for text in {*texts})
    for place, (before, texts) in enumerate(pairwise(asked), 1):
        if texts and all(text in before and often[text] == _TWICE and len(text) >= _SHORT for text in texts):
            message = say("stage ‘{title}’ asks this question as well", title=journey.model.stages[place - 1].title)
            hint = say("ask another one here, or take it out; if it is to be asked again, leave it")
            yield journey.problem("JB466", message, hint, path=("stages", place, "questions", 0))
