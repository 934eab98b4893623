"""Long names and titles, many chapters, a wide logo and long lists keep inside the page, and in sight."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sites import READY, Open, Reader, build_site, serving
from small import MKDOCS_YML, SMALL, write

pytestmark = pytest.mark.slow

NAME = "The very long name of a handbook for mentoring programmes of the Federal Association of Returners"
TITLE = "The activity with everything in it and a title which is long enough to take three lines or four"
UNBROKEN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesänderung"

# Of the name and of the page's title: whether they stay inside the header, in how many lines, and cut with a sign.
TOPICS = """() => [...document.querySelectorAll('.md-header__topic .md-ellipsis')].map(text => {
  const header = document.querySelector('.md-header__inner').getBoundingClientRect();
  const box = text.getBoundingClientRect();
  const look = getComputedStyle(text);
  const cut = text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1;
  return {inside: box.height <= header.height && look.overflow === 'hidden',
          lines: Math.round(box.height / parseFloat(look.lineHeight)), cut,
          signed: look.textOverflow === 'ellipsis' || look.webkitLineClamp !== 'none'};
})"""


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 24"><path d="M0 0h120v24H0z"/></svg>'
THEME = "{name: material, logo: logo.svg, features: [navigation.tabs, navigation.indexes, navigation.path]}"
STEPS = "".join(f"  - {{title: Step {at}, minutes: 6}}\n" for at in range(25))
LAW = (
    f"title: {UNBROKEN}\nduration: 2 h 30 min\nmaterials: [Pens, Paper, Cards, Glue, Tape]\ngroup: 4-8\nsteps:\n{STEPS}"
)
FACTS = (
    "goal: To know what to do next, and whom to ask about it\nactors: [{id: a, title: A}]\nreviewed_on: 2026-11-01\n"
)
CHAPTERS = {f"content/c{at:02}/index.md": f"# Chapter {at} with words\n" for at in range(1, 13)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook of twelve chapters, whose name and titles are long."""
    files = {
        "mkdocs.yml": MKDOCS_YML.replace("Small handbook", NAME).replace("theme: material", f"theme: {THEME}"),
        "content/index.md": "# Welcome\n\nHello.\n\n![](journey:first-steps)\n",
        "content/logo.svg": LOGO,
        "content/c01/more.md": "# More\n",
        "journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"] + FACTS,
        "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"].replace("A talk", TITLE),
        "toolkit/law.yaml": LAW,
    }
    folder = write(tmp_path_factory.mktemp("long"), SMALL | CHAPTERS | files)
    build_site(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    """The address of the handbook."""
    with serving(site) as address:
        yield address


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("address", ["toolkit/talk/", "toolkit/law/"])
def test_names_and_titles_stay_inside_the_header(window: Open, base: str, width: int, address: str) -> None:
    """On a phone they have two lines and elsewhere one; what is too long ends with an ellipsis; nothing is wider."""
    reader = window(width, base=base)
    name, title = reader.open(address).evaluate(TOPICS)
    assert name["cut"] or width == 1280
    for topic in (name, title):
        assert topic["inside"] and topic["signed"]
        assert topic["lines"] <= (2 if width < 720 else 1)
    assert reader.wider() == []


# Of each tab: its words, whether its page is the one that is shown, and whether all of it is in sight.
TABS = """() => [...document.querySelectorAll('.md-tabs__item')].map(tab => {
  const box = tab.getBoundingClientRect(), list = tab.parentElement.getBoundingClientRect();
  return {name: tab.innerText.trim(), active: tab.matches('.md-tabs__item--active'),
          seen: Math.max(list.left, 0) <= box.left + 1 && box.right <= Math.min(list.right, innerWidth) + 1};
})"""


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
@pytest.mark.parametrize("width", [1280, 1920])
def test_the_ways_to_the_toolkit_are_in_sight(browser: Browser, base: str, width: int, scripts: bool) -> None:
    """With twelve chapters journeys, questions and toolkit are seen on every page, and so is the page's own tab."""
    with browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts) as context:
        reader = Reader(base, context.new_page(), scripts)
        for address in ("", "c11/", "c06/", "journeys/first-steps/", "toolkit/talk/"):
            page = reader.open(address)
            tabs = page.evaluate(TABS)
            seen = {tab["name"] for tab in tabs if tab["seen"]}
            assert {"Journeys", "Questions", "Toolkit"} <= seen
            assert len(seen) < len(tabs) == 17, "all fit: this proves nothing"
            assert [tab["seen"] for tab in tabs if tab["active"]] == [True], address
        page.locator(".md-tabs__link", has_text="Chapter 12").focus()
        assert next(tab["seen"] for tab in page.evaluate(TABS) if "Chapter 12" in tab["name"])
        page.evaluate("document.body.dir = 'rtl'")
        assert {"Journeys", "Questions", "Toolkit"} <= {tab["name"] for tab in page.evaluate(TABS) if tab["seen"]}


LOGO_BOX = """() => {
  const logo = document.querySelector('.md-logo img').getBoundingClientRect();
  const name = document.querySelector('.md-header__topic').getBoundingClientRect();
  return {ratio: logo.width / logo.height, inside: logo.left >= 0 && logo.right <= name.left, height: logo.height};
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_wide_logo_is_seen_beside_the_name(window: Open, base: str, width: int) -> None:
    """Five times as wide as high it is whole, on a phone too, and as high as can be read."""
    found = window(width, base=base).open("toolkit/talk/").evaluate(LOGO_BOX)
    assert found["inside"]
    assert found["height"] >= 15
    assert found["ratio"] <= 5.1


def test_a_page_has_one_line_of_where_it_is(window: Open, base: str) -> None:
    """Where ours stands above the title, Material's is not there; a chapter's page keeps Material's."""
    reader = window(1280, base=base)
    page = reader.open("toolkit/talk/")
    assert page.locator(".jb-eyebrow a").first.is_visible()
    assert not page.locator(".md-path").is_visible()
    assert reader.open("c01/more/").locator(".md-path").is_visible()


ROWS = """() => Object.values(Object.groupBy([...document.querySelectorAll('.jb-glance > div')],
  fact => Math.round(fact.getBoundingClientRect().top))).map(row => row.length)"""


@pytest.mark.parametrize("width", [600, 680])
def test_facts_stand_in_two_columns(window: Open, base: str, width: int) -> None:
    """On a small tablet no fact has a row for itself but the last one."""
    for address in ("journeys/first-steps/", "toolkit/law/"):
        rows = window(width, base=base).open(address).evaluate(ROWS)
        assert set(rows[:-1]) == {2}, address


TIMES = """() => [...document.querySelectorAll('.jb-timebar b')].map(time => time.getBoundingClientRect())
  .filter(box => box.width).map(box => [box.left, box.right, box.height])"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_times_of_many_steps_stand_apart(window: Open, base: str, width: int) -> None:
    """Each in one line and beside the next, from the first step of twenty-five to the last."""
    page = window(width, base=base).open("toolkit/law/")
    page.evaluate(READY)
    times = page.evaluate(TIMES)
    assert len(times) >= 4
    assert all(after[0] - before[1] >= 4 for before, after in pairwise(times))
    assert max(height for *_, height in times) < 22
    assert times[-1][1] <= width


def test_long_words_break_with_a_hyphen_and_are_found(site: Path) -> None:
    """The page has soft hyphens in its heading, and the search has the word as it is typed."""
    page = (site / "toolkit/law/index.html").read_text("utf-8")
    heading = page.partition("<h1")[2].partition("</h1>")[0]
    assert "\u00ad" in heading and UNBROKEN in heading.replace("\u00ad", "")
    assert f"<title>{UNBROKEN}" in page
    titles = [entry["title"] for entry in json.loads((site / "search/index.json").read_text("utf-8"))["docs"]]
    assert UNBROKEN in titles


WIDTHS = """() => ['.jb-page-home', '.jb-page-home > figure', '.jb-colophon'].map(name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return [Math.round(box.left), Math.round(box.right), Math.round(box.top), Math.round(box.bottom)];
})"""


@pytest.mark.parametrize("width", [1280, 390])
def test_a_journey_on_the_home_page_is_as_wide_as_the_page(window: Open, base: str, width: int) -> None:
    """The author's own drawing has the whole width, and nothing stands beside or over it."""
    page, figure, colophon = window(width, base=base).open("").evaluate(WIDTHS)
    assert page[:2] == figure[:2]
    assert colophon[3] <= figure[2] or colophon[2] >= figure[3]


# Words of facts and of the ways on that end in the middle of a line's word, without a hyphen.
CUT = r"""() => {
  const found = [], range = document.createRange();
  for (const held of document.querySelectorAll('.jb-glance, .jb-pn')) {
    const walk = document.createTreeWalker(held, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) for (const part of walk.currentNode.data.matchAll(/[^\s\u00ad\u200b-]{2,}/g)) {
      range.setStart(walk.currentNode, part.index + 1);  // a hyphen that is shown counts to what follows it
      range.setEnd(walk.currentNode, part.index + part[0].length);
      const seen = [...range.getClientRects()].filter(box => box.width > 1);
      if (new Set(seen.map(box => Math.round(box.top))).size > 1) found.push(part[0]);
    }
  }
  return found;
}"""
SIGNED = "Zielvereinbarungsunterzeichnung"
ACTORS = "actors: [{id: a, title: Programmkoordinatorinnen}, {id: b, title: Coordinators}]\n"
STAGES = f"stages: [{{title: {UNBROKEN}, goals: [Ziel]}}, {{title: {SIGNED}, goals: [Ziel]}}]\n"
NARROW = {
    "mkdocs.yml": MKDOCS_YML.replace("theme: material", "theme: {name: material, language: de}"),
    "journeys/first-steps.yaml": f"{SMALL['journeys/first-steps.yaml']}{ACTORS}audience: [coordinator, mentor]\n",
    "journeys/programme.yaml": f"title: Mentoring programme\nstages: [Start, {SIGNED}, Interviewprotokollierung]\n",
    "journeys/zwei.yaml": f"title: {UNBROKEN}\nlanguage: de\n{STAGES}",
}


@pytest.mark.parametrize("width", [320, 390, 768])
def test_words_of_narrow_columns_are_whole(window: Open, width: int, tmp_path: Path) -> None:
    """Facts and the ways on stand below each other rather than that a word is cut; all keep inside the page."""
    folder = write(tmp_path, SMALL | NARROW)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        for path in ("first-steps", "programme", "zwei"):
            page = window(width, base=base).open(f"journeys/{path}/")
            page.evaluate(READY)
            assert page.evaluate(CUT) == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_has_one_margin(window: Open, base: str, width: int) -> None:
    """What the page ends with begins where its title does."""
    page = window(width, base=base).open("toolkit/law/")
    ends = "document.querySelector('.md-copyright').getBoundingClientRect().left"
    assert page.evaluate(f"{ends} - document.querySelector('.jb h1').getBoundingClientRect().left") == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_list_beside_the_text_shows_where_one_is(browser: Browser, scripts: bool, tmp_path: Path) -> None:
    """The last of many activities is not below the edge of the list of its neighbours, nor where that fades."""
    title = "An activity with a title that needs two lines"
    write(tmp_path, SMALL | {f"toolkit/a{n:02}.yaml": f"title: {title} {n}\nsummary: S.\n" for n in range(1, 31)})
    build_site(tmp_path, tmp_path / "site")
    with serving(tmp_path / "site") as base:
        context = browser.new_context(viewport={"width": 1280, "height": 500}, java_script_enabled=scripts)
        page = context.new_page()
        for number in (30, 24):
            page.goto(f"{base}toolkit/a{number}/", wait_until="load")
            page.wait_for_timeout(100)
            shown = page.locator(".jb-shelf-nav").bounding_box()
            now = page.locator(".jb-shelf-nav [aria-current]").bounding_box()
            assert shown and now
            assert shown["y"] <= now["y"] and now["y"] + now["height"] <= shown["y"] + shown["height"] + 1
        context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_lines_of_a_breadcrumb_stand_near_each_other(window: Open, base: str, width: int) -> None:
    """A line without a link follows the one above as in any text, clear of the title; links keep their size."""
    reader = window(base=base, width=width)
    reader.open("toolkit/talk/")
    found = reader.page.evaluate(
        """() => {
          const eyebrow = document.querySelector('p.jb-eyebrow'), last = eyebrow.lastElementChild;
          last.textContent = 'Words that are long enough for a line of their own';
          const [link, line, title] = [last.previousElementSibling, last, document.querySelector('h1')]
            .map(one => one.getBoundingClientRect());
          const lead = parseFloat(getComputedStyle(last).lineHeight);
          return {high: link.height, down: line.top + lead / 2 - (link.top + link.bottom) / 2, lead,
                  below: title.top - line.bottom};
        }"""
    )
    assert found["high"] >= 44 and found["below"] >= 4
    assert found["down"] <= 1.6 * found["lead"]
