"""Invented activities."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from invented.prose import phrase, questions, sentences, slug
from invented.words import AIMS, DOINGS, MATERIALS, ROLES, SPACES, THINGS

_NAMES = len(DOINGS) * len(THINGS) * len(AIMS)
_STRIDE = 7919
"""A prime that does not divide the number of names: neighbours differ, and no name comes twice."""


def title(number: int) -> str:
    """Give the title of the activity of that number, counted from 0; each number has its own."""
    place = number * _STRIDE % _NAMES
    doing, place = DOINGS[place % len(DOINGS)], place // len(DOINGS)
    thing, aim = THINGS[place % len(THINGS)], AIMS[place // len(THINGS)]
    again = number // _NAMES
    return f"{doing.capitalize()} the {thing} of {aim}" + (f" {again + 1}" if again else "")


def activity_id(number: int) -> str:
    """Its id."""
    return slug(title(number))


def activity(
    seed: int, number: int, *, activities: int, chapters: Sequence[str], journeys: Sequence[str]
) -> dict[str, Any]:
    """Invent an activity as data for YAML: some facts are missing here and there, as in life."""
    chance = random.Random(f"{seed} activity {number}")
    steps = _steps(chance)
    total = sum(step["minutes"] for step in steps)
    others = [activity_id(chance.randrange(activities)) for _ in range(4)]
    related = [other for other in dict.fromkeys(others) if other != activity_id(number)]
    made: dict[str, Any] = {
        "number": number // len(chapters) + 1,
        "title": title(number),
        "summary": sentences(chance, 1),
        "chapter": chapters[number % len(chapters)],
        "purpose": _purpose(chance, related, journeys),
        "objectives": [f"You can {phrase(chance).lower()}" for _ in range(chance.randint(2, 3))],
        "participants": chance.sample(ROLES, chance.randint(1, 3)),
        "setting": chance.sample(["in_person", "online", "hybrid"], chance.randint(1, 3)),
        "materials": _materials(chance),
        "space": chance.choice(SPACES),
        "steps": steps,
        "facilitator_notes": f"{sentences(chance, 3)}\n\n{sentences(chance, 2)}\n",
        "cautions": sentences(chance, 2),
        "variations": {name: sentences(chance, 2) for name in chance.sample(["online", "large_group", "less_time"], 2)},
        "questions": [*questions(chance, 4), {"text": questions(chance, 1)[0], "audience": ["mentor"]}],
        "debrief": sentences(chance, 3),
        "related": related[:3],
        "tags": chance.sample(AIMS[:11], 2),
        "status": "current",
        "reviewed_on": "2026-10-01",
    }
    if chance.random() < 0.95:
        longest = total + chance.choice([0, 5, 10, 15])
        made["duration"] = {"preparation": f"{chance.choice([5, 10, 20])} min", "min": total, "max": longest}
    if chance.random() < 0.9:
        least = chance.choice([1, 2, 2, 4, 6])
        made["group"] = {"min": least} | ({"max": least * chance.randint(2, 9)} if chance.random() < 0.9 else {})
    if chance.random() < 0.8:
        made["energy"] = chance.choice(["low", "medium", "high"])
        grades = ["easy", "moderate", "hard"]
        made["difficulty"] = {"facilitator": chance.choice(grades), "participant": chance.choice(grades)}
    if number and chance.random() < 0.3:
        made["prerequisites"] = [activity_id(chance.randrange(number))]  # an earlier one, so that there is no loop
    if handout := _handout(chance):
        made["handouts"] = [handout]
    return made


def _purpose(chance: random.Random, related: Sequence[str], journeys: Sequence[str]) -> str:
    links = [f"It goes well with [](activity:{related[0]})."] if related else []
    links += [f"For a finished one, see [](journey:{chance.choice(journeys)})."] if journeys else []
    return f"{sentences(chance, 3)}\n\n{' '.join([sentences(chance, 1), *links])}\n"


def _materials(chance: random.Random) -> list[dict[str, Any]]:
    return [
        {"title": thing, "quantity": chance.randint(1, 8), "per": chance.choice(["person", "group", "session"])}
        for thing in chance.sample(MATERIALS, chance.randint(2, 4))
    ]


def _steps(chance: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "title": phrase(chance),
            "text": sentences(chance, chance.randint(1, 3)),
            "minutes": chance.choice([5, 5, 8, 10, 10, 12, 15]),
            "grouping": chance.choice(["alone", "pairs", "groups", "plenary"]),
        }
        for _ in range(chance.randint(4, 7))
    ]


def _handout(chance: random.Random) -> dict[str, Any] | None:
    if chance.random() < 0.2:
        return None
    return {
        "id": "sheet",
        "title": f"My {chance.choice(THINGS)}",
        "intro": sentences(chance, 1),
        "fields": [
            {"label": phrase(chance), "hint": sentences(chance, 1), "lines": chance.randint(2, 4)},
            {"label": phrase(chance), "box": chance.choice(["small", "medium"])},
            {"label": "Steps between", "table": {"columns": ["Step", "By when", "Who helps"], "rows": 4}},
            {"label": phrase(chance), "scale": "1–10"},
        ],
    }
