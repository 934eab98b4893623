"""Invented workshops."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from invented.prose import sentences
from invented.words import AIMS

_BLOCKS = 5


def workshop(
    seed: int, number: int, *, chapters: Sequence[str], activities: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Invent a workshop of a morning as data for YAML, with activities of the handbook, given by id."""
    chance = random.Random(f"{seed} workshop {number}")
    sampled = set(chance.sample(sorted(activities), min(_BLOCKS, len(activities))))
    chosen = [id for id in activities if id in sampled]  # what others need first has a lower number
    blocks: list[dict[str, Any]] = [{"title": "Welcome", "minutes": 10, "text": sentences(chance, 1)}]
    for place, id in enumerate(chosen):
        blocks += [{"break": "Coffee", "minutes": 15}] if place == 2 else []
        blocks.append({"activity": id, "minutes": _minutes(activities[id]), "text": sentences(chance, 1)})
    blocks.append({"title": "What happens next", "minutes": 10, "text": sentences(chance, 2)})
    return {
        "title": f"Morning of {chance.choice(AIMS)} {number + 1}",
        "summary": sentences(chance, 1),
        "description": f"{sentences(chance, 3)} It belongs to [](chapter:{chapters[number % len(chapters)]})."
        f"{_done_before(chosen, activities)}\n",
        "chapter": chapters[number % len(chapters)],
        **_people(chance, [activities[id].get("group", {}) for id in chosen]),
        "timezone": "Europe/London",
        "location": "A large bright room with movable chairs and two walls to write on",
        "reviewed_on": "2026-10-01",
        "bring": ["Your calendar for the next three months"],
        "objectives": [sentences(chance, 1) for _ in range(3)],
        "days": [{"title": "The morning", "date": "2027-01-14", "start": "09:00", "blocks": blocks}],
    }


def _done_before(chosen: Sequence[str], activities: Mapping[str, Mapping[str, Any]]) -> str:
    """Say which activities people have done before, where some need them."""
    needed = {id for one in chosen for id in activities[one].get("prerequisites", [])} - set(chosen)
    return "".join(f" People have done [](activity:{id})." for id in sorted(needed))


def _people(chance: random.Random, groups: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Give a number of people that all activities are for, where there is one."""
    least = max((group.get("min", 1) for group in groups), default=1)
    most = min((group.get("max", 24) for group in groups), default=24)
    fitting = [number for number in (8, 12, 16, 24) if least <= number <= most]
    return {"group_size": chance.choice(fitting)} if fitting else {}


def _minutes(activity: Mapping[str, Any]) -> int:
    """Give the time that an activity takes at most, or that its steps take."""
    most = activity.get("duration", {}).get("max")
    return int(most or sum(step["minutes"] for step in activity["steps"]))
