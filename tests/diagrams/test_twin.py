"""Drawings and their twins say the same: for every view, every label of one is in the other."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from diagrams.diagram_samples import SVG, SampleLinks, parse, read_journey
from journeybook.diagrams import Figure, available, draw
from journeybook.model import Journey

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
JOURNEYS = sorted((ROOT / "journeys").glob("*.yaml"))
NUMBERS = {"jd-number", "jd-number-phone"}


def squeezed(text: str) -> str:
    """A text without white space and hyphens, which depend on where lines end."""
    return re.sub(r"[\s\-‐]", "", text)


def drawn(svg: str) -> list[str]:
    """What each text of a drawing says; the numbers of stages are left out."""
    groups = [group for group in parse(svg).iter(f"{SVG}g") if not NUMBERS & set(group.get("class", "").split())]
    found = ("".join(text.text or "" for text in group.findall(f"{SVG}text")) for group in groups)
    return [squeezed(text) for text in found if text]


def whole(figure: Figure) -> list[list[str]]:
    """The texts of each drawing; the two parts of one that scrolls belong together."""
    texts = [drawn(svg) for svg in figure.drawings.values()]
    return [list(chain.from_iterable(texts))] if figure.scrolls else texts


@pytest.mark.parametrize("view", available())
@pytest.mark.parametrize("file", JOURNEYS, ids=lambda file: file.stem)
def test_twin(file: Path, view: str) -> None:
    """A drawing's texts are those of its twin: none is missing, and none is there that the twin does not have."""
    figure = draw(read_journey(file), view, SampleLinks(), name="n")
    labels = list(figure.twin.labels())
    assert labels
    for texts in whole(figure):
        # A label may be drawn in parts, such as a score in its disc and the feeling beside it.
        known = [squeezed(label) for label in labels]
        # Signs: one between two names, those that say which way an end of a phone's scale lies, and that a dash stands
        # for a severity that nobody has said, of which a table says nothing either.
        said_of_itself = [text.lstrip("↑↓") for text in texts if text not in ("·", "notsaid")]
        assert [text for text in said_of_itself if not any(text in label for label in known)] == []
        said = "".join(texts)
        # What stands in brackets is drawn as a mark, where a way goes as an arrow, and a colon as a new line.
        told = [re.sub(r"(: )?to \d+ .*|\(.*\)$|^\d+ ", "", label) for label in labels]
        assert [word for label in told for word in label.split() if squeezed(word).rstrip(":") not in said] == []


@pytest.mark.parametrize("view", available())
def test_stages_in_order(view: str) -> None:
    """The twin has every stage once, in order, and each leads where the drawing's stage leads."""
    journey = read_journey(ROOT / "journeys" / "flywheel.yaml")
    figure = draw(journey, view, SampleLinks(), name="n")
    assert [(entry.text, entry.address) for entry in figure.twin.stages] == [
        (stage.title, f"#{stage.key}") for stage in journey.stages
    ]
    assert all(len(row.cells) in (0, len(journey.stages)) for row in figure.twin.rows)
    body = figure.desk
    for entry in figure.twin.stages:
        assert f'xlink:href="{entry.address}"' in body


def test_lists_that_are_cut_say_so() -> None:
    """More than six touchpoints are cut, in the drawing and in its twin alike, and the last entry leads to all."""
    stage = {"title": "Meet", "touchpoints": [f"Touchpoint {n}" for n in range(1, 10)]}
    journey = Journey.model_validate({"title": "x", "stages": [stage, "Part"]})
    figure = draw(journey, "path", SampleLinks(), name="n")
    cell = next(row for row in figure.twin.rows if row.label == "Touchpoints").cells[0]
    assert [entry.text for entry in cell][-2:] == ["Touchpoint 5", "and 4 more"]
    assert cell[-1].address == "#meet"
    assert "Touchpoint 5" in figure.desk and "Touchpoint 6" not in figure.desk


@pytest.mark.parametrize("count", range(2, 21))
def test_tables_of_a_few_stages(count: int) -> None:
    """A table stands in even parts of five stages or fewer; together they have every stage, row and entry once."""
    data = {"title": "x", "views": ["map"]}
    stages = [{"title": f"S{n}", "goals": [f"Goal {n}"]} for n in range(1, count + 1)]
    twin = draw(Journey.model_validate({**data, "stages": stages}), "map", SampleLinks(), name="n").twin
    panels = twin.panels()
    sizes = [len(panel.stages) for panel in panels]
    assert max(sizes) <= 5 and max(sizes) - min(sizes) <= 1
    assert [panel.first for panel in panels] == [1, *(panel.last + 1 for panel in panels[:-1])]
    assert [stage for panel in panels for stage in panel.stages] == list(twin.stages)
    assert {tuple(row.label for row in panel.rows) for panel in panels} == {tuple(row.label for row in twin.rows)}
    assert [cell for panel in panels for cell in panel.rows[0].cells] == list(twin.rows[0].cells)
