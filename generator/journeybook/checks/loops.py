"""JB304: activities that come before themselves, journeys that hold themselves; told at each place of the loop."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Path, Problem, say

CODES = (
    Code(
        "JB304",
        means=(
            "A loop: an activity comes before itself or is related to itself, a journey is a stage of itself, or the "
            "way from a stage leads to that stage."
        ),
        remedy="Take one of the links of the chain out.",
        example=Example(
            wrong="title: A first talk\nprerequisites: [walk]\n",
            right="title: A first talk\nrelated: [walk]\n",
            file="toolkit/talk.yaml",
            beside={"toolkit/walk.yaml": "title: A walk\nprerequisites: [talk]\n"},
        ),
    ),
)

_OUT = say("take it out, or write the other one that is meant")
Graph = dict[str, dict[str, Path]]


def check(book: Handbook) -> Iterator[Problem]:
    """Report loops of prerequisites and of nested journeys."""
    before: Graph = {
        entry.id: {id: ("prerequisites", place) for place, id in enumerate(entry.model.prerequisites)}
        for entry in book.activities
    }
    for id, path, chain in _loops(before):
        message = say("this activity comes before itself: {chain}", chain=" → ".join(chain))
        yield book.activities[id].problem("JB304", message, say("take one of these prerequisites out"), path=path)
    nested: Graph = {
        entry.id: {s.journey: ("stages", place, "journey") for place, s in enumerate(entry.model.stages) if s.journey}
        for entry in book.journeys
    }
    for id, path, chain in _loops(nested):
        message = say("this journey is a stage of itself: {chain}", chain=" → ".join(chain))
        yield book.journeys[id].problem("JB304", message, say("take `journey:` out of one of these stages"), path=path)
    yield from _related_to_itself(book)
    yield from _next_is_itself(book)


def _related_to_itself(book: Handbook) -> Iterator[Problem]:
    for activity in book.activities:
        for place, id in enumerate(activity.model.related):
            if id == activity.id:
                yield activity.problem(
                    "JB304", say("this activity is related to itself"), _OUT, path=("related", place)
                )


def _next_is_itself(book: Handbook) -> Iterator[Problem]:
    for journey in book.journeys:
        for place, stage in enumerate(journey.model.stages):
            ways = [(way.to, way.condition) for way in stage.next]
            if ways == [(stage.key, None)]:  # as one of several, to try again is a way
                message = say("the way from this stage leads to the stage itself")
                hint = say("write the stage that follows, or take it out")
                yield journey.problem("JB304", message, hint, path=("stages", place, "next", 0, "to"))


def _loops(graph: Graph) -> Iterator[tuple[str, Path, list[str]]]:
    """Find each edge that lies on a loop: where it starts, its path in the data, and the shortest way round."""
    for start, edges in graph.items():
        for first, path in edges.items():
            way = _way(graph, first, start)
            if way is not None:
                yield start, path, [start, *way]


def _way(graph: Graph, first: str, goal: str) -> list[str] | None:
    """Find the shortest way from `first` to `goal`, both included."""
    ways = {first: [first]}
    pending = [first]
    for node in pending:
        if node == goal:
            return ways[node]
        for after in graph.get(node, {}):
            if after not in ways:
                ways[after] = [*ways[node], after]
                pending.append(after)
    return None
