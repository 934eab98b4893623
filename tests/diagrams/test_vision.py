"""The vision: cards along a road that keep clear of each other, markers told apart by shape, labels as in the twin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import ceil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from diagrams.diagram_pages import open_page, page_of
from diagrams.diagram_samples import LABELS, SVG, SampleLinks, parse, read_journey, texts_of
from journeybook.diagrams import Figure, draw
from journeybook.language.direction import direction_of
from journeybook.model import Journey
from journeybook.model.journey import Horizon

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SIZES = ("desk", "tablet", "phone")
HORIZONS = (None, *Horizon)
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0) -> bool:
        """Whether two rectangles are nearer to each other than `gap`."""
        across = self.left < other.right + gap and other.left < self.right + gap
        return across and self.top < other.bottom + gap and other.top < self.bottom + gap

    def __contains__(self, other: Box) -> bool:
        inside = self.left <= other.left and other.right <= self.right
        return inside and self.top <= other.top and other.bottom <= self.bottom


def journey_of(stages: int, *labels: str, horizons: tuple[Horizon | None, ...] = HORIZONS) -> Journey:
    """A journey with each of the labels and of the horizons in turn, and dates on every second stage."""
    found = []
    for number in range(stages):
        label = labels[number % len(labels)] if labels else "Some label"
        horizon = horizons[number % len(horizons)]
        date = {"date": f"{label[:20]} {number}"} if number % 2 else {}
        stage = {"id": f"s{number}", "title": label, "summary": label, **date}
        found.append({**stage, "horizon": horizon} if horizon else stage)
    return Journey.model_validate({"title": "Vision", "stages": found})


def figure_of(journey: Journey, language: str = "en", width: float = 958) -> Figure:
    direction = direction_of(language)
    links = SampleLinks()
    return draw(journey, "vision", links, name="n", language=language, direction=direction, desk_width=width)


def parts(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """The shapes in groups of that class."""
    for group in root.iter(f"{SVG}g"):
        if name in (group.get("class") or "").split():
            yield from group


def whole(root: ET.Element) -> Box:
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    return Box(left, top, left + wide, top + high)


def cards(root: ET.Element) -> list[Box]:
    return [
        Box(x, y, x + wide, y + high)
        for card in parts(root, "jd-card")
        for x, y, wide, high in [[float(card.get(key, "")) for key in ("x", "y", "width", "height")]]
    ]


def markers(root: ET.Element) -> list[Box]:
    """The largest outline of each marker, in the order of the stages."""
    found: list[Box] = []
    for shape in [*parts(root, "jd-marker"), *parts(root, "jd-star")]:
        if shape.tag == f"{SVG}circle":
            x, y, r = (float(shape.get(key, "")) for key in ("cx", "cy", "r"))
            box = Box(x - r, y - r, x + r, y + r)
        else:
            xs, ys = zip(*drawn(shape), strict=True)
            box = Box(min(xs), min(ys), max(xs), max(ys))
        if not any(box in other for other in found):
            found = [other for other in found if other not in box] + [box]
    return found


def drawn(path: ET.Element, steps: int = 40) -> list[Point]:
    """Points along a path of lines and Bézier curves."""
    found: list[Point] = []
    for command, figures in re.findall(r"([MLC])([^MLCZ]*)", path.get("d", "")):
        numbers = [float(figure) for figure in figures.split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            found += points
            continue
        a = found[-1]
        b, c, d = points if command == "C" else (a, points[0], points[0])
        for step in range(1, steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) for i in (0, 1))
            found.append((x, y))
    return found


def road(root: ET.Element) -> list[Point]:
    return [point for name in ("jd-behind", "jd-ahead") for path in parts(root, name) for point in drawn(path)]


def words(texts: Iterable[str]) -> str:
    """The letters and digits of texts, sorted: line ends, hyphens and the order of texts do not count."""
    return "".join(sorted("".join(re.findall(r"\w", "".join(texts)))))


@pytest.mark.parametrize("language", sorted(LABELS))
@pytest.mark.parametrize("stages", [1, 8, 20])
def test_same_words_in_the_twin(stages: int, language: str) -> None:
    """What is drawn is what the twin says, at every size, but for the stages' numbers."""
    figure = figure_of(journey_of(stages, *LABELS[language]), language)
    for size in SIZES:
        root = parse(figure.drawings[size])
        numbers = [number for disc in ("jd-fill", "jd-num") for number in texts_in(root, disc)]
        assert sorted(numbers, key=int) == [str(n) for n in range(1, stages + 1)]
        told = [label.text for cell in figure.twin.rows[0].cells for label in cell]
        again = _names(root, told)[len(told) :] if figure.twin.rows[0].label == "Era" else []  # in each row of the road
        assert words(texts_of(root)) == words([*figure.twin.labels(), *numbers, *again])


def _names(root: ET.Element, told: list[str]) -> list[str]:
    """The names of fields, each run of the same once more for every field; first those that the twin tells."""
    drawn = [text for text in texts_in(root, "jd-muted") if text in told]
    for text in told:
        drawn.remove(text)
    return [*told, *drawn]


def texts_in(root: ET.Element, name: str) -> list[str]:
    return [shape.text or "" for shape in parts(root, name) if shape.tag == f"{SVG}text"]


def test_twin_in_order() -> None:
    """The twin tells, stage by stage, date with horizon and the summary; the title leads to the stage."""
    twin = figure_of(read_journey(ROOT / "journeys" / "my-vision.yaml")).twin
    era, when, summaries = twin.rows
    assert [[entry.text for entry in cell] for cell in era.cells] == [
        *(["Past"], [], ["Today"], ["Future"], [], [], []),
    ]
    assert [entry.text for entry in twin.lead] == ["Years 2022 2024 2026 2028 2030"]
    assert [entry.text for cell in when.cells for entry in cell][:4] == [
        "2021 · Achieved",
        "2025 · Achieved",
        "Autumn 2026 · Today",
        "January 2027 · Next",
    ]
    assert (twin.stages[2].text, twin.stages[2].address) == ("Front desk", "#front-desk")
    assert summaries.cells[6][0].text.startswith("A good ordinary Tuesday")


def test_card_reads_in_order() -> None:
    """A card is a link to its stage, named by its number, date with horizon and title; the summary follows it."""
    root = parse(figure_of(read_journey(ROOT / "journeys" / "my-vision.yaml")).desk)
    link = next(root.iter(f"{SVG}a"))
    assert link.get("aria-label") == " ".join(texts_of(link)) == "1 2021 · Achieved On my own feet"
    begin = texts_of(root).index("On my own feet")
    assert texts_of(root)[begin + 1 : begin + 3] == ["Moved to a new town and", "found work within a month."]


def test_words_are_translated() -> None:
    """The horizon's word is in the reader's language."""
    journey = journey_of(1, horizons=(Horizon.ACHIEVED,))
    german = {"Achieved": "Erreicht"}
    figure = draw(journey, "vision", SampleLinks(), name="n", words=lambda text: german.get(text, text))
    assert "Erreicht" in texts_of(parse(figure.desk))
    assert "Erreicht" in figure.twin.labels()


@pytest.mark.parametrize("width", [958, 1208, 620])
@pytest.mark.parametrize("stages", range(1, 21))
def test_nothing_meets(stages: int, width: float) -> None:
    """Cards keep clear of each other, of markers and of the road; all of it stands inside, at every size and length."""
    journey = journey_of(stages, "Label", LABELS["de"][1], "Label", LABELS["th"][1])
    for drawing in figure_of(journey, width=width).drawings.values():
        root = parse(drawing)
        boxes, marks, way = cards(root), markers(root), road(root)
        assert len(boxes) == len(marks) == stages
        assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1], 10)]
        assert not [pair for pair in combinations(marks, 2) if pair[0].meets(pair[1], 6)]
        assert not [(box, mark) for box in boxes for mark in marks if box.meets(mark, 3)]
        spots = [Box(x - 2.5, y - 2.5, x + 2.5, y + 2.5) for x, y in way]
        assert not [(box, spot) for box in boxes for spot in spots if box.meets(spot, 4)]
        everything = whole(root)
        assert all(box in everything for box in [*boxes, *marks, *spots])


@pytest.mark.parametrize("stages", range(2, 21))
def test_rows(stages: int) -> None:
    """Up to eight stages stand in one rising row; more wind upwards in rows there and back, each rising by itself."""
    root = parse(figure_of(journey_of(stages)).desk)
    places = [((m.left + m.right) / 2, (m.top + m.bottom) / 2) for m in markers(root)]
    rows = [[places[0]]]
    for a, b in pairwise(places):
        if (b[0] - a[0]) * (-1 if len(rows) % 2 == 0 else 1) < 10:
            rows.append([])
        rows[-1].append(b)
    assert len(rows) == ceil(stages / 8)
    assert all(b[1] < a[1] for a, b in pairwise(places)), "the vision stands above all else"
    for number, row in enumerate(rows):
        forth = -1 if number % 2 else 1
        assert all((b[0] - a[0]) * forth > 50 and b[1] <= a[1] - 7 for a, b in pairwise(row))


def test_cards_in_turn() -> None:
    """Along a row, cards stand above and below the road in turn; the last stands above."""
    for stages in (2, 5, 7, 8):
        root = parse(figure_of(journey_of(stages)).desk)
        above = [card.bottom < mark.top for card, mark in zip(cards(root), markers(root), strict=True)]
        assert above == [(stages - 1 - index) % 2 == 0 for index in range(stages)]


@pytest.mark.parametrize(
    ("horizons", "behind", "ahead"),
    [
        ((Horizon.ACHIEVED, Horizon.TODAY, Horizon.NEXT, Horizon.VISION), (0, 1), (1, 3)),
        ((Horizon.TODAY, Horizon.ACHIEVED, None, Horizon.PLANNED), (0, 1), (1, 3)),
        ((None, Horizon.NEXT, Horizon.PLANNED, Horizon.VISION), None, (0, 3)),
        ((Horizon.ACHIEVED,) * 4, (0, 3), None),
        ((None,) * 4, (0, 3), None),
    ],
)
def test_solid_up_to_today(
    horizons: tuple[Horizon | None, ...], behind: tuple[int, int] | None, ahead: tuple[int, int] | None
) -> None:
    """The road is solid up to the last stage that is reached, and dotted from there on."""
    for drawing in figure_of(journey_of(4, horizons=horizons)).drawings.values():
        root = parse(drawing)
        for name, span in (("jd-behind", behind), ("jd-ahead", ahead)):
            paths = list(parts(root, name))
            assert len(paths) == (1 if span else 0)
            if span:
                mark = markers(root)[span[1]]
                x, y = drawn(paths[0])[-1]
                assert Box(x, y, x, y) in mark
        if behind and ahead:
            ends = drawn(next(parts(root, "jd-behind")))[-1], drawn(next(parts(root, "jd-ahead")))[0]
            assert ends[0] == pytest.approx(ends[1], abs=0.1)


# How each marker looks on paper, where there are no colours.
LOOKS = """() => [...document.querySelectorAll('svg.jd')].map(svg => {
  const look = (e) => { const s = getComputedStyle(e);
    return [e.tagName, e.getAttribute('r'), s.fill, s.stroke, s.strokeWidth, s.strokeDasharray].join(); };
  return [...svg.querySelectorAll(':is(.jd-marker, .jd-star, .jd-tick) > *')].map(look).join(';');
})"""


def test_horizons_differ_without_colour(browser: Browser) -> None:
    """On black and white paper, no two horizons have the same marker."""
    figures = [figure_of(journey_of(1, horizons=(horizon,))) for horizon in HORIZONS]
    page = open_page(browser, page_of(figures))
    page.emulate_media(media="print")
    looks = page.evaluate(LOOKS)
    page.close()
    assert len(set(looks)) == len(HORIZONS)


def test_mirrored() -> None:
    """Right to left, the road begins at the right, and only a tick stays as it is."""
    links = SampleLinks()
    journey = journey_of(12)
    figures = [draw(journey, "vision", links, name="n", direction=direction) for direction in ("ltr", "rtl")]
    for size in SIZES:
        left, right = (parse(figure.drawings[size]) for figure in figures)
        wide = whole(left).right
        for a, b in zip(cards(left), cards(right), strict=True):
            assert (a.left + b.right, a.top) == (pytest.approx(wide, abs=0.1), pytest.approx(b.top, abs=0.1))
        for a, b in zip(road(left), road(right), strict=True):
            assert (a[0] + b[0], a[1]) == pytest.approx((wide, b[1]), abs=0.1)
        ticks = [drawn(next(parts(root, "jd-tick"))) for root in (left, right)]
        assert all(tick[0][0] < tick[-1][0] for tick in ticks)


FIELDS = ("jd-era-past", "jd-era-now", "jd-era-future")


def fields(root: ET.Element) -> list[tuple[str, Box]]:
    """The fields behind the stages, with their classes, in the order of drawing."""
    found = []
    for name in FIELDS:
        for rect in parts(root, name):
            x, y, wide, high = (float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
            found.append((name, Box(x, y, x + wide, y + high)))
    return found


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("stages", [2, 5, 9, 20])
def test_each_stage_stands_in_its_era(stages: int, direction: str) -> None:
    """Behind each marker is the field of its time and no other; each field is named as in the twin, in every row."""
    order = (Horizon.ACHIEVED, None, Horizon.TODAY, Horizon.NEXT, Horizon.VISION)
    horizons = tuple(order[min(4, number * 5 // stages)] for number in range(stages))
    journey = journey_of(stages, horizons=horizons)
    links = SampleLinks()
    figure = draw(journey, "vision", links, name="n", direction="rtl" if direction == "rtl" else "ltr")
    names = {Horizon.ACHIEVED: FIELDS[0], Horizon.TODAY: FIELDS[1]}
    for size, drawing in figure.drawings.items():
        root, known = parse(drawing), Horizon.ACHIEVED
        found = fields(root)
        assert not [pair for pair in combinations([box for _, box in found], 2) if pair[0].meets(pair[1], -0.5)], size
        for mark, horizon in zip(markers(root), horizons, strict=True):
            known = horizon or known
            assert [name for name, field in found if mark in field] == [names.get(known, FIELDS[2])], size
        assert all(box in whole(root) for _, box in found)
        said = [label.text for cell in figure.twin.rows[0].cells for label in cell]
        drawn_names = [text for text in texts_in(root, "jd-muted") if text in ("Past", "Today", "Future")]
        words = dict(zip(FIELDS, ("Past", "Today", "Future"), strict=True))
        assert sorted(drawn_names) == sorted(words[name] for name, _ in found)
        assert set(drawn_names) == set(said) and len(set(said)) == len(said)


def test_no_fields_without_a_before_and_an_after() -> None:
    """Where all stages stand in one time, or none says when, there are no fields."""
    for horizons in ((None,), (Horizon.NEXT, Horizon.VISION, None)):
        figure = figure_of(journey_of(5, horizons=horizons))
        assert not any("jd-era" in drawing for drawing in figure.drawings.values())
        assert all(row.label != "Era" for row in figure.twin.rows)


def dated(*dates: str | None, language: str = "en") -> Figure:
    stages = [{"title": f"S{n}", **({"date": date} if date else {})} for n, date in enumerate(dates)]
    return figure_of(Journey.model_validate({"title": "Vision", "stages": stages}), language)


@pytest.mark.parametrize(
    ("dates", "language", "said"),
    [
        (("2021", "2025", "Autumn 2026"), "en", ["2022 2024 2026"]),
        (("March 2026", None, "May 2027"), "en", ["2026 2027 2028"]),
        (("2026", "2026-02-01", "2027"), "en", []),
        (("2026-02", "Q3 2026", "11/2026", "2027"), "en", ["2026 2027 2028"]),
        (("März 2026", "Dezember 2027"), "de", ["2026 2027 2028"]),
        (("1950", "1990", "2049"), "en", ["1960 1980 2000 2020 2040"]),
        (("2021", "soon"), "en", []),
        (("2027", "2021"), "en", []),
        (("March 2026", "May 2026"), "en", []),
        (("May 2026", "March 2026", "2027"), "en", []),
        (("March", "April"), "en", []),
        (("in 12026 steps", "2027"), "en", []),
        ((None, None), "en", []),
    ],
)
def test_years(dates: tuple[str | None, ...], language: str, said: list[str]) -> None:
    """There is an axis where dates have years and stand in order; at every size with the years that the twin names."""
    figure = dated(*dates, language=language)
    lead = [label.text.removeprefix("Years ") for label in figure.twin.lead]
    assert lead == said
    for drawing in figure.drawings.values():
        root = parse(drawing)
        assert " ".join(texts_in(root, "jd-year")) == " ".join(said)
        assert len(texts_in(root, "jd-dated")) == (sum(map(bool, dates)) if said else 0)


def test_years_are_true() -> None:
    """Marks stand as far from each other as their dates are, right to left the other way round; none covers another."""
    for direction, way in (("ltr", 1), ("rtl", -1)):
        data = [{"title": "x", "date": date} for date in ("2020", "2021", "2024", "Dec 2029")]
        journey = Journey.model_validate({"title": "Vision", "stages": data})
        side = "rtl" if direction == "rtl" else "ltr"
        for drawing in draw(journey, "vision", SampleLinks(), name="n", direction=side).drawings.values():
            root = parse(drawing)
            marks = [(float(c.get("cx", "")), float(c.get("cy", ""))) for c in parts(root, "jd-dated") if c.get("cx")]
            steps = [(b[0] - a[0]) * way for a, b in pairwise(marks)]
            assert steps[1] == pytest.approx(3 * steps[0], abs=0.2)
            assert steps[2] == pytest.approx((5.5 - 1 / 24) * steps[0], abs=0.2)
            assert min(y for _, y in marks) - 10 > max(card.bottom for card in cards(root)) + 30, "apart from the road"
            assert not [p for p in combinations(marks, 2) if abs(p[0][0] - p[1][0]) + abs(p[0][1] - p[1][1]) < 22]
