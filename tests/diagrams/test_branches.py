"""Journeys that branch: what leads where, laid out by `dot`, drawn without overlaps, told in words."""

from __future__ import annotations

import random
import re
import shutil
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from diagrams.diagram_pages import LOW_CONTRAST, open_page, page_of
from diagrams.diagram_samples import SVG, XLINK, SampleLinks, parse, read_journey, texts_of
from journeybook.diagrams import Cache, Renderer, RenderError, draw
from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.svg import Frame, finish
from journeybook.diagrams.parts.arcs import Arcs, loops
from journeybook.diagrams.parts.branching import flowchart
from journeybook.diagrams.parts.flow import arrange
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, TABLET_WIDTH
from journeybook.diagrams.parts.ways import Way, branches, ways
from journeybook.model import Journey
from journeybook.problems import say

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
SALES, LOOPS, ARABIC, TANGLE = (
    read_journey(CASES / f"branches{name}.yaml") for name in ("", "-loops", "-arabic", "-tangle")
)
Box = tuple[float, float, float, float]


def journey_with(stages: int, edges: list[tuple[int, int, str]], title: str = "Stage") -> Journey:
    """A journey whose stages are joined by edges: from, to, condition."""
    found: list[dict[str, Any]] = [{"id": f"s{n}", "title": f"{title} {n}"} for n in range(stages)]
    for start, end, condition in edges:
        way = {"to": f"s{end}"} | ({"condition": condition} if condition else {})
        found[start].setdefault("next", []).append(way)
    return Journey.model_validate({"title": "Sample", "stages": found})


def random_journey(stages: int, edges: int, seed: int) -> Journey:
    """A journey with so many ways from anywhere to anywhere; loops to oneself and unreachable stages among them."""
    dice = random.Random(seed)
    conditions = ("", "it is so", "the person has decided to go on with all of it")
    return journey_with(
        stages,
        [(dice.randrange(stages), dice.randrange(stages), dice.choice(conditions)) for _ in range(edges)],
        dice.choice(("Stage", "Exploration and comparison of the offers")),
    )


TANGLED = [random_journey(stages, edges, seed) for seed in (1, 2) for stages in (2, 5, 8, 20) for edges in (1, 3, 8)]


def corners(element: ET.Element) -> list[tuple[float, float]]:
    """All points of a path."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", element.get("d", ""))]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def outline(element: ET.Element) -> list[tuple[float, float]]:
    """Points on a path: its corners, and three on each of its curves."""
    found: list[tuple[float, float]] = []
    for command, rest in re.findall(r"([MLCZ])([^MLCZ]*)", element.get("d", "")):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", rest)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "C":
            whole = [found[-1], *points]
            for t in (0.25, 0.5, 0.75):
                parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
                x, y = (sum(part * point[i] for part, point in zip(parts, whole, strict=True)) for i in (0, 1))
                found.append((x, y))
        found += points[-1:]
    return found


def around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def marked(root: ET.Element, name: str, tag: str) -> list[ET.Element]:
    """The elements of groups of a class."""
    groups = [group for group in root.iter(f"{SVG}g") if name in (group.get("class") or "").split()]
    return [element for group in groups for element in group.iter(f"{SVG}{tag}")]


def rectangle(element: ET.Element) -> Box:
    x, y, wide, high = (float(element.get(key, "0")) for key in ("x", "y", "width", "height"))
    return x, y, x + wide, y + high


def stage_boxes(root: ET.Element) -> list[Box]:
    return [around(corners(path)) for path in marked(root, "jd-fill", "path")]


def condition_boxes(root: ET.Element) -> list[Box]:
    return [rectangle(rect) for rect in marked(root, "jd-paper", "rect")]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


def near(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies on the border of a box, as far as 3 pixels tell."""
    (left, top, right, bottom), (x, y) = box, point
    inside = left - 3 <= x <= right + 3 and top - 3 <= y <= bottom + 3
    return inside and min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= 16


def test_where_ways_lead() -> None:
    """A stage with `next` leads exactly there, others to the one below, and the last one ends the way."""
    journey = journey_with(4, [(1, 3, "a"), (1, 1, "")])
    assert ways(journey) == [Way(0, 1), Way(1, 3, "a"), Way(1, 1), Way(2, 3)]
    assert branches(journey) and not branches(journey_with(4, []))
    assert ways(journey_with(2, [(1, 0, "")])) == [Way(0, 1), Way(1, 0)]


def test_plain_journeys_need_no_layout() -> None:
    """A journey that does not branch is drawn without a second run of the renderer."""

    class Once(Renderer):
        def layout(self, dot: str) -> str:
            raise AssertionError(dot)

    assert "jd-way" not in draw(journey_with(5, []), "path", SampleLinks(), name="n", renderer=Once()).desk


@pytest.mark.parametrize("journey", [SALES, LOOPS], ids=["sales", "loops"])
def test_arrows_lead_from_box_to_box(journey: Journey) -> None:
    """On each wide drawing, every way is one line that begins at its stage and one arrow that ends at the other."""
    figure = draw(journey, "path", SampleLinks(), name="n")
    for svg in (figure.drawings["desk"], figure.drawings["tablet"]):
        root = parse(svg)
        boxes, lines, tips = stage_boxes(root), marked(root, "jd-way", "path"), marked(root, "jd-tip", "path")
        found = ways(journey)
        assert len(boxes) == len(journey.stages)
        assert len(lines) == len(tips) == len(found) + 1  # one leads to the end
        for way, line, tip in zip(found, lines, tips, strict=False):
            assert near(boxes[way.start], corners(line)[0])
            assert any(near(boxes[way.end], corner) for corner in corners(tip))
        assert len(marked(root, "jd-end", "circle")) == 1


def test_no_end_where_the_last_goes_on() -> None:
    """A journey whose last stage leads back has no end."""
    root = parse(draw(journey_with(3, [(2, 0, "again")]), "path", SampleLinks(), name="n").desk)
    assert not marked(root, "jd-end", "circle")
    assert len(marked(root, "jd-way", "path")) == 3


@pytest.mark.parametrize("number", range(len(TANGLED)))
def test_nothing_overlaps(number: int) -> None:
    """Boxes and conditions of any flowchart are apart and inside the drawing, at every width, never made smaller."""
    figure = draw(TANGLED[number], "path", SampleLinks(), name="n")
    for size, wide in (("desk", 960), ("tablet", 700), ("phone", PHONE_WIDTH)):
        root = parse(figure.drawings[size])
        left, top, right, bottom = map(float, root.get("viewBox", "").split())
        assert right == wide
        boxes = [*stage_boxes(root), *condition_boxes(root)]
        assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
        points = [point for path in root.iter(f"{SVG}path") for point in outline(path)]
        for box in [*boxes, around([*points, (1, 1)])]:
            assert box[0] >= left - 1 and box[1] >= top - 1 and box[2] <= right + 1 and box[3] <= bottom + 1


def test_headings_only_above_something() -> None:
    """Below a flowchart, stages come again with what happens in them; where nothing does, they do not."""
    for journey, times in ((SALES, 2), (ARABIC, 1)):
        for svg in draw(journey, "path", SampleLinks(), name="n").drawings.values():
            shown = "jd-paper" in svg
            links = [link.get("aria-label") for link in parse(svg).iter(f"{SVG}a")]
            assert links.count(f"2 {journey.stages[1].title}") == (times if shown else 1)


def test_layouts_know_sizes_only() -> None:
    """Nothing that a journey says is in the DOT that `dot` lays out."""
    dots: list[str] = []

    class Listening(Renderer):
        def layout(self, dot: str) -> str:
            dots.append(dot)
            return Renderer.layout(self, dot)

    journey = journey_with(3, [(1, 0, "Zebra <b>")], title="Giraffe")
    draw(journey, "path", SampleLinks(), name="n", renderer=Listening())
    assert dots and not [dot for dot in dots if re.search("zebra|giraffe|stage|<b>", dot, re.IGNORECASE)]


def test_layouts_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journey that was drawn once is not laid out again."""
    first = draw(SALES, "path", SampleLinks(), name="n", cache=Cache(tmp_path))
    monkeypatch.setattr(Renderer, "layout", lambda self, dot: pytest.fail("laid out again"))
    assert draw(SALES, "path", SampleLinks(), name="n", cache=Cache(tmp_path)) == first


def test_failed_layout() -> None:
    """A layout that fails is an error like that of a drawing."""
    with pytest.raises(RenderError, match="could not draw a diagram"):
        Renderer().layout("digraph {")


@pytest.mark.parametrize(("faults", "drawn"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_layout_that_fails_is_tried_with_more_space(faults: int, drawn: bool) -> None:
    """Where Graphviz finds no way between boxes of just these sizes, it is asked again with a little more space."""
    gaps: list[str] = []

    def layout(dot: str) -> str:
        gaps.append(dot.partition('ranksep="')[2].partition('"')[0])
        if len(gaps) <= faults:
            raise RenderError(say("no way"), "pure", "destination point not in any triangle")
        return '{"bb": "0,0,72,36", "objects": [{"name": "n0", "pos": "36,18"}]}'

    if drawn:
        assert arrange(layout, [(72, 36)], [], down=False, gap=(36, 24)).nodes == [(36, 18)]
    else:
        with pytest.raises(RenderError):
            arrange(layout, [(72, 36)], [], down=False, gap=(36, 24))
    assert gaps == ["0.5000", "0.5278", "0.5556"][: faults + 1]


def test_a_layout_that_is_late_is_not_tried_again() -> None:
    """A renderer whose time is up, and one that is not there, have one trial."""
    for error in (RenderError(say("late"), "pure", "late", late=True), RenderError(say("not installed"), "pure")):
        tried: list[str] = []

        def layout(dot: str, tried: list[str] = tried, error: RenderError = error) -> str:
            tried.append(dot)
            raise error

        with pytest.raises(RenderError):
            arrange(layout, [(72, 36)], [], down=False, gap=(36, 24))
        assert len(tried) == 1


@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz's own dot")
@pytest.mark.parametrize("journey", [SALES, LOOPS, ARABIC], ids=["sales", "loops", "arabic"])
def test_system_dot(journey: Journey) -> None:
    """Graphviz's own `dot` lays out the same journeys: the same texts, nothing overlaps."""
    ours, others = (
        draw(journey, "path", SampleLinks(), name="n", renderer=Renderer(name)) for name in ("graphviz-pure", "dot")
    )
    one, other = parse(ours.desk), parse(others.desk)
    assert sorted(texts_of(one)) == sorted(texts_of(other))
    assert not [pair for pair in combinations([*stage_boxes(other), *condition_boxes(other)], 2) if overlap(*pair)]


def test_too_many_ways_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """400 ways are not drawn, nor laid out: each stage says in words where the way goes on."""
    monkeypatch.setattr(Renderer, "layout", lambda self, dot: pytest.fail("laid out"))
    journey = journey_with(20, [(start, end, "") for start in range(20) for end in range(20)])
    for svg in draw(journey, "path", SampleLinks(), name="n").drawings.values():
        texts = texts_of(parse(svg))
        assert texts.count("to 7 Stage 6") == 20


def drawn(svg: str) -> str:
    return " ".join(" ".join(texts_of(parse(svg))).split())


@pytest.mark.parametrize("journey", [SALES, LOOPS, ARABIC, TANGLE], ids=["sales", "loops", "arabic", "tangle"])
def test_twin(journey: Journey) -> None:
    """The twin tells every way; drawings have its condition, as an arrow's label or in the same words."""
    figure = draw(journey, "path", SampleLinks(), name="n", direction="rtl" if journey is ARABIC else "ltr")
    row = next(row for row in figure.twin.rows if row.label == "Where the way goes on")
    assert [len(cell) for cell in row.cells] == [
        sum(way.start == place for way in ways(journey)) for place in range(len(journey.stages))
    ]
    told = [entry.text for cell in row.cells for entry in cell]
    for way, text in zip(ways(journey), told, strict=True):
        goal = f"to {way.end + 1} {journey.stages[way.end].title}"
        assert text == (f"{way.condition}: {goal}" if way.condition else goal)
    for svg in figure.drawings.values():
        chart = "jd-paper" in svg
        for way, text in zip(ways(journey), told, strict=True):
            assert (way.condition if chart else text) in drawn(svg)
        labels = {label for row in figure.twin.rows if row.label != "Where the way goes on" for label in labels_of(row)}
        labels |= {entry.text for entry in figure.twin.stages} | {way.condition for way in ways(journey)} | set(told)
        rest = drawn(svg)
        for label in sorted(labels, key=len, reverse=True):
            rest = rest.replace(label, "")
        assert not re.search(r"[^\W\d]", rest), rest


def labels_of(row: Any) -> list[str]:
    return [*([row.label] if row.named else []), *(entry.text for cell in row.cells for entry in cell)]


def test_targets_of_ways_are_links() -> None:
    """In the twin, a way leads to the stage where it goes on."""
    rows = draw(SALES, "path", SampleLinks(), name="n").twin.rows
    row = next(row for row in rows if row.label == "Where the way goes on")
    assert [entry.address for entry in row.cells[2]] == ["#offer", "#explore-and-compare", "#part"]


def test_nested_journeys() -> None:
    """A stage that is shown in detail elsewhere leads there, in every drawing and in words, branching or not."""
    plain = SALES.model_copy(update={"stages": tuple(stage.model_copy(update={"next": ()}) for stage in SALES.stages)})
    for journey in (SALES, plain):
        figure = draw(journey, "path", SampleLinks(), name="n")
        row = next(row for row in figure.twin.rows if row.label == "In detail")
        assert [entry.text for cell in row.cells for entry in cell] == ["In detail: Client journey"]
        for svg in figure.drawings.values():
            links = [link for link in parse(svg).iter(f"{SVG}a") if link.get("aria-label", "").startswith("In detail")]
            assert [link.get(f"{XLINK}href") for link in links] == ["../client-journey/index.html"]


def test_hidden_nested_journey() -> None:
    """A nested journey that is not to be shown leaves no trace."""
    stages = tuple(stage.model_copy(update={"journey": "hidden"}) for stage in SALES.stages)
    figure = draw(SALES.model_copy(update={"stages": stages}), "path", SampleLinks(), name="n")
    assert not any("In detail" in svg for svg in figure.drawings.values())
    assert not any("In detail" in label for label in figure.twin.labels())


def test_mirrored() -> None:
    """Right to left, every line and arrow stands at the mirrored place."""
    left, right = (draw(SALES, "path", SampleLinks(), name="n", direction=d) for d in ("ltr", "rtl"))
    pairs = zip(parse(left.desk).iter(f"{SVG}path"), parse(right.desk).iter(f"{SVG}path"), strict=True)
    for one, other in pairs:
        expected = [(960 - x, y) for x, y in corners(one)]
        assert [value for point in corners(other) for value in point] == pytest.approx(
            [value for point in expected for value in point], abs=0.02
        )


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [1280, 390])
def test_in_a_browser(browser: Browser, width: int, scheme: str) -> None:
    """Every text can be read on what is behind it, and every condition lies inside its paper."""
    figures = [draw(journey, "path", SampleLinks(), name=journey.title) for journey in (SALES, LOOPS, TANGLE)]
    page = open_page(browser, page_of(figures, scheme), width)
    count, low = page.evaluate(LOW_CONTRAST)
    assert count > 50 and low == []
    sticks_out = page.eval_on_selector_all(
        ".jd-paper rect, .jd-fill path",
        """shapes => shapes.flatMap(shape => {
            if (getComputedStyle(shape.closest('svg')).display === 'none') return [];
            const box = shape.getBoundingClientRect(), link = shape.closest('a');
            const texts = link ? link.querySelectorAll('text')
              : shape.closest('g').nextElementSibling.querySelectorAll('text');
            return [...texts].filter(text => {
              const own = text.getBoundingClientRect();
              return own.left < box.left - 1 || own.right > box.right + 1;
            }).map(text => text.textContent);
        })""",
    )
    assert sticks_out == []
    page.close()


def columns_for(journey: Journey, pitch: float = 160) -> list[tuple[float, float]]:
    return [(place * pitch, place * pitch + pitch - 10) for place in range(len(journey.stages))]


def arcs_drawn(journey: Journey, *, below: bool = False) -> tuple[ET.Element, Arcs]:
    """The arcs of a journey above, or below, a row of columns."""
    scene = Scene(journey, SampleLinks())
    arcs = loops(scene, columns_for(journey))
    assert arcs
    canvas = Canvas(160 * len(journey.stages))
    arcs.draw(canvas, 20, below=below)
    return parse(finish(Renderer().svg(canvas.dot(arcs.height + 40)), Frame("f", "jd", "", ""))), arcs


@pytest.mark.parametrize("below", [False, True])
def test_arcs_lead_from_column_to_column(below: bool) -> None:
    """Every way but the plain ones is an arc from its column to the other, with an arrow that points at the row."""
    root, arcs = arcs_drawn(SALES, below=below)
    shown = [way for way in ways(SALES) if not way.on or way.condition]
    tips = marked(root, "jd-tip", "path")
    columns = columns_for(SALES)
    row = 20 if below else 20 + arcs.height
    found = set()
    for line, tip in zip(marked(root, "jd-way", "path"), tips, strict=True):
        start, end = corners(line)[0], min(corners(tip), key=lambda corner: abs(corner[1] - row))
        assert start[1] == pytest.approx(row) and end[1] == pytest.approx(row)
        places = [next(n for n, (left, right) in enumerate(columns) if left < x < right) for x, _ in (start, end)]
        found.add(tuple(places))
    assert found == {(way.start, way.end) for way in shown} and len(tips) == len(shown)


WITH_ARCS = [n for n, journey in enumerate(TANGLED) if any(not way.on or way.condition for way in ways(journey))]


@pytest.mark.parametrize("number", WITH_ARCS)
def test_arcs_stay_in_their_strip(number: int) -> None:
    """Conditions of arcs do not lie on each other, and everything is inside the strip that `height` promises."""
    for below in (False, True):
        root, arcs = arcs_drawn(TANGLED[number], below=below)
        labels = condition_boxes(root)
        assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]
        points = [point for path in marked(root, "jd-way", "path") for point in corners(path)]
        for left, top, right, bottom in [*labels, around(points)]:
            assert left >= -1 and right <= 160 * len(TANGLED[number].stages)
            assert top >= 19 and bottom <= 21 + arcs.height


def test_short_arcs_are_inside() -> None:
    """A short arc that lies under a long one stands nearer to the row, and no line crosses its condition."""
    root, arcs = arcs_drawn(journey_with(6, [(5, 0, "long"), (3, 1, "short")]))
    long, short = (
        around(corners(line))
        for line in sorted(
            marked(root, "jd-way", "path"), key=lambda line: around(corners(line))[0] - around(corners(line))[2]
        )
    )
    assert long[1] < short[1] and arcs.height > 40


def test_no_arcs() -> None:
    """A journey that does not branch has none."""
    journey = journey_with(4, [])
    assert loops(Scene(journey, SampleLinks()), columns_for(journey)) is None


def test_a_tablet_has_its_boxes_side_by_side() -> None:
    """Short titles of seven stages lie across a tablet, and what plainly does not fit is not laid out to see so."""
    journey = journey_with(7, [(n, n + 1, "") for n in range(6)] + [(5, 4, "there is more to do")], "Look")
    started = 0

    def layout(dot: str) -> str:
        nonlocal started
        started += 1
        return Renderer().layout(dot)

    scene = Scene(journey, SampleLinks(), layout=layout)
    chart = flowchart(scene, TABLET_WIDTH)
    assert chart and chart.height < 250
    assert started <= 3, "those that fit, once more with wider gaps"


def test_no_word_is_broken_to_lie_across() -> None:
    """Where a word of a title needs more than a small box has, the boxes stand below each other as before."""
    journey = journey_with(7, [(n, n + 1, "") for n in range(6)] + [(5, 4, "again")], "Zielvereinbarungsgespräche")
    chart = flowchart(Scene(journey, SampleLinks(), layout=Renderer().layout), TABLET_WIDTH)
    assert chart and chart.height > 400
