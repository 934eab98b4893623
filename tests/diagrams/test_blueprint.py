"""The blueprint: what leads to what within a stage, one field for what nobody sees, and what people hold."""

from __future__ import annotations

from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, SampleLinks, parse, texts_of
from diagrams.drawn import Box, Drawn
from journeybook.diagrams import Figure, draw
from journeybook.language.direction import direction_of
from journeybook.model import Journey

pytestmark = pytest.mark.slow

WHOLE = {field: ["x"] for field in ("evidence", "actions", "frontstage", "backstage", "support")}


def blueprint(*stages: dict[str, Any], language: str = "en", width: float = 958) -> Figure:
    data = {"title": "Sample", "stages": [{"title": "Stage", "id": f"s{n}", **s} for n, s in enumerate(stages)]}
    journey, direction = Journey.model_validate(data), direction_of(language)
    links = SampleLinks()
    return draw(journey, "blueprint", links, name="n", language=language, direction=direction, desk_width=width)


def box_of(points: list[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box("", frozenset(), min(xs), min(ys), max(xs), max(ys))


def boxes(drawn: Drawn, wanted: str) -> list[Box]:
    return sorted((box_of(points) for points in drawn.polygons(wanted)), key=lambda box: (box.left, box.top))


def cells_of(drawn: Drawn, layer: int) -> list[Box]:
    """The cells of a layer; the line above it has its class as well."""
    return [box for box in boxes(drawn, f"jd-layer-{layer}") if box.bottom > box.top]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_leads_to_what(language: str) -> None:
    """From cell to cell an arrow leads down, past a layer that says nothing; none begins or ends where no cell is."""
    gap = {"actions": ["x"], "backstage": ["x"]}
    alone = {"evidence": ["x"], "support": ["x"]}
    drawn = Drawn(blueprint(WHOLE, gap, alone, language=language).desk)
    cells = [cell for layer in (1, 2, 3, 4) for cell in cells_of(drawn, layer)]
    links = boxes(drawn, "jd-leads")
    assert len(links) == 3 + 1
    assert all(6 < link.right - link.left < 10 for link in links), "each has its head"
    for link in links:
        above = [c for c in cells if c.left < link.left < c.right and abs(c.bottom - link.top) < 1]
        below = [c for c in cells if c.left < link.left < c.right and 0 < c.top - link.bottom < 2]
        assert (len(above), len(below)) == (1, 1)
        assert not [c for c in cells if c not in (*above, *below) and c.meets(link)]


def test_one_field_behind_the_line() -> None:
    """All that nobody sees lies in one field from the line of visibility on, and nothing else does."""
    drawn = Drawn(blueprint(WHOLE, {"actions": ["x"]}).desk)
    (field,) = boxes(drawn, "jd-curtain")
    assert field.right - field.left == pytest.approx(drawn.wide, abs=0.5)
    for layer in range(5):
        for cell in cells_of(drawn, layer):
            assert (field.top < cell.top and cell.bottom < field.bottom) == (layer > 2) == field.meets(cell)
    assert "jd-curtain" not in blueprint({"actions": ["x"], "frontstage": ["x"]}).desk


@pytest.mark.parametrize("count", [1, 2, 4, 9])
@pytest.mark.parametrize("language", LABELS)
def test_names_stand_on_their_lines(language: str, count: int) -> None:
    """The names of lines stand on the whole lines, where these begin, and stay there when the stages scroll."""
    figure = blueprint(*[WHOLE] * count, language=language)
    drawn, head = Drawn(figure.desk), Drawn(figure.drawings["head"])
    named = [box for box in head.boxes if "jd-part" in box.classes]
    assert len(named) >= 3 and not [box for box in drawn.boxes if "jd-part" in box.classes]
    lines = boxes(drawn, "jd-border")
    assert all(line.left < 1 and line.right > drawn.wide - 1 for line in lines)
    (field,) = boxes(drawn, "jd-curtain")
    cells = [cell for layer in range(5) for cell in cells_of(drawn, layer)]
    for name in named:
        assert (drawn.wide - name.right if direction_of(language) == "rtl" else name.left) == pytest.approx(10, abs=1)
        assert min(line.top - name.bottom for line in lines if line.top > name.top) < 30
        assert not [part for part in (*lines, *cells) if _crosses(part, name)]
        inside = field.top < name.top and name.bottom < field.bottom
        assert ("jd-behind" in name.classes) == inside, "the rim around it is of the colour that it stands on"
    assert drawn.outside() == [] and drawn.collisions() == [] and head.collisions() == []


def _crosses(line: Box, name: Box) -> bool:
    across = line.left < name.right and name.left < line.right
    return across and line.top < name.bottom and name.top < line.bottom


def test_long_names_of_layers_keep_clear() -> None:
    """Where an actor's name is long, what leads from cell to cell moves to the side."""
    data = {"title": "x", "actors": [{"id": "a", "title": "Coordinator of the whole programme"}], "stages": [WHOLE]}
    data["stages"] = [{"title": "One", **WHOLE, "responsibilities": [{"actor": "a", "does": "x"}]}, {"title": "Two"}]
    figure = draw(Journey.model_validate(data), "blueprint", SampleLinks(), name="n")
    for drawing in figure.drawings.values():
        drawn = Drawn(drawing)
        names = [box for box in drawn.boxes if "jd-lane" in box.classes]
        assert not [n for n in names for line in boxes(drawn, "jd-leads") if _crosses(line, n)]


def test_evidence_comes_first() -> None:
    """What people see or hold is the first layer, in the drawing and in the table; it needs no line and no arrow."""
    figure = blueprint({"evidence": ["A badge"], "actions": ["Arrives"]}, {"actions": ["Waits"]})
    assert [row.label for row in figure.twin.rows] == ["Evidence", "Actions"]
    assert [[entry.text for entry in cell] for cell in figure.twin.rows[0].cells] == [["A badge"], []]
    texts = texts_of(parse(figure.desk))
    assert texts.index("A badge") < texts.index("Arrives")
    assert "jd-leads" not in figure.desk
