"""A part of a journey: some stages, which keep numbers and colours, and some lanes of a map."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from diagrams.diagram_samples import SampleLinks, journey_of
from journeybook.diagrams import Request, available
from journeybook.diagrams.draw.excerpt import ChoiceError, excerpt, lanes_in, numbers_in
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.ways import Way, branches, ways
from journeybook.diagrams.shapes import load, scrolls
from journeybook.model import Journey
from journeybook.model.views import VIEWS

WORDS = ("Alpha", "Bravo", "Charlie", "Delta", "Echo")
CURVED = {"title": "x", "views": [{"path": {"feelings": True}}], "stages": ["y"]}
PARTS = [view for view in available() if VIEWS[view].excerpts]


def journey(**changed: dict[str, Any]) -> Journey:
    """Five stages that say something in each view; `changed` adds fields to stages by their titles."""

    def stage(title: str) -> dict[str, Any]:
        said = {"summary": f"{title} in a sentence", "goals": [f"{title} goal"], "actions": [f"{title} action"]}
        rest = {"pains": [f"{title} pain"], "effort": "3", "activities": [title.lower()], "date": f"in {title}"}
        return {"title": title, **said, **rest, "touchpoints": [f"{title} talk"], **changed.get(title, {})}

    return Journey.model_validate({"title": "Five", "stages": [stage(word) for word in WORDS]})


def request(view: str, **changed: dict[str, Any]) -> Request:
    """Ask for that journey."""
    return Request(journey(**changed), view, SampleLinks(), "five")


def drawn(asked: Request, size: str = "desk") -> str:
    """What is given to the renderer."""
    scene, shape = asked.scene(lambda dot: dot), load(asked.view)
    sheet = shape.desk(scene, 958) if size == "desk" else shape.phone(scene)
    return sheet.canvas.dot(sheet.height)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2-4", [2, 3, 4]),
        ("1,3", [1, 3]),
        (" 3 - ", [3, 4, 5]),
        ("-2", [1, 2]),
        ("2–3", [2, 3]),
        ("5", [5]),
        ("3,1,3", [1, 3]),
        ("٢-٣", [2, 3]),
        ("1-5", [1, 2, 3, 4, 5]),
    ],
)
def test_stages_are_chosen_as_people_type_them(text: str, numbers: list[int]) -> None:
    """Ranges, open ends, lists, dashes of all kinds and the figures of other scripts; always in the journey's order."""
    assert numbers_in(text, range(1, 6)) == numbers


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("4-2", "‘4-2’ counts backwards", "write 2-4"),
        ("2-7", "there is no stage 7: the journey has 5", "write numbers from 1 to 5"),
        ("0", "there is no stage 0: the journey has 5", "write numbers from 1 to 5"),
        ("two", "‘two’ is no choice of stages", "write their numbers, such as 2, 2-4, 2- or 1,3"),
        ("1,,2", "‘’ is no choice of stages", "write their numbers, such as 2, 2-4, 2- or 1,3"),
        ("-", "‘-’ is no choice of stages", "write their numbers, such as 2, 2-4, 2- or 1,3"),
        ("1-2-3", "‘1-2-3’ is no choice of stages", "write their numbers, such as 2, 2-4, 2- or 1,3"),
        ("99999999999", "‘99999999999’ is no choice of stages", "write their numbers, such as 2, 2-4, 2- or 1,3"),
    ],
)
def test_a_wrong_choice_of_stages_says_what_to_write(text: str, message: str, hint: str) -> None:
    """Each error names what was typed and the right form."""
    with pytest.raises(ChoiceError) as caught:
        numbers_in(text, range(1, 6))
    assert (str(caught.value.message), str(caught.value.hints[0])) == (message, hint)


def test_one_stage_needs_no_choice() -> None:
    """A journey of one stage has no other to choose."""
    with pytest.raises(ChoiceError, match=r"there is no stage 2: the journey has one; leave the choice of stages out"):
        numbers_in("2", [1])


@pytest.mark.parametrize(
    ("text", "known", "numbers"),
    [
        ("3", [1, 3], [3]), ("1-3", [1, 3], [1, 3]), ("1-2", [1, 3], [1]), ("2-", [1, 3], [3]), ("1,3", [1, 3], [1, 3]),
        ("4", [4], [4]),
    ],
)  # fmt: skip
def test_an_edition_lacks_stages_between_others(text: str, known: list[int], numbers: list[int]) -> None:
    """The stages that it has keep their numbers, and a range has those that are there."""
    assert numbers_in(text, known) == numbers


@pytest.mark.parametrize("text", ["2", "1,2", "4", "3-4", "0-1"])
def test_a_number_that_an_edition_lacks_is_told(text: str) -> None:
    """With those that it has."""
    with pytest.raises(ChoiceError, match=r"there is no stage \d here; write some of these numbers: 1, 3$"):
        numbers_in(text, [1, 3])


@pytest.mark.parametrize("view", PARTS)
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_stages_keep_their_numbers_and_colours(view: str, size: str) -> None:
    """Stages 2 and 4 are 2 and 4 wherever a number or a colour is drawn or read out, and nothing of others is there."""
    if size == "phone" and scrolls(load(view)):
        return
    dot = drawn(excerpt(request(view), "2,4"), size)
    assert {found for word in WORDS for found in re.findall(word, dot)} == {"Bravo", "Delta"}
    assert set(re.findall(r"jb-s(\d)", dot)) == {"2", "4"}
    assert set(re.findall(r'tooltip="(\d+)[^]]*? (Bravo|Delta)\b', dot)) == {("2", "Bravo"), ("4", "Delta")}
    assert set(re.findall(r'class="jd-number[^]]*label="(\d)"', dot)) == {"2", "4"}


@pytest.mark.parametrize("view", PARTS)
def test_all_stages_are_the_whole(view: str) -> None:
    """A choice of all stages draws what no choice draws; a description counts as the drawing does."""
    asked = request(view)
    assert excerpt(asked, "1-5") == asked
    part = excerpt(asked, "3-").scene(lambda dot: dot)
    assert part.description == "The stages in order: 3 Charlie, 4 Delta, 5 Echo."


@pytest.mark.parametrize("view", ["cycle", "funnel"])
def test_views_that_need_all_stages_say_so(view: str) -> None:
    """A ring of three of five stages would lie, and so would shares of stages that are not drawn."""
    with pytest.raises(ChoiceError, match=f"the view ‘{view}’ is only true with all its stages"):
        excerpt(request(view), "2-4")


def test_ways_lead_only_where_they_do() -> None:
    """In a journey that branches, no stage seems to lead to one that does not follow it, and none seems the last."""
    branching = request("path", Bravo={"next": [{"to": "delta", "condition": "ready"}, {"to": "alpha"}]})
    part = excerpt(branching, "1,2,4")
    assert ways(part.journey) == [Way(0, 1), Way(1, 2, "ready"), Way(1, 0)]
    apart = excerpt(branching, "1,3-4")
    assert ways(apart.journey) == [Way(1, 2)] and branches(apart.journey)
    assert apart.journey.stages[-1].next, "the flowchart does not end where the journey goes on"
    assert not branches(excerpt(request("path"), "1,3").journey)


def test_ways_in_words_have_the_numbers_of_the_journey() -> None:
    """What a way says is the number that the stage has on its page."""
    from journeybook.diagrams.parts.ways import entries

    part = excerpt(request("path", Delta={"next": [{"to": "echo"}]}), "4-5").scene(lambda dot: dot)
    assert [label.text for label in entries(part, 0)] == ["to 5 Echo"]


def test_lanes_are_chosen_in_the_order_of_the_text() -> None:
    """A map has the lanes that are named, once each, as they are named; other settings stay."""
    assert [*lanes_in("pains, Goals,pains")] == ["pains", "goals"]
    dot = drawn(excerpt(request("map"), "2-3", "pains,goals"))
    assert "Bravo action" not in dot and "Bravo talk" not in dot
    assert dot.index("Bravo pain") < dot.index("Bravo goal")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("goal", "unknown lane ‘goal’; did you mean ‘goals’?; the lanes are goals, actions, "),
        ("goals,xyz", "unknown lane ‘xyz’; the lanes are goals, actions, "),
        (" , ", "no lane is named; write names of lanes, such as goals,pains"),
        ("goals,measures", "no stage that is drawn says anything in the lane ‘measures’; lanes that have something"),
    ],
)
def test_a_wrong_choice_of_lanes_says_what_to_write(text: str, said: str) -> None:
    """Unknown names come with the nearest, empty lanes with those that are not."""
    with pytest.raises(ChoiceError) as caught:
        excerpt(request("map"), "", text)
    assert str(caught.value).startswith(said)


def test_only_maps_have_lanes() -> None:
    """Another view is named in the error."""
    with pytest.raises(ChoiceError, match="only a map has lanes, and this is the view ‘path’"):
        excerpt(request("path"), "", "goals")


def test_a_scene_counts_as_the_journey_was_written() -> None:
    """Numbers and colours are those of the whole journey, also where a part of it is drawn."""
    whole = journey_of(10, "A stage")
    scene, part = (Scene(one, SampleLinks()) for one in (whole, whole.model_copy(update={"stages": whole.stages[8:]})))
    assert [scene.nth(place) for place in range(3)] == [1, 2, 3] and scene.colour(1) == "jb-s2"
    assert [part.nth(place) for place in range(2)] == [9, 10] and part.colour(0) == "jb-s1"


def test_axes_number_the_stages_as_the_journey_does() -> None:
    """Below the curve of a path on phones and above the years of a vision, stages 2 and 4 are 2 and 4."""
    dated = {word: {"date": str(2020 + place), "feelings": {"score": "1"}} for place, word in enumerate(WORDS)}
    curve = journey(**dated).model_copy(update={"views": Journey.model_validate(CURVED).views})
    path = drawn(excerpt(replace(request("path"), journey=curve), "2,4"), "phone")
    assert re.findall(r'class="jd-number jd-muted[^]]*label="(\d)\\n"', path) == ["2", "4"]
    vision = drawn(excerpt(request("vision", **dated), "2,4"))
    dates = re.findall(r'class="jd-\w+ jd-dated jb-s(\d)[^]]*label="(\d)"', vision)
    assert dates == [("2", "2"), ("4", "4")]
