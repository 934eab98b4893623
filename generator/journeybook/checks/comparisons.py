"""JB380, JB490 and JB491: journeys that are compared with themselves, or with one that they do not go with."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from journeybook.handbook import Entry, Handbook
from journeybook.model import Journey
from journeybook.model.comparison import Comparison
from journeybook.model.journey import State
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.problems.nearest import nearest

_AS_IS = "title: A first visit\nstate: as_is\nstages: [Before, After]\n"
_HERE = "title: A better visit\nstate: to_be\ncompares: visit\nstages: [Before, After]\n"

CODES = (
    Code(
        "JB380",
        means=(
            "A journey is compared with itself, directly or by way of others. What is compared is a journey as it "
            "should become with the same as it is, so that only one of the two says `compares`."
        ),
        remedy="Take `compares` out of the journey that shows how it is today.",
        example=Example(
            wrong="title: A first visit\nstate: as_is\ncompares: better\nstages: [Before, After]\n",
            right=_AS_IS,
            file="journeys/visit.yaml",
            beside={"journeys/better.yaml": _HERE},
        ),
    ),
    Code(
        "JB490",
        means=(
            "Of two journeys that are compared, the one that says `compares` is called `as_is`, or the other one "
            "`to_be`: new and gone may be told the wrong way round."
        ),
        remedy="Write `compares` into the journey as it should become, and call the other one `state: as_is`.",
        example=Example(
            wrong=_HERE.replace("to_be", "as_is"),
            right=_HERE,
            file="journeys/better.yaml",
            beside={"journeys/visit.yaml": _AS_IS},
        ),
    ),
    Code(
        "JB491",
        means=(
            "Two journeys are compared that have no stage in common: none has the id or the title of one of the other, "
            "so that all stages of the one are gone and all of the other new; or the id of a new stage is nearly that "
            "of one that is gone."
        ),
        remedy="Give stages that are the same in both the same `id`; their titles may differ.",
        example=Example(
            wrong=_HERE.replace("[Before, After]", "[Expected, At home]"),
            right=_HERE.replace(
                "[Before, After]", "\n  - {id: before, title: Expected}\n  - {id: after, title: At home}"
            ),
            file="journeys/better.yaml",
            beside={"journeys/visit.yaml": _AS_IS},
        ),
    ),
)

_PATH = ("compares",)
_MOST_OF_ID = 0.85
"""How much of an id is that of another where it is a slip of it; `greeting` and `meeting` have less in common."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report comparisons that go round, and those of journeys that do not go together."""
    for journey in book.journeys:
        id = journey.model.compares
        if not id:
            continue
        if chain := _round(book, journey):
            yield journey.problem("JB380", _why_round(chain), _hint_round(chain), path=_PATH)
        elif as_is := book.as_is_of(journey):
            yield from _states(journey, as_is)
            yield from _stages(journey, as_is)
        elif id in book.journeys.drafts:
            message = say("‘{id}’ is a draft, so the comparison with it is left out", id=id)
            yield journey.problem("JB408", message, say("publish it, or take `compares` out"), path=_PATH)


def _round(book: Handbook, journey: Entry[Journey]) -> list[str]:
    """Give the ids from a journey back to itself; none where what it is compared with leads elsewhere."""
    chain = [journey.id]
    while (found := book.journeys.get(chain[-1])) and (following := found.model.compares):
        if following == journey.id:
            return [*chain, following]
        if following in chain:
            return []
        chain.append(following)
    return []


def _why_round(chain: list[str]) -> Text:
    if len(chain) == 2:
        return say("this journey is compared with itself")
    return say("this journey is compared with itself, by way of others: {chain}", chain=" → ".join(chain))


def _hint_round(chain: list[str]) -> Text:
    if len(chain) == 2:
        return say("write the id of the journey that shows how it is today, or take it out")
    return say("leave `compares` in the journey as it should become, and take it out of the one as it is today")


def _states(journey: Entry[Journey], as_is: Entry[Journey]) -> Iterator[Problem]:
    if journey.model.state is State.AS_IS:
        message = say("this journey is compared with ‘{id}’, but is called `as_is` itself", id=as_is.id)
        hint = say("write `state: to_be`, or write `compares: {id}` into the other one instead", id=journey.id)
        yield journey.problem("JB490", message, hint, path=_PATH)
    elif as_is.model.state is State.TO_BE:
        message = say("‘{id}’, with which this journey is compared, is called `to_be`", id=as_is.id)
        hint = say("write `state: as_is` there, or name the journey that shows how it is today")
        yield journey.problem("JB490", message, hint, path=_PATH)


def _stages(journey: Entry[Journey], as_is: Entry[Journey]) -> Iterator[Problem]:
    found = Comparison(as_is.model, journey.model).stages
    if not any(stage.was and stage.now for stage in found):
        message = say("this journey and ‘{id}’, with which it is compared, have no stage in common", id=as_is.id)
        ids = ", ".join(stage.key for stage in as_is.model.stages)
        hint = say("give stages that are the same the ids that they have there: {ids}", ids=ids)
        yield journey.problem("JB491", message, hint, path=_PATH)
        return
    gone = {stage.was.key for stage in found if stage.was and not stage.now}
    for stage in found:
        id = stage.now.key if stage.now and not stage.was else ""
        meant = nearest(id, gone) if id else None
        if meant is None or SequenceMatcher(None, id, meant).ratio() < _MOST_OF_ID:
            continue
        message = say("‘{id}’ is new here and ‘{meant}’ is gone; did you mean ‘{meant}’?", id=id, meant=meant)
        path: Path = ("stages", stage.place or 0)
        hint = say("write `id: {id}` where it is the same stage", id=meant)
        yield journey.problem(
            "JB491", message, hint, path=(*path, "id") if journey.document.has((*path, "id")) else path
        )
