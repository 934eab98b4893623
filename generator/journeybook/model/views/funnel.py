"""The funnel: stages that fewer and fewer people reach."""

from __future__ import annotations

from enum import StrEnum

from journeybook.model.base import Model
from journeybook.model.view import View
from journeybook.problems import say


class FunnelWidth(StrEnum):
    """What the width of a funnel's bands means: the number of people, or nothing."""

    COUNT = "count"
    EVEN = "even"


class FunnelView(Model):
    """How the funnel is drawn."""

    width: FunnelWidth = FunnelWidth.COUNT
    """count: each band is as wide as its number; even: each is a little narrower, and said to be not to scale."""


VIEW = View(
    place=2,
    label=say("Funnel"),
    about="Bands that narrow.",
    use="Stages that fewer and fewer people reach.",
    draws="`count`, its share of the first stage, what was lost on the way, activities",
    question=(
        "*How many go on?* Fill in `count:`, and look where the step is steepest. Here nearly everybody stays, which "
        "is what an onboarding is for."
    ),
    settings=FunnelView,
    options=(
        "`width` says what the bands of a funnel show. With `count`, the usual way, each is as wide as its number of "
        "people; with `even`, they narrow evenly, and the drawing says that it is not to scale."
    ),
)
