"""Paper: whatever a page says is on it, however wide it is on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from printed import Printed, printed, squeezed
from sites import READY, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.proof

COUNTS = (7, 20)
BRIEF = range(7, 15)
PAPERS = ("A4", "Letter")
COLUMNS = 14
LEAST = 6.99
"""Points: the smallest letters on paper are 7 pt high."""
USED = 0.25
"""How far down a sheet is used, if it is not the last."""
HEADS = ("Awareness", "Consideration", "Purchase", "Delivery", "Retention", "Path", "Cycle", "Service blueprint")
TEN_LINES = """
title: The first meeting
stages:
  - title: Arrive
    touchpoints: [A message before, Coffee]
  - title: Listen
    touchpoints:
      - Two open questions
    feelings: {score: 1, label: Taken seriously}
  - title: Agree
    touchpoints: [Next date, One small step]
"""
Print = Callable[[str, str], Printed]


def stage(number: int) -> dict[str, Any]:
    """A stage whose texts say its number, some of them long."""
    return {
        "title": f"Title{number}z of a stage with several words",
        "date": f"Date{number}z",
        "goals": [f"Goal{number}z"],
        "actions": [f"Action{number}z"],
        "touchpoints": [
            {"title": f"Touchpoint{number}z is a sentence of some length, as people write them", "channel": "phone"},
            f"Einverständniserklärungsübergabe{number}z",
        ],
        "feelings": [{"score": number % 5 - 2, "label": f"Feeling{number}z"}],
        "pains": [f"Pain{number}z"],
        "frontstage": [f"Seen{number}z"],
        "backstage": [f"Hidden{number}z"],
        "support": [f"Support{number}z"],
    }


def brief(count: int) -> dict[str, Any]:
    """A journey of a few words a stage, so that its drawings are low."""
    more = {"actions": ["Meets somebody"], "touchpoints": ["Letter", "Form"], "frontstage": ["Answers quickly"]}
    stages = [{"title": f"Consideration {number}", "date": "Today", **more} for number in range(1, count + 1)]
    return {"title": f"{count} stages", "views": ["map", "blueprint"], "stages": stages}


ON_BOTH = ("Title{}z of a stage with several words", "Date{}z", "Action{}z")
ON_MAP = (
    "Goal{}z",
    "Touchpoint{}z is a sentence of some length, as people write them",
    "Einverständniserklärungsübergabe{}z",
    "Feeling{}z",
    "Pain{}z",
)
ON_BLUEPRINT = ("Seen{}z", "Hidden{}z", "Support{}z")


def handbook() -> dict[str, str]:
    """Journeys of several lengths, each shown in a chapter as a map and as a blueprint; and a wide table of words."""
    files = {"mkdocs.yml": MKDOCS_YML, "content/guide/index.md": "# The guide\n"}
    for count in (*COUNTS, 12):
        stages = [stage(number) for number in range(1, count + 1)]
        journey = {"title": f"Way of {count}", "views": ["map", "blueprint"], "stages": stages}
        files[f"journeys/w{count}.yaml"] = yaml.safe_dump(journey, allow_unicode=True)
        shown = f"![](journey:w{count}?view=map)\n\n![](journey:w{count}?view=blueprint)\n"
        files[f"content/guide/w{count}.md"] = f"# Way {count}\n\n{shown}"
    for count in BRIEF:
        files[f"journeys/b{count}.yaml"] = yaml.safe_dump(brief(count))
    files["journeys/first.yaml"] = TEN_LINES
    lines = [[f"{word}{column}z" for column in range(COLUMNS)] for word in ("Columnheading", "Wordsofacell")]
    table = [lines[0], ["---"] * COLUMNS, lines[1]]
    files["content/guide/table.md"] = "# Table\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in table) + "\n"
    return files


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Print]:
    """Prints a page of that handbook, on A4 or Letter."""
    folder = write(tmp_path_factory.mktemp("paper"), handbook())
    build_site(folder, folder / "site")
    page = browser.new_page()
    with serving(folder / "site") as base:
        yield lambda address, paper: printed(_opened(page, base + address), paper)
    page.close()


@pytest.fixture(scope="module")
def reference(browser: Browser, served: str) -> Iterator[Print]:
    """Prints a page of the reference handbook, on A4 or Letter."""
    page = browser.new_page()
    yield lambda address, paper: printed(_opened(page, served + address), paper)
    page.close()


def _opened(page: Page, address: str) -> Page:
    page.goto(address, wait_until="load")
    page.evaluate(READY)
    return page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", COUNTS)
def test_no_stage_is_cut(printing: Print, count: int, paper: str) -> None:
    """Map and blueprint tell every stage and every cell, on every paper, and nothing stands beside the sheet."""
    found = printing(f"guide/w{count}/", paper)
    twice = [(text.format(number), 2) for text in ON_BOTH for number in range(1, count + 1)]
    once = [(text.format(number), 1) for text in ON_MAP + ON_BLUEPRINT for number in range(1, count + 1)]
    assert [(text, found.count(text)) for text, least in twice + once if found.count(text) < least] == []
    assert found.outside() == [] == found.cut() and found.smallest() >= LEAST


@pytest.mark.parametrize("paper", PAPERS)
def test_names_of_lanes_are_repeated(printing: Print, paper: str) -> None:
    """Every panel of a long map says which stages it has, and names its lanes."""
    found = printing("guide/w12/", paper)
    panels = set(re.findall(r"Stages(\d+)–(\d+)of12", found.text))
    firsts, lasts = ({int(panel[end]) for panel in panels} for end in (0, 1))
    assert 1 in firsts and 12 in lasts and {last + 1 for last in lasts} - {13} == firsts - {1}
    assert min(found.count(name) for name in ("Goals", "Touchpoints", "Frontstage", "Backstage")) >= 2


@pytest.mark.parametrize("paper", PAPERS)
def test_ten_lines_on_one_sheet(printing: Print, paper: str) -> None:
    """The journey that everybody begins with is one sheet of paper, picture and all."""
    assert len(printing("journeys/first/", paper).reader.pages) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", BRIEF)
def test_a_heading_goes_with_its_drawing(printing: Print, count: int, paper: str) -> None:
    """Wherever on a sheet a drawing in panels begins, its heading is on that sheet."""
    (sheet,) = [lines for lines in printing(f"journeys/b{count}/", paper).sheets() if "Serviceblueprint" in lines]
    assert sheet[sheet.index("Serviceblueprint") + 1 :]


@pytest.mark.parametrize("address", ["toolkit/", "journeys/"])
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_of_an_index_is_torn(reference: Print, address: str, paper: str) -> None:
    """A workshop, a journey and a stage that needs attention are each on one sheet, and a long list flows on."""
    found = reference(address, paper)
    assert [used for used in found.used()[:-1] if used < 2 * USED] == []
    firsts = [lines[0] for lines in found.sheets()[1:]]
    assert [
        line for line in firsts if re.match(r"[1-9][A-Z]\D*2[A-Z]|\dh\d+min|a(strong|serious|noticeable)", line)
    ] == []


def test_scales_are_lines(printing: Print) -> None:
    """The scale of feelings is drawn on paper with lines: a background that repeats would be made of pixels."""
    found = printing("journeys/w7/", "A4")
    assert found.count("How it feels") >= 7 and found.coarse() == []


def test_icons_have_no_edges(reference: Print) -> None:
    """Icons of facts and of notes are drawn as they are: of a mask, readers of PDFs show a hairline at an edge."""
    found = reference("toolkit/touchpoint-inventory/", "A4")
    assert found.count("For the facilitator") and found.masked() == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_long_journey(reference: Print, paper: str) -> None:
    """The client journey is printed on ten sheets at most, the picture on the first, and no heading stands alone."""
    found = reference("journeys/client-journey/", paper)
    sheets = found.sheets()
    assert len(sheets) <= 10 and found.smallest() >= LEAST and found.cut() == []
    assert "Touchpoints" in "".join(sheets[0])
    assert [used for used in found.used()[:-1] if used < USED] == []
    heads = {squeezed(text) for text in HEADS}
    assert [lines[-1] for lines in sheets if lines[-1] in heads] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_chapter_with_a_map(reference: Print, paper: str) -> None:
    """A map in a chapter begins on the sheet on which it is told of."""
    found = reference("client-journey/five-stages/", paper)
    assert "Thefivestages" in found.sheets()[0] and "Touchpoints" in "".join(found.sheets()[0])
    assert found.smallest() >= LEAST and found.cut() == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_wide_table_of_a_chapter(printing: Print, paper: str) -> None:
    """A table wider than a sheet of paper breaks its words instead of losing its columns."""
    found = printing("guide/table/", paper)
    words = [f"{word}{column}z" for column in range(COLUMNS) for word in ("Columnheading", "Wordsofacell")]
    assert [word for word in words if not found.count(word)] == [] and found.outside() == []
