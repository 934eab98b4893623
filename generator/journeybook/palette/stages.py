"""The colours of stages: there are eight, and they go round."""

from __future__ import annotations

STAGES = 8


def stage_colour(number: int) -> int:
    """Give the number of a stage's colour, 1 to STAGES, by the stage's number in its journey, from 1."""
    return (number - 1) % STAGES + 1


def stage_class(number: int) -> str:
    """Give the class that colours everything of a stage, on pages and in drawings."""
    return f"jb-s{stage_colour(number)}"


def given_place(number: int, count: int) -> int:
    """Give which of `count` colours, from 0, the theme's colour `number` for stages becomes.

    Where there are three or more, the first comes once: a ring of up to STAGES stages never closes with two alike.
    """
    if number == 1 or count < 3:
        return (number - 1) % count
    return 1 + (number - 2) % (count - 1)
