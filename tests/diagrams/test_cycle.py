"""The cycle: a ring that closes, captions around it that keep clear of everything, and the same words in the twin."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, SVG, XLINK, SampleLinks, parse, read_journey, texts_of
from diagrams.drawn import Drawn, distance, holds
from journeybook.diagrams import Figure, draw
from journeybook.language.direction import direction_of
from journeybook.model import Journey

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
CYCLE = read_journey(CASES / "cycle.yaml")
DESK_WIDTHS = (708, 958, 1100)


def journey_of(stages: int, title: str, summary: str, centre: dict[str, str] | None = None) -> Journey:
    """A journey whose stages are called alike; words are numbered, so that none is lost unseen."""
    data: dict[str, Any] = {
        "title": "Sample",
        "stages": [{"id": f"s{n}", "title": title, "summary": summary} for n in range(stages)],
    }
    return Journey.model_validate(data | ({"centre": centre} if centre else {}))


def cycle(journey: Journey, width: float = 958, language: str = "en") -> Figure:
    direction = direction_of(language)
    return draw(journey, "cycle", SampleLinks(), name="n", language=language, direction=direction, desk_width=width)


def ring_of(drawn: Drawn) -> tuple[float, float, float, float]:
    """x, y, inner and outer radius of the drawn segments."""
    ((x, y, _),) = drawn.circles("jd-core")
    away = [hypot(a - x, b - y) for outline in drawn.polygons("jd-segment") for a, b in outline]
    return x, y, min(away), max(away)


@pytest.mark.parametrize("stages", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20])
def test_every_number_of_stages(stages: int) -> None:
    """Each stage is one segment with its number in it; all stand inside the drawing, also where a check objects."""
    for width in DESK_WIDTHS:
        for svg in cycle(journey_of(stages, "Some label", "What happens here"), width).drawings.values():
            drawn = Drawn(svg)
            assert drawn.outside() == []
            segments = drawn.polygons("jd-segment")
            assert len(segments) == stages
            discs = [(x, y) for x, y, _ in drawn.circles("jd-num")]
            assert len(discs) == stages
            assert all(holds(segment, disc) for segment, disc in zip(segments, discs, strict=True))


@pytest.mark.parametrize("stages", range(2, 11))
def test_segments_keep_apart(stages: int) -> None:
    """Segments do not overlap, and the gap between neighbours is equally narrow all round the ring."""
    for svg in cycle(journey_of(stages, "Label", "Summary")).drawings.values():
        outlines = Drawn(svg).polygons("jd-segment")
        for one, other in combinations(outlines, 2):
            assert not any(holds(other, point) for point in one)
            assert not any(holds(one, point) for point in other)
        gaps = [distance(one, outlines[(n + 1) % stages]) for n, one in enumerate(outlines)]
        assert min(gaps) > 4 and max(gaps) < 8


def test_clockwise() -> None:
    """The first stage begins at the top, the others follow clockwise, each with its point in the next one's notch."""
    drawn = Drawn(cycle(CYCLE).desk)
    x, y, inner, _ = ring_of(drawn)
    first, second, third, fourth, fifth = [(a - x, b - y) for a, b, _ in drawn.circles("jd-num")]
    assert first[0] > 0 and first[1] < 0 and second[0] > 0 and second[1] > 0
    assert third[1] > inner
    assert fourth[0] < 0 and fourth[1] > 0 and fifth[0] < 0 and fifth[1] < 0
    one = drawn.polygons("jd-segment")[0]
    assert min(a - x for a, _ in one) == pytest.approx(3, abs=1)  # half a gap right of the top
    assert all(a - x > 0 for a, _ in one)


@pytest.mark.parametrize("stages", [2, 3, 5, 8, 9, 10])
@pytest.mark.parametrize("language", LABELS)
def test_captions_keep_clear(stages: int, language: str) -> None:
    """Short and long captions collide neither with each other nor with the ring, and the centre stays in its circle."""
    short, long = LABELS[language]
    for title, summary in ((short, long), (long, long)):
        journey = journey_of(stages, title, summary, {"title": title, "text": summary})
        for size, svg in cycle(journey, 958, language).drawings.items():
            drawn = Drawn(svg)
            assert drawn.outside() == [] and drawn.collisions() == [], size
            x, y, inner, outer = ring_of(drawn)
            for box in drawn.boxes:
                if box.classes & {"jd-number", "jd-number-phone", "jd-inside"}:
                    continue
                away = [hypot(a - x, b - y) for a, b in box.corners()]
                nearest = hypot(max(box.left - x, x - box.right, 0), max(box.top - y, y - box.bottom, 0))
                assert max(away) < inner or nearest > outer, f"{size}: {box.text}"


@pytest.mark.parametrize("stages", [1, 2, 3, 5, 8, 10])
@pytest.mark.parametrize("language", LABELS)
def test_names_stand_in_their_segments(stages: int, language: str) -> None:
    """A short name stands in its segment, wholly, and not beside the ring as well; long names all stand beside it."""
    short, long = LABELS[language]
    for title in ("Plan", short, long):
        for size, svg in cycle(journey_of(stages, title, "x"), 958, language).drawings.items():
            drawn = Drawn(svg)
            names = [box for box in drawn.boxes if "jd-inside" in box.classes]
            beside = [box for box in drawn.boxes if box.classes & {"jd-title", "jd-title-phone"} and box not in names]
            assert not (names and beside), size
            if title == "Plan" and size == "desk":
                assert len(names) == stages
            assert size != "phone" or not names, "there the names stand in a list"
            segments = drawn.polygons("jd-segment")
            for name in names:
                ring = [holds(segment, corner) for segment in segments for corner in name.corners()]
                assert sum(ring) == 4
    assert not names, "80 characters have no room in a segment"


def test_neighbours_differ() -> None:
    """Colours go round after eight stages; a segment whose colour has been there is pale, so that the ring closes."""
    for count in range(2, 11):
        for svg in cycle(journey_of(count, "Plan", "x")).drawings.values():
            groups = [group.get("class", "").split() for group in parse(svg).iter(f"{SVG}g")]
            looks = [tuple(sorted(found)) for found in groups if "jd-segment" in found]
            assert len(looks) == count == len(set(looks))


def test_what_a_round_leaves_for_the_next() -> None:
    """The text stands above the ring, an arrow leads from the last segment to the first, and the twin says it last."""
    text = "A story that a client tells a friend"
    for stages, summary in ((1, "x"), (3, "x"), (5, "What happens here"), (10, LABELS["en"][1])):
        data = journey_of(stages, summary, summary, {"title": "Client"}).model_dump(mode="json", exclude_defaults=True)
        journey = Journey.model_validate(data | {"views": [{"cycle": {"carries": text}}]})
        figure = cycle(journey)
        row = figure.twin.rows[-1]
        assert (row.label, row.named) == ("Into the next round", True)
        assert [[entry.text for entry in cell] for cell in row.cells] == [[]] * (stages - 1) + [[text]]
        for svg in figure.drawings.values():
            drawn = Drawn(svg)
            assert drawn.outside() == [] and drawn.collisions() == []
            x, y, _, outer = ring_of(drawn)
            (tip,) = drawn.polygons("jd-carries-tip")
            *_, arrow = drawn.polygons("jd-carries")
            assert arrow[0][0] < x < arrow[-1][0] and tip[1][0] > x
            assert all(outer < hypot(a - x, b - y) < outer + 40 for a, b in (arrow[0], arrow[-1], tip[1]))
            said = [box for box in drawn.boxes if "jd-mood" in box.classes]
            assert " ".join(box.text for box in said) == text
            assert all(box.bottom < y - outer for box in said)
            assert not [b for b in drawn.boxes for a, c in arrow if b.left < a < b.right and b.top < c < b.bottom]
    assert "jd-carries" not in cycle(journey_of(3, "x", "x")).desk


@pytest.mark.parametrize("width", DESK_WIDTHS)
def test_widths(width: int) -> None:
    """In every width that pages ask for, ten long captions keep clear of each other and stay in the drawing."""
    drawn = Drawn(cycle(read_journey(CASES / "cycle-full.yaml"), width).desk)
    assert drawn.wide == width
    assert drawn.outside() == [] and drawn.collisions() == []


def test_lines_lead_to_captions_that_are_far() -> None:
    """Where captions have to move away from their segments, a line leads there and crosses no text; else none does."""
    assert Drawn(cycle(CYCLE).desk).polygons("jd-leader") == []
    drawn = Drawn(cycle(read_journey(CASES / "cycle-full.yaml")).drawings["tablet"])
    lines = drawn.polygons("jd-leader")
    assert lines
    x, y, _, outer = ring_of(drawn)
    for (x1, y1), (x2, y2) in lines:
        assert hypot(x1 - x, y1 - y) == pytest.approx(outer + 4, abs=1)
        for part in range(101):
            a, b = x1 + (x2 - x1) * part / 100, y1 + (y2 - y1) * part / 100
            assert hypot(a - x, b - y) > outer
            assert not any(box.left < a < box.right and box.top < b < box.bottom for box in drawn.boxes)


@pytest.mark.parametrize("case", ["cycle", "cycle-full"])
def test_twin(case: str) -> None:
    """Every drawing says what the twin says, and nothing else; the centre comes first."""
    figure = cycle(read_journey(CASES / f"{case}.yaml"))
    words = sorted(word for label in figure.twin.labels() for word in label.split())
    for size, svg in figure.drawings.items():
        assert Drawn(svg).words() == words, size
    assert set(figure.drawings) == {"desk", "tablet", "phone"}


def test_twin_in_order() -> None:
    """The twin tells the centre, then each stage with its address and its summary."""
    twin = cycle(CYCLE).twin
    assert [entry.text for entry in twin.lead] == ["Client", "trust and results"]
    assert [(stage.text, stage.address) for stage in twin.stages][:2] == [
        ("Attract", "#attract"),
        ("Engage", "#engage"),
    ]
    (summaries,) = twin.rows
    assert [[entry.text for entry in cell] for cell in summaries.cells][3:] == [
        ["Support that anticipates the next question"],
        [],
    ]


def test_without_a_centre() -> None:
    """A journey that does not say what it turns around turns around its title."""
    figure = cycle(journey_of(3, "Label", "Summary"))
    assert [entry.text for entry in figure.twin.lead] == ["Sample"]
    assert all("Sample" in texts_of(parse(svg)) for svg in figure.drawings.values())


def test_name_in_the_middle_is_not_broken() -> None:
    """A long word in the middle is set smaller rather than broken."""
    figure = cycle(journey_of(5, "Label", "Summary", {"title": "Erstgespräche"}), language="de")
    for svg in figure.drawings.values():
        assert "Erstgespräche" in texts_of(parse(svg))


def test_mirrored() -> None:
    """Right to left, the same ring turns the other way round."""
    left, right = (Drawn(draw(CYCLE, "cycle", SampleLinks(), name="n", direction=d).desk) for d in ("ltr", "rtl"))
    for (x1, y1, _), (x2, y2, _) in zip(left.circles("jd-num"), right.circles("jd-num"), strict=True):
        assert (x1 + x2, y1) == (pytest.approx(960, abs=0.02), y2)
    for one, other in zip(left.polygons("jd-segment"), right.polygons("jd-segment"), strict=True):
        assert one == [(pytest.approx(960 - x, abs=0.02), pytest.approx(y, abs=0.02)) for x, y in other]


def test_links() -> None:
    """Segment, number and title are one link to the stage, in the order of the stages."""
    for size, svg in cycle(CYCLE).drawings.items():
        links = list(parse(svg).iter(f"{SVG}a"))
        assert [link.get(f"{XLINK}href") for link in links] == ["#attract", "#engage", "#deliver", "#delight", "#refer"]
        assert [" ".join(texts_of(link)) for link in links] == [link.get("aria-label") for link in links]
        parts = [len([g for g in link if "jd-segment" in g.get("class", "")]) for link in links]
        assert parts == [0 if size == "phone" else 1] * 5
