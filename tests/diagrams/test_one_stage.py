"""A journey of one stage, in every view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from diagrams.diagram_samples import SampleLinks
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, Sheet
from journeybook.diagrams.shapes import load, scrolls
from journeybook.model import Journey
from journeybook.model.views import VIEWS

STAGE = {
    "title": "Order",
    "summary": "They find what they want.",
    "count": 120,
    "actions": ["Pay"],
    "feelings": {"score": 1, "label": "Curious"},
    "frontstage": "The shop",
}
LOOP = {"title": "Order", "goals": "To have it", "actions": ["Pay"], "next": {"to": "order", "condition": "again"}}


def sheets(view: str, stage: dict[str, object]) -> list[Sheet]:
    """The drawings for a wide page and, where it has one of its own, for a phone."""
    journey = Journey.model_validate({"title": "A checkout", "views": [v for v in VIEWS if v == view], "stages": stage})
    scene, shape = Scene(journey, SampleLinks()), load(view)
    return [shape.desk(scene, 960), *([] if scrolls(shape) else [shape.phone(scene)])]


def cases() -> Iterator[ParameterSet]:
    """Each view with each stage; the renderer, a program of its own, lays out a path that branches."""
    for view in (name for name, view in VIEWS.items() if view.named):
        for kind, stage in {"full": STAGE, "loop": LOOP, "bare": {"title": "Order", "actions": "Pay"}}.items():
            marks = [pytest.mark.slow] if (view, kind) == ("path", "loop") else []
            yield pytest.param(view, stage, id=f"{view}-{kind}", marks=marks)


@pytest.mark.parametrize(("view", "stage"), list(cases()))
def test_one_stage_is_drawn_in_every_view(view: str, stage: dict[str, object]) -> None:
    """Its title and a place for it are there, and nothing is divided by the ways that it has not."""
    for sheet in sheets(view, stage):
        drawn = sheet.canvas.dot(sheet.height)
        assert "Order" in drawn
        assert 30 < sheet.height < 600
        assert "nan" not in drawn and "inf" not in drawn


@pytest.mark.parametrize("view", ["map", "blueprint"])
def test_a_column_that_stands_alone_fits_a_phone(view: str) -> None:
    """Where nothing stands beside it, nobody has to scroll."""
    (sheet,) = sheets(view, STAGE)
    assert sheet.canvas.width - sheet.names <= PHONE_WIDTH, "names stand above their lanes there"
