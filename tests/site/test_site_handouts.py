"""Handouts: filled in on the screen by mouse and keyboard, kept in the browser, and printed with the answers."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from reference import ACTIVITIES, WORKSHOPS
from site_html import HtmlPage
from sites import Reader, Scheme

MAP = "toolkit/vision-map/map/"
REVIEW = "toolkit/progress-review/review/"
AGREEMENT = "toolkit/boundaries-and-expectations/agreement/"
LONG = "Two days a week in the workshop, and a dog called Filou who sleeps below the bench. " * 12
# A store that is full, and one that a private window forbids even to look at: Material has an error of its own then, so
# it may.
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FORBIDDEN = """const store = window.localStorage;
Object.defineProperty(window, 'localStorage', {get() {
  if (!new Error().stack.includes('/apps/')) return store;
  throw new DOMException('The operation is insecure.', 'SecurityError');
}});"""
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN_AXE = """async () => {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
  const {violations} = await axe.run({runOnly: {type: 'tag', values}, resultTypes: ['violations']});
  return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)}`));
}"""
Fresh = Callable[..., Reader]


@pytest.fixture
def fresh(browser: Browser, served: str) -> Iterator[Fresh]:
    """Opens a window of a browser that has kept nothing yet; `script` runs before the page's own."""
    contexts = []

    def fresh(width: int = 1280, scheme: Scheme = "light", *, scripts: bool = True, script: str = "") -> Reader:
        size: Any = {"width": width, "height": 900}
        context = browser.new_context(
            viewport=size, color_scheme=scheme, java_script_enabled=scripts, reduced_motion="reduce"
        )
        context.set_default_timeout(15_000)
        context.add_init_script(COUNT_PRINTS + script)
        contexts.append(context)
        return Reader(served, context.new_page(), scripts)

    yield fresh
    for context in contexts:
        context.close()


def opened(reader: Reader, address: str) -> Page:
    """A handout whose buttons work."""
    page = reader.open(address)
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible()
    return page


def field(page: Page, name: str) -> Locator:
    """The field to type into that a screen reader calls so."""
    return page.get_by_role("textbox", name=name, exact=True)


def paper(page: Page) -> PdfReader:
    """What the printer gets: the size is the page's own choice."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(pdf: PdfReader) -> str:
    """The words of a PDF with single blanks."""
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


def fields_of(activity: str, handout: str) -> list[dict[str, Any]]:
    """The fields of a handout as its author wrote them."""
    sheets = {sheet["id"]: sheet for sheet in ACTIVITIES[activity]["handouts"]}
    return list(sheets[handout]["fields"])


def test_every_handout_has_a_page(pages: dict[str, HtmlPage]) -> None:
    """Each handout has a page with its title, lines for name and date, and a control for every place to write."""
    kinds = set()
    for id, activity in ACTIVITIES.items():
        for sheet in activity["handouts"]:
            page = pages[f"toolkit/{id}/{sheet['id']}/"]
            assert page.one("h1").words == sheet["title"]
            wanted = 2
            for place in sheet["fields"]:
                kind = next((k for k in ("table", "box", "scale", "choices") if k in place), "lines")
                kinds.add(kind)
                if kind == "table":
                    columns, rows = place["table"]["columns"], place["table"].get("rows", "5")
                    given = 0 if isinstance(rows, str) else len(rows)
                    wanted += (given or int(rows)) * len(columns) - given
                elif kind == "scale":
                    wanted += int(place["scale"]["to"]) - int(place["scale"].get("from", "1")) + 1
                else:
                    wanted += len(place["choices"]) if kind == "choices" else 1
            controls = [e for e in page.elements if "data-jb-key" in e.attributes]
            assert len(controls) == wanted, page.path
    assert kinds == {"lines", "table", "box", "scale", "choices"}


def test_handouts_are_not_in_the_navigation(pages: dict[str, HtmlPage]) -> None:
    """No navigation lists a handout; its activity, the workshops that use it and chapters lead to it."""
    for page in pages.values():
        inside = [
            e for e in page.all("a") if any("md-nav" in i.classes() or "md-tabs" in i.classes() for i in e.inside)
        ]
        assert [e for e in inside if "vision-map/map" in e.attributes.get("href", "")] == []
    links = {e.attributes.get("href") for e in pages["toolkit/vision-map/"].all("a")}
    assert {"map/", "map/#print"} <= links
    for id, workshop in WORKSHOPS.items():
        used = [block["activity"] for day in workshop["days"] for block in day["blocks"] if "activity" in block]
        links = {e.attributes.get("href") for e in pages[f"toolkit/workshops/{id}/"].all("a")}
        wanted = {f"../../{a}/{sheet['id']}/" for a in used for sheet in ACTIVITIES[a]["handouts"]}
        assert wanted - links == set(), id


def test_search_knows_titles_only(handbook_site: Path) -> None:
    """Search finds a handout by its title, and none of what stands on its sheet."""
    text = (handbook_site / "search" / "index.json").read_text("utf-8")
    entry = next(doc for doc in json.loads(text)["docs"] if doc["location"] == MAP)
    assert "My vision map" in entry["title"]
    assert entry["text"] == ""


def test_fill_in_by_mouse(fresh: Fresh) -> None:
    """What is typed, chosen and ticked is there after a reload, on this page alone; nothing is asked of any host."""
    reader = fresh()
    page = opened(reader, REVIEW)
    page.get_by_label("Name", exact=True).fill("Amira")
    field(page, "My goals Goal 1").fill("A place in the evening school")
    field(page, "What I have learned about myself").fill("I begin late\nand finish")
    page.locator("label", has_text=re.compile("^7$")).click()
    page.get_by_text("We go on differently").click()
    page.reload()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Amira")
    expect(field(page, "My goals Goal 1")).to_have_value("A place in the evening school")
    expect(field(page, "My goals Goal 2")).to_have_value("")
    expect(field(page, "What I have learned about myself")).to_have_value("I begin late\nand finish")
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_checked()
    expect(page.get_by_role("checkbox", name="We go on differently")).to_be_checked()
    expect(page.get_by_role("checkbox", name="We close")).not_to_be_checked()
    other = opened(reader, MAP)
    expect(other.get_by_label("Name", exact=True)).to_have_value("")
    assert reader.found() == []


def test_fill_in_by_keyboard(fresh: Fresh) -> None:
    """Tab goes through the sheet in order, arrows move on a scale, the blank ticks, and buttons answer to Enter."""
    reader = fresh()
    page = opened(reader, REVIEW)
    page.get_by_label("Name", exact=True).focus()
    keys = page.keyboard
    keys.type("Amira")
    keys.press("Tab")
    keys.type("14 January")
    keys.press("Tab")
    keys.type("Evening school")
    page.locator("#f2").focus()
    keys.press("Tab")  # the scale: nothing is chosen yet
    expect(page.get_by_role("radio", name="0 not at all", exact=True)).to_be_focused()
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("Tab")
    expect(field(page, "More of this and less of that in our meetings")).to_be_focused()
    keys.press("Tab")
    keys.press("Space")
    page.reload()
    expect(page.get_by_label("Date", exact=True)).to_have_value("14 January")
    expect(field(page, "My goals Goal 1")).to_have_value("Evening school")
    expect(page.get_by_role("radio", name="1", exact=True)).to_be_checked()
    expect(page.get_by_role("checkbox", name="We go on as before")).to_be_checked()
    page.get_by_role("button", name="Print", exact=True).focus()
    keys.press("Enter")
    assert page.evaluate("window.prints") == 1
    assert reader.found() == []


def test_clear_and_undo(fresh: Fresh) -> None:
    """One press clears every answer, in the browser's store too, and says so; another one brings them all back."""
    reader = fresh()
    page = opened(reader, REVIEW)
    name, undo = page.get_by_label("Name", exact=True), page.get_by_role("button", name="Undo")
    name.fill("Amira")
    page.get_by_role("radio", name="7", exact=True).check(force=True)
    expect(undo).to_be_hidden()
    page.get_by_role("button", name="Clear my answers").click()
    expect(page.get_by_role("status")).to_have_text("Your answers are cleared.")
    expect(name).to_have_value("")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('handout'))") == []
    undo.focus()
    page.keyboard.press("Enter")
    expect(name).to_have_value("Amira")
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_checked()
    expect(page.get_by_role("button", name="Clear my answers")).to_be_focused()
    page.reload()
    expect(name).to_have_value("Amira")
    page.get_by_role("button", name="Clear my answers").click()
    page.reload()
    expect(name).to_have_value("")
    assert reader.found() == []


def test_undo_is_no_longer_offered_to_the_next_person(fresh: Fresh) -> None:
    """With the first new answer, or when the page is left, what was cleared is gone for good."""
    page = opened(fresh(), REVIEW)
    name, undo = page.get_by_label("Name", exact=True), page.get_by_role("button", name="Undo")
    clear = page.get_by_role("button", name="Clear my answers")
    for leave in (
        lambda: page.get_by_text("We close").click(),
        lambda: name.press_sequentially("B"),
        lambda: page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"),
    ):
        name.fill("Amira")
        clear.click()
        expect(undo).to_be_visible()
        leave()
        expect(undo).to_be_hidden()
        page.evaluate("document.querySelector('[data-jb-do=undo]').click()")
        assert "Amira" not in name.input_value()
        assert "Amira" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_windows_of_a_handout_show_the_same(fresh: Fresh) -> None:
    """What is written, cleared and brought back in one window is so in the others, and ends their Undo."""
    reader = fresh()
    page = opened(reader, REVIEW)
    other = opened(Reader(reader.base, page.context.new_page()), REVIEW)
    fields = [one.get_by_label("Name", exact=True) for one in (page, other)]
    fields[0].fill("Amira")
    page.get_by_role("radio", name="7", exact=True).check(force=True)
    expect(fields[1]).to_have_value("Amira")
    expect(other.get_by_role("radio", name="7", exact=True)).to_be_checked()
    page.get_by_role("button", name="Clear my answers").click()
    expect(fields[1]).to_have_value("")
    expect(other.get_by_role("radio", name="7", exact=True)).not_to_be_checked()
    page.get_by_role("button", name="Undo").click()
    expect(fields[1]).to_have_value("Amira")
    page.get_by_role("button", name="Clear my answers").click()
    fields[1].fill("Bo")
    expect(fields[0]).to_have_value("Bo")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    page.evaluate("localStorage.clear()")
    expect(fields[1]).to_have_value("")


def test_a_window_keeps_what_the_browser_refuses(fresh: Fresh) -> None:
    """An answer that the store did not take is not lost when the window looks at the store again."""
    page = opened(fresh(script=FULL), REVIEW)
    page.get_by_label("Name", exact=True).fill("Amira")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Amira")


def test_all_handouts_are_cleared_at_once(fresh: Fresh) -> None:
    """Where other handouts have answers, one press clears them all, another brings them back; it says who sees them."""
    reader = fresh()
    page = opened(reader, MAP)
    every = page.get_by_role("button", name="Clear all handouts")
    expect(page.get_by_text("Whoever uses this computer next sees your answers until you clear them.")).to_be_visible()
    page.get_by_label("Name", exact=True).fill("Amira")
    expect(every).to_be_hidden()
    page.evaluate("localStorage.setItem('journeybook handout /elsewhere/ .name', 'Not ours')")
    opened(reader, REVIEW)
    expect(every).to_be_visible()
    every.click()
    expect(page.get_by_role("status")).to_have_text("Your answers on all handouts of this handbook are cleared.")
    expect(every).to_be_hidden()
    expect(page.get_by_role("button", name="Clear my answers")).to_be_focused()
    assert page.evaluate("Object.values(localStorage)").count("Amira") == 0
    assert page.evaluate("Object.values(localStorage)").count("Not ours") == 1
    page.get_by_role("button", name="Undo").click()
    opened(reader, MAP)
    expect(page.get_by_label("Name", exact=True)).to_have_value("Amira")
    assert reader.found() == []


def test_answers_after_instant_navigation(fresh: Fresh) -> None:
    """A handout that came without a reload keeps its answers too, and “Print” on the activity's page prints it once."""
    reader = fresh()
    page = reader.open("toolkit/vision-map/")
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Open the handout My vision map").click()
    expect(page.get_by_role("button", name="Clear my answers")).to_be_visible()
    field(page, "Where I am today").fill("Between two jobs")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Vision map")
    page.get_by_role("link", name="Print My vision map").click()
    expect(field(page, "Where I am today")).to_have_value("Between two jobs")
    page.wait_for_function("window.prints === 1")
    assert page.evaluate("[window.stillHere, location.hash]") == [True, ""]
    assert reader.found() == []


def test_a_long_answer_is_all_there(fresh: Fresh) -> None:
    """A place grows with its text on the screen, and paper has all of it, on lines, at whatever width."""
    reader = fresh(390)
    page = opened(reader, MAP)
    area = field(page, "Where I am today")
    before = area.evaluate("e => e.clientHeight")
    area.fill(LONG)
    assert area.evaluate("e => [e.clientHeight >= e.scrollHeight - 6, e.clientHeight]")[0] is True
    assert area.evaluate("e => e.clientHeight") > 3 * before
    lines = "e => [e.offsetHeight, Math.max(...[...e.querySelectorAll('i')].map(i => i.offsetTop + i.offsetHeight))]"
    high, lowest = area.locator("xpath=..").evaluate(lines)
    assert lowest >= high
    assert " ".join(LONG.split()) in text_of(paper(page))
    assert reader.wider() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_answers(fresh: Fresh, scheme: Scheme) -> None:
    """A filled-in sheet prints its answers beside its labels, with the handbook's name and without the website."""
    reader = fresh(scheme=scheme)
    page = opened(reader, REVIEW)
    page.get_by_label("Name", exact=True).fill("Amira Haddad")
    field(page, "My goals What moved it 3").fill("Ruth asked twice")
    page.get_by_text("We close").click()
    text = text_of(paper(page))
    wanted = [place["label"] for place in fields_of("progress-review", "review")]
    wanted += ["Where I stand", "The Mentoring Journey Handbook", "Handout for toolkit activity 9, Progress review"]
    wanted += ["Amira Haddad", "Ruth asked twice", "not at all", "We go on as before"]
    assert [words for words in wanted if words not in text] == []
    for words in (
        "Search",
        "Skip to content",
        "Edit this page",
        "Clear my answers",
        "US Letter",
        "stays in this browser",
    ):
        assert words not in text
    page.emulate_media(media="print")
    ticked = page.get_by_role("checkbox", name="We close").evaluate("e => getComputedStyle(e, '::after').content")
    left = page.get_by_role("checkbox", name="We go on as before")
    assert ticked == '"✕"' and left.evaluate("e => getComputedStyle(e, '::after').content") == "none"
    colours = "all => [...new Set(all.map(e => getComputedStyle(e).color))]"
    assert page.locator(".jb-typed, .jb-write-label, .jb-named input").evaluate_all(colours) == ["rgb(0, 0, 0)"]


def test_empty_places_are_lines_on_paper(fresh: Fresh) -> None:
    """An empty sheet prints as many lines as its author asked for, nine millimetres apart, and frames to draw in."""
    page = opened(fresh(), MAP)
    page.emulate_media(media="print")
    wanted = [int(place["lines"]) for place in fields_of("vision-map", "map") if "lines" in place]
    places = page.locator(".jb-answer--lines")
    assert places.evaluate_all("all => all.map(e => e.querySelectorAll('i').length)") == wanted
    mm = 96 / 25.4
    heights = places.evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert heights == pytest.approx([9 * mm * number for number in wanted], abs=1)
    assert page.locator(".jb-box").evaluate("e => e.offsetHeight") >= 70 * mm


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_sizes(fresh: Fresh, scripts: bool) -> None:
    """A handout prints on A4, or on US Letter where that is chosen: with and without JavaScript; the choice stays."""
    reader = fresh(scripts=scripts)
    page = reader.open(AGREEMENT)
    a4 = paper(page).pages
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in a4} == {(595, 842)}
    page.get_by_label("US Letter").check()
    letter = paper(page).pages
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in letter} == {(612, 792)}
    if scripts:
        page = opened(reader, MAP)
        expect(page.get_by_label("US Letter")).to_be_checked()


@pytest.mark.parametrize("size", ["A4", "US Letter"])
def test_no_sheet_for_a_few_lines(fresh: Fresh, size: str) -> None:
    """A handout that would need a second sheet for a line or two stands closer, and is one sheet."""
    reader = fresh()
    for handout in ("progress-review/review", "what-do-we-do-where/wheel", "life-timeline/line", "ask-a-client/guide"):
        page = reader.open(f"toolkit/{handout}/")
        page.get_by_label(size).check()
        assert len(paper(page).pages) == 1, handout


@pytest.mark.parametrize("scripts", [True, False])
def test_solution_is_printed_only_when_asked_for(fresh: Fresh, scripts: bool) -> None:
    """The worked example is folded away and not printed, even unfolded; asked for, it prints on a sheet of its own."""
    reader = fresh(scripts=scripts)
    page = reader.open(AGREEMENT)
    words = "two days’ notice for a change"
    example = page.get_by_text(words)
    expect(example).to_be_hidden()
    assert words not in text_of(paper(page))
    page.get_by_text("A worked example, for the facilitator").click()
    expect(example).to_be_visible()
    assert words not in text_of(paper(page))
    page.get_by_text("A worked example, for the facilitator").click()
    page.get_by_label("Print the solution too").check()
    sheets = [" ".join(sheet.extract_text().split()) for sheet in paper(page).pages]
    assert [words in sheet for sheet in sheets] == [*[False] * (len(sheets) - 1), True]
    assert "Signatures" not in sheets[-1]
    page = reader.open(MAP)
    assert page.get_by_label("Print the solution too").count() == 0


@pytest.mark.parametrize("script", [FULL, FORBIDDEN], ids=["full", "private"])
def test_without_a_store(fresh: Fresh, script: str) -> None:
    """Where a browser keeps nothing, the page says so, has no error, fills in, clears, undoes and prints as ever."""
    reader = fresh(script=script)
    page = opened(reader, MAP)
    status = page.get_by_role("status")
    expect(status).to_contain_text("This browser keeps nothing for this page.")
    expect(page.get_by_text("What you write stays in this browser.")).to_be_hidden()
    area = field(page, "Where I am today")
    area.fill("Between two jobs")
    assert "Between two jobs" in text_of(paper(page))
    page.get_by_role("button", name="Clear my answers").click()
    expect(area).to_have_value("")
    page.get_by_role("button", name="Undo").click()
    expect(area).to_have_value("Between two jobs")
    page.get_by_label("US Letter").check()
    assert reader.found() == []


def test_a_store_that_fills_up(fresh: Fresh) -> None:
    """When the store is full while somebody writes, the page says it from then on, and keeps what it has."""
    reader = fresh()
    page = opened(reader, MAP)
    page.get_by_label("Name", exact=True).fill("Amira")
    page.evaluate(f"() => {{ {FULL} }}")
    field(page, "Where I am today").fill("Between two jobs")
    expect(page.get_by_role("status")).to_contain_text("This browser keeps nothing for this page.")
    expect(field(page, "Where I am today")).to_have_value("Between two jobs")
    page.reload()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Amira")
    assert reader.found() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts(fresh: Fresh, width: int) -> None:
    """Without JavaScript the sheet is there to write on and to print; buttons that would do nothing are not."""
    reader = fresh(width, scripts=False)
    page = reader.open(MAP)
    assert page.locator("main button:visible").count() == 0
    field(page, "Where I am today").fill("Between two jobs")
    text = text_of(paper(page))
    assert [p["label"] for p in fields_of("vision-map", "map") if p["label"] not in text] == []
    assert "Between two jobs" in text
    assert reader.found() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", [REVIEW, MAP, AGREEMENT])
def test_accessible_when_filled_in(fresh: Fresh, address: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing on a sheet in use, each control has a name of its own, nothing is wider than the screen."""
    reader = fresh(width, scheme)
    page = opened(reader, address)
    for area in page.locator("main textarea").all():
        area.fill("Two days a week in the workshop")
    for radio in page.locator("main [data-jb-key][type=radio]").all():
        radio.check()  # once the growing fields above it stand still
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Undo").focus()
    page.evaluate(AXE)
    violations = page.evaluate(RUN_AXE)
    assert not violations, "\n".join(violations)
    roles = re.findall(r"- (?:textbox|radio|checkbox) \"([^\"]+)\"", page.locator("main").aria_snapshot())
    assert len(roles) == page.locator("main :is(textarea, input)").count()
    assert len(set(roles)) == len(roles)
    assert (reader.found(), reader.wider()) == ([], [])


def test_activity_names_its_handouts_on_paper(fresh: Fresh) -> None:
    """The activity prints no sheet, but each handout's title with the address where it is."""
    page = fresh().open("toolkit/progress-review/")
    text = text_of(paper(page)).replace(" ", "")
    for sheet in ACTIVITIES["progress-review"]["handouts"]:
        assert sheet["title"].replace(" ", "") in text
        assert f"https://journeybook.github.io/journeybook/toolkit/progress-review/{sheet['id']}/" in text
    assert "Openthehandout" not in text and "Fillinthefirsttable" in text
    assert "Ourdecision" not in text
