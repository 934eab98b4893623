"""The DOT of drawings, held to files: a new case is a journey in `cases/`, and `JB_UPDATE=1` writes the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diagrams.diagram_samples import SampleLinks, read_journey
from journeybook.diagrams.parts.links import AsIs
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.shapes import load, scrolls
from journeybook.language.direction import direction_of

pytestmark = pytest.mark.slow

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def shape_of(case: Path) -> str:
    """The case's first view; the overview and the comparison, which authors do not name, by the case's name."""
    name = case.stem.partition("-")[0]
    return name if name in ("overview", "compare") else read_journey(case).views[0].view


def as_is(case: Path) -> AsIs | None:
    """The journey with which the case is compared, where there is one."""
    file = case.with_suffix(".as-is.yml")
    return AsIs(read_journey(file), lambda key: f"../today/#{key}") if file.is_file() else None


SIZES = [
    (case, size) for case in CASES for size in ("desk", "phone") if size == "desk" or not scrolls(load(shape_of(case)))
]


@pytest.mark.parametrize(("case", "size"), SIZES, ids=lambda value: getattr(value, "stem", value))
def test_golden(case: Path, size: str) -> None:
    """A journey gives the DOT that somebody has looked at as a picture and kept, to the byte."""
    journey = read_journey(case)
    language = journey.language or "en"
    beside = as_is(case)
    scene = Scene(journey, SampleLinks(), language=language, direction=direction_of(language), as_is=beside)
    shape = load(shape_of(case))
    sheet = shape.phone(scene) if size == "phone" else shape.desk(scene, 960)
    found = sheet.canvas.dot(sheet.height)
    file = case.with_suffix(f".{size}.gv")
    if os.environ.get("JB_UPDATE"):
        file.write_text(found, "utf-8", newline="\n")
    assert found == file.read_text("utf-8")
