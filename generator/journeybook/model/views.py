"""The views of a journey: the shapes that its stages can be drawn in, and how."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticKnownError

from journeybook.model.base import Model
from journeybook.model.types import Many, fail
from journeybook.problems import say


class View(StrEnum):
    """The shapes that the same stages can be drawn in."""

    PATH = "path"
    FUNNEL = "funnel"
    CYCLE = "cycle"
    VISION = "vision"
    MAP = "map"
    BLUEPRINT = "blueprint"


class Lane(StrEnum):
    """The lanes of a map, in the order in which they are drawn."""

    GOALS = "goals"
    ACTIONS = "actions"
    THOUGHTS = "thoughts"
    TOUCHPOINTS = "touchpoints"
    CHANNELS = "channels"
    ACTORS = "actors"
    FEELINGS = "feelings"
    PAINS = "pains"
    OPPORTUNITIES = "opportunities"
    RESPONSIBILITIES = "responsibilities"
    MEASURES = "measures"
    ACTIVITIES = "activities"
    EFFORT = "effort"


class FunnelWidth(StrEnum):
    """What the width of a funnel's bands means: nothing, or the number of people."""

    EVEN = "even"
    COUNT = "count"


class Plainly(Model):
    """A view that has no settings."""


class FunnelView(Model):
    """How the funnel is drawn."""

    width: FunnelWidth = FunnelWidth.EVEN
    """even: each band is a little narrower; count: each band is as wide as its number."""


class MapView(Model):
    """How the map is drawn."""

    lanes: Many[Lane] = ()
    """The lanes to draw, in this order; left out means all that have data."""


class Drawing(Model):
    """One view of a journey; its name can stand for it."""

    path: Plainly | None = None
    """Chevrons in a row."""
    funnel: FunnelView | None = None
    """Bands that narrow."""
    cycle: Plainly | None = None
    """A ring around a centre."""
    vision: Plainly | None = None
    """A road from what is achieved to the vision."""
    map: MapView | None = None
    """Stages across, lanes down."""
    blueprint: Plainly | None = None
    """What people see, and what stands behind it."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, data: Any) -> Any:
        if isinstance(data, dict | Drawing):
            return data
        if data not in list(View):
            raise PydanticKnownError("enum", {"expected": " or ".join(", ".join(View).rsplit(", ", 1))})
        return {str(data): {}}

    @model_validator(mode="after")
    def _is_one(self) -> Drawing:
        if len(self.model_fields_set) != 1:
            raise fail(say("each item of `views` is one view"), say("write one view a line: - map"))
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "enum": list(View)}, handler(schema)]}

    @classmethod
    def of(cls, view: View) -> Drawing:
        """Give a view with its default settings."""
        return cls.model_validate(view)

    @property
    def view(self) -> View:
        """Which view this is."""
        return View(next(iter(self.model_fields_set)))


def each_once(drawings: tuple[Drawing, ...]) -> tuple[Drawing, ...]:
    """Give the views as they are; raise an error where one is there twice."""
    names = [drawing.view for drawing in drawings]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise fail(say("‘{view}’ is in `views` twice", view=twice), say("take one of them out"))
    return drawings
