"""Parts that fold: a journey by its stages, a long list by its chapters; nothing of it is out of a reader's reach."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from audits import AXE, RULES, RUN_AXE
from sites import UNFOLDED, Open, Reader, Scheme, build_site, serving, unfold
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

JOURNEY = "journeys/client-journey/"
HIGH = "document.documentElement.scrollHeight"
OPEN = """() => [...document.querySelectorAll('h2.jb-stage > button')].map(b => b.ariaExpanded === 'true')"""
# A window begins with nothing kept from another.
FIRST = "if (!sessionStorage.begun) { localStorage.clear(); sessionStorage.begun = 'yes'; }"
# Whether a heading has been scrolled to.
AT_TOP = (
    """id => { const {top} = document.getElementById(id).getBoundingClientRect(); return top > 40 && top < 200; }"""
)
MOST = 6000
"""Pixels of the client journey on a phone while it is folded."""


def folded(reader: Reader, address: str = JOURNEY) -> Page:
    """A page once it folds."""
    reader.page.add_init_script(FIRST)
    page = reader.open(address)
    expect(page.locator(".jb-folds").first).to_be_visible()
    return page


def test_a_phone_begins_with_the_stages(window: Open) -> None:
    """Folded, the client journey is at most 6,000 pixels high, and each stage says enough to choose by."""
    reader = window(390)
    page = folded(reader)
    assert page.evaluate(OPEN) == [False] * 5
    assert page.evaluate(HIGH) <= MOST
    delivery = page.get_by_role("heading", name="Delivery", level=2)
    expect(delivery.get_by_role("button", name="Delivery", expanded=False)).to_be_visible()
    body = page.locator("h2#delivery + .jb-stage-body")
    assert body.inner_text().splitlines()[0].startswith("During")
    expect(body.get_by_text("Client and mentor meet")).to_be_visible()
    expect(body.locator(".jb-moods")).to_contain_text("Taken seriously")
    unfold(page)
    assert page.evaluate(HIGH) > 4 * MOST
    assert page.locator(".jb-peek:visible").count() == 0
    page.get_by_role("button", name="Close all stages").click()
    assert page.evaluate(OPEN) == [False] * 5
    assert reader.wider() == reader.found() == []


def test_by_keyboard_and_kept(window: Open) -> None:
    """Enter opens a stage, the focus stays on its heading, which does not move; the next visit finds it so."""
    reader = window(390)
    page = folded(reader)
    button = page.locator("h2#purchase > button")
    button.focus()
    before = button.bounding_box()
    page.keyboard.press("Enter")
    assert page.evaluate(OPEN) == [False, False, True, False, False]
    expect(button).to_be_focused()
    assert button.bounding_box() == before
    page.locator("h2#purchase + div .jb-cards a").first.click()
    page.wait_for_url("**/toolkit/**")
    page.go_back()
    page.wait_for_function(f"JSON.stringify(({OPEN})()) === '[false,false,true,false,false]'")
    page.reload()
    expect(page.locator(".jb-folds").first).to_be_visible()
    assert page.evaluate(OPEN) == [False, False, True, False, False]
    assert reader.found() == []


def test_whatever_leads_into_a_stage_opens_it(window: Open) -> None:
    """An address, the stage line and a link within the stage open what they lead to, whose heading is then in view."""
    reader = window(390)
    page = folded(reader, JOURNEY + "#delivery")
    assert page.evaluate(OPEN) == [False, False, False, True, False]
    expect(page.locator("h2#delivery")).to_be_in_viewport()
    page.locator(".jb-progress a[href$='#retention']").click()  # the first such click makes Material load the page anew
    page.wait_for_function(f"JSON.stringify(({OPEN})()) === '[false,false,false,true,true]'")
    page.wait_for_function(AT_TOP, arg="retention")
    expect(page.locator(".jb-progress [aria-current=step]")).to_have_text("5 Retention")
    page.locator("h2#delivery + div .jb-prev a").click()
    page.wait_for_function(AT_TOP, arg="purchase")
    assert page.evaluate(OPEN) == [False, False, True, True, True]
    page.get_by_role("link", name="Service blueprint").first.click()
    expect(page.locator("h2#view-blueprint + div svg.jd-desk")).to_be_visible()
    assert reader.found() == []


def test_what_is_folded_can_be_found(window: Open) -> None:
    """The browser's own search looks into folded stages: they wait until they are found, and open when they are."""
    page = folded(window(390))
    more = page.locator("h2#delivery + div > .jb-stage-more")
    expect(more).to_have_attribute("hidden", "until-found")
    more.dispatch_event("beforematch")
    assert page.evaluate(OPEN) == [False, False, False, True, False]


def test_paper_shows_everything(window: Open) -> None:
    """Printed while it is folded, a journey and the question bank are whole, and no button of the screen is there."""
    for address, texts in (
        (JOURNEY, ("Touchpoints", "Who does what", "Enquiries a month", "To be understood before being advised")),
        ("questions/", ("Which expectation have you never voiced",)),
    ):
        reader = window(390)
        page = folded(reader, address)
        assert not page.evaluate(UNFOLDED)
        printed = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(page.pdf())).pages)
        words = " ".join(printed.split())
        assert [text for text in texts if text not in words] == []
        assert "Close all" not in words


def test_without_scripts_all_is_open(window: Open) -> None:
    """Without JavaScript nothing is folded, and there is no button that does nothing."""
    page = window(390, scripts=False).open(JOURNEY)
    assert page.evaluate(HIGH) > 4 * MOST
    assert page.locator("main h2 button, [data-jb-all]:visible, .jb-peek:visible").count() == 0


def test_where_the_browser_keeps_nothing(window: Open) -> None:
    """A browser that refuses its store folds and opens all the same."""
    reader = window(390)
    reader.page.add_init_script(FIRST)
    reader.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no'); }")
    page = reader.open(JOURNEY)
    page.locator("h2#awareness > button").click()
    assert page.evaluate(OPEN) == [True, False, False, False, False]
    assert reader.found() == []


def test_a_desk_begins_open(window: Open) -> None:
    """On a desk the client journey is open as it comes, and closes by stages."""
    page = folded(window())
    assert page.evaluate(OPEN) == [True] * 5
    page.locator("h2#awareness > button").click()
    assert page.evaluate(OPEN) == [False, True, True, True, True]


def test_short_journeys_and_lists_do_not_fold(window: Open, tmp_path: Path) -> None:
    """Ten lines of YAML give a page without folds; so does a toolkit that is looked through as it stands."""
    ten = "title: The first meeting\nstages:\n- title: Arrive\n  touchpoints: [A message, Coffee]\n- title: Listen\n"
    files = {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# A\n", "journeys/first.yaml": ten}
    folder = write(tmp_path / "ten", files)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        page = window(390, base=base).open("journeys/first/")
        page.wait_for_load_state("networkidle")
        assert page.locator(".jb-folds, [data-jb-all]:visible").count() == 0
    page = window(390).open("toolkit/")
    expect(page.locator("[data-jb-status]")).not_to_be_empty()
    assert page.locator(".jb-folds, [data-jb-all]:visible").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_bank_folds_by_chapter(window: Open, width: int) -> None:
    """A long bank is a list of chapters, the first open; what is looked for opens what has it, and only as long."""
    reader = window(width)
    page = folded(reader, "questions/")
    numbers = [int(text) for text in page.locator(".jb-folds > small").all_inner_texts()]
    assert sum(numbers) == page.locator("[data-jb-in]").count() > 60
    assert page.locator("[data-jb-in]:visible").count() == numbers[0]  # the first is open, and shows what there is
    page.locator(".jb-folds").nth(1).click()
    assert page.locator("[data-jb-in]:visible").count() == numbers[0] + numbers[1]
    if width == 390:
        page.get_by_role("button", name="Change the filter").click()
    page.get_by_label("Words").fill("expectation")
    expect(page.locator("[data-jb-status]")).to_contain_text(" of ")
    found = page.locator("[data-jb-in]:visible").count()
    shown = page.locator(".jb-folds:visible > small").all_inner_texts()
    assert 0 < found == sum(map(int, shown))
    assert page.locator(".jb-folds:visible").count() < len(numbers)
    page.get_by_label("Words").fill("")
    expect(page.locator("[data-jb-status]")).not_to_contain_text(" of ")
    assert page.locator("[data-jb-in]:visible").count() == numbers[0] + numbers[1]
    assert reader.found() == []


EVENINGS = 75
FIRST_OF_MANY = 24
"""Items of one long part that stay in view."""
LISTS = ("toolkit/", "questions/")


@pytest.fixture(scope="module")
def one_part(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a handbook whose toolkit and bank are long, and have one part each."""
    evening = (
        "title: Evening {0:02}\nsummary: For lamp {0}x.\nduration: {0} min\nquestions: [What did lamp {0}x bring?]\n"
    )
    evenings = {f"toolkit/evening-{number:02}.yaml": evening.format(number) for number in range(1, EVENINGS + 1)}
    files = {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# Evenings\n", **evenings}
    folder = write(tmp_path_factory.mktemp("one") / "book", files)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        yield base


def items(page: Page) -> int:
    """How many items of a list are seen."""
    return page.locator("[data-jb-in]:visible").count()


@pytest.mark.parametrize("address", LISTS)
def test_one_long_part_shows_its_first_items(window: Open, one_part: str, address: str) -> None:
    """The rest opens by keyboard, where its line says how many they are, and the next visit finds it open."""
    reader = window(390, base=one_part)
    page = folded(reader, address)
    more = page.get_by_role("button", name="More 51", expanded=False)
    assert items(page) == FIRST_OF_MANY
    expect(page.locator("[data-jb-all]")).to_be_hidden()  # one line needs no buttons for all
    more.focus()
    before = more.bounding_box()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="More 51", expanded=True)
    expect(button).to_be_focused()
    assert items(page) == EVENINGS
    assert button.bounding_box() == before
    page.reload()
    expect(page.locator(".jb-folds").first).to_be_visible()
    assert items(page) == EVENINGS
    page.get_by_role("button", name="More 51").click()
    assert items(page) == FIRST_OF_MANY
    assert reader.wider() == reader.found() == []


@pytest.mark.parametrize("address", LISTS)
def test_what_leads_into_the_rest_opens_it(window: Open, one_part: str, address: str) -> None:
    """The browser's own search and a link within the page open the rest of a long part."""
    for leads in (
        "last => last.closest('[hidden]').dispatchEvent(new Event('beforematch'))",
        "last => { last.id = 'last'; location.hash = 'last'; }",
    ):
        page = folded(window(base=one_part), address)
        page.evaluate("localStorage.clear()")
        page.reload()
        expect(page.locator(".jb-folds")).to_be_visible()
        last = page.locator("[data-jb-in]").last
        assert last.evaluate("last => last.closest('[hidden]').hidden") == "until-found"
        last.evaluate(leads)
        expect(last).to_be_visible()
        assert items(page) == EVENINGS


def test_one_list_while_something_is_looked_for(window: Open, one_part: str) -> None:
    """What is found in the rest stands behind what is found above it, without a gap; then it folds again."""
    reader = window(base=one_part)
    page = folded(reader, "toolkit/")
    words, order = page.get_by_label("Words"), page.get_by_label("Sort by")
    titles = page.locator("[data-jb-in]:visible h3, [data-jb-in]:visible .jb-card-title")

    def seen(wanted: list[int], lists: int) -> None:
        expect(page.locator("[data-jb-in]:visible")).to_have_count(len(wanted))
        assert [int(text.split()[-1]) for text in titles.all_inner_texts()] == wanted
        parents = "found => new Set(found.map(item => item.parentElement)).size"
        assert page.locator("[data-jb-in]:visible").evaluate_all(parents) == lists

    everything, first = list(range(1, EVENINGS + 1)), list(range(1, FIRST_OF_MANY + 1))
    seen(first, 1)
    words.fill("lamp 7")
    seven = [7, *range(70, 76)]
    seen(seven, 1)
    expect(page.locator(".jb-rest")).to_be_hidden()
    order.select_option("time")
    seen(seven, 1)
    words.fill("")
    seen(everything, 1)
    words.fill("lamp 7")
    order.select_option("")
    seen(seven, 1)
    words.fill("")
    seen(first, 1)
    page.get_by_role("button", name="More 51").click()
    seen(everything, 2)
    assert reader.found() == []


@pytest.mark.parametrize("address", LISTS)
def test_one_long_part_is_whole_without_scripts_and_on_paper(window: Open, one_part: str, address: str) -> None:
    """Where there is no JavaScript nothing folds; printed while it folds, a list is whole and its line is not there."""
    page = window(390, base=one_part, scripts=False).open(address)
    assert items(page) == EVENINGS
    assert page.locator(".jb-rest, .jb-folds").count() == 0
    page = folded(window(base=one_part), address)
    assert items(page) == FIRST_OF_MANY
    words = " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(page.pdf())).pages).split())
    assert [number for number in range(1, EVENINGS + 1) if f"lamp {number}x" not in words] == []
    assert "More" not in words


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
@pytest.mark.parametrize("address", LISTS)
def test_one_long_part_is_accessible(window: Open, one_part: str, address: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing while the rest is closed and once it is open, and nothing is wider than the screen."""
    reader = window(width, scheme, base=one_part)
    page = folded(reader, address)
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []
    page.locator(".jb-folds").click()
    assert page.evaluate(RUN_AXE, RULES) == []
    assert reader.wider() == []
