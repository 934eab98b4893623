"""The colours of stages: there are eight, and they go round."""

from __future__ import annotations

STAGES = 8


def stage_colour(number: int) -> int:
    """The colour, from 1 to STAGES, of the stage that has this number in its journey, counted from 1."""
    return (number - 1) % STAGES + 1


def stage_class(number: int) -> str:
    """The class that colours everything of a stage, on pages and in drawings."""
    return f"jb-s{stage_colour(number)}"
