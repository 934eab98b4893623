"""Where the reader's system says which colours there are: what is chosen can be told from what is not."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, Page

from reference import JOURNEYS
from sites import READY, Reader

pytestmark = pytest.mark.proof

SITES = {
    "catalogue": ("toolkit/", "document.querySelector('[data-jb-open]').click()"),
    "questions": ("questions/", "document.querySelector('[data-jb-open]').click()"),
    "handout": ("toolkit/progress-review/review/", ""),
    "handout-with-ticks": ("toolkit/boundaries-and-expectations/agreement/", ""),
    "cards": ("toolkit/cards/", ""),
    "run-sheet": ("toolkit/workshops/mentoring-kick-off/run-sheet/", ""),
    "planner": ("toolkit/planner/?workshop=mentoring-kick-off", ""),
}

# What is painted in drawings in another colour than those of the reader's system.
PAINTED = """() => {
  const asked = document.body.appendChild(document.createElement('i'));
  const system = ['Canvas', 'CanvasText'].map(name => {
    asked.style.color = name;
    return getComputedStyle(asked).color;
  });
  const all = [...document.querySelectorAll('svg.jd :is(path, rect, circle, polygon, text)')];
  const shapes = all.filter(e => e.checkVisibility());
  const strange = (value) => value !== 'none' && !system.includes(value);
  return {seen: shapes.length, strange: [...new Set(shapes.flatMap(e => ['fill', 'stroke'].flatMap(kind => {
    const value = getComputedStyle(e)[kind];
    return strange(value) ? [`${kind} ${value}: ${e.tagName} in ${e.parentNode.getAttribute('class')}`] : [];
  })))]};
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def forced(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Callable[[int], Reader]]:
    """Opens a window with forced colours, light or dark."""
    with browser.new_context(forced_colors="active", color_scheme=request.param, reduced_motion="reduce") as context:

        def window(width: int) -> Reader:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": 900})
            return Reader(served, page)

        yield window


def picture(page: Page, control: Locator, checked: bool) -> Image.Image:
    """What stands where a control is, once it is chosen or not, without a focus."""
    control.evaluate("(e, on) => { e.checked = on; e.blur(); }", checked)
    box = control.evaluate("""e => { const b = (e.closest('label') ?? e).getBoundingClientRect();
      const i = e.getBoundingClientRect(), x = i.x + i.width / 2, y = i.y + i.height / 2;
      return {x: x - 9, y: y - 9, width: 18, height: 18}; }""")
    return Image.open(io.BytesIO(page.screenshot(clip=box))).convert("L")


def changed(before: Image.Image, after: Image.Image) -> int:
    """How many pixels are quite another."""
    return sum(ImageChops.difference(before, after).histogram()[100:])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", SITES)
def test_what_is_chosen_can_be_seen(forced: Callable[[int], Reader], name: str, width: int) -> None:
    """The first of each kind of radio button and tick box has a mark once it is chosen, and none before."""
    address, opens = SITES[name]
    reader = forced(width)
    page = reader.open(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(opens or "0")
    page.evaluate(READY)
    seen: dict[Any, int] = {}
    for control in page.locator("main :is(input[type=radio], input[type=checkbox])").all():
        kind = control.evaluate("e => e.type + ' in ' + (e.closest('label')?.parentElement.className || '')")
        if kind in seen or not control.is_visible():
            continue
        control.scroll_into_view_if_needed()
        seen[kind] = changed(picture(page, control, False), picture(page, control, True))
    page.close()
    assert seen or name == "planner"
    assert {kind: pixels for kind, pixels in seen.items() if pixels < 15} == {}


@pytest.mark.parametrize("address", ["", *(f"journeys/{id}/" for id in JOURNEYS)])
def test_drawings_wear_the_readers_colours(forced: Callable[[int], Reader], address: str) -> None:
    """Lines, texts and surfaces of every drawing are the system's, also where the page's scheme is the other one."""
    page = forced(1280).open(address)
    for scheme in ("default", "slate"):
        page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
        found = page.evaluate(PAINTED)
        assert found["seen"] and found["strange"] == [], scheme
    page.close()
