"""Paper: how a drawing is divided so that all of it can be read and nothing of it is cut."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from diagrams.diagram_samples import LABELS, SampleLinks, journey_of, read_journey
from journeybook.diagrams.draw.gaps import cuts
from journeybook.diagrams.draw.sheets import LEAST_TEXT, OnPaper, narrowest, on_paper
from journeybook.diagrams.paint.svg import Frame, finish
from journeybook.diagrams.parts.chevrons import grid_of
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import PHONE_WIDTH, TABLET_WIDTH, Sheet
from journeybook.diagrams.shapes import load
from journeybook.language.direction import Direction
from journeybook.model import Journey

CASES = Path(__file__).parent / "cases"
WIDE = ("map", "blueprint")
COVER = re.compile(r'class="jd-cover" d="M([^Z]*)Z"').findall
SHEET = 940
"""Pixels: what can be printed on of US Letter, from top to bottom."""


def journey(stages: int, pains: int = 2) -> Journey:
    """A journey whose stages have a few words in each lane."""
    few = ["A sentence of a few words", "Another"]
    lanes: dict[str, Any] = dict.fromkeys(("goals", "actions", "touchpoints", "frontstage", "backstage"), few)
    lanes["pains"] = [f"A pain that is told in some words, number {number}" for number in range(pains)]
    return Journey.model_validate({"title": "x", "stages": [{"title": f"Stage {n}", **lanes} for n in range(stages)]})


def drawn(view: str, what: Journey, direction: Direction = "ltr") -> Sheet:
    """A view of a journey, as wide as on its page."""
    return load(view).desk(Scene(what, SampleLinks(), direction=direction), 958)


def printed(sheet: Sheet) -> OnPaper:
    """How a drawing that scrolls is printed."""
    return on_paper(sheet, "n-head", "n-desk")


def boxes(svg: str) -> list[tuple[float, ...]]:
    """Of each picture of a strip: x, y, width and height of what it shows."""
    return [tuple(map(float, found.split())) for found in re.findall(r'viewBox="([^"]*)"', svg)]


@pytest.mark.parametrize("view", WIDE)
@pytest.mark.parametrize(("stages", "paper"), [(1, "portrait"), (5, "portrait"), (7, "landscape")])
def test_one_sheet_wide(view: str, stages: int, paper: str) -> None:
    """A drawing that is no wider than a sheet of paper is one panel; a wide one gets the wide side."""
    found = printed(drawn(view, journey(stages)))
    assert (found.paper, [(panel.first, panel.last) for panel in found.panels]) == (paper, [(1, stages)])


@pytest.mark.parametrize("view", WIDE)
@pytest.mark.parametrize("stages", [8, 12, 20])
def test_panels_of_a_few_stages(view: str, stages: int) -> None:
    """A longer one is divided into panels of the same size, or one stage less, which have each stage once, in order."""
    panels = printed(drawn(view, journey(stages))).panels
    assert [n for panel in panels for n in range(panel.first, panel.last + 1)] == list(range(1, stages + 1))
    sizes = {panel.last - panel.first for panel in panels}
    assert len(panels) > 1 and max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("stages", [1, 3, 5, 7, 9, 14, 20])
def test_letters_of_7_points(stages: int) -> None:
    """However long the journey, the smallest letters of its map are 7 pt high or more, and the widest panel fits."""
    sheet = drawn("map", journey(stages))
    found = printed(sheet)
    widest = max(sum(wide for _, _, wide, _ in boxes(panel.head)) for panel in found.panels)
    assert sheet.canvas.smallest * found.width / widest >= LEAST_TEXT * 0.99
    assert found.width <= (695 if found.paper == "portrait" else 950)


def sheets_at(sheet: Sheet, scale: float) -> int:
    """On how many landscape sheets the lanes of a drawing are, the heads on each of them."""
    heads, *lanes = (end - top for top, end in pairwise((0, *(top for _, top, _ in sheet.rows), sheet.height)))
    count, used = 1, heads
    for lane in lanes:
        fits = (used + lane) * scale <= 640
        count, used = (count, used + lane) if fits else (count + 1, heads + lane)
    return count


@pytest.mark.parametrize("pains", [0, 4, 8, 12])
def test_no_sheet_for_a_lane_that_smaller_letters_would_save(pains: int) -> None:
    """A wide drawing is as large as it can be on the fewest sheets on which it can still be read."""
    sheet = drawn("map", journey(6, pains))
    found = printed(sheet)
    assert found.paper == "landscape" and len(found.panels) == 1
    least, scale = LEAST_TEXT / sheet.canvas.smallest, found.width / sheet.canvas.width
    assert scale >= least * 0.999 and sheets_at(sheet, scale) == sheets_at(sheet, least)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("view", WIDE)
def test_strips_show_all(view: str, direction: Direction) -> None:
    """Together the strips of a panel show its whole height, and the panels each stage, whichever way it is read."""
    sheet = drawn(view, journey(12), direction)
    panels = printed(sheet).panels
    for panel in panels:
        rows = [boxes(svg)[-1] for svg in (panel.head, *panel.strips)]
        assert rows[0][1] == 0 and rows[-1][1] + rows[-1][3] == sheet.height
        assert all(top[1] + top[3] == below[1] for top, below in pairwise(rows))
    left = [boxes(panel.head)[-1] for panel in panels]
    for (first, last), (x, _, wide, _) in zip(((p.first, p.last) for p in panels), left, strict=True):
        start, end = sheet.columns[first - 1][0], sheet.columns[last - 1][1]
        wanted = (start, end) if direction == "ltr" else (sheet.canvas.width - end, sheet.canvas.width - start)
        assert x <= wanted[0] + 3 and x + wide >= wanted[1] - 3, "less a hair, where the next begins"


@pytest.mark.parametrize("case", [file for view in WIDE for file in sorted(CASES.glob(f"{view}*.yaml"))], ids=str)
def test_no_lane_begins_in_a_text(case: Path) -> None:
    """Where a drawing says that paper may be cut, no text and no box is in the way."""
    sheet = drawn(case.stem.partition("-")[0], read_journey(case))
    assert sheet.rows
    extents = sheet.canvas.extents()
    assert [(top, place, end) for _, place, _ in sheet.rows for top, end in extents if top + 1 < place < end - 1] == []


def explained(stages: int, actors: int) -> Journey:
    """A journey with marks that a legend explains: of actors, of channels, of curves and of severities."""
    people = [{"id": f"a{n}", "title": f"Somebody with a longer name {n}"} for n in range(actors)]
    channels = ("phone", "website", "in person", "e-mail", "letter", "video call")
    met = [{"title": "A call", "channel": channel, "actors": ["a0", f"a{actors - 1}"]} for channel in channels]
    pains = [
        {"text": "Alone", "severity": 1},
        {"text": "Late", "severity": 2},
        {"text": "Lost", "severity": 3},
        "Tired",
    ]
    felt = [{"score": 1, "actor": person["id"]} for person in people]
    more = {"touchpoints": met, "feelings": felt, "pains": pains}
    found = [{"title": f"Stage {n}", **more} for n in range(stages)]
    return Journey.model_validate({"title": "x", "actors": people, "stages": found})


def windows(strip: str) -> list[dict[str, float]]:
    """Of each part of a strip that shows what stands elsewhere: where it is and what it shows."""
    found = re.findall(r'<svg x="([^"]*)" y="[^"]*" width="([^"]*)" height="([^"]*)" viewBox="(\S+) (\S+) ', strip)
    names = ("at", "wide", "high", "shows", "top")
    return [dict(zip(names, map(float, numbers), strict=True)) for numbers in found]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(("stages", "actors"), [(11, 2), (11, 6), (20, 9)])
def test_each_panel_has_every_legend(stages: int, actors: int, direction: Direction) -> None:
    """All of each legend stands on each sheet, below or above the stages of that sheet, however few these are."""
    sheet = drawn("map", explained(stages, actors), direction)
    panels = printed(sheet).panels
    assert len(sheet.legends) == 3 and len(panels) > 1
    start, whole = sheet.columns[0][0], sheet.canvas.width
    for panel in panels[1:]:
        begins = sheet.columns[panel.first - 1][0]
        found = [window for strip in panel.strips for window in windows(strip)]
        for top, bottom, wide in sheet.legends:
            places = [x - 1 if direction == "ltr" else whole - x - wide for x in (begins, start)]
            numbers = (*places, wide + 1, top, bottom - top)
            wanted = dict(zip(("at", "shows", "wide", "top", "high"), numbers, strict=True))
            assert [window for window in found if window == pytest.approx(wanted, abs=0.01)], (panel.first, wanted)


@pytest.mark.parametrize("stages", [2, 4, 11])
def test_a_phone_shows_all_of_a_legend(stages: int) -> None:
    """Whatever the width of the map, its legends are no wider than what a phone shows beside the edge."""
    sheet = drawn("map", explained(stages, 6))
    assert len(sheet.legends) == 3
    assert [wide for _, _, wide in sheet.legends if wide > PHONE_WIDTH] == []


@pytest.mark.parametrize("actors", [2, 6, 9])
@pytest.mark.parametrize("stages", [8, 11, 20])
def test_no_legend_is_cut(stages: int, actors: int) -> None:
    """The widest panel is wide enough for the widest legend, and shows one again that its stages would cut."""
    sheet = drawn("map", explained(stages, actors))
    found = printed(sheet)
    lead, least = sheet.columns[0][0], LEAST_TEXT / sheet.canvas.smallest
    widest = max(wide for _, _, wide in sheet.legends)
    assert (lead + widest) * least <= found.width + 1 <= 951
    first = [window for strip in found.panels[0].strips for window in windows(strip)]
    is_cut = lead + widest > sheet.columns[found.panels[0].last - 1][1]
    assert bool(first) == is_cut


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("view", WIDE)
def test_panels_end_at_the_tip(view: str, direction: Direction) -> None:
    """Of the stages before and after a panel's own nothing is to be seen, and its chevrons are whole."""
    sheet = drawn(view, journey(12), direction)
    panels, whole = printed(sheet).panels, sheet.canvas.width
    top, end = sheet.tips
    for panel in panels:
        start, after = sheet.columns[panel.first - 1][0], sheet.columns[panel.last - 1][1] - 16
        covers = [[tuple(map(float, corner.split())) for corner in found.split("L")] for found in COVER(panel.head)]
        seen = [[(whole - x if direction == "rtl" else x, y) for x, y in cover] for cover in covers]
        assert len(seen) == (panel is not panels[0]) + (panel is not panels[-1])
        if panel is not panels[0]:  # the tip that reaches into the first of them
            assert sorted(seen[0]) == [(start - 3.5, top - 1), (start - 3.5, end + 1), (start + 11.5, (top + end) / 2)]
        if panel is not panels[-1]:  # half-way between the tip and the next chevron
            assert {(after + 3.5, top - 1), (after + 18.5, (top + end) / 2), (after + 3.5, end + 1)} <= set(seen[-1])
            x, _, wide, _ = boxes(panel.strips[0])[-1]
            assert (x + wide if direction == "ltr" else whole - x) == pytest.approx(after + 1), "a line and no more"


def test_no_edge_is_there_twice() -> None:
    """Of a map the names end before the first stage begins; with it they are as wide as the panel."""
    sheet = drawn("map", journey(12))
    for panel in printed(sheet).panels:
        names, stages = boxes(panel.head)
        start = sheet.columns[panel.first - 1][0]
        assert names[0] + names[2] == sheet.columns[0][0] - 1 and stages[0] == start - 1
        assert sum(map(float, re.findall(r"--part:([\d.]+)", panel.head))) == pytest.approx(1, abs=0.001)


def test_low_panels_share_a_sheet_and_need_not_turn_it() -> None:
    """With their captions and the air between them, two low panels are on one sheet, upright where that leaves room."""
    lanes = {"actions": ["Meets somebody"], "frontstage": ["Answers"]}
    for view, stages, paper, many in (("map", 7, "portrait", 2), ("blueprint", 12, "landscape", 2)):
        what = Journey.model_validate(
            {"title": "x", "stages": [{"title": f"Stage {n}", **lanes} for n in range(stages)]}
        )
        sheet = drawn(view, what)
        found = printed(sheet)
        assert (found.paper, len(found.panels)) == (paper, many), view
        scale = found.width / max(sum(wide for _, _, wide, _ in boxes(panel.head)) for panel in found.panels)
        assert many * (sheet.height * scale + 20) + 24 <= (900 if paper == "portrait" else 640)


def test_a_lane_higher_than_a_sheet() -> None:
    """Where no sheet holds a lane, the table is printed, whose cells go on on the next."""
    assert printed(drawn("map", journey(5, pains=40))).paper == "table"


def test_a_drawing_without_lanes() -> None:
    """A drawing that scrolls and does not say where it may be cut is printed whole where it fits, else as its table."""
    sheet = drawn("map", journey(3))
    small, large = Sheet(sheet.canvas, 400), Sheet(sheet.canvas, 4000)
    assert [(plan.paper, len(plan.panels)) for plan in (printed(small), printed(large))] == [
        ("portrait", 1),
        ("table", 0),
    ]


@pytest.mark.parametrize("view", ["path", "funnel", "vision", "cycle"])
@pytest.mark.parametrize("label", LABELS["en"] + LABELS["de"])
def test_a_high_drawing_is_cut_in_its_gaps(view: str, label: str) -> None:
    """A drawing too high for a sheet is printed in strips lower than a sheet, of which none cuts a text or a box."""
    shape, scene = load(view), Scene(journey_of(20, label), SampleLinks())
    desk, tablet = shape.desk(scene, 958), shape.desk(scene, TABLET_WIDTH)
    found = narrowest(desk, tablet, "n")
    sheet, scale = (desk, 695 / 958) if found.paper == "desk" else (tablet, 642 / TABLET_WIDTH)
    rows = [boxes(strip)[0] for panel in found.panels for strip in panel.strips] or [(0, 0, 0, sheet.height)]
    assert all(high * scale < SHEET for _, _, _, high in rows)
    places = [top for _, top, _, _ in rows[1:]]
    extents = sheet.canvas.extents()
    assert [place for place in places if any(top + 1 < place < end - 1 for top, end in extents)] == []


@pytest.mark.parametrize("curve", [True, False])
def test_the_strips_of_a_path_are_its_rows(curve: bool) -> None:
    """Whatever stands below a chevron is on the sheet of that chevron: a path is cut between its rows alone."""
    felt = [[{"score": n % 5 - 2, "label": "Felt"}] for n in range(9)]
    stages = [{"title": f"Stage {n}", "feelings": felt[n], "touchpoints": ["A call", "A note"]} for n in range(9)]
    views = [{"path": {"feelings": curve}}]
    scene = Scene(Journey.model_validate({"title": "x", "views": views, "stages": stages}), SampleLinks())
    sheet = load("path").desk(scene, TABLET_WIDTH)
    (panel,) = narrowest(sheet, sheet, "n").panels
    rows = grid_of(scene, TABLET_WIDTH).split(scene.journey.stages)
    assert [boxes(strip)[0][1] for strip in panel.strips] == list(sheet.breaks) and panel.head == ""
    assert len(sheet.breaks) == len(list(rows)) > 1


def test_a_low_drawing_stays_whole() -> None:
    """A drawing that finds a sheet is not divided; the wide one is printed only where it saves a good part of one."""
    shape = load("path")
    low, high = (Scene(journey_of(stages, "Short talk"), SampleLinks()) for stages in (3, 5))
    found = [narrowest(shape.desk(scene, 958), shape.desk(scene, TABLET_WIDTH), "n") for scene in (low, high)]
    assert found == [OnPaper("tablet"), OnPaper("desk")]


def test_widest_gaps_first() -> None:
    """A drawing is cut where most room is between its parts, and nowhere where there is none."""
    canvas = Scene(journey(1), SampleLinks()).canvas(100)
    for top in (0, 30, 70, 95):
        canvas.box(0, top, 100, 20, "")
    assert cuts(canvas, 115, 60) == [60] and cuts(canvas, 115, 30) == [25, 60, 92.5]
    canvas.box(0, 0, 100, 115, "")
    assert cuts(canvas, 115, 30) == []


def test_a_high_funnel_is_cut_between_its_rows() -> None:
    """A funnel whose bands touch is printed row by row, and the heads of its columns stand on each sheet again."""
    stages = [{"title": f"Stage {n}", "count": 4000 // (n + 1)} for n in range(20)]
    sheet = drawn("funnel", Journey.model_validate({"title": "x", "stages": stages}))
    (panel,) = narrowest(sheet, None, "n").panels
    rows = [boxes(svg)[0] for svg in (panel.head, *panel.strips)]
    assert len(panel.strips) == 20 and rows[0][1] == 0 and rows[-1][1] + rows[-1][3] == sheet.height
    assert all(top[1] + top[3] == pytest.approx(below[1], abs=0.02) for top, below in pairwise(rows))
    texts = [(top, end) for top, end in sheet.canvas.extents() if end - top < 30]
    assert [row[1] for row in rows[1:] if any(top + 1 < row[1] < end - 1 for top, end in texts)] == []


def test_what_is_shown_again_has_the_looks_of_its_view() -> None:
    """Browsers look for the styles of what paper shows again from its own group on, which says of which view it is."""
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>'
    frame = Frame("n-desk", "jd jd-vision jd-desk", "t", "d", again=True)
    assert re.findall(r'<g id="n-desk-all" class="([^"]*)"', finish(empty, frame)) == ["jd jd-vision jd-desk"]


def test_no_look_needs_the_page_around_a_drawing() -> None:
    """No rule for a part of a drawing asks for an element around its group, where what paper shows again has none."""
    styles = Path(__file__).parents[2] / "theme/assets/css/diagrams"
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(styles.glob("*.css")))
    assert re.findall(r"svg\.jd[\w.-]* +[.:a-z][^{,]*", text) == []


def style(name: str) -> str:
    """A style sheet of the theme."""
    return (Path(__file__).parents[2] / f"theme/assets/css/{name}.css").read_text(encoding="utf-8")


def test_drawings_and_text_have_the_same_edges() -> None:
    """No drawing reaches beyond the text of its sheet: where it needs more, the whole page is as wide."""
    text = style("print") + style("diagram-paper")
    assert (
        re.findall(r"\.j[bd][^{}]*(?:figure|panels|svg|paper)[^{}]*\{[^}]*margin-(?:left|right|inline)[^:;]*: *-", text)
        == []
    )
    assert re.search(r"content__inner:has\(\.jb-paper-portrait[^{]*\{ padding: 0 2mm 0 4mm; \}", text)


def test_sections_of_a_stage_on_paper() -> None:
    """A stage begins where a section or two have room below its heading; each activity stands in the column of text."""
    text = style("print-journey")
    (left,) = re.findall(r"--left: (\d+)mm", text)
    assert 40 <= int(left) <= 60, "less than a quarter of a sheet stays empty"
    (cards,) = re.findall(r"\.jb-row > ul\.jb-cards \{([^}]*)\}", text)
    assert cards.rstrip().endswith("margin-inline-start: var(--col);")


@pytest.mark.parametrize("view", WIDE)
@pytest.mark.parametrize("stages", [5, 10])
def test_room_for_two_lanes(view: str, stages: int) -> None:
    """Where the second lane is the last, and so stays with the first, a drawing begins where there is room for both."""
    lanes: dict[str, Any] = {"actions": ["A sentence of a few words"], "frontstage": ["Another"], "pains": ["A third"]}
    sheet = drawn(view, Journey.model_validate({"title": "x", "stages": [{"title": "One", **lanes}] * stages}))
    found = printed(sheet)
    scale = found.width / max(sum(wide for _, _, wide, _ in boxes(panel.head)) for panel in found.panels)
    assert len(sheet.rows) == 2 and found.least >= sheet.height * scale * 0.99


def test_rows_of_a_path_part() -> None:
    """A path of two high rows begins where there is room for the first of them."""
    stage = {"title": "x", "activities": [f"activity-{n}" for n in range(12)]}
    what = Journey.model_validate({"title": "x", "stages": [stage] * 6})
    sheet = load("path").desk(Scene(what, SampleLinks()), TABLET_WIDTH)
    found = narrowest(sheet, sheet, "n")
    (panel,) = found.panels
    assert len(panel.strips) == 2 and not panel.head and found.least < 0.6 * sheet.height
