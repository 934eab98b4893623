"""The funnel: bands true to their numbers; shares and losses in the reader's language; a twin that agrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, SVG, XLINK, LabelledLinks, SampleLinks, parse, read_journey, texts_of
from diagrams.drawn import Box, Drawn, Point, holds
from journeybook.diagrams import Figure, draw
from journeybook.language.direction import direction_of
from journeybook.model import Journey

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
FUNNEL = read_journey(CASES / "funnel.yaml")
EVEN = {"funnel": {"width": "even"}}
DESK_WIDTHS = (708, 958, 1100)


def journey_of(counts: Sequence[int | None], view: Any = "funnel", **stage: Any) -> Journey:
    """A journey with a stage for each count."""
    stages = [{"id": f"s{n}", "title": "Stage", **stage} for n in range(len(counts))]
    for item, count in zip(stages, counts, strict=True):
        item |= {} if count is None else {"count": count}
    return Journey.model_validate({"title": "Sample", "views": [view], "stages": stages})


def funnel(journey: Journey, width: float = 958, language: str = "en", **more: Any) -> Figure:
    more = {"links": SampleLinks(), "direction": direction_of(language)} | more
    links = more.pop("links")
    return draw(journey, "funnel", links, name="n", language=language, desk_width=width, **more)


def widths(svg: str) -> list[tuple[float, float]]:
    """The drawn widths of all bands at their upper and lower edges."""
    return [(_across(band, min), _across(band, max)) for band in Drawn(svg).polygons("jd-band")]


def _across(band: Sequence[Point], edge: Any) -> float:
    level = edge(y for _, y in band)
    xs = [x for x, y in band if y == level]
    return max(xs) - min(xs)


def told(figure: Figure) -> list[list[str]]:
    """What is said of each stage's number, by the twin."""
    return [[entry.text for entry in cell] for cell in figure.twin.rows[0].cells]


@pytest.mark.parametrize("stages", [1, 2, 3, 5, 8, 13, 20])
@pytest.mark.parametrize("view", ["funnel", EVEN], ids=["count", "even"])
def test_every_number_of_stages(stages: int, view: Any) -> None:
    """Each stage has its band, and everything stands inside the drawing, at all widths of pages."""
    counts = [round(12400 / 3**n) for n in range(stages)]
    journey = journey_of(counts, view, summary="What happens here", activities=["one", "two"])
    for width in DESK_WIDTHS:
        for size, svg in funnel(journey, width).drawings.items():
            drawn = Drawn(svg)
            assert drawn.outside() == [] and drawn.collisions() == [], size
            assert len(drawn.polygons("jd-band")) == stages


def test_true_to_numbers_unless_told() -> None:
    """Widths are to each other as the numbers are, without anybody's asking; the least is 2 % of the widest."""
    counts = [12400, 6200, 1860, 3, 24800, 0]
    for view in ("funnel", {"funnel": {"width": "count"}}):
        for svg in funnel(journey_of(counts, view)).drawings.values():
            found = widths(svg)
            assert all(upper == lower for upper, lower in found)
            widest = found[4][0]
            for (wide, _), count in zip(found, counts, strict=True):
                assert wide == pytest.approx(widest * max(0.02, count / 24800), abs=0.05)
            assert widest > 150


def test_even_bands_narrow() -> None:
    """As asked for, each band goes on where the one above it ended, whatever the numbers, and none is a point."""
    for svg in funnel(journey_of([5, 5000, None, 1], EVEN)).drawings.values():
        found = widths(svg)
        assert all(upper > lower for upper, lower in found)
        steps = [upper - lower for upper, lower in found]
        assert max(steps) - min(steps) < 0.1
        assert [lower for _, lower in found[:-1]] == pytest.approx([upper for upper, _ in found[1:]], abs=0.1)
        assert found[-1][1] > 100


@pytest.mark.parametrize(
    ("counts", "view", "said"),
    [
        ([100, 40], "funnel", []),
        ([100, 2], "funnel", []),
        ([1000, 3], "funnel", ["To scale, but no band is narrower than 2% of the widest"]),
        ([100, None, 0], "funnel", ["To scale, but no band is narrower than 2% of the widest"]),
        ([100, 40], EVEN, ["Not to scale"]),
        ([None, None], "funnel", ["Not to scale"]),
        ([0, 0], "funnel", ["Not to scale"]),
    ],
)
def test_the_scale_is_told(counts: list[int | None], view: Any, said: list[str]) -> None:
    """Where widths are not those of the numbers, all drawings and the twin say so, and elsewhere nobody does."""
    figure = funnel(journey_of(counts, view))
    assert [label.text for label in figure.twin.lead] == said
    for svg in figure.drawings.values():
        shown = " ".join(texts_of(parse(svg)))
        assert all(text in shown for text in said)
        assert ("scale" in shown) == bool(said)


def test_one_hue() -> None:
    """All of a funnel is of one hue; its bands go from the full hue to a light one and never back."""
    for svg in funnel(journey_of([900, 800, 700, 600, 500, 400, 300, 200, 100, 50])).drawings.values():
        hues = {hue for group in parse(svg).iter(f"{SVG}g") for hue in re.findall(r"jb-s\d", group.get("class", ""))}
        assert hues == {"jb-s1"}
        shades = [int(shade) for shade in re.findall(r"jd-shade-(\d)", svg)]
        assert shades == sorted(shades) and (shades[0], shades[-1]) == (1, 8)


def test_slopes_join_true_bands() -> None:
    """Between bands that are true to numbers, a slope leads from the width of one to that of the next."""
    drawn = Drawn(funnel(journey_of([1000, 400, 800])).desk)
    bands = [_across(band, min) for band in drawn.polygons("jd-band")]
    slopes = [(_across(slope, min), _across(slope, max)) for slope in drawn.polygons("jd-flow")]
    assert slopes == [pytest.approx(pair, abs=0.05) for pair in pairwise(bands)]
    assert not Drawn(funnel(journey_of([1000, 400, 800], EVEN)).desk).polygons("jd-flow")


def test_uncounted_bands_are_open() -> None:
    """A band whose number nobody knows lies between its neighbours in width, and is marked and told as not counted."""
    for svg in funnel(journey_of([1000, None, 500, None])).drawings.values():
        found = [upper for upper, _ in widths(svg)]
        assert found[1] == pytest.approx((found[0] + found[2]) / 2, abs=0.05) and found[3] == found[2]
        assert len(Drawn(svg).polygons("jd-open")) == 2
        assert texts_of(parse(svg)).count("Stage") == 4
        assert texts_of(parse(svg)).count("not counted") == 2


@pytest.mark.parametrize("counts", [[None, None, None], [0, 0, 0]])
def test_no_numbers_to_be_true_to(counts: list[int | None]) -> None:
    """Where there are no numbers to show, the bands narrow evenly."""
    upper, lower = zip(*widths(funnel(journey_of(counts)).desk), strict=True)
    assert list(upper[1:]) == pytest.approx(list(lower[:-1]), abs=0.1) and upper[0] > lower[-1]


def test_numbers_stand_under_each_other() -> None:
    """Numbers and losses end at one line, shares of stage 1 at another, shares of the stage before at a third.

    None stands on a band; right to left as well.
    """
    for direction in ("ltr", "rtl"):
        figure = funnel(journey_of([1234567, 345678, 400000, 1234, 3], activities=["one"]), direction=direction)
        for svg in figure.drawings.values():
            drawn = Drawn(svg)
            numbers = [b for b in drawn.boxes if b.text[-1:].isdigit() and b.classes & {"jd-count", "jd-change"}]
            shares = [b for b in drawn.boxes if "%" in b.text and "jd-count" in b.classes]
            parts = [b for b in drawn.boxes if "%" in b.text and "jd-change" in b.classes]
            assert (len(numbers), len(shares), len(parts)) == (9, 5, 4)
            assert not [b for b in parts for share in shares if b.left < share.right and share.left < b.right]
            for column in (numbers, shares, parts):
                assert max(b.right for b in column) - min(b.right for b in column) < (1 if direction == "ltr" else 50)
            assert not [a for a in parts for b in numbers if a.meets(b)]
            assert not [
                b for b in (*numbers, *shares, *parts) for band in drawn.polygons("jd-band") if b.meets(_box(band))
            ]


def test_told_of_numbers() -> None:
    """A share is of the first stage that has people; a change is of the stage before, or of the last one counted."""
    assert told(funnel(journey_of([10000, 300, 290, 420, None, 3, 0]))) == [
        ["10,000", "100% of stage 1"],
        ["300", "3% of stage 1", "−9,700 (−97%)"],
        ["290", "3% of stage 1", "−10 (−3%)"],
        ["420", "4% of stage 1", "+130 (+44%)"],
        ["not counted"],
        ["3", "<1% of stage 1", "−417 (−99%) since stage 4"],
        ["0", "0% of stage 1", "−3 (−100%)"],
    ]
    assert told(funnel(journey_of([None, 0, 10, 10000, 10000]))) == [
        ["not counted"],
        ["0"],
        ["10", "100% of stage 3", "+10"],
        ["10,000", "100,000% of stage 3", "+9,990"],
        ["10,000", "100,000% of stage 3"],
    ]
    assert told(funnel(journey_of([0, 0]))) == [["0"], ["0"]]


def test_nearly_all_are_not_all() -> None:
    """What is lost is not rounded to all or nothing, and what is left is not either."""
    assert told(funnel(journey_of([10000, 9999, 1])))[1:] == [
        ["9,999", "99% of stage 1", "−1"],
        ["1", "<1% of stage 1", "−9,998 (−99%)"],
    ]


def test_numbers_in_german() -> None:
    """Numbers and shares are written as the language writes them, and the words come from the catalogue."""
    german = {"of stage {number}": "von Stufe {number}", "People": "Menschen"}
    figure = funnel(journey_of([12400, 1860, 3]), language="de", words=lambda text: german.get(text, text))
    assert told(figure) == [
        ["12.400", "100\xa0% von Stufe 1"],
        ["1.860", "15\xa0% von Stufe 1", "−10.540 (−85\xa0%)"],
        ["3", "<1\xa0% von Stufe 1", "−1.857 (−99\xa0%)"],
    ]
    assert {"12.400", "1.860", "3", "−1.857", "Menschen"} <= set(texts_of(parse(figure.desk)))


def test_without_numbers() -> None:
    """Where nothing is counted, the stages' numbers stand in the bands and not before the titles."""
    for svg in funnel(read_journey(CASES / "funnel-bare.yaml")).drawings.values():
        drawn = Drawn(svg)
        discs = [(x, y) for x, y, _ in drawn.circles("jd-num")]
        assert [holds(band, disc) for band, disc in zip(drawn.polygons("jd-band"), discs, strict=True)] == [True] * 3
        assert drawn.circles("jd-fill") == []
    assert len(Drawn(funnel(FUNNEL).desk).circles("jd-fill")) == 5


@pytest.mark.parametrize("case", ["funnel", "funnel-bare", "funnel-even", "funnel-lost"])
def test_twin(case: str) -> None:
    """Every drawing says what the twin says, and nothing else; how often a heading is said depends on the width."""
    figure = funnel(read_journey(CASES / f"{case}.yaml"))
    words = {word.strip("()") for label in figure.twin.labels() for word in label.split()}
    for size, svg in figure.drawings.items():
        assert set(Drawn(svg).words()) == words, size
    assert set(figure.drawings) == {"desk", "tablet", "phone"}


def test_twin_in_order() -> None:
    """The twin tells of each stage its number and share, its summary, and its activities with their addresses."""
    twin = funnel(FUNNEL).twin
    assert [stage.address for stage in twin.stages][:2] == ["#website-visitors", "#leads"]
    numbers, summaries, activities = twin.rows
    assert (numbers.label, numbers.named, activities.label, activities.named) == ("People", True, "What helps", True)
    assert [entry.text for entry in numbers.cells[1]] == ["1,860", "15% of stage 1", "−10,540 (−85%)"]
    assert [entry.text for entry in summaries.cells[4]] == []
    assert [(entry.text, entry.address) for entry in activities.cells[3]] == [
        ("Offer template", "../../toolkit/offer-template/index.html"),
        ("Pricing canvas", "../../toolkit/pricing-canvas/index.html"),
    ]


def test_what_helps_has_a_heading() -> None:
    """Activities stand under a heading, once at a desk and with each stage on a phone; without them there is none."""
    for counts in ([2, 1], [None, None]):
        figure = funnel(journey_of(counts, activities=["a"]))
        said = {size: texts_of(parse(svg)).count("What helps") for size, svg in figure.drawings.items()}
        assert said == {"desk": 1, "tablet": 1, "phone": 2}
        assert "What helps" not in funnel(journey_of(counts)).desk


def test_many_activities() -> None:
    """Of more activities than six, five are shown, and a link to the stage says how many are left."""
    figure = funnel(journey_of([2, 1], activities=[f"a{n}" for n in range(9)]))
    for svg in figure.drawings.values():
        links = [link for link in parse(svg).iter(f"{SVG}a") if link.get("aria-label") == "and 4 more"]
        assert [link.get(f"{XLINK}href") for link in links] == ["#s0", "#s1"]


@pytest.mark.parametrize("view", ["funnel", EVEN], ids=["count", "even"])
@pytest.mark.parametrize("language", LABELS)
def test_labels_keep_clear(language: str, view: Any) -> None:
    """In every script, short and long labels collide neither with each other nor with bands that are not theirs."""
    short, long = LABELS[language]
    for title, activity in ((short, short), (long, long)):
        journey = journey_of([12400, 1860, 412, 173, 3], view, title=title, summary=long, activities=["one", "two"])
        for size, svg in funnel(journey, 958, language, links=LabelledLinks(activity)).drawings.items():
            drawn = Drawn(svg)
            assert drawn.outside() == [] and drawn.collisions() == [], size
            bands = [_box(band) for band in drawn.polygons("jd-band")]
            assert not [box.text for box in drawn.boxes for band in bands if box.meets(band)], size


def _box(band: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in band], [y for _, y in band]
    return Box("", frozenset(), min(xs), min(ys), max(xs), max(ys))


def test_mirrored() -> None:
    """Right to left, titles stand at the right and activities at the left; the bands are in the same proportions."""
    left, right = (Drawn(funnel(FUNNEL, direction=d).desk) for d in ("ltr", "rtl"))
    for (x1, _, _), (x2, _, _) in zip(left.circles("jd-fill"), right.circles("jd-fill"), strict=True):
        assert x1 + x2 == pytest.approx(958, abs=0.02)
    ways = [
        [_wide(band) / _wide(one.polygons("jd-band")[0]) for band in one.polygons("jd-band")] for one in (left, right)
    ]
    assert ways[0] == pytest.approx(ways[1], abs=0.01) and len(ways[0]) > 3


def _wide(band: Sequence[Point]) -> float:
    xs = [x for x, _ in band]
    return max(xs) - min(xs)


def test_links() -> None:
    """Band, number and title are one link to the stage, before the stage's activities."""
    for svg in funnel(read_journey(CASES / "funnel-bare.yaml")).drawings.values():
        links = list(parse(svg).iter(f"{SVG}a"))
        assert [link.get(f"{XLINK}href") for link in links] == [
            "#notice",
            "#enquire",
            "#join",
            "../../toolkit/one/index.html",
        ]
        assert [" ".join(texts_of(link)) for link in links] == [link.get("aria-label") for link in links]
        assert [len(list(link.iter(f"{SVG}path"))) for link in links] == [1, 1, 1, 0]
