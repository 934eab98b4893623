"""Where a journey goes on from each stage: the way it branches, as data and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.twin import Label, Row
from journeybook.model.journey import Journey, Stage
from journeybook.problems import say


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one stage to another, by their places counted from 0."""

    start: int
    end: int
    condition: str = ""

    @property
    def on(self) -> bool:
        """Whether the way leads to the stage right after."""
        return self.end == self.start + 1


def branches(journey: Journey) -> bool:
    """Tell whether any stage says where the way goes on."""
    return any(stage.next or stage.ends for stage in journey.stages)


def ways(journey: Journey) -> list[Way]:
    """Give all ways: of a stage with `next` exactly those, of any other that goes on the one to the stage below it."""
    last = len(journey.stages) - 1
    found: list[Way] = []
    for index, stage in enumerate(journey.stages):
        if stage.next:
            found += _told(journey, index, stage)
        elif index < last and not stage.ends:
            found.append(Way(index, index + 1))
    return found


def _told(journey: Journey, index: int, stage: Stage) -> Iterator[Way]:
    for following in stage.next:
        place = journey.place_of(following.to)
        if place is not None:
            yield Way(index, place, following.condition or "")


def entries(scene: Scene, index: int) -> tuple[Label, ...]:
    """Say where the way goes on from a stage; nothing where the journey does not branch."""
    if not branches(scene.journey):
        return ()
    return tuple(_entry(scene, way) for way in ways(scene.journey) if way.start == index)


def _entry(scene: Scene, way: Way) -> Label:
    stage = scene.journey.stages[way.end]
    number, title = str(scene.nth(way.end)), stage.title
    if way.condition:
        text = say("{condition}: to {number} {title}", condition=way.condition, number=number, title=title)
    else:
        text = say("to {number} {title}", number=number, title=title)
    return Label(scene.say(text), scene.links.stage(stage.key))


def row(scene: Scene) -> Row:
    """Give the ways of all stages, for a twin: drawings show the condition beside an arrow."""
    cells = tuple(entries(scene, index) for index in range(len(scene.journey.stages)))
    return Row(scene.say(say("Where the way goes on")), cells, named=False)
