"""Pages that are read from right to left, in a handbook of the same direction and of the other one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from sites import Open, Reader, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

JOURNEY_AR = """
title: رحلة المرشد
language: ar
summary: جملة واحدة تشرح الرحلة.
reviewed_on: 2026-10-01
actors:
  - {id: m, title: المرشد, quote: "من يريدني الآن؟", needs: [وقت]}
views: [path, map]
stages:
  - title: الوصول
    id: arrive
    summary: نصل معًا.
    period: before
    date: 2025–2027
    count: 12400
    touchpoints: [{title: رسالة, channel: هاتف}]
    feelings: {score: -1, label: قلق}
    pains: [{text: لا أحد, severity: 2}]
    measures: [{title: البقاء, value: -5, target: 85}]
    questions: ["ما الذي تتطلع إليه؟"]
    activities: [listen]
    journey: other
  - title: الاتفاق
    id: agree
    feelings: {score: 2, label: ثقة}
"""
JOURNEY_EN = """
title: The other way
language: en
summary: What happens next?
stages:
  - {title: Meet, feelings: {score: -1, label: Torn}, questions: [Who is here?]}
  - Plan
"""
ACTIVITY_AR = """
title: نشاط الاستماع
language: ar
summary: جملة واحدة تشرح *النشاط*.
duration: 35–45 min
group: 2–12
number: 3
materials: [{title: ورق, quantity: 2, per: person}]
steps:
  - {title: اكتب, text: "اكتب *الساعات*.", minutes: 10, grouping: pairs}
  - {title: تحدث, text: تحدث., minutes: 25}
facilitator_notes: |
  > اقتباس قصير.

  - واحد
  - اثنان
questions: ["ما الذي تتطلع إليه؟"]
"""
WORKSHOP_AR = """
title: ورشة
language: ar
group_size: 12
days: [{start: "09:30", date: 2027-01-14, blocks: [{activity: listen}, {break: قهوة, minutes: 10}]}]
"""
PAGES = {
    "journeys/trip.yaml": JOURNEY_AR,
    "journeys/other.yaml": JOURNEY_EN,
    "toolkit/listen.yaml": ACTIVITY_AR,
    "toolkit/walk.yaml": "title: نزهة\nlanguage: ar\nduration: 20 min\ngroup: 4–8\nnumber: 4\n",
    "toolkit/workshops/day.yaml": WORKSHOP_AR,
}
ARABIC = {"mkdocs.yml": MKDOCS_YML.replace("theme: material", "theme: {name: material, language: ar}"), **PAGES}
ENGLISH = {"mkdocs.yml": MKDOCS_YML, **PAGES}
LEFTWARD = ("journeys/trip/", "toolkit/listen/", "toolkit/workshops/day/", "toolkit/workshops/day/run-sheet/")
ALL = ("", "journeys/", "journeys/other/", "toolkit/", "toolkit/planner/", "questions/", "404.html", *LEFTWARD)

# Every text whose signs a browser has put in another order than they are read in: ranges and signed numbers, and texts
# in Latin letters, whose last sign must stand at their right.
TURNED = r"""() => {
  const found = [], leftward = /\p{Script=Arabic}/u, latin = /\p{Script=Latin}/u;
  const place = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  const inOrder = (node, first, last) => {
    const a = place(node, first), b = place(node, last);
    return !a || !b || Math.abs(a.top - b.top) > a.height / 2 || a.left < b.left || first === last;
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, text = node.data, element = node.parentElement;
    if (!element.closest('.jb') || element.closest('svg, script, style, [hidden]') || !text.trim()) continue;
    for (const match of text.matchAll(/[+−-]?\d[\d.,:]*(?:\s?[–→×-]\s?[+−-]?\d[\d.,:]*)*/g)) {
      const signs = match[0].trimEnd();
      if (!inOrder(node, match.index, match.index + signs.length - 1)) found.push(`${signs} in ${text.trim()}`);
    }
    if (latin.test(text) && !leftward.test(text)) {
      const bare = text.replace(/[\s\u2068\u2069]+$/, ''), last = bare.length - 1;
      if (!inOrder(node, last - 1, last)) found.push(`the end of ${bare.trim()}`);
    }
  }
  return [...new Set(found)];
}"""
# The languages in which texts in Latin letters say that they are.
TONGUES = r"""() => {
  const found = new Set(), walk = document.createTreeWalker(document.querySelector('.jb'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data, element = walk.currentNode.parentElement;
    if (element.closest('svg, script, style, template, .jb-files, .jb-sheet-foot')) continue;
    if (!/\p{Script=Latin}{2}/u.test(text)) continue;
    found.add(`${element.closest('[lang]').lang}: ${text.trim()}`);
  }
  return [...found];
}"""
# Which way the block behind a stage's number points, and on which side of the title it stands.
ARROWS = """() => [...document.querySelectorAll('h2.jb-stage')].map(stage => {
  const shape = getComputedStyle(stage, '::before').clipPath;
  const corners = shape.match(/[^(,]+ [^,)]+/g).map(corner => corner.trim());
  const tip = corners.find(corner => corner.endsWith(' 50%')).split(' ')[0];
  const {paddingLeft, paddingRight} = getComputedStyle(stage);
  if (getComputedStyle(stage).display === "flex") {  // the block is the first of its row
    return [parseFloat(tip) ? "right" : "left", getComputedStyle(stage).direction === "rtl" ? "right" : "left"];
  }
  return [parseFloat(tip) ? 'right' : 'left', parseFloat(paddingLeft) > parseFloat(paddingRight) ? 'left' : 'right'];
})"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the two handbooks."""
    with ExitStack() as stack:
        found = {}
        for name, files in (("ar", ARABIC), ("en", ENGLISH)):
            root = tmp_path_factory.mktemp(name)
            build_site(write(root / "handbook", files | {"content/index.md": "# Start\n"}), root / name)
            found[name] = stack.enter_context(serving(root / name))
        yield found


def opened(reader: Reader, address: str) -> Page:
    """A page, once its scripts have put their texts there."""
    page = reader.open(address)
    if address == "toolkit/planner/":
        expect(page.locator("[data-blocks]")).to_be_attached()
    if address == "toolkit/":
        expect(page.locator("[data-jb-status]")).not_to_be_empty()
    return page


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("site", ["ar", "en"])
def test_figures_and_sentences_keep_their_order(window: Open, sites: dict[str, str], site: str, width: int) -> None:
    """2–12 is 2–12 and −1 is −1 on every page, an English sentence ends at its right, and no page is too wide."""
    reader = window(width, base=sites[site])
    for address in ALL:
        page = opened(reader, address)
        page.evaluate("document.querySelectorAll('.jb details').forEach(details => { details.open = true; })")
        assert page.evaluate(TURNED) == [], address
        assert reader.wider() == [], address


def test_figures_are_looked_for(window: Open, sites: dict[str, str]) -> None:
    """The pages have what the test above looks for, and without what parts it, that test would tell."""
    page = window(base=sites["ar"]).open("toolkit/listen/")
    assert {"2–12", "35–45 min"} <= set(page.locator(".jb-glance dd").all_inner_texts())
    page.add_style_tag(content="bdi { unicode-bidi: normal !important; }")
    turned = " ".join(page.evaluate(TURNED))
    assert "2–12" in turned and "35–45" in turned


@pytest.mark.parametrize("address", LEFTWARD)
@pytest.mark.parametrize("site", ["ar", "en"])
def test_words_that_are_not_translated_say_so(window: Open, sites: dict[str, str], site: str, address: str) -> None:
    """On an Arabic page, every text of ours that stays English is marked as English."""
    page = window(base=sites[site], scripts=False).open(address)
    wrong = [text for text in page.evaluate(TONGUES) if not text.startswith("en: ")]
    assert wrong == []


@pytest.mark.parametrize(
    ("site", "address", "way"),
    [
        ("ar", "journeys/trip/", "left"),
        ("en", "journeys/trip/", "left"),
        ("ar", "journeys/other/", "right"),
        ("en", "journeys/other/", "right"),
    ],
)
def test_arrows_point_the_way(window: Open, sites: dict[str, str], site: str, address: str, way: str) -> None:
    """The block behind a stage's number points the way that its journey is read, whatever its handbook's."""
    page = window(base=sites[site]).open(address)
    found = page.evaluate(ARROWS)
    start = "right" if way == "left" else "left"
    assert found == [[way, start]] * 2
    texts = page.locator("h2.jb-stage").first.evaluate("e => getComputedStyle(e).direction")
    assert texts == ("rtl" if way == "left" else "ltr")


@pytest.mark.parametrize("address", ["journeys/trip/", "journeys/other/"])
@pytest.mark.parametrize("site", ["ar", "en"])
def test_the_shelf_stays_in_the_window(window: Open, sites: dict[str, str], site: str, address: str) -> None:
    """What stands beside a journey is in the margin that the site keeps for it, and in the window."""
    page = window(base=sites[site]).open(address)
    shelf = page.locator("nav.jb-shelf-nav").bounding_box()
    title = page.locator("h1").bounding_box()
    assert shelf and title and shelf["width"] > 150
    assert shelf["x"] >= 0 and shelf["x"] + shelf["width"] <= 1280
    if site == "ar":
        assert shelf["x"] >= title["x"] + title["width"] - 1
    else:
        assert shelf["x"] + shelf["width"] <= title["x"] + 1


@pytest.mark.parametrize("site", ["ar", "en"])
def test_letters_are_not_slanted(window: Open, sites: dict[str, str], site: str) -> None:
    """Arabic has no italics: questions, quotations and stress stand upright; Latin letters keep theirs."""
    reader = window(base=sites[site])
    style = "e => getComputedStyle(e).fontStyle"
    page = reader.open("toolkit/listen/")
    for selector in (".jb-questions > li", ".jb-note blockquote", ".jb-step em"):
        assert page.locator(selector).first.evaluate(style) == "normal", selector
    assert page.locator(".jb-step em").first.evaluate("e => getComputedStyle(e).fontWeight") == "600"
    page = reader.open("journeys/trip/")
    assert page.locator(".jb-people blockquote").evaluate(style) == "normal"
    page = reader.open("journeys/other/")
    assert page.locator(".jb-questions > li").first.evaluate(style) == "italic"


@pytest.mark.parametrize("site", ["ar", "en"])
def test_lists_have_one_margin(window: Open, sites: dict[str, str], site: str) -> None:
    """On a page of another direction than its site, a list is set in from where it begins, and from there only."""
    page = window(base=sites[site]).open("toolkit/listen/")
    item = page.locator(".jb-note li").first
    margins = item.evaluate("e => [getComputedStyle(e).marginLeft, getComputedStyle(e).marginRight]")
    assert margins[0] == "0px" and margins[1] != "0px"


def test_scripts_keep_the_order(window: Open, sites: dict[str, str]) -> None:
    """What scripts say, of a plan, of a filter and while an activity runs, keeps its order too; files have no marks."""
    reader = window(base=sites["ar"])
    page = opened(reader, "toolkit/planner/")
    page.locator("[data-jb-results] button[data-do=add]").first.click()
    page.locator("[data-do=add-break]").first.click()
    expect(page.locator("[data-state]")).to_contain_text("altogether")
    assert "2–12" in page.locator(".jb-pl-blocks").inner_text()
    assert page.evaluate(TURNED) == []
    assert page.locator("[data-field=title]").last.input_value() == "Coffee"
    with page.expect_download() as download:
        page.locator("[data-do=export]").click()
    text = download.value.path().read_text("utf-8")
    assert "Coffee" in text and not re.search(r"[\u2068\u2069]|\\u206", text)

    page = opened(reader, "toolkit/?time=-60&people=6")
    expect(page.locator("[data-jb-chips] button")).to_have_count(2)
    assert page.evaluate(TURNED) == []

    for site in ("ar", "en"):
        page = window(base=sites[site]).open("toolkit/listen/")
        page.locator("[data-jb-run-open]").click()
        expect(page.locator("dialog.jb-run")).to_be_visible()
        page.locator("[data-jb-do=toggle]").click()
        assert page.evaluate(TURNED) == [], site
        assert page.locator("[data-jb-run=step]").evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert page.locator("dialog.jb-run").get_attribute("lang") == site
