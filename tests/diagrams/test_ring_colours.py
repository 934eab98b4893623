"""Colours of a handbook's own: neighbours differ, in a row of stages and around a ring, however few there are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from diagrams.diagram_samples import SampleLinks, journey_of
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.shapes import load
from journeybook.palette import Palette
from journeybook.palette.scheme import schemes

OWN = ["#0b5cab", "#9c2f00", "#00695c", "#7a00b8", "#5d4037", "#37474f", "#8a5a00", "#ad1457"]
LONGEST = 20
SCENE = Scene(journey_of(LONGEST, "Short talk"), SampleLinks())


def fills(count: int) -> dict[str, str]:
    """The fill of each class of stages, where a handbook has so many colours."""
    light = schemes(Palette.model_validate({"stages": OWN[:count]}))["light"]
    return {f"jb-s{number}": light[f"stage-{number}"] for number in range(1, 9)}


def ring(stages: int, colours: dict[str, str]) -> list[tuple[bool, str]]:
    """Of each segment of a cycle: whether it is pale, and its colour."""
    sheet = load("cycle").desk(Scene(journey_of(stages, "Short talk"), SampleLinks()), 958)
    found = re.findall(r'class="jd-segment (jd-again )?(jb-s\d)"', sheet.canvas.dot(sheet.height))
    return [(bool(pale), colours[name]) for pale, name in found]


@pytest.mark.parametrize("count", range(2, 9))
def test_neighbours_differ_in_a_row(count: int) -> None:
    """No two stages that follow each other have one colour, and all colours that are given are used, in their order."""
    colours = fills(count)
    row = [colours[SCENE.colour(place)] for place in range(LONGEST)]
    assert row[:count] == OWN[:count]
    assert [place for place, (one, other) in enumerate(pairwise(row)) if one == other] == []


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("stages", range(2, LONGEST + 1))
def test_neighbours_differ_around_a_ring(count: int, stages: int) -> None:
    """The last segment of a cycle does not meet the first in the same colour, either."""
    found = ring(stages, fills(count))
    assert len(found) == stages
    assert [place for place in range(stages) if found[place] == found[place - 1]] == []


@pytest.mark.parametrize("stages", [2, 4, 6, 8, 9, 10])
def test_two_colours_take_turns(stages: int) -> None:
    """Two colours go round an even ring, and one that is longer than the theme's colours, too."""
    found = ring(stages, fills(2))
    assert [place for place in range(stages) if found[place] == found[place - 1]] == []
