"""Invented journeys: every one has what each of the six views shows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from invented.prose import phrase, questions, sentences, slug
from invented.words import CHANNELS, FEELINGS, PEOPLE, ROLES, STAGES, WAYS

VIEWS = ("path", "funnel", "cycle", "vision", "map", "blueprint")
_HORIZONS = ("achieved", "today", "next", "planned", "vision")
_PERIODS = ("before", "during", "after")
_STRIDE = 37
"""A prime that does not divide the number of names, as for activities."""


def title(number: int) -> str:
    """Give the title of the journey of that number, counted from 0; each number has its own."""
    names = len(PEOPLE) * len(WAYS)
    place, again = number * _STRIDE % names, number // names
    who, way = PEOPLE[place % len(PEOPLE)], WAYS[place // len(PEOPLE)]
    name = f"{'An' if who[0] in 'aeiou' else 'A'} {who}’s {way}"
    return name + (f" {again + 1}" if again else "")


def journey_id(number: int) -> str:
    """Its id."""
    return slug(title(number))


def journey(seed: int, number: int, *, chapters: Sequence[str], activities: Sequence[str]) -> dict[str, Any]:
    """Invent a journey as data for YAML, whose stages share out these activities; every third one has branches."""
    chance = random.Random(f"{seed} journey {number}")
    count = chance.randint(4, 7)
    names = sorted(chance.sample(range(len(STAGES)), count))
    people = chance.randint(400, 5000)
    stages = []
    for place, name in enumerate(names):
        stages.append(_stage(chance, STAGES[name], place, count, people))
        people = int(people * chance.uniform(0.3, 0.9))
        stages[-1]["activities"] = list(activities[place::count])
    if number % 3 == 2:
        _branch(stages)
    return {
        "title": title(number),
        "summary": sentences(chance, 1),
        "description": f"{sentences(chance, 3)}\n\n{sentences(chance, 2)} Read on in [](chapter:{chapters[0]}).\n",
        "goal": sentences(chance, 1),
        "views": list(VIEWS),
        "centre": {"title": "Mentee", "text": "expected, heard, at home"},
        "chapter": chapters[number % len(chapters)],
        "state": chance.choice(["as_is", "to_be"]),
        "owner": "Programme coordinator",
        "reviewed_on": "2026-10-01",
        "tags": chance.sample(["mentoring", "onboarding", "numbers", "example"], 2),
        "actors": [_actor(chance, role) for role in ROLES],
        "stages": stages,
    }


def _actor(chance: random.Random, role: str) -> dict[str, Any]:
    return {
        "id": role,
        "title": role.capitalize(),
        "kind": "end_user" if role == "mentee" else "service_provider",
        "needs": [f"To {phrase(chance).lower()}"],
        "quote": sentences(chance, 1),
    }


def _stage(chance: random.Random, name: str, place: int, count: int, people: int) -> dict[str, Any]:
    return {
        "id": slug(name),
        "title": name,
        "summary": sentences(chance, 1),
        "description": sentences(chance, 2),
        "period": _PERIODS[place * 3 // count],
        "horizon": _HORIZONS[place * 5 // count],
        "count": people,
        "duration": f"{chance.randint(1, 8)} weeks",
        "effort": chance.randint(1, 5),
        "goals": [phrase(chance)],
        "actions": [phrase(chance) for _ in range(2)],
        "thoughts": [sentences(chance, 1)],
        "touchpoints": [_touchpoint(chance) for _ in range(chance.randint(2, 4))],
        "feelings": [
            {"score": chance.randint(-2, 2), "label": chance.choice(FEELINGS), "actor": role} for role in ROLES[:2]
        ],
        "pains": [{"text": phrase(chance), "severity": chance.randint(1, 3)}],
        "opportunities": [phrase(chance) for _ in range(2)],
        "responsibilities": [{"actor": role, "does": phrase(chance)} for role in ROLES],
        "measures": [{"title": phrase(chance), "value": chance.randint(10, 60), "target": 80, "unit": "per cent"}],
        "frontstage": [phrase(chance) for _ in range(2)],
        "backstage": [phrase(chance) for _ in range(2)],
        "support": [phrase(chance)],
        "questions": questions(chance, 2),
    }


def _touchpoint(chance: random.Random) -> dict[str, Any]:
    return {
        "title": phrase(chance),
        "channel": chance.choice(CHANNELS),
        "actors": sorted(chance.sample(ROLES, 2)),
        "kind": chance.choice(["action", "communication"]),
    }


def _branch(stages: list[dict[str, Any]]) -> None:
    """From the second stage one may skip the third, and from the third one may go back."""
    ids = [stage["id"] for stage in stages]
    stages[1]["next"] = [{"to": ids[2]}, {"to": ids[3], "condition": "nothing is left to ask"}]
    stages[2]["next"] = [{"to": ids[3]}, {"to": ids[1], "condition": "something was missed"}]
