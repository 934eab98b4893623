"""CP401: a title in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "CP401",
        means="A title is in capitals, which are slower to read, and which some screen readers spell out.",
        remedy="Write it as in a sentence.",
        example=Example(
            wrong="title: THE FIRST TALK\n",
            right="title: The first talk\n",
            file="toolkit/talk.yaml",
        ),
    ),
)
_LEAST = 6  # letters: shorter ones may be abbreviations


def check(book: Handbook) -> Iterator[Problem]:
    """Titles of journeys, activities and workshops."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            letters = [letter for letter in entry.title if letter.isalpha()]
            if len(letters) >= _LEAST and all(letter.isupper() for letter in letters):
                message = say("‘{title}’ is in capitals", title=entry.title)
                yield entry.problem("CP401", message, say("write it as in a sentence"), path=("title",))
