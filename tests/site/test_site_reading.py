"""A reader in the built site: clicks, keys, colours, search, without JavaScript and on paper."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from reference import ACTIVITIES, JOURNEYS, KINDS, WORKSHOPS
from sites import Open, Scheme, open_search, unfold

_LETTERS = ("Lu", "Ll", "Lt", "Lo", "Nd", "No")
TITLE = ".md-content h1"
MARK = "window.stillHere = true"
MARKED = "window.stillHere === true"
SHOWN = "all => all.filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))"
# Whether the middle of a section's heading is on the screen with nothing over it.
SEEN = """(id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  const at = document.elementFromPoint(box.left + 5, (box.top + box.bottom) / 2);
  return !!at && document.getElementById(id).contains(at);
}"""
# What tells that an element has the focus: an outline, ring or stroke of its own, or of what is in or around it.
RING = """() => {
  const e = document.activeElement;
  const labels = e.matches('input') ? [...e.labels, e.nextElementSibling].filter(x => x) : [];
  const near = [e, ...e.querySelectorAll('*'), ...labels];
  for (let up = e.parentElement; up && near.length < 60 && up !== document.body; up = up.parentElement) near.push(up);
  const look = () => near.flatMap(x => [null, '::after', '::before'].map(part => {
    const s = getComputedStyle(x, part), outline = s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor;
    return [outline, s.boxShadow, s.stroke, s.strokeWidth].join();
  })).join(';');
  if (e === document.body) return null;
  const with_ = look(), name = e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120);
  const seen = [e, ...labels].some(x =>
    x.checkVisibility({visibilityProperty: true, opacityProperty: true}) && x.getBoundingClientRect().width > 0);
  e.blur();
  const without = look();
  e.focus({preventScroll: true, focusVisible: true});
  return {name, seen, ring: with_ !== without};
}"""


def link(page: Page, drawing: str, target: str) -> Locator:
    """The link of a drawing whose address ends so."""
    return page.locator(f'svg.jd-{drawing} a[*|href$="{target}"]').first


def rested(page: Page) -> None:
    """Wait until Material has noted where the page is scrolled to; it would go back there on a click before that."""
    page.wait_for_function("Math.abs((history.state?.y ?? 0) - scrollY) < 2")


def at_section(page: Page, id: str) -> None:
    """Wait until a section's heading is in view below everything that sticks to the top."""
    page.wait_for_function("id => location.hash === '#' + id", arg=id)
    page.wait_for_function(SEEN, arg=id)


@pytest.mark.parametrize(("width", "drawing"), [(1280, "desk"), (390, "phone")])
def test_stage_of_a_diagram_leads_to_its_section(window: Open, width: int, drawing: str) -> None:
    """A click on each stage of a diagram scrolls to that stage's section, whose heading is then in full view."""
    reader = window(width)
    page = reader.open("journeys/client-journey/")
    unfold(page)
    for stage in ("delivery", "awareness", "retention"):
        page.evaluate("scrollTo(0, 0)")
        link(page, drawing, f"#{stage}").scroll_into_view_if_needed()
        rested(page)
        link(page, drawing, f"#{stage}").click()
        at_section(page, stage)
    assert reader.found() == []


@pytest.mark.parametrize(("width", "drawing"), [(1280, "desk"), (390, "phone")])
def test_activity_of_a_diagram_leads_to_its_page(window: Open, width: int, drawing: str) -> None:
    """A click on an activity in a diagram leads to that activity's page, and the way back to the journey."""
    reader = window(width)
    page = reader.open("journeys/client-journey/")
    unfold(page)
    link(page, drawing, "/vision-map/").click()
    expect(page.locator(TITLE)).to_have_text("Vision map")
    assert page.url.endswith("/toolkit/vision-map/")
    page.go_back()
    expect(page.locator(TITLE)).to_have_text("Client journey")
    assert reader.found() == []


def test_links_work_after_instant_navigation(window: Open) -> None:
    """On a page that came without a reload, the diagram's stages and activities lead where they say as well."""
    reader = window()
    page = reader.open("journeys/")
    page.evaluate(MARK)
    page.locator(".jb-journeys h3 a", has_text="Client journey").click()
    expect(page.locator(TITLE)).to_have_text("Client journey")
    assert page.evaluate(MARKED)
    link(page, "desk", "#delivery").click()
    at_section(page, "delivery")
    page.evaluate("scrollTo(0, 0)")
    rested(page)
    link(page, "desk", "/vision-map/").click()
    expect(page.locator(TITLE)).to_have_text("Vision map")
    assert reader.found() == []


def test_stage_on_another_page(window: Open) -> None:
    """A stage in the home page's diagram leads to that stage's section on the journey's own page."""
    reader = window()
    page = reader.open("")
    first = page.locator("svg.jd-desk a").first
    stage = first.evaluate("e => e.href.baseVal").partition("#")[2]
    first.click()
    page.wait_for_url(f"**/journeys/*/#{stage}")
    at_section(page, stage)
    assert reader.found() == []


def test_diagram_by_keyboard(window: Open) -> None:
    """Tab reaches the stages and activities of a diagram, Enter follows them as a click does."""
    reader = window()
    page = reader.open("journeys/client-journey/")
    page.locator(TITLE).click()  # the keys go on from here
    wanted = [("#awareness", None), ("/touchpoint-inventory/", "Touchpoint inventory")]
    for end, heading in wanted:
        for _ in range(60):
            page.keyboard.press("Tab")
            at = page.evaluate("document.activeElement.getAttributeNS('http://www.w3.org/1999/xlink', 'href') || ''")
            if at.endswith(end):
                break
        assert at.endswith(end)
        rested(page)
        if heading is None:
            page.keyboard.press("Enter")
            at_section(page, end[1:])
            page.evaluate("scrollTo(0, 0)")
            link(page, "desk", end).focus()
        else:
            page.keyboard.press("Enter")
            expect(page.locator(TITLE)).to_have_text(heading)
    assert reader.found() == []


@pytest.mark.parametrize("address", ["journeys/client-journey/", "toolkit/vision-map/"])
def test_skip_link(window: Open, address: str) -> None:
    """The first Tab shows a link that skips the navigation, and Enter brings the keys to the content."""
    page = window().open(address)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    page.wait_for_function("getComputedStyle(document.querySelector('.md-skip')).opacity === '1'")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector(':target')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "journey", "toolkit", "activity", "workshop", "404"])
def test_focus_is_visible(window: Open, kind: str, scheme: Scheme) -> None:
    """Wherever Tab goes there is something to see, and a ring, an outline or a stroke that tells where the focus is."""
    page = window(1280, scheme).open(KINDS[kind])
    found = []
    for _ in range(45):
        page.keyboard.press("Tab")
        page.wait_for_timeout(15)
        found.append(page.evaluate(RING))
    stops = [stop for stop in found if stop]
    assert len(stops) > 8
    unseen = {stop["name"] for stop in stops if not stop["seen"]}
    ringless = {stop["name"] for stop in stops if not stop["ring"]}
    assert (unseen, ringless) == (set(), set())


def test_colours_change_by_stylesheet_alone(window: Open) -> None:
    """The dark scheme repaints the same SVG: its markup stays, its colours do not, and the choice is remembered."""
    reader = window()
    page = reader.open("journeys/client-journey/")
    look = """() => { const svg = document.querySelector('svg.jd-desk');
      return [svg.outerHTML, [...svg.querySelectorAll('text')].map(t => getComputedStyle(t).fill).join(),
              getComputedStyle(document.body).backgroundColor]; }"""
    light = page.evaluate(look)
    page.locator("label[for=__palette_1]").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    dark = page.evaluate(look)
    assert light[0] == dark[0]
    assert light[1] != dark[1]
    assert light[2] != dark[2]
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.evaluate("localStorage.clear()")
    assert reader.found() == []


def test_search_finds_a_step(window: Open) -> None:
    """The search field finds an activity by words of one of its steps, and leads there."""
    reader = window()
    page = reader.open("")
    open_search(page)
    page.keyboard.type("sticky notes vision path", delay=5)
    hit = page.locator('.md-search-result__link[href*="toolkit/vision-map/"]').first
    hit.click()
    expect(page.locator(TITLE)).to_have_text("Vision map")
    assert reader.found() == []


def test_the_search_index_waits_for_a_search(window: Open) -> None:
    """Nobody loads the index, most of the bytes of a first visit, before they search; then it is loaded once."""
    reader = window()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))

    def indexes() -> int:
        return sum(url.endswith("search/index.json") for url in asked)

    page = reader.open("toolkit/vision-map/")
    page.wait_for_load_state("networkidle")
    page.locator(".jb-eyebrow a").first.click()
    expect(page.locator(TITLE)).to_have_text("Toolkit")
    expect(page.locator("[data-jb-app][data-jb-mounted=done]").first).to_be_attached()  # Material closes what is open
    page.wait_for_load_state("networkidle")
    assert asked
    assert indexes() == 0
    open_search(page)
    page.keyboard.type("vision map", delay=5)
    page.locator('.md-search-result__link[href*="toolkit/vision-map/"]:visible').first.click()
    expect(page.locator(TITLE)).to_have_text("Vision map")
    assert indexes() == 1
    assert reader.found() == []


def test_a_link_to_a_search_shows_what_it_finds(window: Open) -> None:
    """An address that ends in `?q=` opens the search with its hits, and one in `?h=` marks the word on the page."""
    page = window().open("?q=flywheel")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page = window().open("toolkit/vision-map/?h=vision")
    expect(page.locator(".md-content mark").first).to_have_text("Vision")


def test_lost_reader_finds_back(window: Open) -> None:
    """An address that does not exist, however deep, shows our 404 page in its colours, and its links lead back."""
    reader = window()
    page = reader.open("no/such/page/")
    expect(page.locator("h1")).to_have_text("This page is not here")
    assert page.evaluate("getComputedStyle(document.querySelector('.jb-lede')).fontFamily").startswith("Literata")
    assert [told for told in reader.found() if "404" not in told] == []
    for address in page.locator(".md-content a").evaluate_all("links => links.map(a => a.href)"):
        assert page.request.get(address).ok, address
    page.locator("main a", has_text="All activities").click()
    expect(page.locator("h1")).to_have_text("Toolkit")


def test_progress_line_follows(window: Open) -> None:
    """The line of stages stays in view while one reads a journey, and a click on it leads to that stage."""
    page = window().open("journeys/client-journey/")
    page.locator("#purchase").scroll_into_view_if_needed()
    entry = page.locator('.jb-progress a[href$="#retention"]')
    expect(entry).to_be_in_viewport()
    rested(page)
    entry.click()
    at_section(page, "retention")
    expect(entry).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_readable_without_scripts(window: Open, width: int) -> None:
    """Without JavaScript, journeys, activities and the toolkit are all there, and links lead on, diagrams' too."""
    reader = window(width, scripts=False)
    page = reader.open("toolkit/")
    assert page.locator("main .jb-card:visible").count() == len(ACTIVITIES)
    page.locator("main .jb-card a", has_text="Vision map").click()
    page.wait_for_url("**/toolkit/vision-map/")
    text = page.locator("article").inner_text()
    assert [s["title"] for s in ACTIVITIES["vision-map"]["steps"] if s["title"] not in text] == []
    page = reader.open("journeys/client-journey/")
    text = page.locator("article").inner_text()
    assert [s["summary"] for s in JOURNEYS["client-journey"]["stages"] if s["summary"] not in text] == []
    assert page.locator("svg.jd:visible").count() == 6  # path and cycle, and two parts each of map and blueprint
    link(page, "phone" if width == 390 else "desk", "/vision-map/").click()
    page.wait_for_url("**/toolkit/vision-map/")
    assert reader.found() == []


def printed(page: Page) -> tuple[str, int]:
    """The letters and digits of a page on A4 paper, and the number of sheets."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(sheet.extract_text() for sheet in reader.pages)
    return letters(re.sub(r"\(https?://[^)]*\)", "", text)), len(reader.pages)


def letters(text: str) -> str:
    """Letters and digits alone, ligatures taken apart: where lines and words break on paper does not count."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) in _LETTERS)
    return "".join(kept).casefold()


def plain(markdown: str) -> str:
    """A field's letters without its links' addresses; the texts of empty links are not known here."""
    return letters(re.sub(r"\]\([^)]*\)", "", markdown))


def no_navigation(page: Page, text: str) -> None:
    """Nothing of the navigation is on paper: no header, tabs, side columns, footer, buttons or skip link."""
    page.emulate_media(media="print")
    parts = ".md-header, .md-tabs, .md-sidebar, .md-footer__inner, .md-top, .md-skip, .md-search, .md-content__button"
    assert page.locator(parts).evaluate_all(f"{SHOWN}.map(e => e.className)") == []
    for words in ("Skip to content", "Funnel and flywheel", "Back to top", "Made with", "Edit this page"):
        assert letters(words) not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_activity_on_paper(window: Open, scheme: Scheme) -> None:
    """An activity prints whole: each step, material, question and handout's title, and nothing of the navigation."""
    page = window(1280, scheme).open("toolkit/vision-map/")
    text, sheets = printed(page)
    model: dict[str, Any] = ACTIVITIES["vision-map"]
    wanted = [model["title"], model["summary"]]
    wanted += [part for step in model["steps"] for part in (step["title"], step["text"])]
    wanted += [material["title"] for material in model["materials"]]
    wanted += [q if isinstance(q, str) else q["text"] for q in model["questions"]]
    wanted += [sheet["title"] for sheet in model["handouts"]]
    assert [w for w in wanted if plain(w) not in text] == []
    assert sheets <= 8
    no_navigation(page, text)


def test_paper_has_no_addresses_of_the_site(window: Open, served: str) -> None:
    """A link to another page of the handbook prints as its text alone: its address is of no use in a sentence."""
    page = window().open("toolkit/vision-map/")
    paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert letters(served) not in letters(" ".join(sheet.extract_text() for sheet in paper.pages))


def test_workshop_on_paper(window: Open) -> None:
    """A workshop prints whole: every block with its time, every break and every material, and no navigation."""
    page = window().open("toolkit/workshops/mentoring-kick-off/")
    text, _ = printed(page)
    model: dict[str, Any] = WORKSHOPS["mentoring-kick-off"]
    blocks = model["days"][0]["blocks"]
    wanted = [model["title"], model["days"][0]["start"], *model["objectives"]]
    for block in blocks:
        wanted += [block.get("title") or block.get("break") or ACTIVITIES[block["activity"]]["title"]]
        wanted += [block["text"]] if "text" in block else []
        used = ACTIVITIES.get(block.get("activity", ""), {})
        wanted += [material["title"] for material in used.get("materials", [])]
    assert [w for w in wanted if plain(w) not in text] == []
    no_navigation(page, text)


def test_journey_on_paper(window: Open) -> None:
    """A journey prints whole: every stage with its touchpoints and questions, its diagram, and no navigation."""
    page = window().open("journeys/client-journey/")
    text, _ = printed(page)
    for stage in JOURNEYS["client-journey"]["stages"]:
        wanted = [stage["title"], stage["summary"], *(t["title"] for t in stage["touchpoints"])]
        wanted += [q if isinstance(q, str) else q["text"] for q in stage["questions"]]
        assert [w for w in wanted if plain(w) not in text] == []
    page.emulate_media(media="print")
    # Path and cycle are printed as they are; map and blueprint are shown again, in panels.
    assert page.locator("svg.jd").evaluate_all(f"{SHOWN}.length") == 2
    no_navigation(page, text)


def test_a_page_without_a_list_begins_where_the_header_does(window: Open) -> None:
    """The margin of a list that is not there stays empty on no page; where there is one, the text stands beside it."""
    left = "name => document.querySelector(name).getBoundingClientRect().left"
    page = window(1280).open("journeys/onboarding/compare/")
    assert abs(page.evaluate(left, "h1") - page.evaluate(left, ".md-tabs__link")) < 2
    page = window(1280).open("journeys/client-journey/")
    assert page.evaluate(left, "h1") > 200 and page.locator(".jb-shelf-nav").is_visible()


def test_a_phone_says_which_page_is_before(window: Open) -> None:
    """An arrow alone does not say where it leads."""
    reader = window(390)
    page = reader.open("questions/")
    titles = page.locator(".md-footer__link .md-footer__title")
    assert titles.count() == 2 and all(title.is_visible() and title.inner_text() for title in titles.all())
    assert reader.wider() == []


def test_a_list_that_goes_on_fades_where_it_is_cut(window: Open) -> None:
    """At an edge beyond which there is more, and at no other; the last line is whole once one has come to it."""
    page = window(1280).open("toolkit/")
    page.locator(".jb-filter").evaluate("list => { list.style.maxHeight = '300px'; }")
    edges = """wanted => {
      const list = document.querySelector('.jb-filter'), style = getComputedStyle(list);
      list.scrollTop = wanted[0] ? list.scrollHeight : 0;
      return ['--jb-before', '--jb-after'].every((name, at) => parseFloat(style.getPropertyValue(name)) === wanted[at]);
    }"""
    page.wait_for_function(edges, arg=[0, 56])
    page.wait_for_function(edges, arg=[56, 0])


def test_code_in_a_head_of_a_table(window: Open) -> None:
    """Letters of code in a table's head are as large as those around them, which are small already."""
    page = window(1280).open("authoring/activities/")
    sizes = page.locator("th:has(code)").evaluate_all(
        "all => all.map(e => [e, e.querySelector('code')].map(one => getComputedStyle(one).fontSize))"
    )
    assert sizes and all(head == code for head, code in sizes)


def test_downloads_stand_on_one_line(window: Open) -> None:
    """Of the forms of a drawing, those that are links stand as high as those that are buttons."""
    page = window(1280).open("journeys/client-journey/")
    forms = page.locator(".jb-files").first.locator("a, button:not([hidden])")
    expect(forms).to_have_count(3)
    tops = forms.evaluate_all("""all => all.map(e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      return range.getBoundingClientRect().top;
    })""")
    assert max(tops) - min(tops) < 0.5, tops
