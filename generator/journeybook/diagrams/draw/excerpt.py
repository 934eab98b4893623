"""Draw a part of a journey: some of its stages, which keep their numbers, and of a map some of its lanes.

Choices are what people type: `2-4`, `1,3` or `3-` for stages, `goals,pains` for lanes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from journeybook.diagrams.draw.request import Request
from journeybook.diagrams.parts import lanes, ways
from journeybook.model.journey import Journey, Next, Stage
from journeybook.model.views import VIEWS
from journeybook.model.views.map import Lane, MapView
from journeybook.problems import RemedyError, say
from journeybook.problems.nearest import nearest

_PART = re.compile(r"\s*(\d{1,4})?\s*(?:([-–—−])\s*(\d{1,4})?)?\s*")


class ChoiceError(RemedyError):
    """Raised where a choice of stages, lanes or sheets cannot be drawn."""


def excerpt(request: Request, stages: str = "", lanes: str = "") -> Request:
    """Ask for a part of what a request asks for; empty choices leave it as it is. A ChoiceError says what is wrong."""
    if stages:
        request = of_stages(request, numbers_in(stages, [stage.number for stage in request.journey.stages]))
    return of_lanes(request, lanes_in(lanes)) if lanes else request


def numbers_in(text: str, known: Sequence[int]) -> list[int]:
    """Read a choice of stages, such as `2-4`, `1,3` or `3-`, of a journey whose stages have `known` numbers; in order.

    An edition may lack some between others: a range has those that are there.
    """
    found: set[int] = set()
    for part in re.split("[,،、]", text):
        found.update(_range(part, known))
    return sorted(found)


def _range(part: str, known: Sequence[int]) -> list[int]:
    match = _PART.fullmatch(part)
    if not match or not (match[1] or match[3]):
        raise ChoiceError(
            say("‘{part}’ is no choice of stages", part=part.strip()),
            say("write their numbers, such as 2, 2-4, 2- or 1,3"),
        )
    first = int(match[1] or 1)
    last = int(match[3]) if match[3] else known[-1] if match[2] else first
    for beyond in (number for number in (first, last) if not 1 <= number <= known[-1]):
        _refuse_beyond(beyond, known)
    if last < first:
        raise ChoiceError(
            say("‘{part}’ counts backwards", part=part.strip()), say("write {first}-{last}", first=last, last=first)
        )
    chosen = [number for number in known if first <= number <= last]
    if not chosen:
        _refuse_beyond(first, known)
    return chosen


def _refuse_beyond(number: int, known: Sequence[int]) -> None:
    if len(known) == 1:
        raise ChoiceError(
            say("there is no stage {number}: the journey has one", number=number), say("leave the choice of stages out")
        )
    if known[-1] > len(known):
        raise ChoiceError(
            say("there is no stage {number} here", number=number),
            say("write some of these numbers: {numbers}", numbers=", ".join(map(str, known))),
        )
    raise ChoiceError(
        say("there is no stage {number}: the journey has {count}", number=number, count=len(known)),
        say("write numbers from 1 to {count}", count=len(known)),
    )


def of_stages(request: Request, numbers: Sequence[int]) -> Request:
    """Ask for those of the stages that have these numbers; they keep them, and their colours."""
    known = [stage.number for stage in request.journey.stages]
    if list(numbers) == known:
        return request
    if not VIEWS[request.view].excerpts:
        raise ChoiceError(
            say("the view ‘{view}’ is only true with all its stages", view=request.view),
            say("leave the choice of stages out, or draw another view"),
        )
    chosen = tuple(_stages(request.journey, [known.index(number) for number in numbers]))
    journey = request.journey.model_copy(update={"stages": chosen})
    return replace(request, journey=journey)


def _stages(journey: Journey, places: Sequence[int]) -> Iterator[Stage]:
    """Give the stages, and see to it that none seems to lead to one that does not follow it in the journey."""
    following = dict(pairwise(places))
    for place in places:
        stage = journey.stages[place]
        goes_on = place + 1 < len(journey.stages) and following.get(place) != place + 1
        if goes_on and not (stage.next or stage.ends) and ways.branches(journey):
            # its way leads to a stage that is not drawn
            stage = stage.model_copy(update={"next": (Next(to=journey.stages[place + 1].key),)})
        yield stage


def lanes_in(text: str) -> list[Lane]:
    """Read a choice of lanes, such as `goals,pains`; in the order of the text, each once."""
    names = [name for part in re.split("[,،、]", text) if (name := part.strip())]
    if not names:
        raise ChoiceError(say("no lane is named"), say("write names of lanes, such as goals,pains"))
    return list(dict.fromkeys(map(_lane, names)))


def _lane(name: str) -> Lane:
    if name.casefold() in list(Lane):
        return Lane(name.casefold())
    known = say("the lanes are {lanes}", lanes=", ".join(Lane))
    if meant := nearest(name, Lane):
        raise ChoiceError(say("unknown lane ‘{name}’; did you mean ‘{meant}’?", name=name, meant=meant), known)
    raise ChoiceError(say("unknown lane ‘{name}’", name=name), known)


def of_lanes(request: Request, chosen: Sequence[Lane]) -> Request:
    """Ask for these lanes of a map, in this order; each has to have something to show."""
    if request.view != "map":
        raise ChoiceError(
            say("only a map has lanes, and this is the view ‘{view}’", view=request.view),
            say("choose the view map, or leave the choice of lanes out"),
        )
    present = lanes_of(request)
    if empty := [lane for lane in chosen if lane not in present]:
        said = ", ".join(present)
        raise ChoiceError(
            say("no stage that is drawn says anything in the lane ‘{lane}’", lane=empty[0]),
            say("lanes that have something are {lanes}", lanes=said) if said else say("choose other stages"),
        )
    return replace(request, journey=_with_lanes(request.journey, chosen))


def lanes_of(request: Request) -> list[Lane]:
    """Give the lanes in which any of the stages says something, in the order of maps."""
    scene = request.scene(lambda dot: dot)
    return [lane for lane in Lane if lanes.row(scene, lane)]


def _with_lanes(journey: Journey, chosen: Sequence[Lane]) -> Journey:
    """Give the journey with these lanes alone: without that of the journeys which show a stage in detail, too."""
    drawing = journey.drawing("map")
    settings = (drawing.settings or MapView()).model_copy(update={"lanes": tuple(chosen)})
    others = tuple(one for one in journey.views if one.view != "map")
    stages = tuple(stage.model_copy(update={"journey": None}) for stage in journey.stages)
    return journey.model_copy(
        update={"stages": stages, "views": (*others, drawing.model_copy(update={"map": settings}))}
    )
