"""The funnel: bands that narrow, or are true to their numbers; shares in the reader's language; a twin that agrees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, SVG, XLINK, LabelledLinks, SampleLinks, parse, read_journey, texts_of
from diagrams.drawn import Box, Drawn, Point, holds
from journeybook.diagrams import Figure, draw
from journeybook.language.direction import right_to_left
from journeybook.model import Journey

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
FUNNEL = read_journey(CASES / "funnel.yaml")
TRUE = {"funnel": {"width": "count"}}
DESK_WIDTHS = (708, 958, 1100)


def journey_of(counts: Sequence[int | None], view: Any = "funnel", **stage: Any) -> Journey:
    """A journey with a stage for each count."""
    stages = [{"id": f"s{n}", "title": "Stage", **stage} for n in range(len(counts))]
    for item, count in zip(stages, counts, strict=True):
        item |= {} if count is None else {"count": count}
    return Journey.model_validate({"title": "Sample", "views": [view], "stages": stages})


def funnel(journey: Journey, width: float = 958, language: str = "en", **more: Any) -> Figure:
    more = {"links": SampleLinks(), "direction": right_to_left(language)} | more
    links = more.pop("links")
    return draw(journey, "funnel", links, name="n", language=language, desk_width=width, **more)


def widths(svg: str) -> list[tuple[float, float]]:
    """The drawn widths of all bands at their upper and lower edges."""
    return [(_across(band, min), _across(band, max)) for band in Drawn(svg).polygons("jd-band")]


def _across(band: Sequence[Point], edge: Any) -> float:
    level = edge(y for _, y in band)
    xs = [x for x, y in band if y == level]
    return max(xs) - min(xs)


def shares(figure: Figure) -> list[list[str]]:
    """What stands in each band, by the twin."""
    return [[entry.text for entry in cell] for cell in figure.twin.rows[0].cells]


@pytest.mark.parametrize("stages", [1, 2, 3, 5, 8, 13, 20])
@pytest.mark.parametrize("view", ["funnel", TRUE], ids=["even", "count"])
def test_every_number_of_stages(stages: int, view: Any) -> None:
    """Each stage has its band, and everything stands inside the drawing, at all widths of pages."""
    counts = [round(12400 / 3**n) for n in range(stages)]
    journey = journey_of(counts, view, summary="What happens here", activities=["one", "two"])
    for width in DESK_WIDTHS:
        for size, svg in funnel(journey, width).drawings.items():
            drawn = Drawn(svg)
            assert drawn.outside() == [] and drawn.collisions() == [], size
            assert len(drawn.polygons("jd-band")) == stages


def test_even_bands_narrow() -> None:
    """Each band goes on where the one above it ended, whatever the numbers, and the last is not yet a point."""
    for svg in funnel(journey_of([5, 5000, None, 1])).drawings.values():
        found = widths(svg)
        assert all(upper > lower for upper, lower in found)
        steps = [upper - lower for upper, lower in found]
        assert max(steps) - min(steps) < 0.1
        assert [lower for _, lower in found[:-1]] == pytest.approx([upper for upper, _ in found[1:]], abs=0.1)
        assert found[-1][1] > 100


def test_bands_true_to_numbers() -> None:
    """As asked for, widths are to each other as the numbers are; what would be too thin to see has a hairline."""
    counts = [12400, 6200, 1860, 3, 24800, 0]
    for svg in funnel(journey_of(counts, TRUE)).drawings.values():
        found = widths(svg)
        assert all(upper == lower for upper, lower in found)
        widest = found[4][0]
        for (wide, _), count in zip(found, counts, strict=True):
            assert wide == pytest.approx(max(3, widest * count / 24800), abs=0.05)


def test_slopes_join_true_bands() -> None:
    """Between bands that are true to numbers, a slope leads from the width of one to that of the next."""
    drawn = Drawn(funnel(journey_of([1000, 400, 800], TRUE)).desk)
    bands = [_across(band, min) for band in drawn.polygons("jd-band")]
    slopes = [(_across(slope, min), _across(slope, max)) for slope in drawn.polygons("jd-flow")]
    assert slopes == [pytest.approx(pair, abs=0.05) for pair in pairwise(bands)]
    assert not Drawn(funnel(journey_of([1000, 400, 800])).desk).polygons("jd-flow")


def test_uncounted_bands_are_open() -> None:
    """A band whose number nobody knows lies between its neighbours in width, and is marked as not counted."""
    for svg in funnel(journey_of([1000, None, 500, None], TRUE)).drawings.values():
        found = [upper for upper, _ in widths(svg)]
        assert found[1] == pytest.approx((found[0] + found[2]) / 2, abs=0.05) and found[3] == found[2]
        assert len(Drawn(svg).polygons("jd-open")) == 2
        assert texts_of(parse(svg)).count("Stage") == 4


@pytest.mark.parametrize("counts", [[None, None, None], [0, 0, 0]])
def test_no_numbers_to_be_true_to(counts: list[int | None]) -> None:
    """Where there are no numbers to show, the bands narrow evenly."""
    assert widths(funnel(journey_of(counts, TRUE)).desk) == widths(funnel(journey_of(counts)).desk)


def test_figures_stand_in_their_bands() -> None:
    """Numbers and shares stand in their band, or beside it where it is too narrow; never half in it."""
    beside = 0
    for view in ("funnel", TRUE):
        for svg in funnel(journey_of([1234567, 345678, 12345, 1234, 3], view, activities=["one"])).drawings.values():
            drawn = Drawn(svg)
            bands = drawn.polygons("jd-band")
            figures = [box for box in drawn.boxes if box.classes & {"jd-figure", "jd-heading", "jd-note"}]
            for box in figures:
                middle = (box.top + box.bottom) / 2
                (band,) = [b for b in bands if min(y for _, y in b) < middle < max(y for _, y in b)]
                within = [holds(band, corner) for corner in box.corners()]
                assert all(within) == ("jd-over" in box.classes) and any(within) == all(within)
                beside += not any(within)
            assert sum(box.text[:1].isdigit() and "%" not in box.text for box in figures) == 5
    assert beside


def test_shares() -> None:
    """A share is told of the stage before, or of the last one that was counted; growth is more than 100 %."""
    found = shares(funnel(journey_of([400, 100, None, 150, 0, 7, None, None, 3])))
    assert found == [
        ["400"],
        ["100", "25% of the previous stage"],
        [],
        ["150", "150% of stage 2"],
        ["0", "0% of the previous stage"],
        ["7"],
        [],
        [],
        ["3", "43% of stage 6"],
    ]
    assert shares(funnel(journey_of([None, 10, 10000])))[1:] == [["10"], ["10,000", "100,000% of the previous stage"]]


def test_small_shares_are_not_nothing() -> None:
    """A share that would be rounded to nothing is told as less than one in a hundred."""
    assert shares(funnel(journey_of([12400, 3])))[1] == ["3", "less than 1% of the previous stage"]


def test_shares_in_german() -> None:
    """Numbers and shares are written as the language writes them, and the words come from the catalogue."""
    german = {"{share} of the previous stage": "{share} der vorigen Stufe", "less than {share}": "weniger als {share}"}
    figure = funnel(journey_of([12400, 1860, 3]), language="de", words=lambda text: german.get(text, text))
    assert shares(figure) == [
        ["12.400"],
        ["1.860", "15\xa0% der vorigen Stufe"],
        ["3", "weniger als 1\xa0% der vorigen Stufe"],
    ]
    assert {"12.400", "1.860", "3"} <= set(texts_of(parse(figure.desk)))


def test_without_numbers() -> None:
    """Where nothing is counted, the stages' numbers stand in the bands and not before the titles."""
    for svg in funnel(read_journey(CASES / "funnel-bare.yaml")).drawings.values():
        drawn = Drawn(svg)
        discs = [(x, y) for x, y, _ in drawn.circles("jd-num")]
        assert [holds(band, disc) for band, disc in zip(drawn.polygons("jd-band"), discs, strict=True)] == [True] * 3
        assert drawn.circles("jd-fill") == []
    assert len(Drawn(funnel(FUNNEL).desk).circles("jd-fill")) == 5


@pytest.mark.parametrize("case", ["funnel", "funnel-bare", "funnel-true"])
def test_twin(case: str) -> None:
    """Every drawing says what the twin says, and nothing else."""
    figure = funnel(read_journey(CASES / f"{case}.yaml"))
    words = sorted(word for label in figure.twin.labels() for word in label.split())
    for size, svg in figure.drawings.items():
        assert Drawn(svg).words() == words, size
    assert set(figure.drawings) == {"desk", "tablet", "phone"}


def test_twin_in_order() -> None:
    """The twin tells of each stage its number and share, its summary, and its activities with their addresses."""
    twin = funnel(FUNNEL).twin
    assert [stage.address for stage in twin.stages][:2] == ["#website-visitors", "#leads"]
    numbers, summaries, activities = twin.rows
    assert [entry.text for entry in numbers.cells[1]] == ["1,860", "15% of the previous stage"]
    assert [entry.text for entry in summaries.cells[4]] == []
    assert [(entry.text, entry.address) for entry in activities.cells[3]] == [
        ("Offer template", "../../toolkit/offer-template/index.html"),
        ("Pricing canvas", "../../toolkit/pricing-canvas/index.html"),
    ]


def test_many_activities() -> None:
    """Of more activities than six, five are shown, and a link to the stage says how many are left."""
    figure = funnel(journey_of([2, 1], activities=[f"a{n}" for n in range(9)]))
    for svg in figure.drawings.values():
        links = [link for link in parse(svg).iter(f"{SVG}a") if link.get("aria-label") == "and 4 more"]
        assert [link.get(f"{XLINK}href") for link in links] == ["#s0", "#s1"]


@pytest.mark.parametrize("view", ["funnel", TRUE], ids=["even", "count"])
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
            beside = [box for box in drawn.boxes if "jd-over" not in box.classes]
            assert not [box.text for box in beside for band in bands if box.meets(band)], size


def _box(band: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in band], [y for _, y in band]
    return Box("", frozenset(), min(xs), min(ys), max(xs), max(ys))


def test_mirrored() -> None:
    """Right to left, titles stand at the right and activities at the left; the bands are the same."""
    left, right = (Drawn(funnel(FUNNEL, direction=d).desk) for d in ("ltr", "rtl"))
    for (x1, y1, _), (x2, y2, _) in zip(left.circles("jd-fill"), right.circles("jd-fill"), strict=True):
        assert (x1 + x2, y1) == (pytest.approx(958, abs=0.02), y2)
    for one, other in zip(left.polygons("jd-band"), right.polygons("jd-band"), strict=True):
        assert sorted(958 - x for x, _ in one) == pytest.approx(sorted(x for x, _ in other), abs=0.02)
        assert [y for _, y in one] == [y for _, y in other]


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
