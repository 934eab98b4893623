"""The curve of feelings: whose is strong, where it is lowest, where marks and labels stand."""

from __future__ import annotations

import random
import re
from itertools import combinations
from typing import Any

import pytest

from diagrams.diagram_samples import SampleLinks
from diagrams.drawn import Box, Drawn
from journeybook.diagrams import draw
from journeybook.diagrams.parts.moments import moments, step_of
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.shapes import load
from journeybook.model import Journey

LOWEST = "lowest moment"


def journey(*stages: list[dict[str, Any]], **actors: str) -> Journey:
    """A journey whose stages have these feelings; actors by id, each with its kind."""
    told = [{"id": key, "title": key.capitalize(), **({"kind": kind} if kind else {})} for key, kind in actors.items()]
    found = [{"title": f"S{n}", "goals": ["A goal"], "feelings": felt} for n, felt in enumerate(stages)]
    return Journey.model_validate({"title": "x", "views": ["map"], "actors": told, "stages": found})


def felt(score: int, actor: str | None = None, label: str = "Some words") -> dict[str, Any]:
    return {"score": str(score), "label": label, **({"actor": actor} if actor else {})}


def dot(found: Journey) -> str:
    sheet = load("map").desk(Scene(found, SampleLinks()), 958)
    return sheet.canvas.dot(sheet.height)


def told(found: Journey) -> list[list[str]]:
    """What the twin says of the feelings of each stage."""
    rows = load("map").twin(Scene(found, SampleLinks())).rows
    return [[entry.text for entry in cell] for row in rows if row.label.startswith("Feelings") for cell in row.cells]


def test_the_lowest_moment_is_marked_and_told() -> None:
    """The end user's, not the lower one of somebody else, and the first of two."""
    stages = [[felt(score, "user"), felt(-2, "helper")] for score in (1, -1, 0, -1)]
    found = journey(*stages, helper="service_provider", user="end_user")
    drawn = dot(found)
    assert drawn.count("jd-lowest") == 1 and drawn.count(LOWEST) == 1
    assert [[LOWEST in text for text in stage] for stage in told(found)] == [
        [False, False],
        [True, False],
        [False, False],
        [False, False],
    ]
    assert told(found)[1] == ["−1 Some words (User, lowest moment)", "−2 Some words (Helper)"]


@pytest.mark.parametrize(
    "stages", [([felt(1)], [felt(1)], [felt(1)]), ([felt(1), felt(-2)],), ([felt(1), felt(-2)], []), ([felt(-2)], [])]
)
def test_no_lowest_moment(stages: tuple[list[dict[str, Any]], ...]) -> None:
    """Where all is alike, or only one stage is told of, none is lower than others."""
    found = journey(*stages)
    assert LOWEST not in dot(found).lower() + str(told(found)) and "jd-lowest" not in dot(found)


@pytest.mark.parametrize(
    ("kinds", "first"),
    [({"a": "service_provider", "b": "end_user"}, "B"), ({"a": "", "b": ""}, "A"), ({"a": "end_user", "b": ""}, "A")],
)
def test_the_line_of_the_end_user_is_strong(kinds: dict[str, str], first: str) -> None:
    """Theirs, else that of the first who feels something: solid, filled, and first in the legend."""
    drawn = dot(journey([felt(1, "a"), felt(0, "b")], [felt(2, "a"), felt(-1, "b")], **kinds))
    assert drawn.count("jd-curve jd-line-1 jd-strong") == 2, "the line, and its sample in the legend"
    assert drawn.count("jd-curve jd-line-2 jd-thin") == 2
    names = re.findall(r'label="([AB])\\l"', drawn)
    assert names[0] == first and set(names) == {"A", "B"}


def test_what_is_good_and_bad_is_not_told_by_colour_alone() -> None:
    """The ends of the scale stand in words beside it, and the line of 0 parts it.

    On a phone they stand at the edges of the chart, which are no scores: an arrow says which way they lie.
    """
    drawn = dot(journey([felt(1)], [felt(-1)]))
    assert drawn.count("↑ very good") == drawn.count("↓ very bad") == 1
    end = r'label="(?:[↑↓] )?very (?:good|bad)'
    for place in ("jd-beside", "jd-above"):  # in the column of names, or on a phone at the edges of the chart
        assert len(re.findall(rf'jd-scale {place}".*{end}|{end}.*jd-scale {place}"', drawn)) == 2
    assert "jd-zone jd-above-zero" in drawn and "jd-zone jd-below-zero" in drawn
    rows = load("map").twin(Scene(journey([felt(1)]), SampleLinks())).rows
    assert rows[-1].label == "Feelings (very bad – very good)"


@pytest.mark.slow
@pytest.mark.parametrize("actors", [1, 2])
@pytest.mark.parametrize("seed", range(6))
def test_labels_at_points_are_free(actors: int, seed: int) -> None:
    """No label lies on a curve, a mark, another label or beyond its column; what has no place stands below."""
    chance = random.Random(seed)
    texts = ["Torn", "Glad to be here", "Taken seriously at last", "A little lost among all of the offers"]
    stages = [[felt(chance.randint(-2, 2), "ab"[n], chance.choice(texts)) for n in range(actors)] for _ in range(7)]
    drawn = Drawn(draw(journey(*stages, a="end_user", b=""), "map", SampleLinks(), name="n", desk_width=958).desk)
    labels = [box for box in drawn.boxes if box.classes & {"jd-mood", "jd-low"}]
    curves = [point for line in drawn.polygons("jd-curve") for point in line]
    marks = [box for box in drawn.boxes if "jd-on-mark" in box.classes]
    assert len(labels) >= 7
    assert [label.text for label in labels if any(inside(label, x, y) for x, y in curves)] == []
    assert [a.text for a, b in combinations([*labels, *marks], 2) if a.meets(b)] == []
    lines = [line[0][0] for line in drawn.polygons("jd-column")]
    assert [label.text for label in labels if any(label.left < x < label.right for x in lines)] == []
    (zero,) = [line for line in drawn.polygons("jd-zero") if line[1][0] - line[0][0] > 100]
    assert [label.text for label in labels if label.top < zero[0][1] < label.bottom] == []


def inside(box: Box, x: float, y: float) -> bool:
    return box.left < x < box.right and box.top < y < box.bottom


@pytest.mark.slow
def test_the_area_keeps_to_its_side() -> None:
    """What is filled above the line of 0 lies above it, what is filled below lies below, and both meet on it."""
    found = draw(journey([felt(2)], [felt(-2)], [felt(1)], [felt(0)]), "map", SampleLinks(), name="n")
    drawn = Drawn(found.desk)
    (across,) = [line for line in drawn.polygons("jd-zero") if line[1][0] - line[0][0] > 100]
    zero = across[0][1]
    areas = {
        side: [area for area in drawn.polygons(side) if len(area) > 4] for side in ("jd-above-zero", "jd-below-zero")
    }
    assert [len(found) for found in areas.values()] == [2, 1]
    assert all(y <= zero + 0.1 for area in areas["jd-above-zero"] for _, y in area)
    assert all(y >= zero - 0.1 for area in areas["jd-below-zero"] for _, y in area)


def marks(*stages: list[dict[str, Any]], **actors: str) -> list[tuple[int, int, float, float]]:
    """Actor, stage and place of each mark, in pixels from its stage's middle and from the line of its score."""
    scene = Scene(journey(*stages, **actors), SampleLinks())
    step = step_of(scene)
    return [
        (one.actor, one.place, one.x - 100 * (2 * one.place + 1), one.y + step * one.feeling.score)
        for one in moments(scene, 200)
    ]


def test_who_feels_alike_stands_around_the_score() -> None:
    """Marks at one score stand one above the other: none is earlier, and together they are neither better nor worse."""
    found = marks([felt(1, "a"), felt(1, "b")], [felt(1, "a"), felt(-1, "b")], a="end_user", b="")
    assert found == [(0, 0, 0, -12), (1, 0, 0, 12), (0, 1, 0, 0), (1, 1, 0, 0)]
    stages = [[felt(1, actor) for actor in "abcd"] for _ in range(3)]
    found = marks(*stages, a="", b="", c="", d="")
    assert [down for _, place, _, down in found if place == 1] == [-36, -12, 12, 36]
    assert all(across == 0 for _, _, across, _ in found)


def test_lines_lead_past_the_marks_of_others() -> None:
    """Who comes from above stands above, whoever is named first; several feelings of one stand in their order."""
    found = marks(
        [felt(-1, "a"), felt(2, "b")], [felt(1, "a"), felt(1, "b")], [felt(0, "a"), felt(1, "b")], a="end_user", b=""
    )
    assert [(actor, down) for actor, place, _, down in found if place == 1] == [(0, 12), (1, -12)]
    found = marks([felt(1, "a"), felt(-1, "a"), felt(-1, "b")], [felt(0, "a")], a="end_user", b="")
    assert found[:3] == [(0, 0, -17, 0), (0, 0, 17, -12), (1, 0, 0, 12)]


def test_marks_of_different_scores_keep_apart() -> None:
    """However many feel alike, the marks of one score stay nearer to it than to the next."""
    for count in (1, 2, 3, 4, 5, 9):
        actors = dict.fromkeys("abcdefghi"[:count], "")
        stages = [[felt(score, actor) for actor in actors] for score in (1, 0)]
        scene = Scene(journey(*stages, **actors), SampleLinks())
        half = step_of(scene) / 2
        downs = [one.y + step_of(scene) * one.feeling.score for one in moments(scene, 200)]
        assert all(-half < down < half for down in downs) and len({round(down, 3) for down in downs}) == count


def test_the_area_ends_with_its_stages() -> None:
    """What is filled reaches to the edges of the stages: it ends in the middle of no stage, where a label stands."""
    scene = Scene(journey([felt(2)], [felt(-2)], [felt(1)]), SampleLinks())
    drawn = load("map").desk(scene, 958).canvas.dot(100)
    columns = [float(found.partition(",")[0]) for found in re.findall(r'class="jd-column" pos="([^"]*)"', drawn)]
    areas = re.findall(r'class="jd-area[^"]*" pos="([^"]*)"', drawn)
    xs = [float(point.partition(",")[0]) for area in areas for point in area.split()]
    assert min(xs) == pytest.approx(columns[0], abs=12) and max(xs) > columns[-1] + 100
