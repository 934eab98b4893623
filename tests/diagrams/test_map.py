"""Map and blueprint: which lanes there are, what is in them, how feelings are told apart, and what stays in place."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, SVG, XLINK, SampleLinks, parse, read_journey
from diagrams.drawn import Box, Drawn
from journeybook.diagrams import Figure, draw
from journeybook.diagrams.paint.styles import AMOUNT
from journeybook.model import Journey
from journeybook.model.views.map import Lane
from journeybook.text.font import width

pytestmark = pytest.mark.slow

FEELINGS = "Feelings (very bad – very good)"
CASES = Path(__file__).parent / "cases"
FULL: dict[str, Any] = {
    "goals": ["A goal"],
    "actions": ["An action"],
    "thoughts": ["A thought"],
    "touchpoints": [{"title": "A touchpoint", "channel": "By phone", "actors": ["a"]}],
    "feelings": [{"score": "1", "label": "A feeling"}],
    "pains": [{"text": "A pain", "severity": "2"}],
    "opportunities": ["An opportunity"],
    "responsibilities": [{"actor": "a", "does": "A duty"}],
    "measures": [{"title": "A measure", "value": "40", "target": "60", "unit": "people"}],
    "activities": ["an-activity"],
    "effort": "3",
    "frontstage": ["Seen"],
    "backstage": ["Unseen"],
    "support": ["Relied on"],
}


def figure(stages: list[Any], view: Any = "map", **more: Any) -> Figure:
    name = view if isinstance(view, str) else next(iter(view))
    data = {"title": "x", "actors": [{"id": "a", "title": "Actor"}], "stages": stages, "views": [view], **more}
    return draw(
        Journey.model_validate(data), name, SampleLinks(), name="n", language=more.get("language", "en"), desk_width=958
    )


def rows(found: Figure) -> dict[str, list[str]]:
    """What the first stage has in each row of the table."""
    return {row.label: [e.text for e in row.cells[0]] if row.cells else [] for row in found.twin.rows}


def test_a_map_without_lanes_has_its_stages() -> None:
    """An edition may leave out all that stands in them, and is drawn all the same."""
    found = figure([{"title": "One", "description": "Hello."}, "Two"])
    assert "One" in found.desk and "Two" in found.desk


def test_lanes_of_a_full_stage() -> None:
    """A stage that has everything gives every lane, in groups and in the guide's order, with what belongs in it."""
    assert rows(figure([{"title": "One", **FULL}, "Two"])) == {
        "What they do": [],
        "Goals": ["A goal"],
        "Actions": ["An action"],
        "Thoughts": ["“A thought”"],
        "Touchpoints": ["A touchpoint (By phone; Actor)"],
        "How it feels": [],
        FEELINGS: ["+1 A feeling"],
        "Pains": ["A pain (serious)"],
        "What we can do": [],
        "Opportunities": ["An opportunity"],
        "Responsibilities": ["Actor: A duty"],
        "Measures": ["A measure: 40\u00a0→\u00a060 people"],
        "Activities": ["An activity"],
        "Effort": ["3 of 5"],
    }


@pytest.mark.parametrize("lane", Lane)
def test_lane_appears_with_its_data(lane: Lane) -> None:
    """A lane is there where one stage has data for it, and nowhere else; touchpoints tell of channels and actors."""
    field = {"channels": "touchpoints", "actors": "touchpoints"}.get(lane, lane.value)
    asked = {"map": {"lanes": list(Lane)}} if field != lane.value else "map"
    name = FEELINGS if lane is Lane.FEELINGS else lane.value.capitalize()
    assert name in rows(figure(["One", {"title": "Two", field: FULL[field]}], asked))
    others = {key: value for key, value in FULL.items() if key != field}
    assert name not in rows(figure(["One", {"title": "Two", **others}], asked))
    if field != lane.value:
        assert name not in rows(figure(["One", {"title": "Two", field: FULL[field]}]))


def test_channels_without_an_icon_have_their_lane() -> None:
    """No channel is lost: where there is no icon for one of them, all are in a lane of their own."""
    points = [{"title": "A talk", "channel": "Rauchzeichen"}, {"title": "A call", "channel": "phone"}]
    found = figure([{"title": "One", "touchpoints": points}, "Two"])
    assert rows(found)["Channels"] == ["Rauchzeichen", "phone"]
    assert found.desk.count("jd-icon-phone") == 1, "at its touchpoint, and in no legend"
    found = figure([{"title": "One", "touchpoints": points[1:]}, "Two"])
    assert "Channels" not in rows(found) and found.desk.count("jd-icon-phone") == 2


def test_actors_as_initials() -> None:
    """Each touchpoint has the initials of those who are there, no two alike, and one legend says whose they are."""
    titles = ["Client", "Coordinator", "Mentor", "Mentee", "Lead", "Éva", "主持人", "مرشد", "Lead"]
    actors = [{"id": f"a{n}", "title": title} for n, title in enumerate(titles)]
    point = {"title": "A talk", "actors": [actor["id"] for actor in actors]}
    found = figure([{"title": title, "touchpoints": [point]} for title in ("One", "Two")], actors=actors)
    badges = [box.text for box in Drawn(found.desk).boxes if "jd-initials" in box.classes]
    one = ["Cl", "Co", "Mo", "Me", "L1", "É", "主", "م", "L2"]
    assert badges == one * 3
    assert rows(found)["Touchpoints"] == [f"A talk ({', '.join(titles)})"]
    alone = figure([{"title": "One", "touchpoints": [{"title": "A talk", "actors": ["a"]}]}, "Two"])
    assert "jd-initials" not in alone.desk, "one actor need not be told apart"


def test_touchpoints_without_icons_begin_as_other_lists() -> None:
    """Where no channel has an icon, none is kept a place; where one has, all texts stand below each other."""
    for channel, alike in (("Rauchzeichen", True), ("phone", False)):
        points = [{"title": "A talk", "channel": "Rauchzeichen"}, {"title": "A call", "channel": channel}]
        found = figure([{"title": "One", "actions": ["An action"], "touchpoints": points}, "Two"])
        at = {box.text: box.left for box in Drawn(found.desk).boxes if box.text}
        assert (at["A talk"] == at["An action"]) is alike and at["A talk"] == at["A call"]


def test_a_measure_is_a_space_from_its_unit() -> None:
    """Whatever its figures are: the widths of a font's figures differ, and the gap does not."""
    measures = [{"title": str(n), "value": n, "target": n, "unit": f"people {n}"} for n in (11, 60, 1111)]
    boxes = {box.text: box for box in Drawn(figure([{"title": "One", "measures": measures}, "Two"]).desk).boxes}
    for n, said in ((11, "11\u00a0→\u00a011"), (60, "60\u00a0→\u00a060"), (1111, "1,111\u00a0→\u00a01,111")):
        gap = boxes[f"people {n}"].left - boxes[said].left - width(said, AMOUNT)
        assert 4 <= gap <= 7


def test_each_kind_has_a_voice() -> None:
    """Goals have a flag, opportunities a plus, thoughts the language's quotation marks, measures large figures."""
    found = figure([{"title": "One", **FULL}, "Two"], language="de")
    for icon in ("jd-icon-flag", "jd-icon-plus", "jd-icon-phone"):
        assert icon in found.desk
    boxes = {box.text: box.classes for box in Drawn(found.desk).boxes}
    assert "jd-thought" in boxes["„A thought“"] and "jd-amount" in boxes["40\u00a0→\u00a060"]
    assert "jd-muted" in boxes["people"] and "A measure" in boxes
    own = figure([{"title": "One", "thoughts": ["“Is it?”"]}, "Two"])
    assert rows(own)["Thoughts"] == ["“Is it?”"]


def test_lanes_that_were_chosen() -> None:
    """`lanes` chooses the lanes and their order; one that has no data is left out."""
    view = {"map": {"lanes": ["pains", "goals", "thoughts"]}}
    stage = {key: value for key, value in FULL.items() if key != "thoughts"}
    found = figure([{"title": "One", **stage}, "Two"], view)
    assert list(rows(found)) == ["Pains", "Goals"]
    assert list(dict.fromkeys(box.text for box in names_of(found))) == list(rows(found))


def names_of(found: Figure, *, phone: bool = False) -> list[Box]:
    """The names that stay in place, as wide pages have them, or phones."""
    away = "jd-beside" if phone else "jd-above"
    return [box for box in Drawn(found.drawings["head"]).boxes if away not in box.classes]


def test_groups_that_the_author_mixes() -> None:
    """Where lanes of a group stand apart, all are of one, or there are only a few, no group is named."""
    for chosen in (["goals", "pains", "actions", "effort"], ["goals", "actions", "thoughts", "channels"], ["pains"]):
        found = rows(figure([{"title": "One", **FULL}, "Two"], {"map": {"lanes": chosen}}))
        assert list(found) == [lane.capitalize() for lane in chosen]


def test_names_stay_in_place() -> None:
    """The names of the lanes are a drawing of their own, beside which everything else scrolls at its true size."""
    found = figure([{"title": f"Stage {n}", **FULL} for n in range(8)])
    head, body = (parse(found.drawings[size]) for size in ("head", "desk"))
    assert found.scrolls and head.get("height") == body.get("height")
    assert float(body.get("width", "")) > 958 > float(head.get("width", ""))
    groups = {"What they do", "How it feels", "What we can do"}
    lanes = {lane.value.capitalize() for lane in Lane} - {"Channels", "Actors"}
    for phone in (False, True):
        named = {box.text for box in names_of(found, phone=phone)} - {"·"}
        assert named == groups | lanes | ({"↑ very good", "↓ very bad"} if phone else {"very good", "very bad"})
        assert not named & {box.text for box in Drawn(found.desk).boxes}


def test_a_curve_for_each_actor() -> None:
    """Actors differ by the pattern of the line and the shape of the mark, and the legend names both."""
    actors = [{"id": name, "title": name.upper()} for name in "abcd"]
    feelings = [
        {"score": score, "label": f"of {name}", "actor": name} for name, score in zip("abcd", "2112", strict=True)
    ]
    found = figure([{"title": "One", "feelings": feelings}, {"title": "Two", "feelings": feelings}], actors=actors)
    body = Drawn(found.desk)
    patterns = [f"jd-line-{n}" for n in range(1, 5)]
    assert [len(body.polygons(pattern)) for pattern in patterns] == [2] * 4  # the curve, and its line in the legend
    marks = found.desk.count("jd-point")
    assert marks == 16, "each at its place, and beside its label below"
    assert {"A", "B", "C", "D"} <= {box.text for box in body.boxes}
    shapes = [parse(found.desk).iter("{http://www.w3.org/2000/svg}" + tag) for tag in ("circle", "rect")]
    assert all(any(True for _ in shape) for shape in shapes)


def test_one_actor_needs_no_legend() -> None:
    """With one actor, the labels stand at the points and nobody is named."""
    found = figure([{"title": "One", "feelings": [{"score": "1", "label": "Good", "actor": "a"}]}, "Two"])
    assert "Actor" not in [box.text for box in Drawn(found.desk).boxes]
    assert rows(found)[FEELINGS] == ["+1 Good"]


def test_scores_are_true() -> None:
    """From −2 to +2, each score stands one step above the one before."""
    stages = [{"title": f"S{n}", "feelings": [{"score": str(n), "label": "x"}]} for n in range(-2, 3)]
    boxes = [box for box in Drawn(figure(stages).desk).boxes if "jd-score" in box.classes]
    assert [box.text for box in boxes] == ["−2", "−1", "0", "+1", "+2"]
    steps = [round(a.top - b.top, 2) for a, b in pairwise(boxes)]
    assert len(set(steps)) == 1 and steps[0] > 20


def test_severity_is_seen_and_read() -> None:
    """A pain's severity is a number of filled pips, and a word."""
    for severity, word in (("1", "noticeable"), ("2", "serious"), ("3", "strong")):
        found = figure([{"title": "One", "pains": [{"text": "P", "severity": severity}]}, "Two"])
        assert found.desk.count("jd-pip-on") == 2 * int(severity), "at the pain, and once for all in the legend"
        assert f">{word}<" in found.desk and rows(found)["Pains"] == [f"P ({word})"]
    assert not any(word in figure([{"title": "One", "pains": ["P"]}, "Two"]).desk for word in ("strong", "serious"))


def test_worst_pains_first() -> None:
    """Pains stand by severity, in the drawing and in words; those that are alike in the author's order."""
    pains = ["Fifth", {"text": "Third", "severity": "2"}, {"text": "First", "severity": "3"}]
    pains += [{"text": "Fourth", "severity": "2"}, {"text": "Second", "severity": "3"}]
    found = figure([{"title": "One", "pains": pains}, "Two"])
    order = ["First", "Second", "Third", "Fourth", "Fifth"]
    assert [text.partition(" ")[0] for text in rows(found)["Pains"]] == order
    assert [box.text for box in Drawn(found.desk).boxes if box.text in order] == order


def test_blueprint() -> None:
    """From what people do to what nobody sees, with the line of visibility between, then a lane for each actor."""
    found = figure([{"title": "One", **FULL}, "Two"], "blueprint")
    assert rows(found) == {
        "Actions": ["An action"],
        "Line of interaction": [],
        "Frontstage": ["Seen"],
        "Line of visibility": [],
        "Backstage": ["Unseen"],
        "Line of internal interaction": [],
        "Support": ["Relied on"],
        "Who does what": [],
        "Actor": ["A duty", "A touchpoint"],
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("actions", "support"), ["Actions", "Line of visibility", "Support"]),
        (("support",), ["Line of visibility", "Support"]),
        (("frontstage",), ["Frontstage"]),
        (("actions", "frontstage"), ["Actions", "Line of interaction", "Frontstage"]),
    ],
)
def test_line_of_visibility_stays(fields: tuple[str, ...], expected: list[str]) -> None:
    """Where a layer is left out, the line of visibility stays between what is seen and what is not."""
    stage = {"title": "One", **{field: FULL[field] for field in fields}}
    assert list(rows(figure([stage, "Two"], "blueprint"))) == expected


def test_branches_on_a_blueprint() -> None:
    """Conditions stand at arcs below the stages, and in the table."""
    found = draw(read_journey(CASES / "blueprint.yaml"), "blueprint", SampleLinks(), name="n")
    assert {"a choice fits", "none fits"} <= {box.text for box in Drawn(found.desk).boxes}
    told = next(row for row in found.twin.rows if row.label == "Where the way goes on")
    assert [entry.text for entry in told.cells[1]] == ["a choice fits: to 3 Meet", "none fits: to 1 Apply"]


@pytest.mark.parametrize("view", ["map", "blueprint"])
def test_nested_journeys(view: str) -> None:
    """A stage that a journey of its own shows in detail leads there, in the drawing and in the table."""
    found = figure([{"title": "One", **FULL, "journey": "first-steps"}, {"title": "Two", "journey": "hidden"}], view)
    links = [link.get(f"{XLINK}href") for link in parse(found.desk).iter(f"{SVG}a")]
    assert links.count("../first-steps/index.html") == 1
    row = next(row for row in found.twin.rows if row.label == "In detail")
    assert [[(e.text, e.address) for e in cell] for cell in row.cells] == [
        [("In detail: First steps", "../first-steps/index.html")],
        [],
    ]


@pytest.mark.parametrize("view", ["map", "blueprint"])
@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("count", [2, 5, 20])
def test_nothing_overlaps(view: str, language: str, count: int) -> None:
    """Whatever the script and the length of labels, no text stands on another or outside of the drawing."""
    short, long = LABELS[language]
    stages = []
    for number in range(count):
        label = long if number % 2 else short
        stages.append(
            {
                "id": f"s{number}",
                "title": label,
                "goals": [label],
                "actions": [label, short],
                "frontstage": [label],
                "touchpoints": [{"title": label, "channel": short, "actors": ["a"]}],
                "feelings": [{"score": str(number % 5 - 2), "label": label, "actor": "a"}],
                "pains": [{"text": label, "severity": "3"}],
                "responsibilities": [{"actor": "a", "does": label}],
                "activities": ["one", "two"],
                "effort": "2",
                "journey": "first-steps",
            }
        )
    found = figure(stages, view, language=language)
    drawing = Drawn(found.desk)
    for phone in (False, True):
        boxes = drawing.boxes + names_of(found, phone=phone)
        assert [(a.text, b.text) for a, b in combinations(boxes, 2) if a.meets(b)] == []
        outside = [
            b.text for b in boxes if b.left < -1 or b.right > drawing.wide + 1 or b.top < 0 or b.bottom > drawing.high
        ]
        assert outside == []
    over = [name for name in names_of(found, phone=True) if "jd-above" in name.classes]
    assert [b.text for b in drawing.boxes if any(b.top < name.bottom and name.top < b.bottom for name in over)] == []


def feelings(*scores: int, actor: str | None = None) -> list[dict[str, Any]]:
    """Feelings of one stage."""
    whose = {"actor": actor} if actor else {}
    return [{"score": str(score), "label": f"Label {n}", **whose} for n, score in enumerate(scores)]


MIXED = [{"title": "One", "feelings": feelings(1, 1, -2)}, {"title": "Two", "feelings": feelings(0)}]
SHARED = [
    {"title": "One", "feelings": feelings(1, 1, actor="a") + feelings(1, 1, 0, actor="b")},
    {"title": "Two", "feelings": feelings(-1, actor="a") + feelings(-1, actor="b")},
]
ACTORS = [{"id": "a", "title": "Actor"}, {"id": "b", "title": "Brother"}]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("view", ["map", "overview"])
@pytest.mark.parametrize(("stages", "several"), [(MIXED, False), (SHARED, True)], ids=["of one", "of two"])
def test_several_feelings_in_one_stage(stages: list[Any], several: bool, view: str, direction: Any) -> None:
    """None lies on another: in their stage those of one stand close together, in the author's order, at their score."""
    journey = Journey.model_validate({"title": "x", "actors": ACTORS, "stages": stages, "views": ["map"]})
    found = draw(journey, view, SampleLinks(), name="n", desk_width=958, direction=direction)
    drawing = Drawn(found.desk)
    points = marks(drawing)
    if view == "overview":  # one curve: that of the first feeling
        stages = [{**stage, "feelings": [f for f in stage["feelings"] if f.get("actor") != "b"]} for stage in stages]
    scores = [int(feeling["score"]) for stage in stages for feeling in stage["feelings"]]
    assert [score for score, _, _ in points] == scores
    assert min(((a - c) ** 2 + (b - d) ** 2) ** 0.5 for (_, a, b), (_, c, d) in combinations(points, 2)) >= 24
    across = [x if direction == "ltr" else drawing.wide - x for _, x, _ in points]
    whose = [feeling.get("actor") for stage in stages for feeling in stage["feelings"]]
    for one in set(whose):
        own = [x for x, actor in zip(across, whose, strict=True) if actor == one]
        assert own == sorted(own), "from the first to the last"
    first = len(stages[0]["feelings"])
    assert across[first - 1] < drawing.wide / 2 < across[first]
    levels = [y + (26 if view == "overview" else 52 if several else 50) * score for score, _, y in points]
    assert max(levels) - min(levels) < 25, "each is at its score"
    overlaps = [(a.text, b.text) for a, b in combinations(drawing.boxes, 2) if a.meets(b)]
    assert overlaps == []


def marks(drawing: Drawn) -> list[tuple[int, float, float]]:
    """The feelings on a drawing's curves: score, and the middle of the mark."""
    boxes = [box for box in drawing.boxes if box.classes & {"jd-on-mark", "jd-score"} and "jd-noted" not in box.classes]
    texts = [(int(box.text.replace("−", "-")), box) for box in boxes]
    return [(score, (box.left + box.right) / 2, (box.top + box.bottom) / 2) for score, box in texts]


def test_a_score_of_feelings_is_no_wider_than_a_page() -> None:
    """Columns grow with their feelings, but not without end, and every feeling is still drawn."""
    found = Drawn(figure([{"title": "One", "feelings": feelings(*[1] * 40)}, "Two"]).desk)
    assert len({x for _, x, _ in marks(found)}) == 40 and found.wide < 1300


def test_figures_among_letters_that_run_to_the_left() -> None:
    """A range in an Arabic label is parted from its letters, and a signed number stands alone: else −5 would be 5−."""
    measures = [{"title": "البقاء", "value": "-5", "target": "85"}]
    stages = [{"title": "الوصول 2–12", "measures": measures}, {"title": "Two of 2–12"}]
    journey = Journey.model_validate({"title": "x", "language": "ar", "views": ["map"], "stages": stages})
    svg = draw(journey, "map", SampleLinks(), name="n", language="ar", direction="rtl").desk
    texts = [box.text for box in Drawn(svg).boxes]
    assert any("\u20682–12\u2069" in text for text in texts) and "Two of 2–12" in " ".join(texts)
    assert "-5\u00a0→\u00a085" in texts, texts
