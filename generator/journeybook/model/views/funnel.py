"""The funnel: stages that fewer and fewer people reach."""

from __future__ import annotations

from enum import StrEnum

from journeybook.model.base import Model
from journeybook.model.view import View
from journeybook.problems import say


class FunnelWidth(StrEnum):
    """What the width of a funnel's bands means: nothing, or the number of people."""

    EVEN = "even"
    COUNT = "count"


class FunnelView(Model):
    """How the funnel is drawn."""

    width: FunnelWidth = FunnelWidth.EVEN
    """even: each band is a little narrower; count: each band is as wide as its number."""


VIEW = View(
    place=2,
    label=say("Funnel"),
    about="Bands that narrow.",
    use="Stages that fewer and fewer people reach.",
    draws="`count`, and its share of the stage before",
    question=(
        "*How many go on?* Fill in `count:`, and look where the step is steepest. Here nearly everybody stays, which "
        "is what an onboarding is for."
    ),
    settings=FunnelView,
    options=(
        "`width` says what the bands of a funnel show. With `count`, each is as wide as its number of people; with "
        "`even`, the usual way, they narrow evenly, and only the numbers tell."
    ),
)
