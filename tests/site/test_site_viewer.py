"""Drawings that scroll, looked at closely: stages' names in sight, larger and smaller, the whole screen and back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sites import READY, Open, Reader, unfold

pytestmark = pytest.mark.slow

JOURNEY = "journeys/client-journey/"
# Of each stage: how far its name's copy is from its own column, and whether nothing lies over the copy's middle.
NAMES = """(at) => {
  const figure = document.querySelectorAll('figure:has(> .jd-scroll)')[at];
  const strip = figure.querySelector('.jd-names'), paper = strip.firstElementChild.getBoundingClientRect();
  const own = [...figure.querySelectorAll('.jd-scroll > svg.jd-desk > a:has(> .jd-num) .jd-title')];
  const copies = [...strip.querySelectorAll('.jd-title')];
  return {on: strip.classList.contains('jd-names--on'), top: paper.top, stages: copies.length,
    apart: own.map((e, n) => Math.round(e.getBoundingClientRect().x - copies[n].getBoundingClientRect().x)),
    same: own.every((e, n) => e.textContent === copies[n].textContent),
    over: copies.map(e => e.getBoundingClientRect()).filter(b => b.left > paper.left && b.right < paper.right)
      .every(b => strip.contains(document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)))};
}"""
BELOW = """([at, share]) => {
  const box = document.querySelectorAll('figure > .jd-scroll')[at].getBoundingClientRect();
  scrollTo({top: scrollY + box.top + share * box.height, behavior: 'instant'});
}"""
WIDE = "() => document.querySelector('.jd-scroll > svg.jd-desk').getBoundingClientRect().width"
PINCH = """([from, to]) => {
  const box = document.querySelector('.jd-scroll'), {left, top} = box.getBoundingClientRect();
  const touches = (apart) => [-apart / 2, apart / 2].map((x, identifier) =>
    new Touch({identifier, target: box, clientX: left + 150 + x, clientY: top + 100}));
  const send = (type, apart) => box.dispatchEvent(
    new TouchEvent(type, {touches: touches(apart), bubbles: true, cancelable: true}));
  send('touchstart', from);
  return !send('touchmove', to);  // whether the browser is kept from what it would do itself
}"""
WHERE = "document.querySelector('.jd-scroll').parentElement.localName"


def viewed(reader: Reader) -> Page:
    """The journey once its drawings can be looked at closely, and all of it open."""
    page = reader.open(JOURNEY)
    expect(page.locator(".jd-tools").first).to_be_visible()
    expect(page.locator(".jb-folds").first).to_be_visible()
    unfold(page)
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_the_names_of_the_stages_stay_in_sight(window: Open, width: int) -> None:
    """Below a map's top its stages' names stand over their columns, wherever it is scrolled to, to its end."""
    reader = window(width)
    page = viewed(reader)
    for at in (0, 1):  # the map above the stage line, the blueprint below it
        page.evaluate(BELOW, [at, -0.1])
        page.evaluate(READY)
        assert not page.evaluate(NAMES, at)["on"]
        page.evaluate(BELOW, [at, 0.5])
        for left in (0, 120):
            page.evaluate(
                "([at, left]) => { document.querySelectorAll('.jd-scroll')[at].scrollLeft = left; }", [at, left]
            )
            page.evaluate(READY)
            found = page.evaluate(NAMES, at)
            assert (found["on"], found["stages"], found["same"], found["over"]) == (True, 5, True, True), (at, left)
            assert set(found["apart"]) <= {-1, 0, 1}, (at, left)
        edge = page.locator(".jb-progress" if at else ".md-header").bounding_box()
        assert edge and abs(found["top"] - edge["y"] - edge["height"]) < 8
    page.evaluate(BELOW, [0, 0.98])
    page.evaluate(READY)
    assert not page.evaluate(NAMES, 0)["on"]
    assert page.locator(".jd-names a, .jd-names [id]").count() == 0
    assert reader.wider() == reader.found() == []


def test_by_buttons_keys_wheel_and_fingers(window: Open) -> None:
    """Each makes the map larger and smaller and says how large it is; nothing else of the page changes its size."""
    reader = window()
    page = viewed(reader)
    own = page.evaluate(WIDE)
    shown = page.locator("[data-jb-percent]").first

    def is_now(share: float) -> None:
        assert page.evaluate(WIDE) == pytest.approx(own * share, rel=0.01)
        expect(shown).to_have_text(f"{round(share * 100)}%")

    page.get_by_role("button", name="Larger").first.click()
    is_now(1.25)
    page.locator(".jd-scroll").first.focus()
    page.keyboard.press("+")
    is_now(1.5625)
    page.keyboard.press("-")
    page.keyboard.press("-")
    is_now(1)
    page.keyboard.press("-")
    page.keyboard.press("0")
    is_now(1)
    page.locator(".jd-scroll").first.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    page.wait_for_function(f"({WIDE})() > {own * 1.2}")
    assert page.evaluate("visualViewport.scale") == 1
    page.get_by_role("button", name="back to its own size").first.click()
    is_now(1)
    assert page.evaluate(PINCH, [100, 200])
    is_now(2)
    assert page.evaluate(PINCH, [100, 1000])
    is_now(4)
    assert page.evaluate(NAMES, 0)["stages"] == 5
    assert reader.wider() == reader.found() == []


@pytest.mark.parametrize("screen", ["whole", "refused"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_whole_screen_and_back(window: Open, width: int, screen: str) -> None:
    """A button gives the map all the room, where the browser refuses its screen too; Escape leads back."""
    reader = window(width)
    if screen == "refused":
        reader.page.add_init_script("Element.prototype.requestFullscreen = () => Promise.reject(new Error('no'))")
    page = viewed(reader)
    button = page.get_by_role("button", name="Full screen").first
    page.evaluate("scrollTo({top: 200, behavior: 'instant'})")
    button.focus()
    at = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=re.compile("Client journey"))
    expect(dialog).to_be_visible()
    size: Any = dialog.bounding_box()
    room = page.evaluate("[innerWidth, innerHeight]")
    assert [round(size["width"]), round(size["height"])] == room
    expect(dialog.get_by_role("button", name="Back to the page")).to_be_focused()
    for one in dialog.get_by_role("button").all():
        box: Any = one.bounding_box()
        assert min(box["width"], box["height"]) >= (44 if width == 390 else 24)
    page.keyboard.press("+")
    page.evaluate("document.querySelector('dialog .jd-scroll').scrollTop = 400")
    page.evaluate(READY)
    assert page.evaluate(NAMES.replace("figure:has(> .jd-scroll)", "dialog"), 0)["on"]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    assert page.evaluate(WHERE) == "figure"
    assert abs(page.evaluate("scrollY") - at) < 2
    assert reader.wider() == reader.found() == []


def test_a_stage_leads_from_the_screen_to_its_section(window: Open) -> None:
    """A stage of the map in full screen first leads back to the page, and then to its section."""
    reader = window()
    page = viewed(reader)
    page.get_by_role("button", name="Full screen").first.click()
    page.locator("dialog a[*|href='#delivery']").first.click()
    expect(page.locator("dialog")).to_have_count(0)
    page.wait_for_function("location.hash === '#delivery'")
    expect(page.locator("h2#delivery")).to_be_in_viewport()
    assert reader.found() == []


def test_without_scripts_no_button_is_there(window: Open) -> None:
    """Without JavaScript the map scrolls as it does, and there is no button that does nothing."""
    page = window(scripts=False).open(JOURNEY)
    assert page.locator(".jd-tools:visible, .jd-names").count() == 0
    expect(page.locator(".jd-scroll").first).to_be_visible()
