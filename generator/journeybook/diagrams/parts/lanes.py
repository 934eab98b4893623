"""What there is to say of a stage, lane by lane: the labels that drawings and their twins share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from journeybook.diagrams.parts.scene import Scene, score_text
from journeybook.diagrams.parts.twin import Label, Row
from journeybook.language.quotation import quoted
from journeybook.model.journey import Feeling, Stage
from journeybook.model.views.map import Lane
from journeybook.problems import Text, say

MOST = 6
"""How many entries a short list shows; of more, the last one says how many are left."""

NAMES: dict[Lane, Text] = {
    Lane.GOALS: say("Goals"),
    Lane.ACTIONS: say("Actions"),
    Lane.THOUGHTS: say("Thoughts"),
    Lane.TOUCHPOINTS: say("Touchpoints"),
    Lane.CHANNELS: say("Channels"),
    Lane.ACTORS: say("Actors"),
    Lane.FEELINGS: say("Feelings"),
    Lane.PAINS: say("Pains"),
    Lane.OPPORTUNITIES: say("Opportunities"),
    Lane.RESPONSIBILITIES: say("Responsibilities"),
    Lane.MEASURES: say("Measures"),
    Lane.ACTIVITIES: say("Activities"),
    Lane.EFFORT: say("Effort"),
}


def name(scene: Scene, lane: Lane) -> str:
    """Give a lane's name in the reader's language."""
    return scene.say(NAMES[lane])


def row(scene: Scene, lane: Lane, most: int | None = None) -> Row:
    """Give a lane's labels of all stages; with `most`, of each stage so many."""
    cells = (entries(scene, stage, lane) for stage in scene.journey.stages)
    stages = scene.journey.stages
    if most:
        cells = (few(scene, stage, cell, most) for stage, cell in zip(stages, list(cells), strict=True))
    return Row(name(scene, lane), tuple(map(tuple, cells)))


def times(scene: Scene) -> Row:
    """Say when each stage happens and how long it takes: “Before · 2 weeks”."""
    cells = []
    for stage in scene.journey.stages:
        parts = [scene.label(stage.period) if stage.period else "", stage.date or ""]
        parts.append(scene.span(stage.duration) if stage.duration else "")
        text = " · ".join(part for part in parts if part)
        cells.append((Label(text),) if text else ())
    return Row(scene.say(say("When")), tuple(cells), named=False)


def summaries(scene: Scene) -> Row:
    """Give the stages' summaries."""
    cells = ((Label(stage.summary),) if stage.summary else () for stage in scene.journey.stages)
    return Row(scene.say(say("Summary")), tuple(cells), named=False)


def moods(scene: Scene, felt: Callable[[Stage], Sequence[Feeling]] = lambda stage: stage.feelings[:1]) -> Row:
    """Give each stage's first feeling, or what else is `felt` in it."""
    stages = scene.journey.stages
    cells = (tuple(Label(feeling_text(scene, feeling, whose=False)) for feeling in felt(stage)) for stage in stages)
    return Row(name(scene, Lane.FEELINGS), tuple(cells), named=False)


def few(scene: Scene, stage: Stage, found: list[Label], most: int = MOST) -> list[Label]:
    """Give at most so many labels: the last then says how many are left, and leads to the stage."""
    if len(found) <= most:
        return found
    rest = scene.say(say("and {count} more", count=len(found) - most + 1))
    return [*found[: most - 1], Label(rest, scene.links.stage(stage.key))]


def entries(scene: Scene, stage: Stage, lane: Lane) -> list[Label]:
    """Give what a lane says of a stage."""
    return _READ[lane](scene, stage)


def _plain(texts: Iterable[str]) -> list[Label]:
    return [Label(text) for text in texts]


def _touchpoints(scene: Scene, stage: Stage) -> list[Label]:
    return [Label(touchpoint.title, touchpoint.url) for touchpoint in stage.touchpoints]


def _channels(scene: Scene, stage: Stage) -> list[Label]:
    return _plain(dict.fromkeys(touchpoint.channel for touchpoint in stage.touchpoints if touchpoint.channel))


def _actors(scene: Scene, stage: Stage) -> list[Label]:
    keys = dict.fromkeys(key for touchpoint in stage.touchpoints for key in touchpoint.actors)
    return _plain(map(scene.journey.actor_title, keys))


def _feelings(scene: Scene, stage: Stage) -> list[Label]:
    return [Label(feeling_text(scene, feeling)) for feeling in stage.feelings]


def feeling_text(scene: Scene, feeling: Feeling, *, whose: bool = True) -> str:
    """Say a feeling in one line: its score, its label and, with `whose` and where several actors feel, whose it is."""
    parts = [score_text(feeling.score), feeling.label or ""]
    if whose and feeling.actor and len(feeling_actors(scene)) > 1:
        parts.append(f"({scene.journey.actor_title(feeling.actor)})")
    return " ".join(part for part in parts if part)


def feeling_actors(scene: Scene) -> list[str | None]:
    """Give the ids of all who feel something, in the order of the stages; None for nobody in particular."""
    stages = scene.journey.stages
    return list(dict.fromkeys(feeling.actor for stage in stages for feeling in stage.feelings))


def _responsibilities(scene: Scene, stage: Stage) -> list[Label]:
    title = scene.journey.actor_title
    return [Label(f"{title(found.actor)}: {found.does}") for found in stage.responsibilities]


def _measures(scene: Scene, stage: Stage) -> list[Label]:
    return [
        Label(title + (f": {amount} {unit}" if amount else "").rstrip())
        for title, amount, unit in measured(scene, stage)
    ]


def measured(scene: Scene, stage: Stage) -> list[tuple[str, str, str]]:
    """Give what is measured in a stage, its figures (empty where there are none) and what they count."""
    found = []
    for measure in stage.measures:
        figures = [scene.number(figure) for figure in (measure.value, measure.target) if figure is not None]
        amount = "\u00a0→\u00a0".join(figures)
        found.append((measure.title, amount, measure.unit or ""))
    return found


def worst_first(stage: Stage) -> list[tuple[str, int]]:
    """Give a stage's pains with their severity (0: none is given), the worst first, else in the author's order."""
    return sorted(((pain.text, pain.severity or 0) for pain in stage.pains), key=lambda pain: -pain[1])


def _pains(scene: Scene, stage: Stage) -> list[Label]:
    graded = worst_first(stage)
    return [Label(f"{text} ({scene.label(f'severity-{grade}')})" if grade else text) for text, grade in graded]


def _thoughts(scene: Scene, stage: Stage) -> list[Label]:
    return _plain(quoted(thought, scene.language) for thought in stage.thoughts)


def _activities(scene: Scene, stage: Stage) -> list[Label]:
    return [Label(title, address) for title, address in scene.activities(stage)]


def _effort(scene: Scene, stage: Stage) -> list[Label]:
    return [Label(scene.say(say("{effort} of 5", effort=stage.effort)))] if stage.effort else []


_READ: dict[Lane, Callable[[Scene, Stage], list[Label]]] = {
    Lane.GOALS: lambda scene, stage: _plain(stage.goals),
    Lane.ACTIONS: lambda scene, stage: _plain(stage.actions),
    Lane.THOUGHTS: _thoughts,
    Lane.TOUCHPOINTS: _touchpoints,
    Lane.CHANNELS: _channels,
    Lane.ACTORS: _actors,
    Lane.FEELINGS: _feelings,
    Lane.PAINS: _pains,
    Lane.OPPORTUNITIES: lambda scene, stage: _plain(chance.text for chance in stage.opportunities),
    Lane.RESPONSIBILITIES: _responsibilities,
    Lane.MEASURES: _measures,
    Lane.ACTIVITIES: _activities,
    Lane.EFFORT: _effort,
}
