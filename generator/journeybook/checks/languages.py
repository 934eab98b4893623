"""JB468: the code of a language or of a country that there is none of."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.language.tags import is_tag, meant_tag
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB468",
        means=(
            "`language` names a language or a country that there is not, such as `en-UK` or `gb`: browsers and screen "
            "readers take the page for one in the handbook’s own language, or in none."
        ),
        remedy="Write the code that is offered: first the language, as `en`, then the country, as `GB`.",
        example=Example(
            wrong="title: Un premier entretien\nlanguage: fr-UK\n",
            right="title: Un premier entretien\nlanguage: fr\n",
            file="toolkit/talk.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report languages of journeys, activities and workshops that nobody knows."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            tag = entry.model.language
            if tag and not is_tag(tag):
                meant = meant_tag(tag)
                hint = say("write `{tag}`", tag=meant) if meant else say("write its short code, such as `ar` or `de`")
                message = say("there is no language ‘{tag}’", tag=tag)
                yield entry.problem("JB468", message, hint, path=("language",))
