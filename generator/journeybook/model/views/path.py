"""The path: stages one after the other."""

from __future__ import annotations

from journeybook.model.view import View
from journeybook.problems import say

VIEW = View(
    place=1,
    label=say("Path"),
    about="Chevrons in a row.",
    use="Stages one after the other. Every journey can be a path, and is one unless you say otherwise.",
    draws="the first feeling, touchpoints, activities; ways with their conditions where `next` branches",
    question=(
        "*What happens, one stage after the other?* For readers who are on the way, and for the first page of a "
        "handbook."
    ),
    excerpts=True,
)
