"""The service blueprint: what people see, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.view import Lack, View, has
from journeybook.problems import say

if TYPE_CHECKING:
    from journeybook.model.journey import Journey

_FIELDS = ("actions", "frontstage", "backstage", "support")


def _lack(journey: Journey) -> Lack | None:
    if has(journey, _FIELDS):
        return None
    message = say("a blueprint needs what is done, and no stage has it")
    return message, say(
        "give the stages `actions:`, `frontstage:`, `backstage:` or `support:`, or take `blueprint` out"
    )


VIEW = View(
    place=6,
    label=say("Service blueprint"),
    about="What people see, and what stands behind it.",
    use="What people see, what happens behind it, and what it relies on: a service blueprint.",
    draws="`evidence`, `actions`, `frontstage`, `backstage`, `support` and what leads to what; a lane for each actor",
    question=(
        "*What has to be done so that it happens?* What people do and see, and below the line what they never see."
    ),
    lack=_lack,
    excerpts=True,
)
