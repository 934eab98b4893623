"""What is past, today and in the future on a vision: runs of stages, each with a name and the looks of its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeybook.diagrams.paint.styles import LABEL
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.twin import Label, Row
from journeybook.model.journey import Horizon, Stage
from journeybook.problems import Text, say

_ERAS: dict[Horizon, tuple[str, Text]] = {
    Horizon.ACHIEVED: ("past", say("Past")),
    Horizon.TODAY: ("now", say("Today")),
    **dict.fromkeys((Horizon.NEXT, Horizon.PLANNED, Horizon.VISION), ("future", say("Future"))),
}


@dataclass(frozen=True, slots=True)
class Era:
    """Stages from `first` to before `end` that are all past, today or future; `looks` is the class of their field."""

    first: int
    end: int
    looks: str
    label: str

    def lines(self, scene: Scene, room: float) -> list[str]:
        """Break the label into lines."""
        return scene.lines(self.label, room, LABEL)


def eras(scene: Scene) -> list[Era]:
    """Give the eras in the order of the stages; none where no stage has a horizon, or all stages have the same."""
    found = list(_runs(scene, _horizons(scene.journey.stages)))
    return found if len(found) > 1 else []


def _horizons(stages: Sequence[Stage]) -> list[Horizon]:
    """Give each stage's horizon; one without it is where the stage before it is, and first ones where the next is."""
    told = [stage.horizon for stage in stages if stage.horizon]
    found, last = [], told[0] if told else None
    for stage in stages:
        last = stage.horizon or last
        found += [last] if last else []
    return found


def _runs(scene: Scene, horizons: Sequence[Horizon]) -> Iterator[Era]:
    first = 0
    for (name, label), run in groupby(_ERAS[horizon] for horizon in horizons):
        end = first + len(list(run))
        yield Era(first, end, f"jd-era jd-era-{name}", scene.say(label))
        first = end


def row(scene: Scene) -> Row:
    """Give for a twin which era begins with which stage."""
    begins = {era.first: era.label for era in eras(scene)}
    cells = ((Label(begins[place]),) if place in begins else () for place in range(len(scene.journey.stages)))
    return Row(scene.say(say("Era")), tuple(cells), named=False)
