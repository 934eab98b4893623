"""Two journeys compared: which stages are the same, and what has become of what is told of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.model import Journey
from journeybook.model.attention import attention
from journeybook.model.comparison import Comparison, Fate
from journeybook.model.journey import Stage
from journeybook.model.pairing import moved


def journey(*stages: Any, **more: Any) -> Journey:
    """A journey of these stages."""
    return Journey.model_validate({"title": "x", "stages": list(stages), **more})


def signs(was: Journey, now: Journey) -> list[tuple[str, str]]:
    """Each stage with what has become of it."""
    return [(found.stage.title, found.fate) for found in Comparison(was, now).stages]


def told(was: dict[str, Any], now: dict[str, Any], field: str, **more: Any) -> list[str]:
    """What has become of what one field tells of a stage."""
    (found,) = Comparison(*(journey({"title": "Meet", **stage}, **more) for stage in (was, now))).stages
    return [item.fate for item in found.told.get(field, ())]


WORDS = st.sampled_from(["Meet", "meet", "Plan", "Walk", "🙂", "🎉", "Say goodbye"])
TEXTS = st.lists(st.sampled_from(["A call", "a call.", "A letter", "Coffee", ""]).filter(bool), max_size=3)
FELT = st.fixed_dictionaries(
    {"score": st.sampled_from(["-2", "0", "1"])},
    optional={"label": st.sampled_from(["Lost", "Seen"]), "actor": st.sampled_from(["one", "two"])},
)
STAGES = st.lists(
    st.fixed_dictionaries(
        {"title": WORDS},
        optional={
            "goals": TEXTS,
            "touchpoints": TEXTS,
            "pains": st.lists(st.fixed_dictionaries({"text": WORDS}, optional={"severity": st.just("2")}), max_size=2),
            "feelings": st.lists(FELT, max_size=3),
            "effort": st.sampled_from(["1", "4"]),
            "duration": st.sampled_from(["P2W", "2 weeks"]),
        },
    ),
    min_size=1,
    max_size=5,
)
ACTORS = [{"id": "one", "title": "Client", "kind": "end_user"}, {"id": "two", "title": "Mentor"}]


def made(stages: list[dict[str, Any]]) -> Journey:
    return journey(*({**stage, "id": f"s{n}-{stage['title']}"[:2]} for n, stage in enumerate(stages)), actors=ACTORS)


@given(STAGES)
def test_a_journey_differs_in_nothing_from_itself(stages: list[dict[str, Any]]) -> None:
    """Whatever it has: same titles, signs that make no id, several feelings of one actor."""
    for one in (made(stages), journey(*({**stage, "feelings": []} for stage in stages))):
        found = Comparison(one, one).stages
        assert [stage.fate for stage in found] == [Fate.STAYS] * len(stages)
        assert [stage.place for stage in found] == [stage.was_place for stage in found] == list(range(len(stages)))
        assert {item.fate for stage in found for items in stage.told.values() for item in items} <= {Fate.STAYS}


@given(STAGES, STAGES)
def test_the_other_way_round_new_is_gone(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> None:
    """Of stages and of all that is told of them; what stays or changes does so either way."""
    there, back = Comparison(made(first), made(second)), Comparison(made(second), made(first))
    turned = {Fate.NEW: Fate.GONE, Fate.GONE: Fate.NEW}

    def counted(comparison: Comparison, turn: dict[Fate, Fate]) -> dict[Any, Any]:
        return {
            tuple((stage.was_place, stage.place) if not turn else (stage.place, stage.was_place)): (
                turn.get(stage.fate, stage.fate),
                {turn.get(sign, sign): stage.counted(sign) for sign in Fate},
            )
            for stage in comparison.stages
        }

    # Which of the stages that changed places has moved is not the same either way.
    assert {pair: count for pair, (_, count) in counted(there, {}).items()} == {
        pair: count for pair, (_, count) in counted(back, turned).items()
    }
    places = [stage.place for stage in there.stages if stage.place is not None]
    assert places == list(range(len(second))), "all stages of the second, in their order"
    assert sorted(stage.was_place for stage in there.stages if stage.was_place is not None) == list(range(len(first)))


@given(st.permutations(range(7)))
def test_as_few_as_can_be_have_moved(order: list[int]) -> None:
    """The others are in their order, and no longer run of them is."""
    apart = moved(dict(enumerate(order)))
    kept = [place for now, place in enumerate(order) if now not in apart]
    assert kept == sorted(kept)
    longest = [1] * len(order)
    for end, place in enumerate(order):
        longest[end] = 1 + max((longest[n] for n in range(end) if order[n] < place), default=0)
    assert len(kept) == max(longest)


def test_stages_are_known_by_their_ids_then_by_their_titles() -> None:
    """A stage with a new title is the same; what is gone stands after what it followed."""
    was = journey({"id": "a", "title": "Meet"}, {"id": "b", "title": "Talk"}, {"id": "c", "title": "Part"}, "Wait")
    now = journey({"id": "a", "title": "Welcome"}, {"id": "d", "title": "Plan"}, {"id": "e", "title": "part."}, "Wait")
    assert signs(was, now) == [
        ("Welcome", "changed"),
        ("Talk", "gone"),
        ("Plan", "new"),
        ("part.", "changed"),
        ("Wait", "stays"),
    ]
    assert [stage.old_title for stage in Comparison(was, now).stages] == ["Meet", "", "", "Part", ""]


def test_numbers_in_the_place_of_ids_make_no_stage_the_same() -> None:
    """Titles without a letter have ids that only count: these say nothing."""
    assert signs(journey("🙂", "🎉"), journey("🎉", "🙂"))[0] == ("🎉", "changed"), "it has moved, and is the same"
    assert signs(journey("🙂"), journey("🎉")) == [("🙂", "gone"), ("🎉", "new")]


def test_what_moved_is_told_once() -> None:
    """Where one stage goes to another place, the others have not moved; nor where one is put in before them."""
    was, now = journey("A", "B", "C", "D"), journey("N", "D", "A", "B", "C")
    assert [(found.stage.title, found.moved) for found in Comparison(was, now).stages] == [
        ("N", False),
        ("D", True),
        ("A", False),
        ("B", False),
        ("C", False),
    ]


@pytest.mark.parametrize(
    ("field", "was", "now", "expected"),
    [
        ("goals", ["Be heard"], ["be  heard.", "Be asked"], ["stays", "new"]),
        ("goals", ["Pay 1.5"], ["Pay 15"], ["gone", "new"]),
        ("touchpoints", [{"title": "Call", "channel": "phone"}], [{"title": "Call", "channel": "video"}], ["changed"]),
        ("touchpoints", [{"title": "Call", "kind": "action"}], [{"title": "Call"}], ["stays"]),
        ("feelings", [{"score": "-1", "label": "Lost"}], [{"score": "1", "label": "Seen"}], ["changed"]),
        ("pains", [{"text": "Slow", "severity": "3"}], [{"text": "Slow", "severity": "1"}], ["changed"]),
        ("pains", ["Slow"], [], ["gone"]),
        ("measures", [{"title": "Calls", "value": "3"}], [{"title": "Calls", "value": "5"}], ["changed"]),
        ("effort", "4", "2", ["changed"]),
        ("effort", None, "2", ["new"]),
        ("count", "0", None, ["gone"]),
        ("summary", "Here we meet.", "Here we talk.", ["changed"]),
        ("summary", "Here we meet.", "Here we meet", ["stays"]),
        ("next", [{"to": "meet", "condition": "yes"}], [{"to": "meet", "condition": "no"}], ["changed"]),
    ],
)
def test_what_is_told_is_known_by_its_text(field: str, was: Any, now: Any, expected: list[str]) -> None:
    """Case, spaces and a full stop make no difference; figures do, and what is shown beside the text."""
    assert told(*({field: value} if value is not None else {} for value in (was, now)), field) == expected


def test_feelings_are_compared_by_who_feels() -> None:
    """The one whose journey it is may be called otherwise, or not be named at all; others go by their titles."""
    users = [{"id": "client", "title": "Client", "kind": "end_user"}, {"id": "m", "title": "Mentor"}]
    felt = [{"score": "-1", "actor": "client"}, {"score": "0", "actor": "m"}]
    was = journey({"title": "Meet", "feelings": felt}, actors=users)
    now = journey({"title": "Meet", "feelings": [{"score": "1"}]})
    found = Comparison(was, now)
    assert [item.fate for item in found.stages[0].told["feelings"]] == ["changed", "gone"]
    assert found.subject == "" and found.better(found.stages[0]) == 2
    tasks = [{"actor": "client", "does": "Calls"}, {"actor": "m", "does": "Answers"}]
    guest = {"actors": [{"id": "guest", "title": "Guest", "kind": "end_user"}, {"id": "m", "title": "Mentor"}]}
    theirs = [{"actor": "guest", "does": "Calls"}, {"actor": "m", "does": "Answers"}]
    same = Comparison(
        journey({"title": "Meet", "responsibilities": tasks}, actors=users),
        journey({"title": "Meet", "responsibilities": theirs}, **guest),
    )
    assert [item.fate for item in same.stages[0].told["responsibilities"]] == ["stays", "stays"]
    only_mentor = journey(
        {"title": "Meet", "feelings": [{"score": "1", "actor": "m"}]},
        actors=[{"id": "m", "title": "Mentor", "kind": "service_provider"}],
    )
    assert Comparison(only_mentor, now).subject is None, "a mentor's feeling is not compared with a client's"
    assert Comparison(was, only_mentor).subject == "mentor"


@pytest.mark.parametrize(
    ("stage", "points"),
    [
        ({}, 0),
        ({"effort": "2"}, 0),
        ({"effort": "5"}, 3),
        ({"feelings": [{"score": "1"}, {"score": "-2"}]}, 2),
        ({"pains": [{"text": "a", "severity": "2"}, {"text": "b", "severity": "3"}, "c"]}, 3),
        ({"measures": [{"title": "a", "value": "70", "target": "85"}, {"title": "b", "value": "9", "target": "9"}]}, 1),
        ({"measures": [{"title": "a", "value": "4", "target": "1"}, {"title": "b", "target": "1"}]}, 0),
        ({"effort": "4", "feelings": [{"score": "-1"}], "pains": [{"text": "a", "severity": "1"}]}, 4),
    ],
)
def test_points_of_attention(stage: dict[str, Any], points: int) -> None:
    """One for each step of effort above 2, of the lowest feeling below 0, of the worst pain, and for each measure."""
    assert attention(Stage.model_validate({"title": "x", **stage})).points == points
