"""Where the parts of a drawing lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from journeybook.model.journey import Journey


class Links(Protocol):
    """What pages know and diagrams do not: addresses, relative to the page that shows the drawing."""

    def stage(self, key: str) -> str:
        """Give the address of the stage's section."""
        ...

    def activity(self, id: str) -> tuple[str, str] | None:
        """Give an activity's title and address; None where it is not to be shown."""
        ...

    def journey(self, id: str) -> tuple[str, str] | None:
        """Give a nested journey's title and address; None where it is not to be shown."""
        ...


@dataclass(frozen=True, slots=True)
class AsIs:
    """The journey as it is today, beside which one is drawn as it should become; `stage` gives where a stage leads."""

    journey: Journey
    stage: Callable[[str], str]
