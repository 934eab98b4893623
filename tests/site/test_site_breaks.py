"""Paper: no heading and no head of a table stands alone at a sheet's foot, and what paper hides is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from printed import printed
from sites import READY, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

STEP = 90
"""Pixels: lower than a heading with the first part of what it is above."""
SHEET = 1080
PUSHED = """([heading, places]) => {
  const room = document.createElement('div');
  room.id = 'room';
  const head = document.querySelector(heading);
  head.before(room);
  head.textContent = 'Markhead';
  places.forEach((place, nth) => {
    const all = [...document.querySelectorAll(place)];
    const first = all.find(part => head.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING);
    first.prepend(`Mark${'abc'[nth]}`);
  });
}"""
ROOM = "selector => document.querySelector(selector).insertAdjacentHTML('beforebegin', '<div id=room></div>')"
ALONE = {
    "a stage compared": (
        "journeys/onboarding/compare/",
        ".jb-compared-stage",
        (".jb-compared-table thead th", ".jb-compared-table tbody th"),
    ),
    "the steps": ("toolkit/opening-conversation/", "h2#steps", (".jb-timebar b", ".jb-steps > li .jb-step")),
    "all stages at a glance": (
        "journeys/onboarding/compare/",
        "h2:has(+ .jb-compared-all)",
        (".jb-compared-all thead th", ".jb-compared-all tbody th"),
    ),
}
ALONE["a block told step by step"] = (
    "toolkit/workshops/mapping-your-client-journey/run-sheet/",
    "h3:has(+ .jb-run-when)",
    (".jb-run-over", ".jb-steps > li .jb-step"),
)
# Of each element that a rule of print hides: whether a rule that is not of print shows it all the same.
SHOWN = """() => {
  const inPrint = rule => rule && ((rule instanceof CSSMediaRule && rule.media.mediaText.startsWith('print')) ||
    inPrint(rule.parentRule));
  const rules = [];
  const walk = (list) => {
    for (const rule of list) {
      if (rule instanceof CSSStyleRule && rule.style.display && inPrint(rule)) rules.push(rule);
      if (rule.cssRules && !(rule instanceof CSSStyleRule)) walk(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  const own = rules.filter(rule => /\\bj[bdc]-|\\.j[bdc]\\b/.test(rule.selectorText));
  const meant = new Set(own.filter(rule => rule.style.display !== 'none')
    .flatMap(rule => [...document.querySelectorAll(rule.selectorText)]));
  return own.filter(rule => rule.style.display === 'none' && !rule.selectorText.includes('::'))
    .flatMap(rule => [...document.querySelectorAll(rule.selectorText)])
    .filter(part => !meant.has(part) && getComputedStyle(part).display !== 'none')
    .map(part => part.outerHTML.slice(0, 120));
}"""
PAGES = (
    "",
    "journeys/",
    "journeys/onboarding/",
    "journeys/onboarding/compare/",
    "journeys/mentoring-programme/",
    "toolkit/",
    "toolkit/opening-conversation/",
    "toolkit/workshops/",
    "toolkit/workshops/mentoring-kick-off/",
    "toolkit/workshops/mentoring-kick-off/run-sheet/",
    "toolkit/cards/",
    "questions/",
    "client-journey/five-stages/",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of a desk."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def opened(page: Page, address: str) -> None:
    """Open a page, and wait for its scripts."""
    found = page.goto(address, wait_until="load")
    assert found and found.ok, address
    page.evaluate(READY)


@pytest.mark.parametrize("case", ALONE)
def test_no_heading_alone(page: Page, served: str, case: str) -> None:
    """Wherever on a sheet it falls, a heading is on that of what is below it: the head of a table and its first row."""
    address, heading, places = ALONE[case]
    opened(page, served + address)
    page.evaluate(PUSHED, [heading, places])
    marks = ["Markhead", *(f"Mark{'abc'[nth]}" for nth in range(len(places)))]
    for room in range(0, SHEET, STEP):
        page.evaluate("room => { document.querySelector('#room').style.height = `${room}px`; }", room)
        sheets = ["".join(lines) for lines in printed(page, "A4").sheets()]
        found = [next(nth for nth, text in enumerate(sheets, 1) if mark in text) for mark in marks]
        assert len(set(found)) == 1, (room, found)


@pytest.mark.parametrize(
    ("address", "entries"),
    [("toolkit/", ".jb-shelf > li"), ("journeys/", ".jb-journeys > li"), ("journeys/", ".jb-attention > li")],
)
def test_no_entry_of_an_index_is_torn(page: Page, served: str, address: str, entries: str) -> None:
    """Wherever it falls, an entry of an index is on one sheet, from its title to its last line."""
    opened(page, served + address)
    page.evaluate(ROOM, ".jb-lede, .md-typeset h1")
    count = page.evaluate(
        """entries => {
          const all = [...document.querySelectorAll(entries)];
          all.forEach((entry, nth) => {
            entry.querySelector('a').prepend(`First${nth}z`);
            [...entry.querySelectorAll('p')].at(-1).append(`Last${nth}z`);
          });
          return all.length;
        }""",
        entries,
    )
    for room in range(0, SHEET, 2 * STEP):
        page.evaluate("room => { document.querySelector('#room').style.height = `${room}px`; }", room)
        sheets = ["".join(lines) for lines in printed(page, "A4").sheets()]
        marks = [set(re.findall(r"(?:First|Last)(\d+)z", text)) for text in sheets]
        assert sum(map(len, marks)) == count > 2, (room, marks)


def test_the_rest_of_a_list_flows_on(page: Page, served: str) -> None:
    """The stages that are folded on screens go on on the sheet of those before: each but the last sheet is full."""
    opened(page, f"{served}journeys/")
    assert min(printed(page, "A4").used()[:-1]) > 0.75


@pytest.mark.parametrize(
    "address",
    [
        "designing-a-programme/mutual-benefit/",
        "funnel-and-flywheel/from-review-to-action/",
        "toolkit/programme-tracking/",
    ],
)
def test_no_sheet_for_a_line_or_two(page: Page, served: str, address: str) -> None:
    """A last question, and a last activity that goes well with this one, take no sheet of their own."""
    opened(page, served + address)
    used = printed(page, "A4").used()
    assert len(used) == 1 or used[-1] > 0.2, used


def test_no_third_line_alone(page: Page, served: str) -> None:
    """Wherever it falls, a paragraph of three lines is on one sheet, and no line of a longer one is alone."""
    opened(page, f"{served}journeys/onboarding/")
    page.evaluate(
        """() => {
          const rows = count => Array.from({ length: count }, (_, nth) => `Row${count}${'abcde'[nth]}`).join('<br>');
          const parts = [3, 4, 5].map(count => `<div class="jb-text" style="break-before: page">
            <div style="height: calc(100vh - 13rem)"></div><div class="room"></div><p>${rows(count)}</p></div>`);
          document.querySelector('.jb').innerHTML = parts.join('');
        }"""
    )
    for room in range(0, 240, 12):
        page.evaluate(
            "high => { for (const e of document.querySelectorAll('.room')) e.style.height = `${high}px`; }", room
        )
        sheets = ["".join(lines) for lines in printed(page, "A4").sheets()]
        for count in (3, 4, 5):
            on = [len(re.findall(f"Row{count}[a-e]", text)) for text in sheets if f"Row{count}" in text]
            assert sum(on) == count and 1 not in on and (count > 3 or len(on) == 1), (room, count, on)


def test_no_heading_of_a_drawing_alone(page: Page, tmp_path: Path) -> None:
    """Wherever it falls, the heading of a drawing in blocks is on the sheet of its first block, lanes and all."""
    stages = [{"title": f"Stage {n}", "actions": ["Meets"], "frontstage": ["Markz"]} for n in range(1, 11)]
    journey = yaml.safe_dump({"title": "Ten", "views": ["map", "blueprint"], "stages": stages})
    write(tmp_path, {"mkdocs.yml": MKDOCS_YML, "content/guide/index.md": "# The guide\n", "journeys/ten.yaml": journey})
    build_site(tmp_path, tmp_path / "site")
    with serving(tmp_path / "site") as base:
        opened(page, f"{base}journeys/ten/")
    page.evaluate("document.querySelector('h2#view-blueprint').textContent = 'Markhead'")
    page.evaluate(ROOM, "h2#view-blueprint")
    for room in range(0, SHEET, STEP // 2):
        page.evaluate("room => { document.querySelector('#room').style.height = `${room}px`; }", room)
        (on,) = ("".join(lines) for lines in printed(page, "A4").sheets() if "Markhead" in lines)
        assert on.partition("Markhead")[2].count("Markz") >= 5, room


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_rows_of_a_path_part_between_sheets(page: Page, served: str, paper: str) -> None:
    """The first row of a path is on the sheet of the title, which would be blank without it."""
    opened(page, f"{served}journeys/mentoring-programme/")
    assert "Matchingbythreechoices" in "".join(printed(page, paper).sheets()[0])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_few_lines_stay_on_the_sheet_of_the_map(page: Page, served: str, paper: str) -> None:
    """What follows a journey's last drawing goes on below it where there is room, though the sheet is turned."""
    opened(page, f"{served}journeys/mentee-journey/")
    last = printed(page, paper).sheets()[-1]
    assert "Whereitbelongs" in last and any("Moveon" in line or line == "1234567" for line in last)


@pytest.mark.parametrize("address", PAGES)
def test_what_paper_hides_is_hidden(page: Page, served: str, address: str) -> None:
    """No rule for screens is stronger than the one that hides a thing on paper, such as an empty field for a time."""
    opened(page, served + address)
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == []
