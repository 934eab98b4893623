"""What is compared of two stages, field by field: by what an item is known again, and what of it may be another.

Left out is what speaks to readers and not of the journey: descriptions, questions, audiences, and a journey in a stage.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from journeybook.model.journey import (
    Actor,
    ActorKind,
    Feeling,
    Journey,
    Measure,
    Next,
    Opportunity,
    Pain,
    Responsibility,
    Stage,
    Touchpoint,
)
from journeybook.model.pairing import folded

Of = Callable[[Journey, Any], Hashable]
"""Gives something of an item of a journey."""


@dataclass(frozen=True, slots=True)
class ComparedField:
    """A field of a stage: `keys` know an item again, the first before the next; `rest` may be another in the same item.

    `rest` is all that is shown beside the key.
    """

    name: str
    keys: tuple[Of, ...]
    rest: Of = lambda journey, item: None

    def items(self, stage: Stage) -> tuple[Any, ...]:
        """Give what the stage says in this field; a single value is a list of one."""
        found = getattr(stage, self.name)
        return found if isinstance(found, tuple) else () if found is None else (found,)


def actor_of(journey: Journey, key: str) -> Actor | None:
    """Give the actor with that id."""
    return next((actor for actor in journey.actors if actor.key == key), None)


def whose(journey: Journey, key: str | None) -> str:
    """Give who is meant, comparable between journeys: empty for the one whose journey it is, else a name."""
    actor = actor_of(journey, key) if key else None
    if actor is None:
        return folded(key or "")
    users = [one for one in journey.actors if one.kind is ActorKind.END_USER]
    alone = {feeling.actor for stage in journey.stages for feeling in stage.feelings} == {key}
    is_user = users == [actor] or (alone and not users and actor.kind is None)
    return "" if is_user else folded(actor.title)


def _text(journey: Journey, text: str) -> str:
    return folded(text)


def _one(journey: Journey, item: Any) -> Hashable:
    """Know a field's only value again, whatever it is."""
    return ()


def _itself(journey: Journey, item: Any) -> Hashable:
    value: Hashable = item
    return value


def _says(journey: Journey, item: Opportunity | Pain) -> str:
    return folded(item.text)


def _name(journey: Journey, item: Touchpoint | Measure) -> str:
    return folded(item.title)


def _meeting(journey: Journey, item: Touchpoint) -> Hashable:
    people = frozenset(whose(journey, key) for key in item.actors)
    return folded(item.channel or ""), people, folded(item.when or "")


def _feeler(journey: Journey, item: Feeling) -> str:
    return whose(journey, item.actor)


def _task(journey: Journey, item: Responsibility) -> Hashable:
    return whose(journey, item.actor), folded(item.does)


def _target(journey: Journey, item: Next) -> str:
    return next((folded(stage.title) for stage in journey.stages if stage.key == item.to), item.to)


def _condition(journey: Journey, item: Next) -> str:
    return folded(item.condition or "")


FIELDS = (
    ComparedField("summary", (_text, _one), _text),
    ComparedField("period", (_one,), _itself),
    ComparedField("horizon", (_one,), _itself),
    ComparedField("date", (_one,), _text),
    ComparedField("duration", (_one,), lambda journey, span: folded(span.text)),
    ComparedField("count", (_one,), _itself),
    ComparedField("goals", (_text,)),
    ComparedField("actions", (_text,)),
    ComparedField("thoughts", (_text,)),
    ComparedField("touchpoints", (_name,), _meeting),
    ComparedField(
        "feelings",
        (lambda journey, item: (_feeler(journey, item), folded(item.label or "")), _feeler),
        lambda journey, item: (item.score, folded(item.label or "")),
    ),
    ComparedField("pains", (_says,), lambda journey, item: item.severity),
    ComparedField("opportunities", (_says,)),
    ComparedField("responsibilities", (_task,)),
    ComparedField("frontstage", (_text,)),
    ComparedField("backstage", (_text,)),
    ComparedField("support", (_text,)),
    ComparedField("measures", (_name,), lambda journey, item: (item.value, item.target, folded(item.unit or ""))),
    ComparedField("activities", (_itself,)),
    ComparedField("effort", (_one,), _itself),
    ComparedField(
        "next",
        (
            lambda journey, item: (item.to, _condition(journey, item)),
            lambda journey, item: (_target(journey, item), _condition(journey, item)),
            lambda journey, item: item.to,
            _target,
        ),
        _condition,
    ),
)
"""Every field that is compared, in the order in which it is shown."""
