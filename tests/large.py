"""A large handbook for tests and benchmarks: as many activities as wanted, all different, the same every time."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from small import write

_THINGS = ("letter", "map", "river", "bridge", "window", "table", "garden", "mirror", "ladder", "compass", "market")
_DOINGS = ("draw", "write", "tell", "sort", "walk", "listen", "count", "fold", "choose", "compare", "rehearse", "mend")
_AIMS = ("trust", "goals", "courage", "habits", "limits", "strengths", "memory", "patience", "focus", "change", "rest")
_MKDOCS_YML = """
site_name: Large handbook
docs_dir: content
theme: material
plugins: [search, journeybook]
"""


def activity(number: int) -> dict[str, Any]:
    """An activity made of its number: some facts are missing here and there, as in life."""
    chance = random.Random(number)
    doing, thing, aim = (chance.choice(words) for words in (_DOINGS, _THINGS, _AIMS))
    low = chance.choice([10, 15, 20, 30, 45, 60, 90])
    least = chance.choice([1, 1, 2, 2, 4, 6])
    made: dict[str, Any] = {
        "title": f"{doing.capitalize()} the {thing} {number}",
        "summary": f"People {doing} a {thing}, then {chance.choice(_DOINGS)} what it says about {aim}.",
        "chapter": f"part-{number % 5 + 1}",
        "number": number // 5 + 1,
        "purpose": f"To {chance.choice(_DOINGS)} {aim} without a {chance.choice(_THINGS)}. It helps with "
        f"{chance.choice(_AIMS)} and {chance.choice(_AIMS)}, above all where people meet for the first time.",
        "participants": chance.sample(["mentor", "mentee", "coordinator"], chance.randint(1, 3)),
        "setting": chance.sample(["in_person", "online", "hybrid"], chance.randint(1, 3)),
        "tags": chance.sample(_AIMS, 2),
        "materials": [f"One {chance.choice(_THINGS)} for each group"],
        "steps": [f"{doing.capitalize()} it."],
    }
    if chance.random() < 0.95:
        made["duration"] = f"{low}-{low + chance.choice([0, 10, 15, 30])} min"
    if chance.random() < 0.9:
        made["group"] = {"min": least} | ({"max": least * chance.randint(2, 9)} if chance.random() < 0.9 else {})
    if chance.random() < 0.8:
        made["energy"] = chance.choice(["low", "medium", "high"])
        made["difficulty"] = {
            key: chance.choice(["easy", "moderate", "hard"]) for key in ("facilitator", "participant")
        }
    return made


def journey(number: int, activities: int) -> dict[str, Any]:
    """A journey of five stages, each with some of the activities."""
    chance = random.Random(f"journey {number}")
    stages = [
        {
            "title": f"Stage {place} of way {number}",
            "questions": [f"What changed at stage {place} of way {number}?"],
            "activities": sorted({f"a{chance.randrange(activities)}" for _ in range(activities // 25 + 1)}),
        }
        for place in range(1, 6)
    ]
    return {"title": f"Way {number}", "chapter": f"part-{number}", "stages": stages}


def write_large(folder: Path, activities: int) -> Path:
    """Write the handbook: five chapters, three journeys, and this many activities, `a0` and on."""
    files = {"mkdocs.yml": _MKDOCS_YML}
    files |= {f"content/part-{n}/index.md": f"# Part {n}\n" for n in range(1, 6)}
    files |= {f"journeys/way-{n}.yaml": json.dumps(journey(n, activities)) for n in range(1, 4)}
    files |= {f"toolkit/a{n}.yaml": json.dumps(activity(n)) for n in range(activities)}
    return write(folder, files)
