"""The path: columns and chips of one width, rows that begin at one line, and a curve of how it feels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, LabelledLinks, SampleLinks, journey_of, parse, read_journey, texts_of
from diagrams.drawn import Drawn
from journeybook.diagrams import Figure, draw
from journeybook.language.direction import direction_of
from journeybook.model import Journey

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
CURVE = {"path": {"feelings": True}}


def path(journey: Journey, language: str = "en", **more: Any) -> Figure:
    links = more.pop("links", SampleLinks())
    direction = direction_of(language)
    return draw(journey, "path", links, name="n", language=language, direction=direction, **more)


def felt(*scores: int | None, view: Any = None, label: str = "Felt so") -> Journey:
    """A journey with a feeling in each stage that has a score."""
    stages = [
        {"id": f"s{n}", "title": "Stage", **({} if score is None else {"feelings": {"score": score, "label": label}})}
        for n, score in enumerate(scores)
    ]
    return Journey.model_validate({"title": "Sample", "views": [view or CURVE], "stages": stages})


@pytest.mark.parametrize("count", [3, 7, 20])
def test_columns_begin_at_one_line(count: int) -> None:
    """In every row, texts begin at the corner of their chevron, all columns equally; the first row is no exception."""
    drawn = Drawn(path(journey_of(count, "Label", "Stage")).desk)
    chevrons = [points for points in drawn.polygons("jd-fill") if max(x for x, _ in points) - points[0][0] > 40]
    corners = sorted({round(min(x for x, _ in points), 1) for points in chevrons})
    labels = sorted({round(box.left, 1) for box in drawn.boxes if box.text == "Touchpoints"})
    assert len(chevrons) == count
    assert labels == pytest.approx(corners, abs=0.6)
    firsts = [circle for circle in drawn.circles("jd-num") if circle[0] < 60]
    assert len({x for x, _, _ in firsts}) == 1


@pytest.mark.parametrize("language", LABELS)
def test_chips_are_of_one_width(language: str) -> None:
    """Links to activities and to a nested journey are equally wide, whatever they say."""
    short, long = LABELS[language]
    stages = [{"id": f"s{n}", "title": "S", "activities": ["one", "two"], "journey": "next"} for n in range(5)]
    journey = Journey.model_validate({"title": "Sample", "stages": stages})
    for label in (short, long):
        for svg in path(journey, language, links=LabelledLinks(label)).drawings.values():
            chips = Drawn(svg).polygons("jd-chip")
            assert len(chips) == 15
            assert len({round(chip[1][0] - chip[0][0], 1) for chip in chips}) == 1


def test_feelings_along_a_curve() -> None:
    """As asked for, one curve goes through all feelings, as high as their scores; on a phone they are told as well."""
    figure = path(felt(0, -1, None, 2))
    for size, svg in figure.drawings.items():
        drawn = Drawn(svg)
        (curve,) = drawn.polygons("jd-curve")
        points = drawn.circles("jd-halo")
        assert len(points) == 3, size
        steps = [points[0][1] - y for _, y, _ in points]
        assert steps[2] == pytest.approx(-2 * steps[1]) and steps[2] > 0
        assert all(min(abs(x - a) + abs(y - b) for a, b in curve) < 1 for x, y, _ in points)
        assert texts_of(parse(svg)).count("Felt so") == 3
    assert [[e.text for e in cell] for cell in figure.twin.rows[0].cells] == [
        *(["0 Felt so"], ["−1 Felt so"], [], ["+2 Felt so"])
    ]


def test_no_curve_unless_asked_for() -> None:
    """Without the setting, with it at false, and where a single stage is felt, there is no line."""
    for journey in (felt(1, 2, view="path"), felt(1, 2, view={"path": {"feelings": "false"}}), felt(1, None)):
        assert not any("jd-curve" in svg for svg in path(journey).drawings.values())


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("count", [1, 4, 13, 20])
def test_curves_keep_clear(language: str, count: int) -> None:
    """In every script and with many stages, nothing stands on anything else or outside."""
    for label in LABELS[language]:
        figure = path(felt(*(place % 5 - 2 for place in range(count)), label=label), language)
        for size, svg in figure.drawings.items():
            drawn = Drawn(svg)
            assert drawn.outside() == [] and drawn.collisions() == [], size


@pytest.mark.parametrize("case", ["path-feelings", "path-feelings-arabic"])
def test_twin_of_the_curve(case: str) -> None:
    """What the curve says, the twin says: all that the first actor of a stage feels, and nothing of others."""
    journey = read_journey(CASES / f"{case}.yaml")
    figure = path(journey, journey.language or "en")
    told = [entry.text for cell in figure.twin.rows[0].cells for entry in cell]
    for size, svg in figure.drawings.items():
        texts = " ".join(texts_of(parse(svg)))
        assert all(word in texts for text in told for word in text.split()), size
        assert "Needed" not in texts
