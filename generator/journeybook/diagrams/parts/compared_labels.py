"""What there is to say of two journeys that are compared: the labels that drawings and their twins share."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.parts.lanes import feeling_text
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.twin import Label
from journeybook.model.comparison import ComparedStage, Comparison, Fate
from journeybook.model.journey import Feeling
from journeybook.problems import Text, say

MARKS = {Fate.STAYS: "=", Fate.CHANGED: "~", Fate.NEW: "+", Fate.GONE: "−"}
"""The mark of each sign, which stands before its word."""
SIGNS = {Fate.STAYS: say("stays"), Fate.CHANGED: say("changed"), Fate.NEW: say("new"), Fate.GONE: say("gone")}
COUNTED = {Fate.NEW: say("{count} new"), Fate.GONE: say("{count} gone"), Fate.CHANGED: say("{count} changed")}
"""How so many items of a stage are told that have become so."""
TODAY, BECOMES = say("How it is today"), say("How it should become")
SCALE = say("Feelings, from −2 (very bad) to +2 (very good)")


def comparison_of(scene: Scene) -> Comparison:
    """Compare the scene's journey with the one as it is; with itself where there is none."""
    return Comparison(scene.as_is.journey if scene.as_is else scene.journey, scene.journey)


def address(scene: Scene, compared: ComparedStage) -> str:
    """Give where a compared stage leads: to itself as it should become, else as it is."""
    if compared.now is None and scene.as_is is not None:
        return scene.as_is.stage(compared.stage.key)
    return scene.links.stage(compared.stage.key)


def sign(scene: Scene, compared: ComparedStage) -> str:
    """Say what has become of a stage, with its mark: “+ new”."""
    return f"{MARKS[compared.fate]} {scene.say(SIGNS[compared.fate])}"


def details(scene: Scene, comparison: Comparison, compared: ComparedStage) -> list[str]:
    """Say what is another in a stage of both: its title, its place, how it feels, and how much is told of it."""
    if compared.was is None or compared.now is None:
        return []
    found: list[Text] = []
    if compared.old_title:
        found.append(say("was ‘{title}’", title=compared.old_title))
    if compared.moved:
        found.append(say("moved, was {number}", number=(compared.was_place or 0) + 1))
    better = comparison.better(compared)
    if better:
        found.append(say("feels better") if better > 0 else say("feels worse"))
    return [*map(scene.say, found), *_counts(scene, compared)]


def _counts(scene: Scene, compared: ComparedStage) -> list[str]:
    counts = [(text, compared.counted(fate)) for fate, text in COUNTED.items()]
    said = "\u00a0· ".join(scene.say(say(text.template, count=count)) for text, count in counts if count)
    return [said] if said else []


def moods(scene: Scene, feelings: Sequence[Feeling]) -> tuple[Label, ...]:
    """Say feelings, each with its score."""
    return tuple(Label(feeling_text(scene, feeling, whose=False)) for feeling in feelings)
