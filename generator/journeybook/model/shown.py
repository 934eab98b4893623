"""The one declaration for a field that is shown: what it is called, its icon, and where it stands.

It stands beside the field, in its annotation. A field of a text, a number, a date, a choice, or a list of texts or
choices needs nothing else: pages, cards, the catalogue, the planner, agendas and paper find it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from journeybook.problems import Text


class Place(StrEnum):
    """Where a field can be shown."""

    PAGE = "page"
    """The strip of facts at the head of its page."""
    CARD = "card"
    """Its card in lists."""
    CATALOGUE = "catalogue"
    """The filter of all activities; the field is a choice or a list of words."""
    PLAN = "plan"
    """The planner, beside an activity."""
    CALENDAR = "calendar"
    """What participants of a workshop get: its agenda and its calendar file."""
    PAPER = "paper"
    """The printed card of an activity, the run sheet of a workshop."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a field is shown.

    `icon` is a name of `journeybook.pages.icons`, or a file of Material Design Icons such as volume-high. `on` has the
    places, each with the field's rank there: the lower comes first. `choices` are the words for the field's choices
    where `journeybook.language.labels` has none; `ambiguous` tells that they need the label beside them, as “low” does.
    `count` is what a number counts: its texts for one and for several. `dots` parts the items of a list that may hold
    commas; `labels` tells that they are names, such as roles, for which `language.labels` may have words. `name` is the
    field's name in the catalogue's address where that is another one than in YAML.
    """

    label: Text
    icon: str
    on: Mapping[Place, int]
    choices: Mapping[str, Text] = field(default_factory=dict)
    ambiguous: bool = False
    count: tuple[str, str] | None = None
    dots: bool = False
    labels: bool = False
    name: str = ""


def many(one: str, other: str) -> tuple[str, str]:
    """Give two texts of the message catalogue, for one and for several; `{number}` is the number."""
    return one, other


@cache
def shown_fields(model: type[BaseModel], place: Place | None = None) -> dict[str, Shown]:
    """Find the fields of a model that are shown (in one place, by their rank there), by their names."""
    found = {name: shown for name, info in model.model_fields.items() if (shown := _shown(info))}
    if place is None:
        return found
    here = {name: shown for name, shown in found.items() if place in shown.on}
    return dict(sorted(here.items(), key=lambda pair: pair[1].on[place]))


def _shown(info: FieldInfo) -> Shown | None:
    return next((part for part in info.metadata if isinstance(part, Shown)), None)
