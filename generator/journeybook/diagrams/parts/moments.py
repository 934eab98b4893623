"""Where the feelings of a journey stand on their chart, and which of them is the lowest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeybook.diagrams.parts import lanes
from journeybook.diagrams.parts.scene import Scene
from journeybook.model.journey import ActorKind, Feeling, Stage

STEP = 50.0
"""Pixels between two scores of a curve."""
_APART = 24
"""Pixels between two marks that would cover each other: one stands above the other, so that neither is earlier."""
_CROWD = 4  # marks at one score for which the steps of the chart become higher; of more, marks move closer
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
    """Give the pixels between two scores: more than the marks of all who feel alike in a stage need.

    Fewer where there is no curve, since nobody feels something twice.
    """
    stages = [[(feeling.score, feeling.actor) for feeling in stage.feelings] for stage in scene.journey.stages]
    felt = [actor for stage in stages for _, actor in stage]
    least = STEP if len(set(felt)) < len(felt) else STEP / 2
    alike = max((count for stage in stages for count in Counter(score for score, _ in set(stage)).values()), default=1)
    return max(least, _APART * min(alike, _CROWD) + 4 if alike > 1 else 0)


def moments(scene: Scene, pitch: float) -> list[Moment]:
    """Give all moments, stage by stage, and in a stage actor by actor."""
    actors, low, step = feeling_actors(scene), lowest(scene), step_of(scene)
    found: list[Moment] = []
    for place, stage in enumerate(scene.journey.stages):
        for number, actor in enumerate(actors):
            of_one = _felt(stage, actor)
            across = min(_IN_TURN, (pitch - 40) / max(1, len(of_one)))
            for turn, feeling in enumerate(of_one):
                x = (place + 0.5) * pitch + (turn - (len(of_one) - 1) / 2) * across
                found.append(Moment(feeling, number, place, x, -step * feeling.score, lowest=feeling is low))
    return [replace(moment, y=moment.y + _aside(moment, found, step)) for moment in found]


def _felt(stage: Stage, actor: str | None) -> list[Feeling]:
    """Give what an actor feels in a stage, in the author's order."""
    return [feeling for feeling in stage.feelings if feeling.actor == actor]


def _aside(moment: Moment, found: Sequence[Moment], step: float) -> float:
    """Give the pixels that a mark moves down so that it covers no mark of others who feel the same in its stage.

    All of these stand around their score, one above the other: those who come from above and go there stand above, so
    that each line leads through its own mark and past the others.
    """
    alike = {one.actor for one in found if (one.place, one.feeling.score) == (moment.place, moment.feeling.score)}
    order = sorted(alike, key=lambda actor: (-_around(actor, moment.place, found), actor))
    apart = min(_APART, (step - 4) / len(order))
    return (order.index(moment.actor) - (len(order) - 1) / 2) * apart


def _around(actor: int, place: int, found: Sequence[Moment]) -> float:
    """Give the sum of the scores from which an actor comes to a stage and to which they go."""
    before = [one.feeling.score for one in found if one.actor == actor and one.place < place]
    after = [one.feeling.score for one in found if one.actor == actor and one.place > place]
    return sum((*before[-1:], *after[:1]))
