"""The reference handbook's sources, read without journeybook: tests compare the site with what authors wrote."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent


@cache
def sources(folder: str) -> dict[str, dict[str, Any]]:
    """The YAML files below `journeys`, `toolkit` or `toolkit/workshops` by their ids; all scalars are text."""
    files = sorted((ROOT / folder).rglob("*.yaml"))
    wanted = [f for f in files if folder != "toolkit" or f.parent.name != "workshops"]
    return {f.stem: yaml.load(f.read_text("utf-8"), Loader=yaml.BaseLoader) for f in wanted}


JOURNEYS = sources("journeys")
ACTIVITIES = sources("toolkit")
WORKSHOPS = sources("toolkit/workshops")

# One page of every kind, and all journeys and workshops: no two of these are drawn alike.
KINDS = {
    "home": "",
    "chapter": "client-journey/",
    "section": "client-journey/introducing/",
    "section-handout": "client-journey/first-meeting/",
    "about": "about/",
    "journeys": "journeys/",
    "journey": "journeys/client-journey/",
    "comparison": "journeys/onboarding/compare/",
    "toolkit": "toolkit/",
    "activity": "toolkit/vision-map/",
    "handout": "toolkit/progress-review/review/",
    "activity-cards": "toolkit/cards/",
    "question-cards": "questions/cards/",
    "workshops": "toolkit/workshops/",
    "workshop": "toolkit/workshops/mentoring-kick-off/",
    "run-sheet": "toolkit/workshops/mentoring-kick-off/run-sheet/",
    "agenda": "toolkit/workshops/mentoring-kick-off/agenda/",
    "planner": "toolkit/planner/",
    "questions": "questions/",
    "glossary": "glossary/",
    "reviews": "reviews/",
    "404": "404.html",
}
_ACTIVITIES = ("mentee-agenda", "touchpoint-inventory", "three-choice-matching", "programme-tracking")
MORE = [
    *(f"journeys/{id}/" for id in JOURNEYS),
    "toolkit/boundaries-and-expectations/agreement/",
    "toolkit/life-timeline/line/",
    *(f"toolkit/workshops/{id}/" for id in WORKSHOPS),
    "toolkit/workshops/mapping-your-client-journey/run-sheet/",
    "toolkit/workshops/mapping-your-client-journey/agenda/",
    *(
        f"toolkit/{id}/"
        for id in ("mentee-agenda", "touchpoint-inventory", "three-choice-matching", "programme-tracking")
    ),
]
ADDRESSES = list(dict.fromkeys([*KINDS.values(), *MORE]))
