"""Where the feelings of a journey stand on their chart, and which of them is the lowest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.journey import ActorKind, Feeling, Stage

STEP = 50.0
"""Pixels between two scores of a curve."""
_APART, _DOWN = 24, 8
"""Pixels between two marks that would cover each other, across and down: they still belong to one moment."""
_IN_TURN = 34  # pixels between two marks of one actor, who feels one after the other
_MOST = 600  # pixels to which feelings widen a column; with a score of them, marks move closer


@dataclass(frozen=True, slots=True)
class Moment:
    """What an actor feels in a stage: `actor` and `place` count from 0, `x` and `y` are the middle of its mark.

    x is in pixels from where the first stage begins, y from the line of score 0, downwards.
    """

    feeling: Feeling
    actor: int
    place: int
    x: float
    y: float
    lowest: bool = False


def feeling_actors(scene: Scene) -> list[str | None]:
    """Give the ids of all who feel something: first the one whose journey it is, then the others in their order."""
    found = lanes.feeling_actors(scene)
    users = {actor.key for actor in scene.journey.actors if actor.kind is ActorKind.END_USER}
    first = next((actor for actor in found if actor in users), found[0] if found else None)
    return sorted(found, key=lambda actor: actor != first)


def lowest(scene: Scene) -> Feeling | None:
    """Give the lowest moment of the one whose journey it is; the first of several.

    None where all of their feelings are alike, and where they feel something in one stage only.
    """
    actors = feeling_actors(scene)
    stages = [felt for stage in scene.journey.stages if actors and (felt := _felt(stage, actors[0]))]
    found = [feeling for felt in stages for feeling in felt]
    alike = len({feeling.score for feeling in found}) < 2
    return None if alike or len(stages) < 2 else min(found, key=lambda feeling: feeling.score)


def least_pitch(scene: Scene) -> float:
    """Give the pixels that a stage's column needs for the marks of all its feelings beside each other."""
    return min(_MOST, 40 + 26 * max(len(stage.feelings) for stage in scene.journey.stages))


def step_of(scene: Scene) -> float:
    """Give the pixels between two scores: fewer where there is no curve, since nobody feels something twice."""
    found = [feeling.actor for stage in scene.journey.stages for feeling in stage.feelings]
    return STEP if len(set(found)) < len(found) else STEP / 2


def moments(scene: Scene, pitch: float) -> list[Moment]:
    """Give all moments, stage by stage, and in a stage actor by actor."""
    actors, low, step = feeling_actors(scene), lowest(scene), step_of(scene)
    found: list[Moment] = []
    for place, stage in enumerate(scene.journey.stages):
        middle = (place + 0.5) * pitch
        for number, actor in enumerate(actors):
            for feeling in _felt(stage, actor):
                y = -step * feeling.score
                found.append(Moment(feeling, number, place, middle, y, lowest=feeling is low))
    return [moment for place in range(len(scene.journey.stages)) for moment in _dodged(found, place, pitch)]


def _felt(stage: Stage, actor: str | None) -> list[Feeling]:
    """Give what an actor feels in a stage, in the author's order."""
    return [feeling for feeling in stage.feelings if feeling.actor == actor]


def _dodged(found: list[Moment], place: int, pitch: float) -> Iterator[Moment]:
    """Move the moments of a stage a little, so that no mark covers another.

    Several of one actor stand in their order; of several actors, only those at one score make way for each other.
    """
    here = [moment for moment in found if moment.place == place]
    in_turn = len({moment.actor for moment in here}) < len(here)
    for number, moment in enumerate(here):
        at = [n for n, other in enumerate(here) if in_turn or other.feeling.score == moment.feeling.score]
        offset = at.index(number) - (len(at) - 1) / 2
        step = min(_IN_TURN if in_turn else _APART, (pitch - 40) / len(at))
        down = 0 if in_turn else _DOWN * offset
        yield replace(moment, x=moment.x + offset * step, y=moment.y + down)
