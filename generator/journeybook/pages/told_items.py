"""Say what is told of a stage, item by item: its name, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from journeybook.handbook import Entry, Handbook
from journeybook.language.words import Words
from journeybook.model import Journey
from journeybook.model.journey import Feeling, Measure, Next, Pain, Responsibility, Touchpoint
from journeybook.problems import Text, say

NAMES: dict[str, Text] = {
    "summary": say("What happens"),
    "period": say("When"),
    "horizon": say("Where it stands"),
    "date": say("Date"),
    "duration": say("How long"),
    "count": say("How many people"),
    "goals": say("What they want"),
    "actions": say("What they do"),
    "thoughts": say("What they think"),
    "touchpoints": say("Touchpoints"),
    "feelings": say("How it feels"),
    "pains": say("Pains"),
    "opportunities": say("Opportunities"),
    "responsibilities": say("Who does what"),
    "frontstage": say("What people see"),
    "backstage": say("Behind the scenes"),
    "support": say("What it relies on"),
    "measures": say("Measures"),
    "activities": say("Activities"),
    "effort": say("Effort"),
    "next": say("Where the way goes on"),
}
"""What each field of a stage is called, where it is compared."""

Said = tuple[str, str]
"""What an item is called, and what stands beside it; either may be empty."""


@dataclass(frozen=True)
class ToldItems:
    """How the items of one journey are said."""

    book: Handbook
    words: Words
    journey: Entry[Journey]

    def __call__(self, field: str, item: Any) -> Said:
        """Say an item of that field of a stage."""
        say_it: Callable[[ToldItems, Any], Said] | None = _SAID.get(field)
        return say_it(self, item) if say_it else (str(item), "")

    def actor(self, key: str) -> str:
        """Give an actor's title."""
        return self.journey.model.actor_title(key)

    def label(self, item: Any) -> Said:
        """Say a choice."""
        return "", self.words.label(item)

    def touchpoint(self, item: Touchpoint) -> Said:
        """Say a touchpoint, and how, with whom and when it happens."""
        people = self.words.listing([self.actor(key) for key in item.actors]) if item.actors else ""
        return item.title, _joined(item.channel, people, item.when)

    def feeling(self, item: Feeling) -> Said:
        """Say a feeling with its score, and whose it is where there are several."""
        several = len({one.actor for stage in self.journey.model.stages for one in stage.feelings}) > 1
        whose = f"({self.actor(item.actor)})" if item.actor and several else ""
        return "", " ".join(part for part in (self.words.score(item.score), item.label or "", whose) if part)

    def pain(self, item: Pain) -> Said:
        """Say a pain, and how bad it is."""
        return item.text, self.words.label(f"severity-{item.severity}") if item.severity else ""

    def task(self, item: Responsibility) -> Said:
        """Say whose task something is."""
        return f"{self.actor(item.actor)}: {item.does}", ""

    def measure(self, item: Measure) -> Said:
        """Say a measure with its figure today and its target."""
        figures = [self.words.number(one) for one in (item.value, item.target) if one is not None]
        amount = " → ".join(figures)
        return item.title, f"{amount} {item.unit}" if amount and item.unit else amount

    def activity(self, id: str) -> Said:
        """Say an activity by its title; nothing of one that is not shown."""
        entry = self.book.activities.get(id)
        return entry.title if entry else "", ""

    def way(self, item: Next) -> Said:
        """Say where the way goes on, and when."""
        model = self.journey.model
        title = next((stage.title for stage in model.stages if stage.key == item.to), item.to)
        return title, self.words("if {condition}", condition=item.condition) if item.condition else ""

    def count(self, item: int) -> Said:
        """Say how many people reach a stage."""
        return "", self.words.many("{number} person", "{number} people", item)

    def effort(self, item: int) -> Said:
        """Say how much work a stage needs."""
        return "", self.words("{effort} of 5", effort=item)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


_SAID: dict[str, Callable[[ToldItems, Any], Said]] = {
    "summary": lambda told, item: ("", item),
    "period": ToldItems.label,
    "horizon": ToldItems.label,
    "date": lambda told, item: ("", item),
    "duration": lambda told, item: ("", told.words.span(item)),
    "count": ToldItems.count,
    "touchpoints": ToldItems.touchpoint,
    "feelings": ToldItems.feeling,
    "pains": ToldItems.pain,
    "opportunities": lambda told, item: (item.text, ""),
    "responsibilities": ToldItems.task,
    "measures": ToldItems.measure,
    "activities": ToldItems.activity,
    "effort": ToldItems.effort,
    "next": ToldItems.way,
}
